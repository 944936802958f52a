"""A body that is one picture, bent like rubber: artwork of a subject that has no body of its own, or a
character's cut-out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

import cv2
import numpy as np
import skia

from kinema.engines.animatic.actors.acting import draw_rising, draw_things, draw_voice
from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas
from kinema.engines.animatic.actors.wardrobe import Worn
from kinema.engines.animatic.actors.wearing import draw_on_head
from kinema.engines.animatic.gesture import Gesture, Thing
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, Raster, smooth

_GRID = 18
_TEXTURE = 512
_HAT = 0.44
"""How large a head is that a hat is for, as a part of the picture."""


def artwork(emoji: str) -> Raster:
    """Twemoji artwork as a sprite's picture."""
    pixels = np.zeros((_TEXTURE, _TEXTURE, 4), np.uint8)
    canvas = skia.Surface(pixels, alphaType=skia.AlphaType.kPremul_AlphaType).getCanvas()
    canvas.scale(_TEXTURE / VIEW, _TEXTURE / VIEW)
    canvas.drawPicture(picture(emoji))
    return pixels


def dyed(pixels: Raster, colour: Colour) -> Raster:
    """A sprite's picture in another colour: what is coloured takes it, or what is not dark where nothing is;
    light and shade stay."""
    red, green, blue, alpha = cv2.split(pixels.astype(np.float32))
    high, low = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    light = 0.30 * red + 0.59 * green + 0.11 * blue
    cover = alpha > 128
    vivid = smooth((high - low) / np.maximum(high, 1), 0.18, 0.42) * smooth(high, 40, 90)
    share = vivid if vivid[cover].mean() > 0.12 else smooth(light, 60, 130)
    usual = float(np.median(light[cover & (share > 0.5)])) if (cover & (share > 0.5)).any() else 128.0
    gain = np.clip(light / max(usual, 1.0), 0.35, 1.5)
    new = np.dstack([np.minimum(channel * gain, 255) * alpha / 255 for channel in colour])
    mixed = pixels[..., :3] + (new - pixels[..., :3]) * share[..., None]
    return np.dstack([np.minimum(mixed, alpha[..., None]), alpha]).astype(np.uint8)


