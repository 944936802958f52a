"""Vector drawing with Skia: tapering limbs, filled shapes, and the easel they are drawn on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import skia

from kinema.engines.animatic.raster import Colour, Raster

Point = tuple[float, float]
Canvas = Any
"""A skia.Canvas: the library has no types."""


def paint(colour: Colour, alpha: float = 1.0) -> Any:
    """A smooth-edged fill."""
    return skia.Paint(AntiAlias=True, Color=argb(colour, alpha))


def stroke(colour: Colour, width: float, alpha: float = 1.0) -> Any:
    """A line with round ends: cheaper than a limb that is as thick everywhere."""
    return skia.Paint(
        AntiAlias=True,
        Color=argb(colour, alpha),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
    )


def argb(colour: Colour, alpha: float = 1.0) -> int:
    """A colour as Skia counts it."""
    red, green, blue = (int(min(max(c, 0), 255)) for c in colour)
    return int(skia.ColorSetARGB(int(min(max(alpha, 0), 1) * 255), red, green, blue))


def limb(points: Sequence[Point], radii: Sequence[float], samples: int = 13) -> Any:
    """The outline of a limb: a smooth curve through the points, as thick as the radii, with round ends."""
    at, place, slope = _curve(len(points), samples)
    given = np.array(points, float)
    curve, along = place @ given, slope @ given
    width = np.interp(at, np.arange(len(radii)), radii)
    normal = along[:, ::-1] * (-1.0, 1.0)
    normal *= (width / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6))[:, None]
    left, right = curve + normal, curve - normal
    quads = np.stack([left[:-1], left[1:], right[1:], right[:-1]], 1)
    # Quads and circles all turn the same way: where they overlap, nothing cancels out.
    down, up = quads[:, 2] - quads[:, 0], quads[:, 3] - quads[:, 1]
    turned = down[:, 0] * up[:, 1] < down[:, 1] * up[:, 0]
    quads[turned] = quads[turned, ::-1]
    path = skia.Path()
    path.setFillType(skia.PathFillType.kWinding)
    for first, second, third, fourth in quads.tolist():
        path.moveTo(*first)
        path.lineTo(*second)
        path.lineTo(*third)
        path.lineTo(*fourth)
        path.close()
    for i in (0, samples // 4, samples // 2, 3 * samples // 4, samples - 1):
        path.addCircle(float(curve[i, 0]), float(curve[i, 1]), float(width[i]), skia.PathDirection.kCW)
    return path


@lru_cache(maxsize=64)
def _curve(count: int, samples: int) -> tuple[Raster, Raster, Raster]:
    """A Catmull-Rom spline through `count` points as matrices: where along it the samples are, their places
    and the ways that they go, (samples, count) each."""
    at = np.linspace(0, count - 1, samples)
    index = np.minimum(at.astype(int), count - 2)
    u = at - index
    weights = 0.5 * np.array(
        [-u + 2 * u**2 - u**3, 2 - 5 * u**2 + 3 * u**3, u + 4 * u**2 - 3 * u**3, u**3 - u**2]
    )
    place = np.zeros((samples, count))
    for nth in range(4):
        np.add.at(place, (np.arange(samples), np.clip(index + nth - 1, 0, count - 1)), weights[nth])
    return at, place, np.asarray(np.gradient(place, axis=0))


def oval(x: float, y: float, wide: float, high: float) -> Any:
    """The box of an oval that reaches so far to each side, up and down from its middle."""
    return skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high)


def shape(points: Sequence[Point]) -> Any:
    """A filled polygon."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)
    return path


def blob(points: Sequence[Point]) -> Any:
    """A closed smooth shape through the points."""
    n = len(points)
    path = skia.Path()
    path.moveTo(*points[0])
    for i in range(n):
        before, start, end, after = points[i - 1], points[i], points[(i + 1) % n], points[(i + 2) % n]
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            end[0],
            end[1],
        )
    path.close()
    return path


def bend(start: Point, end: Point, upper: float, lower: float, way: float) -> Point:
    """The joint between two bones that reach from start to end, bent to the side of `way` (1 or -1)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(max(math.hypot(dx, dy), 1e-6), (upper + lower) * 0.999)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(upper**2 - along**2, 0.0)) * way
    ux, uy = dx / max(math.hypot(dx, dy), 1e-6), dy / max(math.hypot(dx, dy), 1e-6)
    return (start[0] + ux * along - uy * out, start[1] + uy * along + ux * out)


class Easel:
    """A transparent sheet of `size` pixels (width, height) to draw a body on; `oversample` 2 draws it twice
    as large."""

    def __init__(self, size: tuple[int, int], oversample: int = 1) -> None:
        self.size = size
        self._oversample = oversample
        self._pixels = np.zeros((size[1] * oversample, size[0] * oversample, 4), np.uint8)
        self._surface = skia.Surface(self._pixels)

    def draw(self, painter: Callable[[Canvas], None], scale: float, foot: Point) -> Raster:
        """Clear, and paint with lengths in `scale` pixels and the origin at `foot`. What comes back,
        premultiplied RGBA, is there until the next time."""
        canvas = self._surface.getCanvas()
        self._pixels[:] = 0
        canvas.save()
        canvas.scale(self._oversample, self._oversample)
        canvas.translate(*foot)
        canvas.scale(scale, scale)
        painter(canvas)
        canvas.restore()
        if self._oversample == 1:
            return self._pixels
        return cv2.resize(self._pixels, self.size, interpolation=cv2.INTER_AREA)
