"""The sky over every outdoor setting: gradient, sun or moon, stars and clouds."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import (
    Raster,
    between,
    blur,
    glow,
    mix,
    noise,
    premultiplied,
    ramp,
    smooth,
    thrice,
    to_bytes,
)
from kinema.engines.animatic.scenery.luminary import Luminary, luminary
from kinema.engines.animatic.stage import Element, Paint, Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary

_SHRINK = 3
_SOFT = 3.0
"""How many pixels a cloud moves until it looks moved by one."""
MARGIN = 0.16
"""How much larger than the frame backdrops are on every side, in short sides."""


def heavens(
    setup: Setup, horizon: float, *, above: float = 0.0, depth: float = 0.12, sun: bool = True
) -> Sky:
    """The sky down to `horizon` pixels and beyond; `above` adds height for a camera that tilts up."""
    setup = setup.own()
    light, unit = setup.light, setup.unit
    margin = int(MARGIN * unit)
    width = setup.size.width + 2 * margin
    extra = int(above * unit * depth * 1.2)
    height = setup.size.height + 2 * margin + extra
    level = int(min(horizon + margin + extra, height))
    picture = np.empty((height, width, 3), np.float32)
    picture[:level] = ramp(level, [(0, light.sky[0]), (0.55, light.sky[1]), (1, light.sky[2])])
    picture[level:] = light.sky[2]
    if light.stars > 0.02:
        _stars(picture, setup.own(), level)
    seen = luminary(setup, horizon, depth) if sun else None
    if sun:
        _sun(picture, setup, horizon, margin, extra, disc=seen is None)
    backdrop = Layer(to_bytes(picture, setup.rng), -margin, -margin - extra, depth, unit)
    clouds = _clouds(setup, width, level) if light.clouds > 0.05 else None
    others = setup.weather.sky(setup) if setup.weather.sky else ()
    return Sky(backdrop, clouds, setup.weather.wind, others, seen)


class Sky:
    """A backdrop, the sun or moon that a prompt speaks of, clouds that drift before it, kept at a part of the
    size, and what else is in the sky."""

    def __init__(
        self,
        backdrop: Layer,
        clouds: Raster | None,
        wind: float,
        others: Sequence[Element],
        body: Luminary | None = None,
        shrink: int = _SHRINK,
    ) -> None:
        self._backdrop = backdrop
        self._clouds = clouds
        if clouds is not None:  # they carry their own continuation, as far as a frame is wide
            self._period = clouds.shape[1]
            self._clouds = np.concatenate([clouds, clouds[:, : self._period * 3 // 4]], axis=1)
        self._wind = wind
        self._shrink = shrink
        self._speed = (0.012 + 0.11 * wind) * backdrop.unit
        self._others = others
        self._body = body

    def repainted(self, paint: Paint) -> Sky:
        """The same sky, made of something else."""
        clouds = None
        if self._clouds is not None:
            whole = self._clouds[:, : self._period]
            large = cv2.resize(whole, (whole.shape[1] * _SHRINK, whole.shape[0] * _SHRINK))
            clouds = paint(large)
        body = self._body.repainted(paint) if self._body else None
        return Sky(self._backdrop.repainted(paint), clouds, self._wind, self._others, body, shrink=1)

    def covers(self, shot: Shot) -> tuple[int, int]:
        """All of the frame."""
        return self._backdrop.covers(shot)

    def drift(self, before: Shot, after: Shot) -> float:
        """How far the sky moves, or the clouds, which are soft; there is no telling for others."""
        if self._others:
            return math.inf
        blown = self._speed * (after.t - before.t) / _SOFT if self._clouds is not None else 0.0
        moved = self._body.drift(before, after) if self._body else 0.0
        return max(self._backdrop.drift(before, after), blown, moved)

    def draw(self, shot: Shot) -> None:
        """Draw the sky and all in it."""
        self._backdrop.draw(shot)
        if self._body:
            self._body.draw(shot)
        if self._clouds is not None:
            self._drift(self._clouds, shot)
        for other in self._others:
            other.draw(shot)

    def _drift(self, clouds: Raster, shot: Shot) -> None:
        """Lay the clouds over the frame where they are now: the wind comes from the right."""
        width, shrink = shot.frame.shape[1], self._shrink
        zoom, dx, dy = self._backdrop.placed(shot)
        top, bottom = max(round(dy), 0), min(round(dy + zoom * clouds.shape[0] * shrink), shot.bottom)
        rows = -(-(bottom - top) // shrink)
        if rows <= 0:
            return
        columns = -(-width // shrink)
        start = (self._speed * shot.t - dx) / (zoom * shrink) % self._period
        first = int(start)
        matrix = np.array([[zoom, 0, zoom * (first - start)], [0, zoom, (dy - top) / shrink]], np.float32)
        small = cv2.warpAffine(clouds[:, first : first + columns + 2], matrix, (columns, rows))
        alpha = cv2.extractChannel(small, 3)
        _, first, _, filled = cv2.boundingRect(alpha)
        if not filled:
            return
        seen = slice(max(first - 1, 0), first + filled + 1)
        size = (columns * shrink, len(small[seen]) * shrink)
        colour = cv2.resize(cv2.cvtColor(small[seen], cv2.COLOR_RGBA2RGB), size)
        kept = cv2.resize(cv2.cvtColor(cv2.bitwise_not(alpha[seen]), cv2.COLOR_GRAY2RGB), size)
        part = shot.frame[top + seen.start * shrink : bottom][: size[1]]
        cv2.multiply(part, kept[: len(part), :width], dst=part, scale=1 / 255)
        cv2.add(part, colour[: len(part), :width], dst=part)


def _stars(picture: Raster, setup: Setup, level: int) -> None:
    rng = setup.rng
    height, width = picture.shape[:2]
    count = int(width * height / 1500 * (1.3 if setup.fine else 1.0))
    reach = max(level, 1)
    ys = (rng.random(count) ** 1.25 * reach).astype(int)
    xs = rng.integers(0, width, count)
    power = (rng.random(count) ** 4 * 255 + 42) * setup.light.stars * (1 - 0.6 * ys / reach)
    tint = np.stack(
        [rng.uniform(0.8, 1, count), rng.uniform(0.85, 1, count), rng.uniform(0.9, 1.05, count)], -1
    )
    # None is seen in a bright sky, and none shines further down than its halo.
    power *= 1 - smooth(picture[ys, 0].max(axis=1), 60, 150)
    sky = picture[: min(reach + 16, height)]
    field = np.zeros_like(sky)
    field[ys, xs] = power[:, None] * tint
    bright = power > 110 * setup.light.stars
    halo = np.zeros_like(sky)
    halo[ys[bright], xs[bright]] = field[ys[bright], xs[bright]]
    cv2.scaleAdd(cv2.GaussianBlur(field, (0, 0), 0.8), 3.6, sky, dst=sky)
    if bright.any():
        cv2.scaleAdd(cv2.GaussianBlur(halo, (0, 0), 2.4), 14, sky, dst=sky)
    _milky_way(picture, setup, level)


def _milky_way(picture: Raster, setup: Setup, level: int) -> None:
    if setup.light.stars < 0.6:
        return
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height:4, 0:width:4].astype(np.float32)
    across = (y - level * 0.42 + (x - width * 0.45) * 0.42) / (0.20 * height)
    band = np.exp(-(across**2) * 1.6)
    cloud = noise(setup.rng, x.shape[1], x.shape[0], 90, 5)
    dark = noise(setup.rng, x.shape[1], x.shape[0], 50, 4)
    haze = band * (0.25 + 1.1 * cloud) * (1 - 0.45 * smooth(dark, 0.45, 0.8) * np.exp(-(across**2) * 6))
    haze = cv2.resize(haze, (width, height)) * setup.light.stars
    haze[level:] = 0
    picture += between((0, 0, 0), (52, 56, 84), haze)


def _sun(picture: Raster, setup: Setup, horizon: float, margin: int, extra: int, *, disc: bool) -> None:
    """The light around the sun or, by night, the moon; and the `disc` itself, with the moon's seas."""
    light = setup.light
    veiled = vocabulary().weathers[setup.scene.weather].veils
    x = int(light.sun_at[0] * setup.size.width + margin)
    y = int(light.sun_at[1] * horizon + margin + extra)
    radius = int(light.sun_size * setup.unit)
    night = setup.scene.time == "night"
    for reach, strength, fall in ((18, 0.26 if setup.scene.time == "day" else 0.5, 2.2), (5, 0.45, 2.6)):
        size = min(radius * reach, max(picture.shape[:2]))
        _add(picture, glow(size, fall) * strength * (0.45 if night else 1.0), x - size, y - size, light.sun)
    if veiled or not disc:
        return
    face = cv2.GaussianBlur(
        cv2.circle(np.zeros((radius * 4, radius * 4), np.float32), (radius * 2, radius * 2), radius, 1.0, -1),
        (0, 0),
        1.2,
    )
    colour = light.sun
    if night:
        seas = noise(setup.rng, radius * 4, radius * 4, radius * 0.9, 3)
        face *= 0.58 + 0.32 * smooth(seas, 0.35, 0.6)
    else:
        colour = mix(light.sun, (255, 255, 255), 0.45)
    part = picture[y - radius * 2 : y + radius * 2, x - radius * 2 : x + radius * 2]
    cover = face[: part.shape[0], : part.shape[1], None]
    part *= 1 - np.clip(cover, 0, 1)
    part += cover * np.array(colour, np.float32)


