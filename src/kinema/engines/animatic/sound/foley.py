"""Foley: what is heard of whoever is there and what they do, in time with their performance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from kinema.engines.animatic.performance import VOICE, WHEEL_TURNS, Performance
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.engines import ENGINES, running
from kinema.engines.animatic.sound.players import Player
from kinema.engines.animatic.sound.things import THINGS
from kinema.engines.animatic.sound.tone import RATE, Signal, Track, decay, place, shaped
from kinema.engines.animatic.sound.voices import VOICES, Voice, call, calls

SURFACES: dict[str, tuple[list[tuple[float, float]], float, float]] = {
    # surface: (spectrum of a step, seconds to fade, level)
    "wet": ([(90, -10), (250, -6), (1200, 0), (5000, -3), (14000, -14)], 0.060, 0.16),
    "snow": ([(150, -14), (600, -6), (2200, 0), (6000, -6), (14000, -20)], 0.075, 0.14),
    "sand": ([(100, -8), (700, 0), (3000, -6), (9000, -18)], 0.060, 0.10),
    "grass": ([(100, -6), (600, -4), (2500, -2), (9000, -12)], 0.050, 0.08),
    "stone": ([(80, -2), (220, 0), (900, -8), (4000, -16)], 0.035, 0.11),
}

_IDLE = 3.4
"""Seconds from a call to the next of an animal that does something else."""
_SILENT = frozenset(("sleep", "hug", "read"))
"""What is done without a voice."""
_VOICES = 2
"""How many of a kind are heard."""


def foley(
    scene: Scene, surface: str, players: Sequence[Player], seconds: int, chance: np.random.Generator
) -> Track:
    """Steps, voices, engines, hulls, trains and rockets of a scene as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    heard: Counter[str] = Counter()
    for name, performance in players:
        acting, speaking = chance.spawn(1)[0].spawn(2)
        heard[name] += 1
        _deed(track, name, performance, surface, acting)
        if name in VOICES and heard[name] <= _VOICES:
            _speaks(track, VOICES[name], performance, speaking)
    if "astronaut" in heard:
        _breath(track, seconds, chance.spawn(1)[0])
    if scene.mood == "tense":
        heartbeat(track)
    return track


def _deed(track: Track, name: str, performance: Performance, surface: str, rng: np.random.Generator) -> None:
    """What somebody does, as it sounds."""
    motion = performance.motion
    moves = bool(motion.speed) or motion.footing != "ground" or motion.name in ("drive by", "sail")
    if name == "train" and motion.name == "drive":
        _train(track, performance, rng)
    elif name in ENGINES and moves:
        running(track, performance, ENGINES[name], rng)
    elif name in THINGS:
        THINGS[name](track, performance, rng)
    elif motion.sound:
        motion.sound(track, performance, rng)
    else:
        _steps(track, surface, performance, rng)


def _speaks(track: Track, voice: Voice, performance: Performance, rng: np.random.Generator) -> None:
    """A call with each of the arcs that are drawn, a long one with every second; or now and then."""
    motion = performance.motion
    if motion.gesture and motion.gesture.calls:
        sound = call(voice, rng)
        for n in range(1, int(len(track) / RATE * VOICE) + 1, 1 if voice.seconds < 0.7 else 2):
            at = n / VOICE - performance.at(0.0).phase % (1 / VOICE)
            place(track, sound, at, 0.14, float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8)))
    elif motion.name not in _SILENT:
        calls(track, performance, voice, rng, _IDLE, 0.075)


def heartbeat(track: Track) -> None:
    """Add a heart that beats sixty times a minute, in two beats."""
    t = np.arange(int(0.26 * RATE), dtype=np.float32) / RATE
    beat = (np.sin(2 * np.pi * (52 * t - 30 * t * t)) * decay(len(t), 0.012, 0.06)).astype(np.float32)
    for at in np.arange(0.25, len(track) / RATE, 1.0):
        place(track, beat, float(at), 0.17)
        place(track, beat, float(at) + 0.29, 0.11)


def _steps(track: Track, surface: str, performance: Performance, rng: np.random.Generator) -> None:
    spectrum, length, level = SURFACES.get(surface, SURFACES["stone"])
    samples = int(length * 5 * RATE)
    for n, at in enumerate(performance.steps()):
        step: Signal = shaped(rng, samples, spectrum) * decay(samples, 0.004, length)
        loud = level * rng.uniform(0.75, 1.1) * (1.0 if n % 2 else 0.85)
        place(track, step, at, loud, _pan(performance, at))


def _train(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """Steam in four strokes to each turn of the wheels, iron on rails, and a whistle."""
    length = int(0.19 * RATE)
    puff: list[tuple[float, float]] = [(80, -6), (400, 0), (1800, -5), (7000, -16)]
    begun = performance.at(0.0).phase
    pace = performance.at(1.0).phase - begun
    strokes = 4 * WHEEL_TURNS
    first = math.ceil(begun * strokes)
    for n in range(first, int((begun + pace * len(track) / RATE) * strokes) + 1):
        at = (n / strokes - begun) / pace
        chuff = shaped(rng, length, puff) * decay(length, 0.008, 0.038)
        place(track, chuff.astype(np.float32), at, 0.17 if n % 4 == 0 else 0.11, _pan(performance, at))
    for side in (0, 1):
        track[:, side] += shaped(rng, len(track), [(60, 0), (200, -4), (900, -18), (4000, -36)]) * 0.030
    t = np.arange(int(1.3 * RATE), dtype=np.float32) / RATE
    sag = 1 - 0.05 * np.clip((t - 0.9) / 0.4, 0, 1) ** 2
    pipes = np.zeros(len(t))
    for hertz in (466.0, 554.0, 698.0, 831.0):
        angle = 2 * np.pi * np.cumsum(hertz * sag) / RATE
        pipes += np.sin(angle + 0.3 * np.sin(34 * t)) + 0.3 * np.sin(2 * angle)
    breath = shaped(rng, len(t), [(400, -12), (1400, 0), (4000, -6), (12000, -20)])
    whistle = (pipes + 0.5 * breath) * np.clip(t / 0.07, 0, 1) * np.clip((1.3 - t) / 0.25, 0, 1) ** 2
    place(track, whistle.astype(np.float32), 0.6, 0.034, _pan(performance, 0.6))


def _pan(performance: Performance, at: float) -> float:
    return float(np.clip(performance.at(at).x * 1.2, -0.8, 0.8))


def _breath(track: Track, seconds: int, rng: np.random.Generator) -> None:
    """Breathing inside a helmet."""
    for n, at in enumerate(np.arange(0.2, seconds, 1.6)):
        samples = int((1.1 if n % 2 else 0.9) * RATE)
        air = shaped(
            rng, samples, [(200, -16), (700, -3), (1800, 0 if n % 2 else -3), (5000, -14), (12000, -30)]
        )
        shape = np.sin(np.linspace(0, np.pi, samples)) ** 1.6
        place(track, (air * shape).astype(np.float32), float(at), 0.035)
