"""Light that comes from something on the stage: a lantern's glow, a spotlight's cone."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.raster import Colour, Raster, glow, shine, smooth
from kinema.engines.animatic.stage import Setup, Shot

SOURCES: dict[str, Colour] = {
    "lantern": (255, 150, 70), "candle": (255, 190, 100), "jack-o-lantern": (255, 150, 50),
    "light bulb": (255, 236, 170), "diya lamp": (255, 180, 80), "crystal ball": (180, 150, 255),
}  # fmt: skip
"""Subjects that give light, and its colour."""


class Shine:
    """The light around one source, flickering a little."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._setup = setup
        self._actor = actor
        self._colour = SOURCES[actor.name]
        self._spot = (glow(64, 2.0) * 255).astype(np.uint8)
        self._power = 0.30 + 0.5 * setup.light.lamps

    def draw(self, shot: Shot) -> None:
        """Add it to the frame."""
        pose, tall = self._actor.performance.at(shot.t), self._actor.height * shot.view.zoom
        x, ground = self._actor.screen(pose, shot)
        y = ground - pose.lift * self._setup.unit * shot.view.zoom - 0.5 * tall
        flicker = 1 + 0.06 * math.sin(shot.t * 9.1) + 0.04 * math.sin(shot.t * 23)
        for reach, power in ((1.3, 0.75), (5.0, 0.42)):
            side = max(int(reach * tall * 2), 4)
            mask = cv2.convertScaleAbs(
                cv2.resize(self._spot, (side, side)), alpha=power * self._power * flicker
            )
            shine(shot.frame, mask, int(x - side / 2), int(y - side / 2), self._colour)


class Spotlight:
    """A cone of light on one actor from above, and the dusk around it; drawn before the actor."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._setup = setup
        self._actor = actor
        width, height = int(1.3 * setup.unit) // 4, int(actor.line) // 4
        self._cone = _cone(max(width, 8), max(height, 8))

    def draw(self, shot: Shot) -> None:
        """Dim the stage and light the cone."""
        shot.frame[:] = cv2.convertScaleAbs(shot.frame, alpha=0.52)
        x, ground = self._actor.screen(self._actor.performance.at(shot.t), shot)
        width, height = self._cone.shape[1] * 4, max(int(ground * 1.06), 4)
        shine(shot.frame, cv2.resize(self._cone, (width, height)), int(x - width / 2), 0, (255, 248, 226))


def _cone(width: int, height: int) -> Raster:
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    half = 0.10 + 0.42 * y
    air = np.exp(-((x / half) ** 4)) * (0.42 - 0.22 * y)
    pool = np.exp(-(((x / 0.52) ** 2 + ((y - 0.93) / 0.06) ** 2) ** 2)) * 0.6
    return np.asarray((np.clip(air * smooth(y, -0.1, 0.2) + pool, 0, 1) * 255).astype(np.uint8))
