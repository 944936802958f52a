"""Beds of noise: what a place or a weather sounds like when nothing happens, and those that several share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinema.engines.animatic.sound.tone import RATE, Track, shaped, swell


@dataclass(frozen=True)
class Bed:
    """Noise whose spectrum runs through points of (Hz, dB), at a level, that swells by `depth` (0 to 1) every
    `period` seconds. `crest` is what more is heard at the height of each swell, which it takes the part
    `rise` of a period to reach: a wave breaks fast and runs out slowly, a gust grows."""

    spectrum: tuple[tuple[float, float], ...]
    level: float
    period: float
    depth: float
    crest: tuple[tuple[float, float], ...] = ()
    rise: float = 0.5

    def lay(self, track: Track, rng: np.random.Generator) -> None:
        """Add it to a stereo track."""
        for side in (0, 1):
            swelling = swell(len(track), self.period, self.depth, 0.2 * side)
            track[:, side] += shaped(rng, len(track), self.spectrum) * swelling * self.level
            if self.crest:
                share = (np.arange(len(track)) / (RATE * self.period) + 0.6 - 0.04 * side) % 1.0
                up = np.sin(np.minimum(share / self.rise, 1.0) * np.pi / 2) ** 2
                gone = np.maximum(share - self.rise, 0) / (1 - self.rise)
                height = (up * np.exp(-2.2 * gone) * (1 - gone)).astype(np.float32)
                track[:, side] += shaped(rng, len(track), self.crest) * height * self.level


WIND = Bed(
    ((60, -4), (200, 0), (500, -8), (1200, -20), (6000, -44)),
    0.065, 4.3, 0.45,
    ((150, -10), (420, 0), (800, -6), (2200, -22), (9000, -46)), 0.55,
)  # fmt: skip
BREEZE = Bed(
    ((80, -16), (300, -6), (900, -8), (3000, -18), (12000, -34)),
    0.026, 5.1, 0.40,
    ((400, -18), (1800, -2), (4500, 0), (9000, -8), (16000, -24)), 0.6,
)  # fmt: skip
"""Air in leaves: they rustle in each gust."""
WAVES = Bed(
    ((50, -6), (180, 0), (700, -8), (2500, -20), (9000, -36)),
    0.050, 7.3, 0.35,
    ((60, -6), (250, -1), (900, 0), (3500, -5), (10000, -14), (18000, -26)), 0.16,
)  # fmt: skip
ROOM_TONE = Bed(((50, -6), (120, -6), (400, -18), (2000, -36)), 0.020, 8.0, 0.10)
HUSH = Bed(((100, -20), (800, -12), (3000, -10), (8000, -18)), 0.012, 6.0, 0.30)
"""Snow and fog: the sound of other sounds kept away."""
