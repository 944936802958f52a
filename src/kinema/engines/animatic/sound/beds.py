"""Beds of noise: what a place or a weather sounds like when nothing happens, and those that several share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinema.engines.animatic.sound.tone import Track, shaped, swell


@dataclass(frozen=True)
class Bed:
    """Noise whose spectrum runs through points of (Hz, dB), at a level, that swells by `depth` (0 to 1) every
    `period` seconds."""

    spectrum: tuple[tuple[float, float], ...]
    level: float
    period: float
    depth: float

    def lay(self, track: Track, rng: np.random.Generator) -> None:
        """Add it to a stereo track."""
        for side in (0, 1):
            swelling = swell(len(track), self.period, self.depth, 0.2 * side)
            track[:, side] += shaped(rng, len(track), self.spectrum) * swelling * self.level


WIND = Bed(((60, -4), (200, 0), (500, -8), (1200, -20), (6000, -44)), 0.075, 4.3, 0.55)
BREEZE = Bed(((80, -16), (300, -6), (900, -8), (3000, -18), (12000, -34)), 0.030, 5.1, 0.45)
WAVES = Bed(((50, -6), (180, 0), (700, -5), (2500, -13), (9000, -24)), 0.085, 3.7, 0.60)
ROOM_TONE = Bed(((50, -6), (120, -6), (400, -18), (2000, -36)), 0.020, 8.0, 0.10)
HUSH = Bed(((100, -20), (800, -12), (3000, -10), (8000, -18)), 0.012, 6.0, 0.30)
"""Snow and fog: the sound of other sounds kept away."""
