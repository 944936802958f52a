"""Steam and smoke from a chimney: puffs that stay where they were let go, swell and thin out."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.particles.exhaust import SHRINK, billow, blown, puff
from kinema.engines.animatic.raster import over
from kinema.engines.animatic.stage import Setup, Shot

_LASTS = 2.6
_RATE = 11


class Steam:
    """The plume of one engine. `chimney` is ahead of its foot and up, in its own heights; `speed` the
    camera's, in short sides a second."""

    def __init__(self, setup: Setup, actor: Actor, chimney: tuple[float, float], speed: float) -> None:
        self._setup = setup
        self._actor = actor
        self._chimney = chimney
        self._speed = speed
        self._blown = blown(setup)
        self._made = setup.style.bits is not None
        self._puffs = [puff(setup) for _ in range(3)]
        self._chance = setup.rng.uniform(-1, 1, (64, 3))

    def draw(self, shot: Shot) -> None:
        """Draw the puffs that are in the air, the oldest first; they were there before the film began."""
        unit, zoom, height = self._setup.unit, shot.view.zoom, self._actor.height
        rows, columns = shot.frame.shape[:2]
        shrink = 1 if self._made else SHRINK
        small = np.zeros((rows // shrink + 1, columns // shrink + 1, 4), np.uint8)
        last = math.floor(shot.t * _RATE)
        for n in range(last - int(_LASTS * _RATE), last + 1):
            born = n / _RATE
            age = shot.t - born
            pose = self._actor.performance.at(max(born, 0.0))
            a, b, c = self._chance[n % len(self._chance)]
            x, ground = self._actor.screen(pose, shot)
            drawn_back = (self._speed * age + 0.04 * a * age) * unit
            x += zoom * (pose.facing * (self._chimney[0] * height - drawn_back) - self._blown * age * unit)
            rise = self._chimney[1] * height + (0.16 * (1 - math.exp(-age * 1.6)) + 0.02 * b * age) * unit
            side = max(int((0.055 + 0.15 * age**0.7 + 0.02 * c) * unit * zoom), 4)
            fade = min(age * 6, 1.0) * max(1 - age / _LASTS, 0.0) ** 1.1 * 0.9
            if self._made:  # what is made of something does not fade, it gets smaller
                side, fade = max(int(side * fade**0.5), 4), 1.0
            drawn = max(side // shrink, 2)
            art = cv2.resize(self._puffs[n % 3], (drawn, drawn))
            top = ground - zoom * rise - side * 0.7
            over(small, art, round((x - side / 2) / shrink), round(top / shrink), fade)
        billow(shot.frame, small, shrink)
