"""Engines: what machines sound like that move, from where they are and the louder the nearer."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.tone import RATE, Track, shaped


class Engine(NamedTuple):
    """How fast it fires, in Hz, and how loud that is; the noise it makes besides, and how loud; how many
    times a second the noise is cut by blades, and how deep."""

    hertz: float
    hum: float
    noise: tuple[tuple[float, float], ...]
    hiss: float
    blades: float = 0.0


_TYRES = ((80.0, -10.0), (500.0, 0.0), (1600.0, -8.0), (6000.0, -26.0))
CAR = Engine(62, 0.050, _TYRES, 0.100)
ENGINES: dict[str, Engine] = {
    "bus": Engine(38, 0.055, _TYRES, 0.050),
    "truck": Engine(34, 0.060, _TYRES, 0.055),
    "delivery truck": Engine(36, 0.055, _TYRES, 0.050),
    "articulated lorry": Engine(32, 0.060, _TYRES, 0.055),
    "tractor": Engine(27, 0.075, _TYRES, 0.020, 13.5),
    "motorcycle": Engine(96, 0.070, ((200, -8), (900, 0), (3000, -8), (9000, -24)), 0.030, 24),
    "airplane": Engine(180, 0.004, ((100, -8), (500, 0), (2000, -5), (7000, -16)), 0.085),
    "helicopter": Engine(90, 0.020, ((40, 0), (120, -2), (600, -8), (4000, -22)), 0.110, 11),
    "ufo": Engine(220, 0.040, ((300, -20), (1200, -8), (5000, -20)), 0.010, 5),
    "ship": Engine(22, 0.050, ((40, 0), (150, -6), (800, -22)), 0.040),
    "bicycle": Engine(0, 0.0, ((2000, -12), (5000, 0), (9000, -10)), 0.014, 16),
}
"""What is heard of machines, by the name of the subject."""


def running(track: Track, performance: Performance, engine: Engine, rng: np.random.Generator) -> None:
    """Add an engine to a stereo track; one that comes nearer sounds higher."""
    samples = len(track)
    t = np.arange(samples, dtype=np.float32) / RATE
    moments = np.arange(0, samples / RATE + 0.2, 0.1)
    x = np.array([performance.at(float(s)).x for s in moments])
    across = np.gradient(x, 0.1)
    jumps = np.abs(across) > 6  # it has left on one side, and comes back from the other
    towards = np.where(jumps, 0.0, -np.sign(x) * across)
    hertz = engine.hertz * (1 + 0.05 * performance.apart + 0.03 * np.sin(t * 0.9))
    hertz = hertz * np.interp(
        t, moments, 1 + 0.04 * np.clip(towards, -1.2, 1.2) * np.minimum(np.abs(x) * 3, 1)
    )
    angle = 2 * np.pi * np.cumsum(hertz) / RATE
    hum = sum(np.sin(n * angle + n * n) / n for n in range(1, 7)) if engine.hum else np.zeros(samples)
    noise = shaped(rng, samples, engine.noise)
    if engine.blades:
        noise *= (0.25 + 0.75 * np.abs(np.sin(np.pi * engine.blades * t)) ** 3).astype(np.float32)
    near = np.interp(t, moments, 1 / (1 + (x / 0.55) ** 2))
    heard = ((np.asarray(hum) * engine.hum + noise * engine.hiss) * (0.25 + 1.1 * near)).astype(np.float32)
    pan = np.interp(t, moments, np.clip(x * 1.2, -0.9, 0.9))
    track[:, 0] += heard * np.cos((pan + 1) * np.pi / 4).astype(np.float32)
    track[:, 1] += heard * np.sin((pan + 1) * np.pi / 4).astype(np.float32)
