"""Ground that shows what is above it: wet stone, ice, water."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, noise
from kinema.engines.animatic.stage import Setup, Shot

_DEPTH = 0.5
"""How much of the camera's movement it follows."""


class Mirror:
    """Fills the frame below the horizon with `surface`, and over it the frame above, upside down.

    `streak` is how far lights are drawn out downwards, in short sides; `ripple` how much waves bend them.
    The reflection is made at a quarter of the size: it is soft anyway.
    """

    def __init__(
        self,
        setup: Setup,
        horizon: float,
        surface: Raster,
        *,
        strength: float,
        streak: float = 0.02,
        ripple: float = 0.0,
    ) -> None:
        self._setup = setup
        self._horizon = horizon
        self._surface = surface
        self._ripple = ripple
        self._streak = max(streak * setup.unit / 4, 0.6)
        rows = surface.shape[0]
        fade = np.linspace(1.0, 0.45, rows, dtype=np.float32)[:, None]
        patches = cv2.resize(
            noise(setup.rng, surface.shape[1] // 4, rows // 2, 46, 4), (surface.shape[1], rows)
        )
        wet = fade * strength * (np.ones_like(patches) if ripple else 0.45 + 0.85 * patches)
        self._keep = cv2.cvtColor(np.clip(wet * 255, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2RGB)
        self._dim = cv2.cvtColor(
            np.clip(255 - wet * (110 if ripple else 60), 0, 255).astype(np.uint8), cv2.COLOR_GRAY2RGB
        )
        self._ground = cv2.multiply(surface, self._dim, scale=1 / 255)

    def _level(self, shot: Shot) -> int:
        """The frame's row at which the ground begins."""
        height = shot.frame.shape[0]
        zoom = 1 + (shot.view.zoom - 1) * _DEPTH
        drift = shot.view.y * _DEPTH * self._setup.unit
        return max(int(height / 2 + zoom * (self._horizon - drift - height / 2)), 4)

    def covers(self, shot: Shot) -> tuple[int, int]:
        """The ground hides what is under the horizon."""
        return self._level(shot), shot.frame.shape[0]

    def drift(self, before: Shot, after: Shot) -> float:
        """What it mirrors moves with the camera, and ripples run over it."""
        height, width = before.frame.shape[:2]
        moved = (after.view.zoom - before.view.zoom) * _DEPTH * max(width, height) / 2
        turned = after.view.aside(_DEPTH) - before.view.aside(_DEPTH)
        risen = (after.view.y - before.view.y) * _DEPTH
        ran = 12 * (after.t - before.t) if self._ripple else 0.0
        unit = self._setup.unit
        return float(max(abs(moved), abs(turned) * unit, abs(risen) * unit, ran))

    def draw(self, shot: Shot) -> None:
        """Draw the ground and what it mirrors."""
        height, width = shot.frame.shape[:2]
        level = self._level(shot)
        rows = height - level
        if rows <= 0:
            return
        rows = min(rows, self._ground.shape[0])
        quarter = (max(width // 4, 2), max(min(rows, level) // 4, 2))
        above = shot.frame[level - min(rows, level) : level]
        small = cv2.flip(cv2.resize(above, quarter, interpolation=cv2.INTER_AREA), 0)
        small = cv2.GaussianBlur(small, (0, 0), sigmaX=0.8, sigmaY=self._streak)
        if self._ripple:
            small = self._rippled(small, shot.t)
        mirrored = cv2.resize(small, (width, min(rows, level)))
        if mirrored.shape[0] < rows:
            mirrored = cv2.copyMakeBorder(mirrored, 0, rows - mirrored.shape[0], 0, 0, cv2.BORDER_REPLICATE)
        lights = cv2.multiply(mirrored, self._keep[:rows, :width], dst=mirrored, scale=1 / 255)
        cv2.add(self._ground[:rows, :width], lights, dst=shot.frame[level : level + rows])
        if level + rows < height:
            shot.frame[level + rows :] = shot.frame[level + rows - 1]

    def _rippled(self, small: Raster, t: float) -> Raster:
        rows, columns = small.shape[:2]
        y = np.arange(rows, dtype=np.float32)[:, None]
        x = np.arange(columns, dtype=np.float32)[None, :]
        near = (y + 1) / rows
        # Waves are as many rows apart as perspective makes them: close together at the horizon.
        depth = np.log(near * 14 + 1.0) * 9
        wave = np.sin(depth * 2.9 - t * 2.1 + 0.7 * np.sin(x * 0.03 + t * 0.4))
        wave2 = np.sin(depth * 6.3 + x * 0.06 - t * 3.3)
        across = x + self._ripple * (2.2 * wave + 1.1 * wave2) * (0.4 + 2.0 * near)
        down = y + self._ripple * (2.5 * wave + 1.6 * wave2) * (0.25 + 2.2 * near)
        return cv2.remap(small, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
