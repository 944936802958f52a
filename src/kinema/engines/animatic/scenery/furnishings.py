"""Furnishings: what stands in rooms, drawn with one pen. Lengths are short sides, heights go up."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import skia

from kinema.engines.animatic.actors.brush import Canvas, argb, shape, stroke
from kinema.engines.animatic.raster import Colour, mix, times
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


def sofa(colour: Colour) -> Draw:
    """A sofa with two cushions."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.31, 0.62)
        for x in (-0.27, 0.25):
            pen.slab(x, -0.035, 0.022, 0.035, times(WOOD, 0.6))
        pen.slab(-0.28, -0.27, 0.56, 0.20, colour, 0.10, r=0.035)
        for x in (-0.25, 0.004):
            pen.slab(x, -0.15, 0.246, 0.07, times(colour, 1.12), 0.08, r=0.022)
        pen.slab(-0.26, -0.09, 0.52, 0.062, times(colour, 0.86), 0.08, r=0.012)
        for x in (-0.325, 0.255):
            pen.slab(x, -0.19, 0.07, 0.165, times(colour, 0.95), 0.10, r=0.03)
        tint = BOOKS[int(rng.integers(3))]
        pen.form([(-0.21, -0.245), (-0.11, -0.235), (-0.10, -0.13), (-0.205, -0.14)], mix(tint, WHITE, 0.25))
        pen.form([(0.13, -0.235), (0.22, -0.25), (0.225, -0.14), (0.125, -0.13)], mix(tint, WHITE, 0.6))

    return draw


def rug(colour: Colour, wide: float = 0.5) -> Draw:
    """A rug seen at a slant."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pale = mix(colour, WHITE, 0.5)
        for share, tone in (
            (1.0, times(colour, 0.8)),
            (0.93, pale),
            (0.86, colour),
            (0.5, pale),
            (0.42, colour),
        ):
            pen.disc(0, 0.16, wide * share, tone, ry=0.085 * share)

    return draw


def plant(tall: float = 0.36) -> Draw:
    """Leaves in a pot."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.055, 0.11)
        for n in range(17):
            lean = float(rng.uniform(-1, 1))
            long = tall * float(rng.uniform(0.45, 0.85))
            tip = (lean * 0.62 * long, -0.09 - long * (1 - 0.34 * abs(lean)))
            mid = (tip[0] * 0.35, (tip[1] - 0.09) * 0.62)
            broad = 0.014 + 0.05 * tall
            tone = times(LEAF, 0.72 + 0.5 * (n / 17))
            pen.form([(0, -0.09), (mid[0] - broad, mid[1]), tip, (mid[0] + broad, mid[1] + 0.01)], tone)
            pen.stroke([(0, -0.09), mid, tip], 0.003, times(LEAF, 0.62))
        pen.form([(-0.058, -0.115), (0.058, -0.115), (0.040, 0), (-0.040, 0)], (188, 104, 72))
        pen.slab(-0.063, -0.125, 0.126, 0.024, (204, 120, 84), r=0.005)

    return draw


