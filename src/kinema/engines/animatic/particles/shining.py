"""Light that comes from something on the stage: a lantern's glow, a spotlight's cone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.fire import flicker
from kinema.engines.animatic.raster import Colour, Raster, glow, shine, smooth
from kinema.engines.animatic.stage import Lit, Setup, Shot


@dataclass(frozen=True)
class Source:
    """How a subject gives light: its colour, how high in it that is, in its heights, how far it gets, in
    short sides, how much of it hangs in the air, and how much it flickers."""

    colour: Colour
    up: float = 0.5
    reach: float = 0.42
    glow: float = 1.0
    flickers: float = 1.0


SOURCES: dict[str, Source] = {
    "lantern": Source((255, 150, 70)), "candle": Source((255, 190, 100), up=0.9, reach=0.3),
    "jack-o-lantern": Source((255, 150, 50), reach=0.34), "light bulb": Source((255, 236, 170), flickers=0.0),
    "diya lamp": Source((255, 180, 80), reach=0.3), "crystal ball": Source((180, 150, 255), flickers=0.3),
    "campfire": Source((255, 148, 66), up=0.4, reach=0.72, glow=0.28, flickers=1.6),
    "street lamp": Source((255, 204, 132), up=0.87, reach=0.5, glow=0.4, flickers=0.0),
}  # fmt: skip
"""Subjects that give light."""


class Shine:
    """One subject as a lamp, and the light that is seen around it, flickering a little."""

    def __init__(self, setup: Setup, actor: Actor, of: int) -> None:
        self._setup = setup
        self._actor = actor
        self._share: float = of**-0.6  # of many lights none is as strong as one alone
        self._source = SOURCES[actor.name]
        self.colour, self.reach = self._source.colour, self._source.reach
        self.air = 0.7 if actor.name == "street lamp" else 0.0
        self._spot = (glow(64, 2.0) * 255).astype(np.uint8)
        self._power = (0.30 + 0.5 * setup.light.lamps) * self._source.glow

    def lit(self, shot: Shot) -> Iterator[Lit]:
        """Where its light is now."""
        pose, zoom = self._actor.performance.at(shot.t), shot.view.zoom
        x, ground = self._actor.screen(pose, shot)
        up = (pose.lift * self._setup.unit + self._source.up * self._actor.height) * zoom
        near = min(max(1.5 - pose.lift / self.reach, 0.0), 1.0)
        yield Lit(x, ground, up, near * self._steady(shot.t))

    def _steady(self, t: float) -> float:
        return self._share * (1 + self._source.flickers * (flicker(t) - 1))

    def draw(self, shot: Shot) -> None:
        """Add what is seen around it to the frame."""
        tall, strength = self._actor.height * shot.view.zoom, self._power * self._steady(shot.t)
        for lit in self.lit(shot):
            for reach, power in ((1.3, 0.75), (5.0, 0.42)):
                side = max(int(min(reach * tall, 0.9 * self._setup.unit) * 2), 4)
                mask = cv2.convertScaleAbs(cv2.resize(self._spot, (side, side)), alpha=power * strength)
                at = (int(lit.x - side / 2), int(lit.ground - lit.up - side / 2))
                shine(shot.frame, mask, *at, self.colour)


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
