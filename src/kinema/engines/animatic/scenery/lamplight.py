"""Lamplight: what lamps show of the ground and of whoever is near, in the colours that things have."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Colour, Raster, glow, overlap, smooth, thrice
from kinema.engines.animatic.stage import Lamp, Lit, Setup, Shot

FLAT = 0.30
"""How much shorter the ground's depth looks than its breadth."""
_ONE = 64
"""The byte that a gain of 1 is."""
_SHADED = 88
"""Brighter bytes are lit, or shine by themselves."""
_SHRINK = 12
_WARM: Colour = (255, 204, 132)


@dataclass
class Posts:
    """Lamps that are part of scenery: `at` are their places in the art of a `layer`, x and the row of the
    ground, `up` is how high their light is, in pixels."""

    layer: Layer
    at: Sequence[tuple[float, float]]
    up: float
    reach: float = 0.34
    colour: Colour = _WARM
    air: float = 1.0

    def lowered(self, by: float) -> Posts:
        """The same with what they light `by` pixels nearer than they stand."""
        return replace(self, at=[(x, ground + by) for x, ground in self.at], up=self.up + by)

    def lit(self, shot: Shot) -> Iterator[Lit]:
        """All that light anything in the frame."""
        zoom, dx, dy = self.layer.placed(shot)
        width, far = shot.frame.shape[1], zoom * self.reach * self.layer.unit
        period = zoom * self.layer.period
        for x, ground in self.at:
            at = dx + zoom * x
            if self.layer.wraps:
                at = (at + far) % period - far
            while at < width + far:
                if at > -far:
                    yield Lit(at, dy + zoom * ground, zoom * self.up)
                if not self.layer.wraps:
                    break
                at += period


def darkness(light: Light) -> float:
    """How much a lamp has to show, 0 by day to 1 by night."""
    return float(light.lamps * smooth(1.15 - sum(light.ambient) / 3, 0.2, 0.6))


