"""The sun or the moon that a prompt speaks of: it rises, sets, or hangs in the sky."""

from __future__ import annotations

import copy

import cv2
import numpy as np

from kinema.engines.animatic.dyes import COLOURS
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.lexicon.standing import RISES, SETS
from kinema.engines.animatic.raster import Raster, glow, mix, noise, premultiplied, smooth
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.stage import Paint, Setup, Shot

_LARGE = {"small": 0.8, "large": 3.0}
_HALO = 3
"""How far its light is seen around it, in its radii."""
_HIGH, _LOW = 0.46, 0.84
"""Where it is when it has risen and where what is large hangs: parts of the way from the top to the
horizon."""


_LOW_SUN = (255, 138, 62)
"""What the air makes of it near the horizon."""


def luminary(setup: Setup, horizon: float, depth: float) -> Luminary | None:
    """The sun or the moon of the scene where it is one of its subjects."""
    subject = next((s for s in setup.scene.subjects if BEINGS.get(s.name, DEFAULT).part == "sky"), None)
    return Luminary(setup, subject, horizon, depth) if subject else None


class Luminary:
    """A disc and the light around it, which move behind everything but the sky itself."""

    def __init__(self, setup: Setup, subject: Subject, horizon: float, depth: float) -> None:
        light, size = setup.light, setup.size
        met = {one.kind for one in setup.scene.relations if subject.id in (one.subject, one.object)}
        large = _LARGE.get(subject.size or "", 2.0 if met else 1.0)
        radius = int(1.5 * light.sun_size * setup.unit * large)
        art = _disc(setup, subject, radius)
        across = 0.5 if "before" in met else 0.68 if met else light.sun_at[0]
        self._layer = Layer(art, across * size.width - art.shape[1] / 2, 0.0, depth, setup.unit)
        high = _LOW if subject.size == "large" else _HIGH
        under = horizon + 0.8 * radius
        rest = high * horizon
        self._from, self._to = rest, rest
        if subject.doing in RISES:
            self._from = under
        elif subject.doing in SETS:
            self._to = under
        self._seconds = float(setup.seconds)

    def repainted(self, paint: Paint) -> Luminary:
        """The same, made of something else."""
        other = copy.copy(self)
        other._layer = self._layer.repainted(paint)
        return other

    def drift(self, before: Shot, after: Shot) -> float:
        """How far it moves in the frame."""
        return self._layer.drift(before, after) + abs(self._y(after.t) - self._y(before.t))

    def draw(self, shot: Shot) -> None:
        """Draw it where it is now."""
        self._layer.y = self._y(shot.t) - len(self._layer.art) / 2
        self._layer.draw(shot)

    def _y(self, t: float) -> float:
        return self._from + (self._to - self._from) * float(smooth(t / self._seconds, -0.1, 1.1))


def _disc(setup: Setup, subject: Subject, radius: int) -> Raster:
    """The disc with its halo: the moon has its seas, the sun is brightest in its middle."""
    light, reach = setup.light, radius * _HALO
    moon = subject.name == "full moon"
    colour = mix((255, 250, 236), light.sun, 0.35) if moon else mix(light.sun, (255, 255, 255), 0.45)
    if subject.doing in RISES | SETS and not moon:
        colour = mix(_LOW_SUN, light.sun, 0.25)
    if subject.colour:
        colour = mix(COLOURS[subject.colour], (255, 255, 255), 0.15)
    disc = np.zeros((2 * reach, 2 * reach), np.float32)
    cv2.circle(disc, (reach, reach), radius, 1.0, -1, cv2.LINE_AA)
    disc = np.asarray(cv2.GaussianBlur(disc, (0, 0), max(0.012 * radius, 0.8)), np.float32)
    seas = smooth(noise(setup.rng, 2 * reach, 2 * reach, radius * 0.9, 3), 0.45, 0.7)
    tone = 1 - seas * (0.30 if moon else 0.0)
    halo = glow(reach, 2.4) * (0.34 if moon else 0.55)
    around = np.zeros_like(disc)
    around[: halo.shape[0], : halo.shape[1]] = halo[: 2 * reach, : 2 * reach]
    alpha = np.maximum(disc, around * (1 - disc))
    rgb = tone[..., None] * np.array(colour, np.float32)
    return premultiplied(rgb, alpha)
