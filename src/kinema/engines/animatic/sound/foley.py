"""Foley: what is heard of whoever is there and what they do, in time with their performance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kinema.engines.animatic.performance import VOICE, Performance
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Signal, Track, decay, place, shaped

SURFACES: dict[str, tuple[list[tuple[float, float]], float, float]] = {
    # surface: (spectrum of a step, seconds to fade, level)
    "wet": ([(90, -10), (250, -6), (1200, 0), (5000, -3), (14000, -14)], 0.060, 0.16),
    "snow": ([(150, -14), (600, -6), (2200, 0), (6000, -6), (14000, -20)], 0.075, 0.14),
    "sand": ([(100, -8), (700, 0), (3000, -6), (9000, -18)], 0.060, 0.10),
    "grass": ([(100, -6), (600, -4), (2500, -2), (9000, -12)], 0.050, 0.08),
    "stone": ([(80, -2), (220, 0), (900, -8), (4000, -16)], 0.035, 0.15),
}

_CALLS = {
    "dog": (340.0, 0.17), "wolf": (300.0, 0.75), "fox": (620.0, 0.14), "lion": (95.0, 0.7),
    "tiger": (105.0, 0.6), "bear": (90.0, 0.6), "cat": (560.0, 0.4),
}  # fmt: skip
"""Whose voice is heard: its pitch in Hz, and how long a call is in seconds."""


def foley(
    scene: Scene, surface: str, performances: Sequence[Performance], seconds: int, chance: np.random.Generator
) -> Track:
    """Steps, engines, hulls, trains and rockets of a scene as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    names = {subject.name for subject in scene.subjects}
    for performance in performances:
        rng = chance.spawn(1)[0]
        motion = performance.motion
        if motion.name == "drive" and "train" in names:
            _train(track, rng)
        elif motion.name == "sing" and names & _CALLS.keys():
            _calls(track, performance, _CALLS[next(name for name in _CALLS if name in names)], rng)
        elif motion.sound:
            motion.sound(track, performance, rng)
        else:
            _steps(track, surface, performance, rng)
    if "astronaut" in names:
        _breath(track, seconds, chance.spawn(1)[0])
    return track


def _steps(track: Track, surface: str, performance: Performance, rng: np.random.Generator) -> None:
    spectrum, length, level = SURFACES.get(surface, SURFACES["stone"])
    samples = int(length * 5 * RATE)
    for n, at in enumerate(performance.steps()):
        step: Signal = shaped(rng, samples, spectrum) * decay(samples, 0.004, length)
        pan = float(np.clip(performance.at(at).x * 1.2, -0.8, 0.8))
        place(track, step, at, level * rng.uniform(0.75, 1.1) * (1.0 if n % 2 else 0.85), pan)


def _calls(
    track: Track, performance: Performance, voice: tuple[float, float], rng: np.random.Generator
) -> None:
    """Barks or roars, one with each of the arcs that are drawn."""
    hertz, length = voice
    t = np.arange(int(length * RATE), dtype=np.float32) / RATE
    falling = 2 * np.pi * np.cumsum(hertz * (1.25 - 0.5 * t / length)) / RATE
    tone = sum(np.sin(n * falling) / n for n in range(1, 9))
    rough = shaped(rng, len(t), [(hertz, -6), (3 * hertz, 0), (9 * hertz, -12), (16000, -40)])
    call = ((np.asarray(tone) * 0.7 + 0.5 * rough) * np.sin(np.pi * t / length) ** 0.6).astype(np.float32)
    for n in range(1, int(len(track) / RATE * VOICE)):
        at = n / VOICE - performance.at(0.0).phase % (1 / VOICE)
        place(track, call, at, 0.10, float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8)))


def _train(track: Track, rng: np.random.Generator) -> None:
    """Steam in four strokes to a turn of the wheels, iron on rails, and a whistle."""
    length = int(0.22 * RATE)
    puff: list[tuple[float, float]] = [(80, -8), (400, 0), (1800, -5), (7000, -16)]
    for n, at in enumerate(np.arange(0.05, len(track) / RATE, 0.235)):
        chuff = shaped(rng, length, puff) * decay(length, 0.012, 0.07)
        place(track, chuff.astype(np.float32), float(at), 0.13 if n % 4 == 0 else 0.085, 0.2)
    for side in (0, 1):
        track[:, side] += shaped(rng, len(track), [(60, 0), (200, -4), (900, -18), (4000, -36)]) * 0.04
    t = np.arange(int(1.1 * RATE), dtype=np.float32) / RATE
    pipes = sum(np.sin(2 * np.pi * hertz * t + 0.4 * np.sin(34 * t)) for hertz in (466.0, 554.0, 698.0))
    place(track, (np.asarray(pipes) * np.sin(np.pi * t / 1.1) ** 0.5).astype(np.float32), 0.6, 0.022, 0.1)


def _breath(track: Track, seconds: int, rng: np.random.Generator) -> None:
    """Breathing inside a helmet."""
    for n, at in enumerate(np.arange(0.2, seconds, 1.6)):
        samples = int((1.1 if n % 2 else 0.9) * RATE)
        air = shaped(
            rng, samples, [(200, -16), (700, -3), (1800, 0 if n % 2 else -3), (5000, -14), (12000, -30)]
        )
        shape = np.sin(np.linspace(0, np.pi, samples)) ** 1.6
        place(track, (air * shape).astype(np.float32), float(at), 0.035)
