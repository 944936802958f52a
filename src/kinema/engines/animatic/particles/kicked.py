"""What feet throw up: snow, sand, dust or water, at every step."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.raster import Colour, Raster, fog, glow, over, premultiplied
from kinema.engines.animatic.stage import Setup, Shot

COLOURS: dict[str, Colour] = {
    "snow": (246, 248, 255), "sand": (214, 176, 124), "wet": (196, 212, 236), "grass": (150, 140, 96),
}  # fmt: skip


@dataclass(frozen=True)
class Burst:
    """One step's particles: when and where it was, and how each flies (short sides a second)."""

    t: float
    x: float
    vx: np.ndarray
    vy: np.ndarray
    size: np.ndarray


class Kicked:
    """The bursts of one walker. `speed` is the camera's, in short sides a second."""

    def __init__(
        self, setup: Setup, performance: Performance, surface: str, line: float, speed: float
    ) -> None:
        self._setup = setup
        self._line = line
        self._speed = speed
        self._colour = setup.light.far(COLOURS[surface], 0.05)
        self._puff = (glow(24, 1.1) * 255).astype(np.uint8)
        self._bit = self._made()
        lively, backwards = performance.motion.kick
        count = int((20 if setup.fine else 12) * lively) + 1
        rng = setup.rng
        back = performance.facing * backwards
        self._life = 0.42 if surface == "wet" else 0.62
        drop = 0.45 if surface == "wet" else 1.0
        self._bursts = [
            Burst(
                t,
                performance.at(t).x + (rng.uniform(-0.10, 0.06) * performance.facing),
                rng.normal(-back, 0.22, count),
                rng.uniform(0.10, 0.70, count) * lively,
                rng.uniform(0.012, 0.046, count) * drop * (0.7 + 0.5 * lively),
            )
            for t in performance.steps()
        ]

    def _made(self) -> Raster | None:
        """One particle, in styles that make them of something."""
        bits = self._setup.style.bits
        if bits is None:
            return None
        art = np.pad(premultiplied(self._colour, glow(16, 0.6)), ((4, 4), (4, 4), (0, 0)))
        return bits(art, self._setup.unit)

    def draw(self, shot: Shot) -> None:
        """Draw the particles that are in the air."""
        unit, view = self._setup.unit, shot.view
        width, height = self._setup.size
        base = height / 2 + view.zoom * (self._line - view.y * unit - height / 2)
        for burst in self._bursts:
            age = shot.t - burst.t
            if not 0 <= age < self._life:
                continue
            share = age / self._life
            strength = (1 - share) ** 1.4 * 0.8
            for vx, vy, size in zip(burst.vx, burst.vy, burst.size, strict=True):
                x = burst.x + vx * age - self._speed * age - view.x - view.turn
                y = vy * age - 1.5 * age * age
                if y < -0.01:
                    continue
                side = max(int(size * (0.7 + 1.3 * share) * unit * 2), 3)
                left = int(width / 2 + view.zoom * x * unit - side / 2)
                if self._bit is not None:
                    whole = max(int(side * (1 - share) ** 0.5), 3)
                    art = cv2.resize(self._bit, (whole, whole), interpolation=cv2.INTER_AREA)
                    over(shot.frame, art, left, int(base - y * unit - side / 2))
                    continue
                mask = cv2.convertScaleAbs(cv2.resize(self._puff, (side, side)), alpha=strength)
                fog(
                    shot.frame,
                    mask,
                    left,
                    int(base - y * unit - side / 2),
                    self._colour,
                )
