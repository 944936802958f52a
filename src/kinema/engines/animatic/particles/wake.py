"""What a boat leaves on the water: a bow wave, and foam that spreads astern."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kinema.engines.animatic.raster import mix, over, premultiplied, shine
from kinema.engines.animatic.stage import Setup, Shot

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor


class Wake:
    """Short streaks of foam along the way that the boat came."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._setup = setup
        self._actor = actor
        rng = setup.rng
        count = 120 if setup.fine else 80
        self._back = rng.random(count) ** 1.6
        self._side = rng.normal(0, 1, count)
        self._phase = rng.random(count)
        self._colour = mix(setup.light.rim, (255, 255, 255), 0.4)

    def draw(self, shot: Shot) -> None:
        """Draw the streaks as light on the water."""
        performance, height = self._actor.performance, self._actor.height
        pose = performance.at(shot.t)
        x, water = self._actor.screen(pose, shot)
        way = performance.facing
        mask = np.zeros((int(height * 0.34), int(height * 2.6)), np.uint8)
        left, top = int(x - mask.shape[1] / 2), int(water - height * 0.05)
        for back, side, phase in zip(self._back, self._side, self._phase, strict=True):
            drift = (back + shot.t * 0.10 * (0.5 + phase)) % 1.0
            at = 0.38 - 1.55 * drift
            spread = (0.010 + 0.050 * drift) * abs(side) + 0.004 + 0.03 * drift
            px = mask.shape[1] / 2 + way * at * height
            py = (0.05 + spread) * height + 0.006 * height * math.sin(shot.t * 3 + phase * 9)
            long = (0.03 + 0.07 * drift) * height * (0.6 + phase)
            power = int(210 * (1 - drift) ** 1.3 * (0.5 + 0.5 * math.sin(shot.t * 2.4 + phase * 20) ** 2))
            cv2.line(
                mask,
                (int((px - long) * 16), int(py * 16)),
                (int((px + long) * 16), int(py * 16)),
                power,
                max(int(height / 260), 1),
                cv2.LINE_AA,
                4,
            )
        if bits := self._setup.style.bits:
            foam = premultiplied(self._colour, mask / np.float32(200))
            over(shot.frame, bits(foam, self._setup.unit), left, top)
        else:
            shine(shot.frame, cv2.GaussianBlur(mask, (0, 0), 0.9), left, top, self._colour)
