"""A pen for what stands in rooms, and what a furnishing is. Lengths are short sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import skia

from kinema.engines.animatic.actors.brush import Canvas, argb, shape, stroke
from kinema.engines.animatic.raster import Colour, times
from kinema.engines.animatic.stage import Element, Setup

WOOD: Colour = (156, 104, 66)
WHITE: Colour = (240, 238, 232)
STEEL: Colour = (178, 186, 194)
DARK: Colour = (58, 56, 62)
LEAF: Colour = (74, 138, 72)
BOOKS: tuple[Colour, ...] = (
    (172, 62, 54), (52, 92, 140), (206, 162, 72), (70, 122, 92), (122, 74, 122), (222, 206, 174),
    (84, 84, 96),
)  # fmt: skip


class Pen:
    """Draws on a canvas whose lengths are short sides; down is positive, as on paper."""

    def __init__(self, canvas: Canvas, side: float, scale: float) -> None:
        self._canvas, self._side, self._scale = canvas, side, scale

    def put(self, one: Furnishing, close: float, rng: np.random.Generator) -> None:
        """A furnishing where it stands."""
        self._canvas.save()
        self._canvas.translate(self._side * one.x * close, -one.up * self._scale)
        self._canvas.scale(self._side * self._scale, self._scale)
        one.draw(self, rng)
        self._canvas.restore()

    def slab(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        colour: Colour,
        shade: float = 0.10,
        *,
        r: float = 0.0,
    ) -> None:
        """A rectangle that is lighter above by `shade`, with corners of radius `r`."""
        fill = skia.Paint(AntiAlias=True)
        ends = [skia.Point(0, y), skia.Point(0, y + high)]
        tones = [argb(times(colour, 1 + shade)), argb(times(colour, 1 - shade))]
        fill.setShader(skia.GradientShader.MakeLinear(ends, tones))
        self._canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, wide, high), r, r, fill)

    def form(self, points: Sequence[tuple[float, float]], colour: Colour, alpha: float = 1.0) -> None:
        """A polygon."""
        self._canvas.drawPath(shape(points), skia.Paint(AntiAlias=True, Color=argb(colour, alpha)))

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: Colour) -> None:
        """A line through points."""
        path = skia.Path()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self._canvas.drawPath(path, stroke(colour, width))

    def disc(
        self, x: float, y: float, r: float, colour: Colour, *, ry: float = 0.0, alpha: float = 1.0
    ) -> None:
        """A circle, or an ellipse."""
        box = skia.Rect.MakeLTRB(x - r, y - (ry or r), x + r, y + (ry or r))
        self._canvas.drawOval(box, skia.Paint(AntiAlias=True, Color=argb(colour, alpha)))

    def shadow(self, x: float, wide: float) -> None:
        """Where something stands on the floor."""
        fill = skia.Paint(AntiAlias=True, Color=argb((0, 0, 0), 0.30))
        fill.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.010))
        self._canvas.drawOval(skia.Rect.MakeXYWH(x - 0.02, -0.012, wide + 0.04, 0.036), fill)

    def opening(
        self,
        x: float,
        sill: float,
        wide: float,
        high: float,
        bars: tuple[int, int],
        curtains: Colour | None,
    ) -> None:
        """A window with nothing in it, its frame and its curtains."""
        canvas = self._canvas
        canvas.save()
        canvas.translate(self._side * x, -(sill + high) * self._scale)
        canvas.scale(self._side * self._scale, self._scale)
        left = -wide / 2
        self.slab(left - 0.022, -0.022, wide + 0.044, high + 0.044, WHITE, 0.04)
        hole = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear)
        canvas.drawRect(skia.Rect.MakeXYWH(left, 0, wide, high), hole)
        glare = skia.Paint(AntiAlias=True, Color=argb((255, 255, 255), 0.09))
        canvas.drawPath(
            shape(
                [(left + share * wide, y) for share, y in ((0.1, high), (0.45, 0), (0.62, 0), (0.27, high))]
            ),
            glare,
        )
        for n in range(1, bars[0]):
            self.slab(left + wide * n / bars[0] - 0.006, 0, 0.012, high, WHITE, 0.04)
        for n in range(1, bars[1]):
            self.slab(left, high * n / bars[1] - 0.005, wide, 0.010, WHITE, 0.06)
        self.slab(left - 0.04, high + 0.014, wide + 0.08, 0.022, times(WHITE, 0.97), 0.06, r=0.004)
        if curtains:
            self.stroke([(left - 0.11, -0.05), (left + wide + 0.11, -0.05)], 0.012, (120, 92, 60))
            for way in (-1, 1):
                self._curtain(way * (wide / 2 + 0.025), way, high, curtains)
        canvas.restore()

    def _curtain(self, x: float, way: int, high: float, colour: Colour) -> None:
        """One of two, gathered, in folds."""
        for n in range(6):
            tone = times(colour, (1.06, 0.86, 1.0, 0.80, 0.96, 0.76)[n])
            near = x + way * (0.016 * n - 0.03)
            self.form(
                [
                    (near, -0.052), (near + way * 0.02, -0.052), (near + way * 0.032, 0.55 * high),
                    (near + way * 0.040, high + 0.16), (near + way * 0.012, high + 0.16),
                    (near + way * 0.010, 0.55 * high),
                ],
                tone,
            )  # fmt: skip


Draw = Callable[[Pen, np.random.Generator], None]
Moving = Callable[[Setup, tuple[float, float], float, float], Element]
"""Makes what moves: takes the setup, the furnishing's foot and one short side of it in pixels, and which way
round it stands."""


@dataclass(frozen=True)
class Furnishing:
    """Something that stands at `x` from the middle of the room, `up` over its foot. `lights` are where it
    gives light from, and how much; `moves` makes what moves of it."""

    draw: Draw
    x: float
    up: float = 0.0
    lights: tuple[tuple[float, float, float], ...] = ()
    moves: Moving | None = None
