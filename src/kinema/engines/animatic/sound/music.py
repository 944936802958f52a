"""A short bed of music in the scene's mood; where somebody dances, on the beat they dance to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.performance import TEMPO
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, VOWELS, decay, pad, place, pluck, shaped, vowel
from kinema.engines.animatic.sound.voices import VOICES
from kinema.engines.animatic.vocabulary import vocabulary

# Chords as semitones above the key note; each lasts two seconds. The first or the second row of a mood is
# played, by chance, and after it the third.
Chords = tuple[tuple[int, ...], ...]
PROGRESSIONS: dict[str, tuple[Chords, ...]] = {
    "bright": (
        ((0, 4, 7), (9, 12, 16), (5, 9, 12), (7, 11, 14)),
        ((0, 4, 7), (5, 9, 12), (9, 12, 16), (7, 11, 14)),
        ((5, 9, 12), (0, 4, 7), (2, 5, 9), (7, 11, 14)),
    ),
    "wistful": (
        ((0, 3, 7), (8, 12, 15), (3, 7, 10), (10, 14, 17)),
        ((0, 3, 7), (5, 8, 12), (8, 12, 15), (7, 10, 14)),
        ((8, 12, 15), (10, 14, 17), (0, 3, 7), (3, 7, 10)),
    ),
    "grand": (
        ((0, 7, 12), (8, 12, 15), (3, 10, 15), (10, 14, 17)),
        ((0, 7, 12), (5, 12, 17), (8, 12, 15), (10, 14, 17)),
        ((8, 12, 15), (10, 14, 17), (0, 7, 12), (3, 10, 15)),
    ),
    "open": (
        ((0, 7, 14), (5, 12, 16), (9, 16, 19), (7, 14, 17)),
        ((0, 7, 14), (4, 11, 16), (5, 12, 16), (7, 14, 17)),
        ((5, 12, 16), (0, 7, 14), (2, 9, 17), (7, 14, 17)),
    ),
    "dark": (
        ((0, 3, 6), (1, 5, 8), (0, 3, 7), (-1, 3, 6)),
        ((0, 3, 7), (-4, 0, 3), (1, 5, 8), (0, 3, 6)),
        ((0, 3, 6), (-2, 1, 5), (-4, 0, 3), (-1, 3, 6)),
    ),
}

_MOODS = {
    "happy": "bright",
    "melancholic": "wistful",
    "epic": "grand",
    "calm": "open",
    "tense": "dark",
    "dreamy": "open",
}


def music(scene: Scene, seconds: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """The bed as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    motions = [vocabulary().motions[subject.action] for subject in scene.subjects]
    kind = _MOODS.get(scene.mood) or _suited({motion.music for motion in motions if motion.music}, scene.time)
    if kind == "bright" and scene.time == "night" and scene.weather in ("rain", "storm"):
        kind = "wistful"
    chords = progression(kind, rng)
    key = 110.0 * 2 ** (int(rng.integers(-3, 4)) / 12)
    lively = any(motion.lively for motion in motions)
    for bar in range((seconds + 1) // 2):
        chord = chords[bar % len(chords)]
        for n, note in enumerate(chord):
            place(track, pad(key * 2 ** (note / 12), 2.6, rng), bar * 2.0, 0.05, (n - 1) * 0.5)
        root = key / 2 * 2 ** (chord[0] / 12)
        place(track, pad(root, 2.6, rng), bar * 2.0, 0.06)
        if not lively:  # which has a bass on every beat
            _bass(track, root, chord, bar)
        if register := _singer(scene):
            _song(track, key * register, chord, bar)
        else:
            _melody(track, key, chord, bar, lively=lively, rng=rng)
        if lively:
            _rhythm(track, key, chord, bar, rng)
    return track


def progression(kind: str, rng: np.random.Generator) -> Chords:
    """Eight chords of a mood: a phrase by chance, and its answer."""
    *openings, answer = PROGRESSIONS[kind]
    return (*openings[int(rng.integers(len(openings)))], *answer)


def _suited(kinds: set[str], time: str) -> str:
    """The chords for what is done, by day the bright ones."""
    return "bright" if "bright" in kinds or time == "day" else min(kinds, default="open")


def _bass(track: NDArray[np.float32], root: float, chord: tuple[int, ...], bar: int) -> None:
    """The root on the first beat, the fifth or what the chord has for it on the third, and the root again."""
    rise = chord[2] - chord[0] - 12 * (chord[2] - chord[0] > 11)
    for at, note in ((0.0, 0), (1.0, rise), (1.5, 0)):
        place(track, pluck(root * 2 ** (note / 12), 0.9, 0.4, 0.32), 2.0 * bar + at, 0.055)


def _melody(
    track: NDArray[np.float32],
    key: float,
    chord: tuple[int, ...],
    bar: int,
    *,
    lively: bool,
    rng: np.random.Generator,
) -> None:
    beats = np.arange(0, 2, 0.5 / TEMPO) if lively else np.array([0.0, 0.75, 1.5])
    for n, at in enumerate(beats):
        if lively and n % 4 == 3 and rng.random() < 0.4:
            continue
        turn = n * 2 if bar // 4 % 2 == 0 else -n - 1  # the second phrase answers the first
        note = chord[(turn + bar) % len(chord)] + 24 - (12 if n % 3 == 2 else 0)
        sound = pluck(key * 2 ** (note / 12), 0.9, bright=0.45, length=0.22 if lively else 0.5)
        place(track, sound, bar * 2.0 + float(at), 0.085 if lively else 0.07, 0.4 * (-1) ** n)


def _singer(scene: Scene) -> float:
    """How high the person who sings does, as a factor; 0 where nobody does."""
    singer = next((one for one in scene.subjects if one.action == "sing" and one.name not in VOICES), None)
    if singer is None or BEINGS.get(singer.name, DEFAULT).rig != "biped":
        return 0.0
    return 2.0 if singer.name in ("man", "old man", "robot") else 4.0


def _song(track: NDArray[np.float32], key: float, chord: tuple[int, ...], bar: int) -> None:
    """The melody of a bar, sung: a long note, a short one, and one between."""
    for n, (at, length) in enumerate(((0.0, 0.8), (0.75, 0.55), (1.25, 0.75))):
        note = chord[(2 * n + bar) % len(chord)] % 12
        tone = vowel(key * 2 ** (note / 12), length, *VOWELS["aoeu"[(n + 2 * bar) % 4]], sways=0.006)
        place(track, tone, 2.0 * bar + at, 0.20)


def _rhythm(
    track: NDArray[np.float32], key: float, chord: tuple[int, ...], bar: int, rng: np.random.Generator
) -> None:
    """A drum on every beat, a brush between, a bass under both."""
    t = np.arange(int(0.22 * RATE), dtype=np.float32) / RATE
    drum = np.sin(2 * np.pi * (46 * t + 3.2 * (1 - np.exp(-t * 26)))) * decay(len(t), 0.002, 0.07)
    brush = shaped(rng, int(0.09 * RATE), [(800, -24), (4000, -4), (9000, 0), (16000, -8)]) * decay(
        int(0.09 * RATE), 0.003, 0.02
    )
    bass = pluck(key / 2 * 2 ** (chord[0] / 12), 0.4, bright=0.35, length=0.16)
    for beat in range(int(2 * TEMPO)):
        at = bar * 2.0 + beat / TEMPO
        place(track, drum.astype(np.float32), at, 0.24)
        place(track, brush, at + 0.5 / TEMPO, 0.05, 0.3)
        place(track, bass, at, 0.13)
