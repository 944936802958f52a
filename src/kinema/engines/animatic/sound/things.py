"""What things sound like that nobody plays: fireworks, a camp fire, a waterfall."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.performance import BURSTS_EVERY, CLIMB, Performance
from kinema.engines.animatic.sound.tone import RATE, Track, decay, place, scattered, shaped


def fireworks(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """A whistle on every rocket's way up, a bang as it bursts, and the crackle of its sparks."""
    begun = performance.at(0.0).phase
    pace = performance.at(1.0).phase - begun
    first = math.floor((begun - CLIMB) / BURSTS_EVERY) + 1
    last = math.floor((begun + pace * len(track) / RATE) / BURSTS_EVERY)
    for nth in range(first, last + 1):
        own = rng.spawn(1)[0]
        at = (nth * BURSTS_EVERY + CLIMB - begun) / pace
        pan = float(np.clip(performance.at(max(at, 0.0)).x + own.uniform(-0.3, 0.3), -0.8, 0.8))
        climb = CLIMB / pace
        samples = int(climb * RATE)
        t = np.arange(samples, dtype=np.float32) / RATE
        rising = np.cumsum(900 + 1500 * (t / climb)) / RATE
        near = (t / climb) ** 2 * np.minimum((climb - t) / 0.05, 1)
        whistle = np.sin(2 * np.pi * rising) * near
        if at >= climb:
            place(track, whistle.astype(np.float32), at - climb, 0.016, pan)
        bang = shaped(own, int(1.1 * RATE), [(40, 0), (120, -2), (400, -12), (2000, -22), (8000, -34)])
        place(track, bang * decay(len(bang), 0.003, 0.22), at, 0.34, pan)
        for spark in np.sort(own.uniform(0.12, 1.1, 42)):
            crack = shaped(own, int(0.02 * RATE), [(800, -10), (3000, 0), (9000, -4)])
            place(
                track,
                crack * decay(len(crack), 0.001, 0.004),
                at + float(spark),
                0.065 * (1.2 - float(spark)),
                pan,
            )


def fire(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """A low roar, and wood that cracks now and then."""
    seconds = len(track) // RATE
    roar, moments, cracks = rng.spawn(3)
    pan = float(np.clip(performance.at(0.0).x, -0.8, 0.8))
    breath = shaped(roar, len(track), [(60, -2), (180, 0), (600, -10), (2400, -24), (8000, -40)])
    place(track, breath, 0.0, 0.030, pan)
    for at in scattered(seconds, 9, moments):
        loud = float(cracks.uniform(0.2, 1.0)) ** 3
        crack = shaped(cracks, int(0.03 * RATE), [(500, -8), (1800, 0), (6000, -6)])
        place(track, crack * decay(len(crack), 0.001, 0.006), float(at), 0.18 * loud, pan)


def waterfall(track: Track, _: Performance, rng: np.random.Generator) -> None:
    """Water that falls on water, without an end."""
    for side, own in enumerate(rng.spawn(2)):
        water = shaped(own, len(track), [(60, -10), (250, -2), (900, 0), (3000, -5), (9000, -14)])
        track[:, side] += 0.055 * water


THINGS = {"fireworks": fireworks, "campfire": fire, "waterfall": waterfall}
"""By a subject's name."""
