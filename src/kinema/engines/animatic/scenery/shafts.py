"""Shafts of light that fall from the sun through trees, clouds or water, and sway slowly."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, blur, smooth
from kinema.engines.animatic.stage import Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary


class Shafts:
    """Rays from the sun's place, two still sets of them that brighten in turn."""

    def __init__(self, setup: Setup, horizon: float, strength: float = 0.22, *, above: bool = False) -> None:
        self._setup = setup
        light = setup.light
        width, height = setup.size
        x = light.sun_at[0] * width
        y = -0.35 * height if above else light.sun_at[1] * horizon - 0.25 * height
        self._sets = [self._rays(width, height, x, y, strength) for _ in range(2)]
        veiled = (
            0.35 if setup.scene.time == "night" or vocabulary().weathers[setup.scene.weather].veils else 1.0
        )
        self._power = veiled

    def _rays(self, width: int, height: int, x: float, y: float, strength: float) -> Raster:
        small = (max(width // 4, 8), max(height // 4, 8))
        py, px = np.mgrid[0 : small[1], 0 : small[0]].astype(np.float32)
        dx, dy = px * 4 - x, py * 4 - y
        angle = np.arctan2(dx, np.maximum(dy, 1.0))
        distance = np.hypot(dx, dy) / height
        beams = np.zeros_like(angle)
        rng = self._setup.rng
        for _ in range(14):
            centre, half = rng.uniform(-1.1, 1.1), rng.uniform(0.02, 0.07)
            beams += np.exp(-(((angle - centre) / half) ** 2)) * rng.uniform(0.3, 1.0)
        fade = smooth(distance, 0.05, 0.3) * (1 - smooth(distance, 0.55, 1.5))
        return blur((np.clip(beams * fade * strength, 0, 1) * 255).astype(np.uint8), 1.5)

    def drift(self, before: Shot, after: Shot) -> float:
        """They stand still, and brighten slowly."""
        return 8 * (after.t - before.t)

    def draw(self, shot: Shot) -> None:
        """Add the rays' light."""
        height, width = shot.frame.shape[:2]
        first = 0.5 + 0.5 * np.sin(shot.t * 0.8)
        both = cv2.addWeighted(
            self._sets[0], first * self._power, self._sets[1], (1 - first) * self._power, 0
        )
        rays = cv2.merge([cv2.convertScaleAbs(both, alpha=c / 255) for c in self._setup.light.sun])
        rays = cv2.resize(rays, (width, height))
        # What is bright already takes less of it on: no colour is cut off, so none is changed.
        dark = cv2.bitwise_not(shot.frame)
        cv2.add(shot.frame, cv2.multiply(rays, dark, dst=dark, scale=1 / 255), dst=shot.frame)
