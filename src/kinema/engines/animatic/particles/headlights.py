"""The lights of what drives by night: two beams ahead, and red ones behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, glow, shine, smooth
from kinema.engines.animatic.scenery.lamplight import brighten, gains
from kinema.engines.animatic.stage import Setup, Shot

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor


_WET = 0.3
"""How much of a light is seen on ground that mirrors it away."""


class Headlit:
    """The ground before one vehicle, and behind it, in its lights: drawn before it."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._actor = actor
        self._ahead = _ahead(actor)
        ambient = setup.light.ambient
        size = (int(actor.height * 3.4), int(actor.height * 0.62))
        shown = _WET if setup.weather.lies == "wet" else 1.0
        self._before = gains(_carpet(*size), (255, 232, 190), ambient, 1.5 * shown)
        self._behind = gains(glow(48, 1.4), (255, 30, 20), ambient, 0.8 * shown)

    def draw(self, shot: Shot) -> None:
        """Light it."""
        pose = self._actor.performance.at(shot.t)
        x, ground = self._actor.screen(pose, shot)
        tall = self._actor.height * shot.view.zoom
        rows, columns = self._before.shape[:2]
        before = self._before if pose.facing > 0 else self._before[:, ::-1]
        front = x + pose.facing * (self._ahead - 0.1) * tall
        left = front if pose.facing > 0 else front - columns
        brighten(shot.frame, before, int(left), int(ground - 0.64 * rows))
        size = (max(int(1.3 * tall), 4), max(int(0.34 * tall), 4))
        behind = cv2.resize(self._behind, size)
        left = x - pose.facing * (self._ahead + 0.2) * tall - size[0] / 2
        brighten(shot.frame, behind, int(left), int(ground - 0.5 * size[1]))


class Headlights:
    """The lights of one vehicle, drawn over it."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._setup = setup
        self._actor = actor
        self._ahead = _ahead(actor)
        self._spot = (glow(48, 2.2) * 255).astype(np.uint8)
        self._beam = _beam(int(actor.height * 1.9), int(actor.height * 0.62))

    def draw(self, shot: Shot) -> None:
        """Add their light."""
        pose = self._actor.performance.at(shot.t)
        x, ground = self._actor.screen(pose, shot)
        tall = self._actor.height * shot.view.zoom
        y = ground - 0.30 * tall
        beam = self._beam if pose.facing > 0 else self._beam[:, ::-1]
        left = x + self._ahead * tall if pose.facing > 0 else x - self._ahead * tall - beam.shape[1]
        shine(shot.frame, beam, int(left), int(y - 0.30 * beam.shape[0]), (255, 226, 170))
        for ahead, size, power, colour in (
            (self._ahead, 0.55, 0.9, (255, 236, 196)),
            (-self._ahead, 0.42, 0.8, (255, 40, 40)),
        ):
            side = max(int(size * tall), 4)
            mask = cv2.convertScaleAbs(cv2.resize(self._spot, (side, side)), alpha=power)
            shine(shot.frame, mask, int(x + pose.facing * ahead * tall - side / 2), int(y - side / 2), colour)


def _ahead(actor: Actor) -> float:
    """How far before its middle a vehicle's lights are, in its heights."""
    return actor.box.side - 0.14 if actor.box.rigid else 0.45


def _carpet(width: int, height: int) -> Raster:
    """How much light falls on the ground to the right of a lamp: 0 to 1, wider the further."""
    x = np.linspace(0, 1, max(width, 4), dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, max(height, 4), dtype=np.float32)[:, None]
    half = 0.16 + 0.75 * x**0.7
    return np.asarray(np.exp(-((y / half) ** 2) * 2.2) * smooth(x, 0.0, 0.10) * (1 - smooth(x, 0.25, 1.0)))


def _beam(width: int, height: int) -> Raster:
    """A cone of light to the right that falls to the ground."""
    x = np.linspace(0, 1, max(width, 4), dtype=np.float32)[None, :]
    y = np.linspace(-0.3, 0.7, max(height, 4), dtype=np.float32)[:, None]
    across = (y - 0.30 * x) / (0.05 + 0.26 * x)
    cone = np.exp(-(across**2) * 1.6) * (1 - smooth(x, 0.25, 1.0)) * smooth(x, 0.0, 0.04)
    return np.asarray((cone * 84).astype(np.uint8))