def _add(picture: Raster, mask: Raster, x: int, y: int, colour: tuple[float, float, float]) -> None:
    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + mask.shape[1], picture.shape[1]), min(y + mask.shape[0], picture.shape[0])
    if left < right and top < bottom:
        part = mask[top - y : bottom - y, left - x : right - x]
        under = picture[top:bottom, left:right]
        under += thrice(part) * np.clip(np.array(colour, np.float32) - under * 0.6, 0, 255)


def _clouds(setup: Setup, width: int, level: int) -> Raster:
    """Clouds: noise stretched towards the horizon, lit from the side of the sun. Premultiplied RGBA at a
    third of the size, twice as wide, whose ends meet."""
    light = setup.light
    small = (width // _SHRINK, max(level // _SHRINK, 8))
    field = noise(setup.rng, small[0], small[1] * 2, small[0] * 0.34, 5)
    field = cv2.resize(field, small, interpolation=cv2.INTER_AREA)
    field = np.concatenate([field, field[:, ::-1]], axis=1)
    sill = 0.66 - 0.34 * light.clouds
    cover = smooth(field, sill, sill + 0.17)
    shade = blur(field, 5) - np.roll(blur(field, 5), 6, axis=0)
    bright = np.clip(0.62 + shade * 9, 0, 1)
    colour = between(mix(light.sky[1], light.sky[0], 0.35), mix(light.sun, light.sky[2], 0.35), bright)
    strength = cover * np.linspace(0.85, 0.35, small[1], dtype=np.float32)[:, None]
    return premultiplied(colour, strength * (0.9 if light.stars < 0.5 else 0.35))


def starfield(setup: Setup) -> Layer:
    """Stars and a nebula, over the whole frame: the sky where there is no air."""
    rng, unit = setup.rng, setup.unit
    margin = int(MARGIN * unit)
    width, height = setup.size.width + 2 * margin, setup.size.height + 2 * margin
    cloud = cv2.resize(noise(rng, width // 4, height // 4, 110, 5), (width, height))
    second = cv2.resize(noise(rng, width // 4, height // 4, 80, 5), (width, height))
    picture = between((5, 6, 13), (51, 36, 97), smooth(cloud, 0.45, 0.95))
    picture += between((0, 0, 0), (22, 64, 96), smooth(second, 0.5, 0.95) * smooth(cloud, 0.35, 0.8))
    count = int(width * height / 900)
    field = np.zeros((height, width, 3), np.float32)
    power = rng.random(count) ** 6 * 255 + 16
    tint = np.stack(
        [rng.uniform(0.75, 1, count), rng.uniform(0.82, 1, count), rng.uniform(0.85, 1.05, count)], -1
    )
    xs, ys = rng.integers(0, width, count), rng.integers(0, height, count)
    field[ys, xs] = power[:, None] * tint
    halo = np.where(field > 150, field, 0)
    picture += cv2.GaussianBlur(field, (0, 0), 0.7) * 2.6 + cv2.GaussianBlur(halo, (0, 0), 2.6) * 9
    return Layer(to_bytes(picture, rng), -margin, -margin, 0.12, unit)