def picture(wide: float, high: float) -> Draw:
    """A painting in its frame: hills under a sky, or a field of colour."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.slab(-wide / 2 + 0.008, -high + 0.010, wide, high, (70, 58, 52))
        pen.slab(-wide / 2, -high, wide, high, (122, 84, 52))
        x, w, h = -wide / 2 + 0.014, wide - 0.028, high - 0.028
        sky = ((236, 206, 160), (164, 202, 218), (226, 176, 168))[int(rng.integers(3))]
        pen.slab(x, -high + 0.014, w, h, sky, 0.06)
        pen.disc(x + w * float(rng.uniform(0.2, 0.8)), -high + 0.014 + 0.3 * h, 0.12 * h, (250, 236, 200))
        for n, tone in enumerate(((126, 150, 150), (92, 128, 104), (62, 96, 84))):
            top = -0.014 - h * (0.52 - 0.15 * n)
            peak = x + w * float(rng.uniform(0.2, 0.8))
            pen.form(
                [(x, top + 0.02), (peak, top - 0.1 * h), (x + w, top + 0.012), (x + w, -0.014), (x, -0.014)],
                tone,
            )

    return draw


def shelves(wide: float, high: float, wood: Colour = WOOD, every: float = 0.095) -> Draw:
    """A bookcase full of books."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-wide / 2, wide)
        pen.slab(-wide / 2, -high, wide, high, times(wood, 0.55), 0.05)
        count = max(round(high / every), 1)
        step = (high - 0.02) / count
        for n in range(count):
            base = -0.012 - n * step
            x = -wide / 2 + 0.014
            while x < wide / 2 - 0.026:
                thick, tall = float(rng.uniform(0.010, 0.022)), step * float(rng.uniform(0.60, 0.84))
                gap = rng.random() < 0.06
                if not gap:
                    tone = BOOKS[int(rng.integers(len(BOOKS)))]
                    pen.slab(
                        x, base - tall, thick - 0.0015, tall, times(tone, float(rng.uniform(0.8, 1.1))), 0.06
                    )
                    pen.slab(x, base - 0.75 * tall, thick - 0.0015, 0.005, mix(tone, (240, 214, 140), 0.6), 0)
                x += thick if not gap else 0.04
            pen.slab(-wide / 2, base, wide, 0.013, times(wood, 1.05), 0.12)
        for x in (-wide / 2, wide / 2 - 0.014):
            pen.slab(x, -high, 0.014, high, wood, 0.08)
        pen.slab(-wide / 2 - 0.008, -high - 0.014, wide + 0.016, 0.02, times(wood, 1.12))

    return draw


