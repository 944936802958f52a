"""An actor on the stage: a body in motion, lit, with its shadow and its reflection."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import cv2
import numpy as np

from kinema.engines.animatic.actors.body import Body, Glowing, lit
from kinema.engines.animatic.actors.brush import Canvas, Easel
from kinema.engines.animatic.actors.shadow import cast, fall
from kinema.engines.animatic.performance import Performance, Pose
from kinema.engines.animatic.raster import Raster, fog, glow, over
from kinema.engines.animatic.scenery.lamplight import Lamplight
from kinema.engines.animatic.scenery.swaying import gust
from kinema.engines.animatic.stage import Floor, Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary

_BENT = 0.13
_STEP = 1.06
"""From each size that what is still is painted at to the next."""


class Art(NamedTuple):
    """Premultiplied RGBA, and where the foot is in it."""

    pixels: Raster
    foot: tuple[float, float]


class Actor:
    """A body that gives a performance as the subject `name`. `height` is in pixels; `line` is the floor under
    it; of those on one line, whoever has the lower `layer` is drawn first."""

    def __init__(
        self,
        name: str,
        body: Body,
        performance: Performance,
        setup: Setup,
        floor: Floor,
        height: float,
        line: float,
        layer: int = 0,
    ) -> None:
        self.name = name
        self.performance = performance
        self.line = line
        self.height = height
        self.layer = layer
        self.box = body.box
        self._body = body
        self._glow = body.glow if isinstance(body, Glowing) else None
        self._setup = setup
        self._floor = floor
        box = body.box
        wide, high = 2 * box.side, box.up + box.down
        if not box.rigid:  # whoever leans, or turns over, needs as much to the side as up
            wide = high = max(wide, high)
        self._sheet = (1.2 * height * wide, 1.2 * height * high)
        self._easels: dict[int, Easel] = {}
        self._kept: dict[tuple[float, float], Art] = {}
        self._shadow = glow(64, 1.6)
        self._indoors = vocabulary().places[setup.scene.setting].indoors
        self.lamps: Lamplight | None = None
        """What lights it besides the hour."""
        self._light_side = 1.0 if setup.light.sun_at[0] > 0.5 else -1.0

    @property
    def surface(self) -> str:
        """What is under it."""
        return self._floor.surface

    def draw(self, shot: Shot) -> None:
        """Draw shadow, reflection and body."""
        pose = self.performance.at(shot.t)
        zoom = shot.view.zoom
        x, ground = self.screen(pose, shot)
        sunk = self.performance.motion.sunk * self.height * zoom
        foot_y = ground + sunk - pose.lift * self._setup.unit * zoom
        art, foot = self._paint(pose, self.height * zoom * pose.size, shot.t)
        left, top = round(x - foot[0]), round(foot_y - foot[1])
        if sunk:
            art = art[: max(round(ground) - top, 1)]
        if self.lamps:
            art = self.lamps.on(art, left, top, shot)
        if not self.performance.airy:
            if self._floor.mirror > 0:
                self._reflect(shot, art, left, int(foot[1]), ground + pose.lift * self._setup.unit * zoom)
            if self._floor.surface != "water":
                self._ground(shot, x, ground, pose)
                self._throw(shot, art, foot, (x, ground), pose)
        over(shot.frame, art, left, top)

    def screen(self, pose: Pose, shot: Shot) -> tuple[float, float]:
        """Where the floor under the pose is in the frame, in pixels."""
        width, height = self._setup.size
        unit, view = self._setup.unit, shot.view
        x = width / 2 + view.zoom * (pose.x - view.x - view.turn) * unit
        y = height / 2 + view.zoom * (self.line - view.y * unit - height / 2)
        return x, y

    def _paint(self, pose: Pose, scale: float, t: float) -> Art:
        """The body at a scale in pixels: what is still is painted at a few sizes alone."""
        if self.box.soft and not self._setup.fine:
            half, (x, y) = self._painted(pose, scale / 2, t)
            return Art(cv2.resize(half, None, fx=2, fy=2), (2 * x, 2 * y))
        if not self.box.still:
            return self._painted(pose, scale, t)
        size = _STEP ** math.ceil(math.log(scale, _STEP))
        if (size, pose.facing) not in self._kept:
            self._kept = {(size, pose.facing): self._painted(pose, size, t)}
        return _scaled(self._kept[size, pose.facing], scale / size)

    def _painted(self, pose: Pose, scale: float, t: float) -> Art:
        """The lit body, cut to what there is of it."""

        def painter(part: Callable[[Canvas, Pose], None], canvas: Canvas) -> None:
            if self.box.rigid:
                canvas.scale(pose.facing, 1)
            else:
                canvas.skew(self._blown(pose, t), 0)
                canvas.rotate(math.degrees(pose.tilt))
                canvas.scale(pose.facing / math.sqrt(pose.stretch), pose.stretch)
            part(canvas, pose)

        easel = self._easel(scale)
        foot = (
            easel.size[0] / 2,
            easel.size[1] * (self.box.up + 0.08) / (self.box.up + self.box.down + 0.16),
        )
        art = easel.draw(partial(painter, self._body.paint), scale, foot)
        x, y, width, height = cv2.boundingRect(cv2.extractChannel(art, 3))
        style = self._setup.style
        # What a style adds around it, such as a line or a shadow, needs room.
        edge = max(int((0.06 if style.body else 0.02) * easel.size[1]), 2)
        left, top = max(x - edge, 0), max(y - edge, 0)
        piece = np.s_[top : y + height + edge, left : x + width + edge]
        art = art[piece]
        light, side = self._setup.light, self._light_side
        done = (
            style.body(art, light, side, self._setup.unit)
            if style.body
            else lit(art, light, side, self._setup.rounding)
        )
        if self._glow is not None:
            over(done, easel.draw(partial(painter, self._glow), scale, foot)[piece], 0, 0)
        return Art(done, (foot[0] - left, foot[1] - top))

    def _blown(self, pose: Pose, t: float) -> float:
        """How far the wind bends it, in heights to the right for each height down."""
        wind = self._setup.weather.wind
        return float(_BENT * gust(wind, t, pose.x)) if wind > 0.4 and not self._indoors else 0.0

    def _easel(self, scale: float) -> Easel:
        """A sheet that a body of `scale` pixels fits on: the usual one, or larger ones for closer looks."""
        size = scale / self.height
        nth = max(math.ceil((size - 1.15) / 0.5), 0 if size > 0.575 else -1)
        if nth not in self._easels:
            width, height = (max(int(side * (1 + 0.5 * nth)) // 2 * 2, 16) for side in self._sheet)
            self._easels[nth] = Easel((width, height), 2 if self._setup.fine else 1)
        return self._easels[nth]

    def _ground(self, shot: Shot, x: float, ground: float, pose: Pose) -> None:
        near = 1 / (1 + 6 * max(pose.lift, 0.0))
        half = self.box.side * 0.95 if self.box.rigid else 0.52
        wide = int(self.height * half * near**0.3 * pose.size * shot.view.zoom) * 2
        thin = max(int(min(wide, self.height) * 0.16), 4)
        strength = 0.62 * near
        mask = cv2.resize(self._shadow, (max(wide, 4), thin)) * 255 * strength
        dark = tuple(c * 0.25 for c in self._setup.light.far((60, 60, 70), 0))
        fog(
            shot.frame,
            mask.astype(np.uint8),
            int(x - wide / 2),
            int(ground - thin / 2),
            (dark[0], dark[1], dark[2]),
        )

    def _throw(
        self, shot: Shot, art: Raster, foot: tuple[float, float], at: tuple[float, float], pose: Pose
    ) -> None:
        """The shadow to the side, where the light throws any and the ground is level."""
        light, lift = self._setup.light, pose.lift * self._setup.unit * shot.view.zoom
        if self.name == "train":  # whose track may run over a viaduct
            return
        if light.shade >= 0.02:
            slope = fall(light, at[0], self.line - self._floor.horizon, self._setup.size.width)
            cast(shot.frame, art, foot, at, lift, slope, light)
        if self.lamps and (thrown := self.lamps.shadow(*at, shot)):
            cast(shot.frame, art, foot, at, lift, *thrown)

    def _reflect(self, shot: Shot, art: Raster, left: int, foot: int, line: float) -> None:
        """The art upside down below its floor line, softened, broken by ripples and fading with depth."""
        height, view = self._setup.size.height, shot.view
        shore = height / 2 + view.zoom * (self._floor.shore - view.y * self._setup.unit - height / 2)
        shrink = 3
        if min(foot, art.shape[1]) < 4 * shrink:
            return
        # What falls below the frame, or on the shore, is not made.
        seen = min(int(min(height + 8 * shrink, shore) - line), foot)
        if seen < shrink:
            return
        upper = art[foot - seen : foot]
        small = cv2.resize(
            upper, (upper.shape[1] // shrink, upper.shape[0] // shrink), interpolation=cv2.INTER_AREA
        )
        small = cv2.GaussianBlur(cv2.flip(small, 0), (0, 0), sigmaX=0.8, sigmaY=2.2)
        rows, columns = small.shape[:2]
        y = np.arange(rows, dtype=np.float32)[:, None]
        away = y / (foot // shrink)
        amplitude = 2.6 if self._floor.surface == "water" else 0.8
        bent = amplitude * (0.3 + away) * np.sin(y * 0.55 + shot.t * 4.2)
        bent += 0.4 * np.sin(y * 1.7 - shot.t * 6)
        across = np.arange(columns, dtype=np.float32)[None, :] + bent
        small = cv2.remap(small, across, np.broadcast_to(y, across.shape), cv2.INTER_LINEAR)
        fade = ((1 - 0.88 * away) * self._floor.mirror)[:, :, None]
        small = (small * fade).astype(np.uint8)
        over(shot.frame, cv2.resize(small, (upper.shape[1], upper.shape[0])), left, int(line))


def _scaled(art: Art, by: float) -> Art:
    """Art, a little smaller."""
    pixels, (x, y) = art
    shift = (by - 1) / 2  # from the middle of a pixel to that of another
    size = (math.ceil(pixels.shape[1] * by), math.ceil(pixels.shape[0] * by))
    smaller = cv2.warpAffine(pixels, np.array([[by, 0, shift], [0, by, shift]], np.float32), size)
    return Art(smaller, (x * by, y * by))