class Lamplight:
    """All lamps of a scene. On the ground it is drawn before everybody; bodies ask for theirs.

    What a lamp lights becomes as much brighter as its light is stronger than that of the hour, colour by
    colour: so grass gets green and a red coat red, and what is black stays so. What is flat, as paper is,
    gets light in steps.
    """

    def __init__(self, setup: Setup, lamps: Sequence[Lamp]) -> None:
        self._setup = setup
        self._lamps = lamps
        glare = 0.6 if "neon" in (setup.scene.style, setup.scene.light) else 0.95
        self._strength = glare * darkness(setup.light)
        self._damp = 1.0 if setup.weather.veils or setup.weather.lies in ("wet", "snow") else 0.35
        # What does not bloom is flat, and takes light in steps.
        self._flat = setup.style.scenery is not None and not setup.style.grade.bloom
        pool = _stepped(glow(256, 1.0)) if self._flat else smooth(glow(64, 1.0))
        self._wet = setup.weather.lies == "wet"  # sends light on rather than back
        air = self._strength * self._damp
        self._sheets = {
            "pool": [gains(pool, lamp.colour, setup.light.ambient, self._strength) for lamp in lamps],
            "halo": [_coloured(86 * air * lamp.air * glow(48, 2.6), lamp.colour) for lamp in lamps],
            "cone": [_coloured(112 * air * lamp.air * _cone(96, 192), lamp.colour) for lamp in lamps],
        }
        self._kept: dict[tuple[int, str], Raster] = {}

    def draw(self, shot: Shot) -> None:
        """Light the ground, and where there is much in the air, the air."""
        unit, zoom = self._setup.unit, shot.view.zoom
        for nth, lamp in enumerate(self._lamps):
            wide = int(2 * lamp.reach * unit * zoom) + 8
            for lit in lamp.lit(shot):
                if not self._wet:
                    pool = self._sized(nth, "pool", (wide, int(wide * FLAT)))
                    seen = pool if lit.power == 1 else cv2.convertScaleAbs(pool, alpha=lit.power)
                    brighten(shot.frame, seen, int(lit.x - wide / 2), int(lit.ground - pool.shape[0] / 2))
                if lamp.air:
                    self._air(shot, nth, lit, wide)

    def _air(self, shot: Shot, nth: int, lit: Lit, wide: int) -> None:
        """The light that hangs about a lamp: a halo, and in the finer quality a cone under it."""
        side, head = wide // 3, int(lit.ground - lit.up)
        _added(shot.frame, self._sized(nth, "halo", (side, side)), int(lit.x - side / 2), head - side // 2)
        if self._setup.fine:
            size = (3 * wide // 4, max(int(lit.up), 4))
            _added(shot.frame, self._sized(nth, "cone", size), int(lit.x - size[0] / 2), head)

    def _sized(self, nth: int, kind: str, size: tuple[int, int]) -> Raster:
        """One of a lamp's sheets as large as it looks: kept, for that changes little."""
        kept = self._kept.get((nth, kind))
        if kept is None or (kept.shape[1], kept.shape[0]) != size:
            kept = self._kept[nth, kind] = cv2.resize(self._sheets[kind][nth], size)
        return kept

    def on(self, art: Raster, left: int, top: int, shot: Shot) -> Raster:
        """Art that is placed at (left, top) in the frame, as the lamps light it: more on the side that is
        turned to them."""
        height, width = art.shape[:2]
        outline = art[_SHRINK // 2 :: _SHRINK, _SHRINK // 2 :: _SHRINK, 3]
        if not outline.size:
            return art
        rows, columns = outline.shape
        total = np.zeros((rows, columns, 3), np.float32)
        slopes: tuple[Raster, Raster] | None = None
        x = (left + _SHRINK * (np.arange(columns, dtype=np.float32) + 0.5))[None, :]
        y = (top + _SHRINK * (np.arange(rows, dtype=np.float32) + 0.5))[:, None]
        for lamp in self._lamps:
            far = 1.15 * lamp.reach * self._setup.unit * shot.view.zoom
            colour = np.array(lamp.colour, np.float32) / 255
            for lit in lamp.lit(shot):
                dx, dy = lit.x - x, lit.ground - lit.up - y
                if np.abs(dx).min() > far:
                    continue
                away = np.sqrt(dx**2 + dy**2)
                if slopes is None:
                    slopes = _slopes(outline)
                facing = (slopes[0] * dx + slopes[1] * dy) / np.maximum(away, 1)
                near = np.clip(1 - away / far, 0, 1) * lit.power
                total += (near * np.clip(0.45 + 0.8 * facing, 0.10, 1.2))[..., None] * colour
        if slopes is None:
            return art
        if self._flat:
            tint = total.sum(axis=(0, 1)) / max(float(total.max(axis=2).sum()), 1e-6)
            total = thrice(_stepped(cv2.resize(total.max(axis=2), (width, height)))) * tint
        ambient = np.array(self._setup.light.ambient, np.float32)
        gain = np.clip(_ONE * (1 + self._strength * total / ambient), 0, 255)
        gain = np.dstack([gain, np.full(gain.shape[:2], _ONE, np.float32)]).astype(np.uint8)
        return cv2.multiply(art, cv2.resize(gain, (width, height)), scale=1 / _ONE)

    def shadow(self, x: float, ground: float, shot: Shot) -> tuple[tuple[float, float], Light] | None:
        """How the nearest lamp throws the shadow of what stands at (x, ground): its slope, as `fall` says
        it, and how dark it is; None where none throws any."""
        found: tuple[float, Lit] | None = None
        for lamp in self._lamps:
            far = 1.3 * lamp.reach * self._setup.unit * shot.view.zoom
            for lit in lamp.lit(shot):
                away = math.hypot(x - lit.x, (ground - lit.ground) / FLAT)
                near = self._strength * lit.power * (1 - away / far)
                if near > 0.15 and (found is None or near > found[0]):
                    found = near, lit
        if found is None:
            return None
        near, lit = found
        up = max(lit.up, 1.0)
        aside = float(np.clip((x - lit.x) / up, -1.6, 1.6))
        towards = float(np.clip((ground - lit.ground) / up, -0.5, 0.5))
        towards = math.copysign(max(abs(towards), 0.10), towards)
        return (aside, towards), replace(self._setup.light, shade=min(0.75 * near, 0.5))


def _cone(width: int, height: int) -> Raster:
    """Light from a point above to the whole width below, thinner the further down: 0 to 1."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    half = 0.05 + 0.75 * y
    return np.asarray(np.exp(-((x / half) ** 4)) * (1 - y) ** 0.8 * smooth(y, 0.0, 0.05))


def _stepped(light: Raster) -> Raster:
    """Light of 0 to 1 in steps of a third."""
    return np.asarray(np.ceil(light * 3 - 0.15) / 3).astype(np.float32)


def _coloured(mask: Raster, colour: Colour) -> Raster:
    """Light as bytes (h, w, 3), as strong as a mask of 0 to 255 says."""
    return cv2.merge([np.clip(mask * c / 255, 0, 255).astype(np.uint8) for c in colour])


def _added(frame: Raster, light: Raster, x: int, y: int) -> None:
    if parts := overlap(frame, light, x, y):
        cv2.add(*parts, dst=parts[0])


def gains(mask: Raster, colour: Colour, ambient: Colour, strength: float) -> Raster:
    """What `brighten` takes: how much a light of a colour, as strong as a mask of 0 to 1 says, adds to what
    is ambient."""
    shares = [_ONE * strength * c / 255 / max(a, 0.05) for c, a in zip(colour, ambient, strict=True)]
    return cv2.merge([np.clip(mask * share, 0, 255 - _ONE).astype(np.uint8) for share in shares])


def brighten(frame: Raster, gains: Raster, x: int, y: int) -> None:
    """Light the frame in place: gains, bytes (h, w, 3), are 64 where it becomes twice as bright. What is
    bright already shines by itself, and gets no more than the rest."""
    parts = overlap(frame, gains, x, y)
    if parts is None:
        return
    under, piece = parts
    dark = cv2.min(under, np.full_like(under, _SHADED))
    cv2.add(under, cv2.multiply(dark, piece, dst=dark, scale=1 / _ONE), dst=under)


def _slopes(alpha: Raster) -> tuple[Raster, Raster]:
    """Where a body that has this outline faces, to the right and down, each -1 to 1."""
    form = cv2.GaussianBlur(alpha.astype(np.float32) / 255, (0, 0), max(alpha.shape[0] * 0.04, 0.8))
    scale = max(alpha.shape[0] * 0.05, 1.0)
    return (
        np.clip(-cv2.Sobel(form, cv2.CV_32F, 1, 0, scale=scale / 4), -1, 1),
        np.clip(-cv2.Sobel(form, cv2.CV_32F, 0, 1, scale=scale / 4), -1, 1),
    )