def floor_lamp(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A lamp on a stand."""
    pen.shadow(-0.05, 0.1)
    pen.disc(0, -0.004, 0.05, DARK, ry=0.012)
    pen.stroke([(0, 0), (0, -0.40)], 0.009, DARK)
    pen.form([(-0.05, -0.50), (0.05, -0.50), (0.085, -0.38), (-0.085, -0.38)], (252, 224, 176))
    pen.form([(0.01, -0.50), (0.05, -0.50), (0.085, -0.38), (0.03, -0.38)], (236, 202, 150))


def hanging(colour: Colour, drop: float = 0.6) -> Draw:
    """A lamp under the ceiling, its shade where its foot is."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.stroke([(0, -drop), (0, -0.05)], 0.004, DARK)
        pen.form([(-0.018, -0.062), (0.018, -0.062), (0.075, 0), (-0.075, 0)], colour)
        pen.form([(0.004, -0.062), (0.018, -0.062), (0.075, 0), (0.03, 0)], times(colour, 0.82))
        pen.disc(0, 0.004, 0.022, (255, 240, 200), ry=0.016)

    return draw


def tube(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A long lamp under the ceiling."""
    for x in (-0.13, 0.13):
        pen.stroke([(x, -0.3), (x, -0.01)], 0.003, DARK)
    pen.slab(-0.19, -0.022, 0.38, 0.022, STEEL, r=0.004)
    pen.slab(-0.18, -0.004, 0.36, 0.012, (252, 252, 246), 0, r=0.004)


def clock(pen: Pen, rng: np.random.Generator) -> None:
    """A clock on the wall."""
    pen.disc(0.004, 0.006, 0.052, (90, 84, 82))
    pen.disc(0, 0, 0.050, DARK)
    pen.disc(0, 0, 0.043, (250, 248, 240))
    for n in range(12):
        turn = n * math.pi / 6
        pen.disc(0.036 * math.sin(turn), 0.036 * math.cos(turn), 0.0026, DARK)
    for long, turn in ((0.022, rng.uniform(0, 6.28)), (0.033, rng.uniform(0, 6.28))):
        pen.stroke([(0, 0), (long * math.sin(turn), -long * math.cos(turn))], 0.005, DARK)


def table(wide: float, high: float, wood: Colour, things: Draw | None = None) -> Draw:
    """A table, and what is on it."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-wide / 2, wide)
        for x in (-wide / 2 + 0.03, wide / 2 - 0.045):
            pen.slab(x + 0.012, -high, 0.010, high - 0.014, times(wood, 0.5))
            pen.slab(x, -high, 0.016, high, times(wood, 0.78))
        pen.slab(-wide / 2 + 0.02, -high + 0.01, wide - 0.04, 0.026, times(wood, 0.7))
        half, far = wide / 2, wide / 2 - 0.025
        top = [(-far, -high - 0.022), (far, -high - 0.022), (half, -high), (-half, -high)]
        pen.form(top, times(wood, 1.2))
        pen.slab(-wide / 2, -high, wide, 0.014, wood)
        if things:
            pen.put(Furnishing(things, 0.0, high + 0.008), 1.0, rng)

    return draw


def chair(colour: Colour) -> Draw:
    """A chair, seen from behind."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.shadow(-0.07, 0.14)
        for x in (-0.068, 0.058):
            pen.slab(x, -0.13, 0.011, 0.13, times(colour, 0.6))
        pen.slab(-0.075, -0.145, 0.15, 0.020, colour, r=0.006)
        for x in (-0.070, 0.058):
            pen.slab(x, -0.29, 0.013, 0.15, times(colour, 0.85))
        for y in (-0.29, -0.235):
            pen.slab(-0.070, y, 0.14, 0.032, times(colour, 1.08), r=0.006)

    return draw


def cups(pen: Pen, rng: np.random.Generator) -> None:
    """Two cups and a small vase."""
    for x in (-0.07, 0.06):
        pen.disc(x, 0, 0.030, times(WHITE, 0.9), ry=0.006)
        pen.slab(x - 0.018, -0.032, 0.036, 0.032, WHITE, r=0.006)
        pen.stroke([(x + 0.018, -0.024), (x + 0.027, -0.018), (x + 0.018, -0.010)], 0.004, WHITE)
    pen.slab(-0.010, -0.05, 0.020, 0.05, (112, 158, 176), r=0.006)
    for n in range(3):
        x = 0.020 * (n - 1)
        pen.stroke([(0, -0.05), (x, -0.085)], 0.003, LEAF)
        pen.disc(x, -0.090, 0.011, BOOKS[int(rng.integers(3))])


def screen(pen: Pen, rng: np.random.Generator) -> None:
    """A computer on a desk: a screen that shows something, a keyboard, papers."""
    pen.slab(-0.012, -0.05, 0.024, 0.05, DARK)
    pen.disc(0, -0.002, 0.045, DARK, ry=0.008)
    pen.slab(-0.105, -0.185, 0.21, 0.138, DARK, r=0.006)
    pen.slab(-0.097, -0.177, 0.194, 0.118, (66, 110, 156), 0.25)
    for n in range(6):
        pen.slab(-0.085, -0.165 + 0.016 * n, float(rng.uniform(0.04, 0.11)), 0.006, (196, 226, 240), 0)
    pen.slab(0.045, -0.160, 0.045, 0.085, (236, 240, 244), 0.05)
    for n in range(4):
        high = float(rng.uniform(0.02, 0.07))
        pen.slab(0.050 + 0.009 * n, -0.080 - high, 0.006, high, (240, 150, 80), 0)
    pen.slab(0.13, -0.012, 0.06, 0.012, WHITE)
    pen.slab(-0.17, -0.035, 0.028, 0.035, (196, 84, 70), r=0.005)


def textbooks(pen: Pen, rng: np.random.Generator) -> None:
    """A book or two and a pencil pot."""
    for n in range(int(rng.integers(1, 4))):
        tone = BOOKS[int(rng.integers(len(BOOKS)))]
        pen.slab(-0.08 + 0.006 * n, -0.016 * (n + 1), 0.075, 0.015, tone, r=0.002)
    pen.slab(0.05, -0.04, 0.022, 0.04, (90, 132, 168), r=0.003)
    for n in range(3):
        pen.stroke([(0.056 + 0.006 * n, -0.03), (0.053 + 0.009 * n, -0.066)], 0.004, BOOKS[n])


def kitchen_run(colour: Colour) -> Draw:
    """Cupboards below, a stove with a hood over it, pans, and cupboards above, a metre and a half of them."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        x = -0.62
        for n, wide in enumerate((0.19, 0.19, 0.22, 0.19, 0.19)):
            pen.slab(x, -0.225, wide, 0.205, times(colour, 0.94), 0.05)
            if n == 2:
                pen.slab(x, -0.225, wide, 0.215, STEEL, 0.10)
                pen.slab(x + 0.02, -0.150, wide - 0.04, 0.105, (44, 42, 46), 0.2, r=0.008)
                pen.stroke([(x + 0.03, -0.165), (x + wide - 0.03, -0.165)], 0.008, times(STEEL, 1.25))
                for k in range(4):
                    pen.disc(x + 0.04 + 0.047 * k, -0.193, 0.010, DARK)
            else:
                pen.slab(x + 0.012, -0.150, wide - 0.024, 0.118, colour, 0.06, r=0.004)
                pen.slab(x + 0.012, -0.208, wide - 0.024, 0.045, colour, 0.06, r=0.004)
                for y in (-0.188, -0.140):
                    pen.slab(x + wide / 2 - 0.022, y, 0.044, 0.007, (206, 176, 112), r=0.003)
            x += wide
        pen.slab(-0.62, -0.022, 0.98, 0.022, DARK)
        pen.slab(-0.635, -0.245, 1.01, 0.024, (196, 168, 130), 0.16, r=0.004)
        # Above: cupboards, a hood, and a rail with what hangs from it.
        for left in (-0.62, -0.43):
            pen.slab(left, -0.60, 0.185, 0.21, colour, 0.07, r=0.004)
            pen.slab(left + 0.014, -0.585, 0.157, 0.18, times(colour, 1.04), 0.05, r=0.004)
            pen.slab(left + 0.14, -0.435, 0.010, 0.026, (206, 176, 112), r=0.003)
        pen.form([(-0.19, -0.64), (-0.09, -0.64), (-0.03, -0.46), (-0.25, -0.46)], times(STEEL, 1.04))
        pen.form([(-0.11, -0.64), (-0.09, -0.64), (-0.03, -0.46), (-0.09, -0.46)], times(STEEL, 0.84))
        pen.slab(-0.255, -0.465, 0.23, 0.024, times(STEEL, 0.92))
        pen.stroke([(0.0, -0.40), (0.16, -0.40)], 0.006, (150, 128, 92))
        for n, (k, tone) in enumerate(((0.024, DARK), (0.030, (186, 108, 66)), (0.022, STEEL))):
            at = 0.02 + 0.058 * n
            pen.stroke([(at, -0.40), (at, -0.345)], 0.006, times(tone, 0.8))
            pen.disc(at, -0.345 + k, k, tone)
            pen.disc(at - 0.005, -0.345 + k - 0.004, k * 0.7, times(tone, 1.2))
        # On the counter: a pot on the fire, jars, a board, a kettle.
        pen.slab(-0.20, -0.305, 0.085, 0.058, (192, 72, 58), 0.14, r=0.010)
        pen.slab(-0.205, -0.312, 0.095, 0.012, (214, 100, 84), r=0.004)
        pen.disc(-0.157, -0.317, 0.008, DARK)
        pen.slab(-0.06, -0.27, 0.055, 0.014, DARK, r=0.003)
        for n in range(3):
            tall = 0.07 - 0.012 * n
            pen.slab(-0.60 + 0.048 * n, -0.245 - tall, 0.040, tall, (214, 196, 160), 0.08, r=0.006)
            pen.slab(-0.602 + 0.048 * n, -0.252 - tall, 0.044, 0.012, WOOD, r=0.003)
        pen.form([(-0.40, -0.246), (-0.385, -0.36), (-0.315, -0.36), (-0.30, -0.246)], (190, 140, 92))
        for n, tone in enumerate(((222, 74, 58), (238, 176, 60), (126, 168, 72))):
            pen.disc(0.20 + 0.034 * n, -0.262, 0.019 + 0.002 * float(rng.random()), tone)
        pen.slab(0.16, -0.252, 0.14, 0.014, (226, 222, 212), r=0.006)

    return draw


def fridge(colour: Colour) -> Draw:
    """A rounded refrigerator."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.12, 0.24)
        pen.slab(-0.115, -0.54, 0.23, 0.53, colour, 0.08, r=0.03)
        pen.stroke([(-0.112, -0.36), (0.112, -0.36)], 0.005, times(colour, 0.7))
        for y in (-0.43, -0.34):
            pen.slab(-0.092, y, 0.011, 0.06, STEEL, r=0.005)
        for n in range(4):
            tone = BOOKS[int(rng.integers(5))]
            pen.slab(float(rng.uniform(-0.04, 0.06)), -0.32 + 0.055 * n, 0.034, 0.028, mix(tone, WHITE, 0.3))

    return draw


def bed(colour: Colour) -> Draw:
    """A bed with its head at the wall, pillows and a blanket."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.shadow(-0.34, 0.68)
        pen.slab(-0.35, -0.34, 0.05, 0.34, WOOD, r=0.012)
        pen.slab(0.31, -0.17, 0.04, 0.17, WOOD, r=0.012)
        pen.slab(-0.31, -0.09, 0.63, 0.065, times(WOOD, 0.8))
        pen.slab(-0.31, -0.15, 0.63, 0.075, WHITE, r=0.02)
        pen.slab(-0.30, -0.205, 0.15, 0.075, (250, 248, 244), 0.07, r=0.032)
        pen.slab(-0.285, -0.235, 0.13, 0.062, mix(colour, WHITE, 0.7), 0.07, r=0.028)
        pen.form(
            [(-0.13, -0.165), (0.0, -0.185), (0.2, -0.178), (0.322, -0.16), (0.335, -0.045), (-0.14, -0.04)],
            colour,
        )
        pen.form(
            [(-0.14, -0.165), (-0.07, -0.176), (-0.075, -0.045), (-0.15, -0.04)], mix(colour, WHITE, 0.65)
        )
        for n in range(5):
            x = -0.02 + 0.07 * n
            pen.stroke([(x, -0.165), (x + 0.012, -0.10), (x, -0.05)], 0.005, times(colour, 0.86))

    return draw


def night_stand(pen: Pen, rng: np.random.Generator) -> None:
    """A small chest with a lamp and a book on it."""
    pen.shadow(-0.075, 0.15)
    pen.slab(-0.075, -0.16, 0.15, 0.15, WOOD)
    for y in (-0.145, -0.08):
        pen.slab(-0.062, y, 0.124, 0.055, times(WOOD, 1.14), r=0.004)
        pen.disc(0, y + 0.027, 0.006, (222, 190, 120))
    pen.slab(-0.082, -0.172, 0.164, 0.016, times(WOOD, 1.2))
    pen.slab(-0.008, -0.23, 0.016, 0.058, (212, 190, 160), r=0.006)
    pen.form([(-0.032, -0.30), (0.032, -0.30), (0.055, -0.225), (-0.055, -0.225)], (252, 226, 182))
    pen.slab(0.03, -0.182, 0.04, 0.010, BOOKS[int(rng.integers(4))])


def board(pen: Pen, rng: np.random.Generator) -> None:
    """A blackboard with a sum, a triangle and a curve in chalk."""
    pen.slab(-0.36, -0.30, 0.72, 0.31, WOOD)
    pen.slab(-0.345, -0.286, 0.69, 0.282, (52, 88, 74), 0.06)
    chalk: Colour = (226, 234, 226)
    pen.stroke([(-0.30, -0.06), (-0.20, -0.06), (-0.20, -0.16), (-0.30, -0.06)], 0.005, chalk)
    pen.stroke([(0.06, -0.05), (0.06, -0.20)], 0.004, chalk)
    pen.stroke([(0.04, -0.07), (0.26, -0.07)], 0.004, chalk)
    lift = float(rng.uniform(0.6, 1.4))
    curve = [(0.06 + 0.01 * n, -0.08 - 0.05 * lift * (1 + math.sin(0.5 * n))) for n in range(18)]
    pen.stroke(curve, 0.005, (250, 214, 140))
    for line in range(3):
        x = -0.13
        while x < 0.0:
            wide = float(rng.uniform(0.012, 0.034))
            pen.stroke(
                [(x, -0.23 + 0.045 * line), (x + wide, -0.23 + 0.045 * line)], 0.005, times(chalk, 0.85)
            )
            x += wide + 0.012
    pen.slab(-0.36, 0.006, 0.72, 0.016, times(WOOD, 1.15))
    pen.slab(-0.06, -0.006, 0.06, 0.014, (214, 200, 180), r=0.003)


def chart(pen: Pen, rng: np.random.Generator) -> None:
    """A map of the world on the wall."""
    pen.slab(-0.15, -0.20, 0.30, 0.20, (168, 206, 222), 0.04)
    land: Colour = (158, 178, 104)
    for x, y, r, ry in (
        (-0.09, -0.14, 0.036, 0.030), (-0.07, -0.07, 0.020, 0.034), (0.01, -0.15, 0.022, 0.018),
        (0.02, -0.085, 0.026, 0.036), (0.08, -0.145, 0.050, 0.030), (0.11, -0.06, 0.020, 0.014),
    ):  # fmt: skip
        pen.disc(x, y, r, times(land, float(rng.uniform(0.9, 1.1))), ry=ry)
    for y in (-0.208, -0.004):
        pen.stroke([(-0.16, y), (0.16, y)], 0.012, WOOD)


def counter(pen: Pen, rng: np.random.Generator) -> None:
    """A bar of wood with an espresso machine and cakes under glass; bottles and a slate behind it."""
    for n in range(2):
        y = -0.40 - 0.115 * n
        pen.slab(-0.34, y, 0.68, 0.014, WOOD)
        x = -0.32
        while x < 0.30:
            tone = ((96, 132, 92), (170, 110, 60), (206, 196, 176), (120, 60, 60), (70, 96, 120))[
                int(rng.integers(5))
            ]
            tall = float(rng.uniform(0.045, 0.08))
            pen.slab(x, y - tall, 0.022, tall, tone, 0.14, r=0.005)
            if tall > 0.062:
                pen.slab(x + 0.007, y - tall - 0.016, 0.008, 0.02, tone)
            x += float(rng.uniform(0.030, 0.050))
    pen.shadow(-0.40, 0.80)
    pen.slab(-0.40, -0.235, 0.80, 0.225, (112, 74, 52), 0.12)
    for n in range(6):
        pen.slab(-0.385 + 0.131 * n, -0.205, 0.112, 0.17, (138, 94, 64), 0.10, r=0.004)
    pen.slab(-0.425, -0.255, 0.85, 0.026, (196, 156, 112), 0.14, r=0.005)
    pen.slab(-0.33, -0.36, 0.17, 0.105, STEEL, 0.16, r=0.010)
    pen.slab(-0.31, -0.325, 0.13, 0.045, DARK, r=0.004)
    for x in (-0.29, -0.22):
        pen.slab(x, -0.285, 0.022, 0.026, WHITE, r=0.003)
    for x in (-0.30, -0.26, -0.22):
        pen.slab(x, -0.382, 0.024, 0.022, WHITE, r=0.003)
    pen.disc(0.16, -0.262, 0.085, times(WHITE, 0.92), ry=0.010)
    for n, tone in enumerate(((196, 120, 66), (236, 190, 190), (110, 70, 52))):
        pen.slab(0.10 + 0.046 * n, -0.30, 0.036, 0.036, tone, r=0.010)
    pen.disc(0.16, -0.275, 0.085, (236, 246, 250), ry=0.062, alpha=0.22)


def cabinet(colour: Colour) -> Draw:
    """Drawers for files, with a plant on them."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.09, 0.18)
        pen.slab(-0.09, -0.30, 0.18, 0.29, colour, 0.06, r=0.004)
        for y in (-0.288, -0.195, -0.102):
            pen.slab(-0.08, y, 0.16, 0.084, times(colour, 1.08), 0.05, r=0.003)
            pen.slab(-0.025, y + 0.03, 0.05, 0.010, times(colour, 0.6), r=0.003)
        pen.put(Furnishing(plant(0.15), 0.0, 0.30), 1.0, rng)

    return draw


def sick_bed(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A hospital bed, a drip and a monitor."""
    pen.stroke([(-0.40, 0), (-0.40, -0.47)], 0.008, STEEL)
    pen.stroke([(-0.43, -0.46), (-0.37, -0.46)], 0.006, STEEL)
    pen.slab(-0.448, -0.45, 0.036, 0.075, (206, 230, 240), r=0.008)
    pen.stroke([(-0.43, -0.375), (-0.42, -0.26), (-0.30, -0.20)], 0.003, (206, 222, 230))
    pen.shadow(-0.32, 0.64)
    for x in (-0.28, 0.26):
        pen.disc(x, -0.014, 0.014, DARK)
        pen.stroke([(x, -0.02), (x, -0.10)], 0.010, STEEL)
    pen.slab(-0.31, -0.125, 0.62, 0.03, STEEL)
    pen.slab(-0.33, -0.30, 0.026, 0.21, (150, 190, 198), r=0.010)
    pen.slab(0.31, -0.22, 0.022, 0.13, (150, 190, 198), r=0.010)
    pen.slab(-0.30, -0.17, 0.61, 0.05, WHITE, r=0.016)
    pen.slab(-0.29, -0.22, 0.14, 0.06, (252, 252, 252), 0.06, r=0.026)
    pen.form([(-0.12, -0.185), (0.30, -0.180), (0.315, -0.10), (-0.13, -0.10)], (126, 182, 190))
    pen.form([(-0.13, -0.185), (-0.06, -0.187), (-0.07, -0.10), (-0.14, -0.10)], (226, 240, 242))
    pen.slab(-0.215, -0.47, 0.14, 0.10, DARK, r=0.008)
    pen.slab(-0.207, -0.462, 0.124, 0.084, (20, 40, 44), r=0.004)
    beat = [(0, 0), (0.02, 0), (0.028, -0.012), (0.036, 0.022), (0.044, -0.03), (0.052, 0), (0.110, 0)]
    pen.stroke([(-0.20 + x, -0.418 + y) for x, y in beat], 0.004, (96, 240, 150))
    pen.stroke([(-0.20, -0.392), (-0.16, -0.396), (-0.12, -0.390), (-0.09, -0.393)], 0.003, (250, 210, 90))


def weights(pen: Pen, rng: np.random.Generator) -> None:
    """A rack of dumbbells before a mirror, and a punching bag."""
    pen.slab(-0.34, -0.52, 0.60, 0.40, times(STEEL, 0.9))
    pen.slab(-0.33, -0.51, 0.58, 0.38, (190, 206, 214), 0.10)
    pen.form([(-0.2, -0.13), (-0.02, -0.51), (0.08, -0.51), (-0.1, -0.13)], (226, 236, 240))
    pen.shadow(-0.32, 0.56)
    for x in (-0.31, 0.21):
        pen.slab(x, -0.20, 0.014, 0.20, DARK)
    for y in (-0.18, -0.085):
        pen.slab(-0.32, y, 0.56, 0.012, DARK)
        for n in range(6):
            x, r = -0.27 + 0.088 * n, 0.016 + 0.0016 * n
            tone = ((66, 70, 78), (186, 66, 54), (52, 96, 150))[int(rng.integers(3))]
            pen.slab(x - 0.024, y - r - 0.004, 0.048, 0.008, STEEL)
            for way in (-1, 1):
                pen.slab(x + way * 0.024 - 0.009, y - 2 * r, 0.018, 2 * r, tone, 0.2, r=0.005)
    pen.stroke([(0.38, -1.1), (0.38, -0.52)], 0.006, DARK)
    pen.slab(0.325, -0.52, 0.11, 0.33, (168, 50, 46), 0.10, r=0.03)
    pen.slab(0.325, -0.44, 0.11, 0.014, (120, 34, 34))


def flasks(pen: Pen, rng: np.random.Generator) -> None:
    """Flasks of all colours, a rack of tubes and a microscope."""
    for n, tone in enumerate(((86, 196, 160), (236, 112, 90), (96, 148, 232), (240, 196, 80))):
        x = -0.24 + 0.078 * n + float(rng.uniform(-0.01, 0.01))
        pen.form([(x - 0.008, -0.085), (x + 0.008, -0.085), (x + 0.034, 0), (x - 0.034, 0)], (214, 232, 238))
        pen.form([(x - 0.017, -0.042), (x + 0.017, -0.042), (x + 0.030, -0.004), (x - 0.030, -0.004)], tone)
        pen.slab(x - 0.011, -0.092, 0.022, 0.008, (236, 244, 248))
        pen.stroke([(x - 0.013, -0.05), (x - 0.024, -0.012)], 0.003, WHITE)
    pen.slab(0.075, -0.045, 0.11, 0.010, WOOD)
    pen.slab(0.075, -0.010, 0.11, 0.010, WOOD)
    for n in range(4):
        tone = BOOKS[int(rng.integers(5))]
        pen.slab(0.084 + 0.026 * n, -0.07, 0.014, 0.066, (222, 236, 240), r=0.006)
        pen.slab(0.086 + 0.026 * n, -0.04, 0.010, 0.035, mix(tone, (255, 90, 120), 0.3), r=0.004)
    pen.slab(0.225, -0.014, 0.075, 0.014, DARK, r=0.003)
    pen.stroke([(0.285, -0.012), (0.292, -0.07), (0.262, -0.10)], 0.012, DARK)
    pen.stroke([(0.272, -0.12), (0.246, -0.05)], 0.016, STEEL)


def tools(pen: Pen, rng: np.random.Generator) -> None:
    """Saws, hammers and wrenches on a board, over a bench with a vice and shavings."""
    pen.slab(-0.36, -0.56, 0.66, 0.25, (190, 152, 104), 0.05)
    for n in range(7):
        x, tall = -0.31 + 0.092 * n, float(rng.uniform(0.11, 0.17))
        handle = ((196, 70, 52), (60, 100, 150), WOOD)[int(rng.integers(3))]
        pen.slab(x - 0.007, -0.53 + 0.4 * tall, 0.014, 0.6 * tall + 0.02, handle, r=0.006)
        match n % 4:
            case 0:
                pen.slab(x - 0.030, -0.535, 0.060, 0.026, DARK, 0.2, r=0.004)
            case 1:
                pen.form(
                    [(x - 0.010, -0.535), (x + 0.034, -0.535), (x + 0.012, -0.43), (x - 0.010, -0.43)], STEEL
                )
            case 2:
                pen.stroke([(x, -0.535), (x, -0.45)], 0.008, STEEL)
            case _:
                pen.disc(x, -0.525, 0.020, STEEL)
                pen.disc(x, -0.532, 0.009, (190, 152, 104))
    pen.put(Furnishing(table(0.74, 0.22, (150, 106, 66)), -0.02), 1.0, rng)
    pen.slab(0.20, -0.30, 0.07, 0.05, (70, 86, 104), 0.2, r=0.005)
    pen.slab(0.265, -0.285, 0.05, 0.016, STEEL, r=0.004)
    pen.slab(-0.22, -0.255, 0.26, 0.022, (222, 184, 128), r=0.002)
    for _ in range(9):
        pen.disc(float(rng.uniform(-0.3, 0.15)), -0.236, 0.008, (232, 202, 150), ry=0.004)
    for n in range(3):
        pen.slab(
            -0.40 - 0.03 * n, -0.40 + 0.04 * n, 0.022, 0.40 - 0.04 * n, times((204, 164, 112), 1 - 0.08 * n)
        )


def fireplace(pen: Pen, rng: np.random.Generator) -> None:
    """A fireplace of brick under a mantel with candles and a picture over it."""
    pen.slab(-0.21, -0.36, 0.42, 0.36, (150, 92, 74), 0.06)
    for n in range(9):
        y = -0.04 * n
        pen.stroke([(-0.21, y), (0.21, y)], 0.003, (118, 72, 60))
        for k in range(6):
            x = -0.21 + 0.075 * k + (0.037 if n % 2 else 0)
            if x < 0.21:
                pen.stroke([(x, y), (x, y - 0.04)], 0.003, (118, 72, 60))
    pen.slab(-0.125, -0.22, 0.25, 0.22, (26, 20, 20), r=0.012)
    for x, lean in ((-0.07, 0.03), (0.02, -0.025)):
        pen.stroke([(x, -0.02), (x + 0.07, -0.02 - lean)], 0.030, times(WOOD, 0.55))
    pen.slab(-0.245, -0.385, 0.49, 0.034, (128, 84, 54), 0.14, r=0.004)
    pen.slab(-0.25, -0.012, 0.50, 0.024, (112, 104, 100))
    for x in (-0.19, -0.16, 0.18):
        tall = float(rng.uniform(0.035, 0.06))
        pen.slab(x - 0.007, -0.385 - tall, 0.014, tall, (244, 236, 214), r=0.003)
    pen.put(Furnishing(picture(0.22, 0.16), 0.02, 0.41), 1.0, rng)
