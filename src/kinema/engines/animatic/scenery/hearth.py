"""What moves in a room: the fire of a hearth, and what rises from a pot."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, glow, shine
from kinema.engines.animatic.scenery.outside import DEPTH
from kinema.engines.animatic.stage import Setup, Shot


class _OnWall:
    """Something at the wall, that follows the camera as the wall does."""

    def __init__(self, setup: Setup, foot: tuple[float, float], reach: float, side: float) -> None:
        self._setup, self._foot, self._reach, self._side = setup, foot, reach, side

    def _placed(self, shot: Shot, dx: float, up: float) -> tuple[float, float, float]:
        """Where a place over the foot is in the frame, and how large a short side of it is."""
        height, width = shot.frame.shape[:2]
        unit = self._setup.unit
        zoom = 1 + (shot.view.zoom - 1) * DEPTH
        drift = ((shot.view.x + shot.view.travel) * DEPTH + shot.view.turn) * unit
        x = self._foot[0] + self._side * dx * self._reach - drift
        y = self._foot[1] - up * self._reach - shot.view.y * DEPTH * unit
        return width / 2 + zoom * (x - width / 2), height / 2 + zoom * (y - height / 2), zoom * self._reach


class Fire(_OnWall):
    """Flames that lick and flicker, and their light on all around."""

    def __init__(self, setup: Setup, foot: tuple[float, float], reach: float, side: float) -> None:
        super().__init__(setup, foot, reach, side)
        self._chance = setup.rng.random((9, 3))
        self._spot = (glow(48, 2.0) * 255).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Draw outer flames, inner ones, and the glow."""
        x, y, unit = self._placed(shot, 0.0, 0.02)
        flicker = 1 + 0.08 * math.sin(shot.t * 11.3) + 0.06 * math.sin(shot.t * 6.7 + 1)
        side = max(int(1.1 * unit), 8)
        halo = cv2.convertScaleAbs(cv2.resize(self._spot, (side, side)), alpha=0.26 * flicker)
        shine(shot.frame, halo, int(x - side / 2), int(y - side / 2), (255, 130, 50))
        box = max(int(0.14 * unit), 4)
        for size, colour in ((1.0, (255, 96, 20)), (0.72, (255, 176, 60)), (0.42, (255, 240, 170))):
            mask: Raster = np.zeros((2 * box, 2 * box), np.uint8)
            for a, b, c in self._chance:
                at = (a - 0.5) * 0.15 * unit * (0.5 + 0.5 * size)
                tall = size * (0.07 + 0.09 * b) * unit * (1 + 0.3 * math.sin(shot.t * (6 + 5 * c) + 9 * a))
                tall *= 1 - 2.2 * abs(a - 0.5) ** 1.5
                half = size * 0.024 * unit
                lean = 0.012 * unit * math.sin(shot.t * (4 + 3 * b) + 7 * c)
                foot = (box + at, 2 * box - 2)
                points = [
                    (foot[0] - half, foot[1] - 0.15 * tall),
                    (foot[0] - 0.5 * half + 0.4 * lean, foot[1] - 0.6 * tall),
                    (foot[0] + lean, foot[1] - tall),
                    (foot[0] + 0.7 * half + 0.4 * lean, foot[1] - 0.5 * tall),
                    (foot[0] + half, foot[1] - 0.15 * tall),
                    (foot[0], foot[1]),
                ]
                cv2.fillPoly(mask, [np.array(points, np.float32).astype(np.int32)], 235, cv2.LINE_AA)
            mask = cv2.GaussianBlur(mask, (0, 0), max(0.003 * unit, 0.6))
            shine(shot.frame, mask, int(x) - box, int(y) - 2 * box + 2, colour)


class Vapour(_OnWall):
    """Steam over a pot: puffs that rise, swell and are gone."""

    def __init__(self, setup: Setup, foot: tuple[float, float], reach: float, side: float) -> None:
        super().__init__(setup, foot, reach, side)
        self._chance = setup.rng.random((8, 2))
        self._spot = (glow(32, 1.6) * 255).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Add every puff at its age."""
        for n, (a, b) in enumerate(self._chance):
            age = (shot.t * 0.42 + n / len(self._chance) + 0.05 * a) % 1.0
            dx = -0.157 + 0.02 * math.sin(shot.t * 1.3 + 6 * b + 3 * age) * age + 0.012 * (b - 0.5)
            x, y, unit = self._placed(shot, dx, 0.315 + 0.17 * age)
            side = max(int((0.03 + 0.07 * age) * unit), 3)
            puff = cv2.convertScaleAbs(
                cv2.resize(self._spot, (side, side)), alpha=0.30 * math.sin(math.pi * age)
            )
            shine(shot.frame, puff, int(x - side / 2), int(y - side / 2), (236, 236, 240))
