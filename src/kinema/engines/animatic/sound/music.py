"""A short bed of music in the scene's mood; where somebody dances, on the beat they dance to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.performance import TEMPO
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, decay, pad, place, pluck, shaped
from kinema.engines.animatic.vocabulary import vocabulary

# Chords as semitones above the key note; each lasts two seconds.
PROGRESSIONS: dict[str, tuple[tuple[int, ...], ...]] = {
    "bright": ((0, 4, 7), (9, 12, 16), (5, 9, 12), (7, 11, 14)),
    "wistful": ((0, 3, 7), (8, 12, 15), (3, 7, 10), (10, 14, 17)),
    "grand": ((0, 7, 12), (8, 12, 15), (3, 10, 15), (10, 14, 17)),
    "open": ((0, 7, 14), (5, 12, 16), (9, 16, 19), (7, 14, 17)),
    "dark": ((0, 3, 6), (1, 5, 8), (0, 3, 7), (-1, 3, 6)),
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
    chords = PROGRESSIONS[kind]
    key = 110.0 * 2 ** (int(rng.integers(-3, 4)) / 12)
    lively = any(motion.lively for motion in motions)
    for bar in range((seconds + 1) // 2):
        chord = chords[bar % len(chords)]
        for n, note in enumerate(chord):
            place(track, pad(key * 2 ** (note / 12), 2.6, rng), bar * 2.0, 0.05, (n - 1) * 0.5)
        place(track, pad(key / 2 * 2 ** (chord[0] / 12), 2.6, rng), bar * 2.0, 0.06)
        _melody(track, key, chord, bar, lively=lively, rng=rng)
        if lively:
            _rhythm(track, key, chord, bar, rng)
    return track


def _suited(kinds: set[str], time: str) -> str:
    """The chords for what is done, by day the bright ones."""
    return "bright" if "bright" in kinds or time == "day" else min(kinds, default="open")


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
        note = chord[(n * 2 + bar) % len(chord)] + 24 - (12 if n % 3 == 2 else 0)
        sound = pluck(key * 2 ** (note / 12), 0.9, bright=0.45, length=0.22 if lively else 0.5)
        place(track, sound, bar * 2.0 + float(at), 0.085 if lively else 0.07, 0.4 * (-1) ** n)


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