def cutout(pixels: Raster) -> Raster:
    """A cut-out (RGBA, not premultiplied) as a sprite's picture: as large as fits, standing on its lower
    edge."""
    rows, columns = pixels.shape[:2]
    scale = _TEXTURE * 0.98 / max(rows, columns)
    size = (max(int(columns * scale), 1), max(int(rows * scale), 1))
    alpha = pixels[..., 3:].astype(np.float32) / 255
    flat = np.dstack([pixels[..., :3] * alpha, pixels[..., 3]]).astype(np.uint8)
    small = cv2.resize(flat, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    small[..., :3] = np.minimum(small[..., :3], small[..., 3:])
    square = np.zeros((_TEXTURE, _TEXTURE, 4), np.uint8)
    left, top = (_TEXTURE - size[0]) // 2, _TEXTURE - size[1] - 2
    square[top : top + size[1], left : left + size[0]] = small
    return square


class Sprite:
    """A square picture on a mesh: premultiplied RGBA of 512 pixels. `facing` is the way it looks. Who is seen
    from the front may have a hat on."""

    def __init__(
        self,
        pixels: Raster,
        gait: str,
        facing: int = 0,
        gesture: Gesture | None = None,
        worn: Sequence[Worn] = (),
    ) -> None:
        self._gesture = gesture
        self._hats = [one for one in worn if one.look.part == "hat"]
        rows = np.flatnonzero(pixels[..., 3].any(axis=1))
        self._bottom = (int(rows[-1]) + 1) / _TEXTURE if len(rows) else 1.0
        self.box = Box(side=0.75, up=1.2, down=0.25, seat=(0.0, self._top(pixels)))
        self._art = np.ascontiguousarray(pixels[:, ::-1]) if facing < 0 else pixels
        self._image = skia.Image.fromarray(
            self._art, skia.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
        )
        self._gait = gait
        axis = np.linspace(0, 1, _GRID + 1)
        self._x, self._y = np.meshgrid(axis, axis)
        self._texture = list(
            map(skia.Point, (self._x * _TEXTURE).ravel().tolist(), (self._y * _TEXTURE).ravel().tolist())
        )
        self._triangles = _triangles()
        self._shader = self._image.makeShader(
            skia.TileMode.kClamp,  # a third faster than kDecal
            skia.TileMode.kClamp,
            skia.SamplingOptions(skia.FilterMode.kLinear),
        )

    def _top(self, pixels: Raster) -> float:
        """How high its back is: the outline about its middle, in heights above its foot."""
        middle = pixels[:, int(_TEXTURE * 0.44) : int(_TEXTURE * 0.56), 3] > 128
        tops = [int(column.argmax()) for column in middle.T if column.any()]
        return self._bottom - (float(np.median(tops)) / _TEXTURE if tops else 0.0)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the artwork, bent by the pose."""
        x, y = self._bent(pose)
        points = list(map(skia.Point, x.ravel().tolist(), y.ravel().tolist()))
        mesh = skia.Vertices(
            skia.Vertices.kTriangles_VertexMode, points, self._texture, None, self._triangles
        )
        canvas.save()
        canvas.scale(max(abs(pose.turn), 0.3) * (1 if pose.turn >= 0 else -1), 1)
        if self._gait == "roll":
            middle = self.box.seat[1] / 2
            canvas.translate(0, -middle)
            canvas.rotate(300 * pose.phase)
            canvas.translate(0, middle)
        bow = self._gesture.bow(pose.phase) if self._gesture and self._gesture.bow else 0.0
        canvas.rotate(16 * bow)
        if (
            self._gait == "fly" and self._symmetric
        ):  # it flutters: leaning into its way, and to both sides of it
            middle = self.box.seat[1] / 2
            canvas.translate(0, -middle + 0.10 * math.sin(math.pi * pose.phase * 2.6))
            canvas.rotate(26 + 24 * math.sin(math.pi * pose.phase * 1.3))
            canvas.translate(0, middle)
        canvas.drawVertices(mesh, skia.Paint(AntiAlias=True, Shader=self._shader), skia.BlendMode.kDst)
        if self._hats and self._symmetric:
            row = round((self._bottom - self.box.seat[1]) * _GRID)
            canvas.translate(float(x[row, _GRID // 2]), float(y[row, _GRID // 2]))
            canvas.scale(_HAT, _HAT)
            canvas.translate(0, 0.92)
            draw_on_head(canvas, self._hats, "crown")
        canvas.restore()
        if self._gesture:
            self._act(canvas, self._gesture, pose)

    def _act(self, canvas: Canvas, gesture: Gesture, pose: Pose) -> None:
        """The signs of a deed, about a mouth that is somewhere in the upper half."""
        if gesture.dish:
            draw_things(canvas, [Thing(gesture.dish, 0.28, "none", (0.56, 0.10))], None, behind=False)
        if gesture.calls:
            draw_voice(canvas, (0.42, -0.7 * self.box.seat[1]), 0.34, pose.phase)
        else:
            draw_rising(canvas, gesture, pose)

    def _bent(self, pose: Pose) -> tuple[np.ndarray, np.ndarray]:
        x = self._x - 0.5
        y = self._y - self._bottom
        up = np.clip(-y, 0, 1)
        p = pose.phase
        match self._gait:
            case "swim":
                wave = np.sin(2 * math.pi * (p - self._x * 0.7))
                y = y + 0.045 * (1.15 - self._x) * wave
                x = x + 0.012 * np.cos(2 * math.pi * p)
            case "fly":
                flap = math.cos(2 * math.pi * p * 2.6)
                x = x * (0.24 + 0.76 * abs(flap)) if self._symmetric else x
                y = y + (0 if self._symmetric else 0.05 * flap * np.abs(x) * 1.6)
            case "dance":
                bend = math.sin(math.pi * p)
                x = x + 0.22 * bend * up**1.4 + 0.05 * math.sin(math.pi * p - 0.9) * up**3
                y = y * (1 - 0.05 * math.cos(2 * math.pi * p))
            case "run":
                gather = math.sin(2 * math.pi * p)
                x = x * (1 + 0.07 * gather)
                y = y - 0.05 * gather * x + 0.03 * gather * np.cos(x * math.pi)
                x = x + 0.05 * np.sin(2 * math.pi * p + np.sign(x) * 1.3) * np.clip(1 - up * 3, 0, 1)
            case "walk":
                x = x + 0.04 * np.sin(2 * math.pi * p + np.sign(x) * 1.5) * np.clip(1 - up * 3, 0, 1)
                y = y + 0.012 * math.sin(4 * math.pi * p) * up
            case "float":
                x = x + 0.03 * math.sin(2 * math.pi * p) * up
            case _:
                x = x + 0.02 * math.sin(2 * math.pi * p) * up**1.5
        return x, y

    @cached_property
    def _symmetric(self) -> bool:
        """Whether it is seen from the front, so that wings close towards the middle."""
        art = self._art[..., 3]
        small = cv2.resize(art, (32, 32), interpolation=cv2.INTER_AREA).astype(float)
        return bool(np.abs(small - small[:, ::-1]).mean() < 18)


def _triangles() -> list[int]:
    indices: list[int] = []
    row = _GRID + 1
    for j in range(_GRID):
        for i in range(_GRID):
            a = j * row + i
            indices += [a, a + 1, a + row, a + 1, a + row + 1, a + row]
    return indices
