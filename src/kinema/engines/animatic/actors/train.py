"""A steam train: engine, tender and two carriages, on wheels that turn."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, argb, paint, shape, stroke
from kinema.engines.animatic.performance import WHEEL_TURNS, Pose
from kinema.engines.animatic.raster import Colour, mix, times

CHIMNEY: Point = (1.36, 1.04)
"""Where its smoke comes from, in body heights from its foot."""
_IRON: Colour = (54, 56, 62)
_BRASS: Colour = (214, 168, 84)
_STARTS = (-2.95, -1.42)


class Train:
    """An old train that goes to the right; `colour` is its carriages'."""

    box = Box(side=3.0, up=1.15, down=0.10, seat=(-0.72, 0.93), room=0.8, rigid=True)

    def __init__(self, colour: Colour = (150, 44, 42)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw from the last carriage to the cow catcher."""
        angle = pose.phase * 2 * math.pi * WHEEL_TURNS
        canvas.drawRect(skia.Rect.MakeLTRB(-2.95, -0.23, 1.6, -0.19), paint(times(_IRON, 0.7)))
        for n, start in enumerate(_STARTS):
            self._carriage(canvas, start, angle + n, 0.008 * math.sin(pose.phase * 9 + 2 * n))
        self._tender(canvas, angle)
        self._engine(canvas, angle)

    def _carriage(self, canvas: Canvas, left: float, angle: float, jolt: float) -> None:
        right, colour = left + 1.42, self._colour
        for x in (left + 0.26, left + 0.50, right - 0.50, right - 0.26):
            _wheel(canvas, x, 0.115, angle * 1.6)
        canvas.save()
        canvas.translate(0, jolt)
        canvas.drawRect(skia.Rect.MakeLTRB(left, -0.30, right, -0.20), paint(_IRON))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(left, -0.86, right, -0.26), 0.03, 0.03, paint(colour))
        canvas.drawRect(skia.Rect.MakeLTRB(left, -0.44, right, -0.41), paint(_BRASS))
        roof = paint(mix(_IRON, (120, 116, 112), 0.5))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(left - 0.05, -0.93, right + 0.05, -0.82), 0.05, 0.05, roof)
        for n in range(5):
            x = left + 0.11 + 0.26 * n
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x, -0.76, x + 0.17, -0.50), 0.03, 0.03, paint((255, 222, 150))
            )
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.64, x + 0.17, -0.625), paint(times(colour, 0.7)))
        canvas.restore()

    def _tender(self, canvas: Canvas, angle: float) -> None:
        for x in (0.12, 0.38):
            _wheel(canvas, x, 0.115, angle * 1.6)
        canvas.drawRect(skia.Rect.MakeLTRB(0.02, -0.62, 0.50, -0.20), paint(times(_IRON, 0.9)))
        canvas.drawRect(skia.Rect.MakeLTRB(0.02, -0.62, 0.50, -0.59), paint(_BRASS))
        coal = [(0.03, -0.62), (0.10, -0.71), (0.24, -0.74), (0.38, -0.70), (0.49, -0.62)]
        canvas.drawPath(shape(coal), paint((30, 28, 30)))

    def _engine(self, canvas: Canvas, angle: float) -> None:
        iron, red = paint(_IRON), paint(self._colour)
        canvas.drawRect(skia.Rect.MakeLTRB(0.54, -0.30, 1.66, -0.20), paint(times(_IRON, 0.75)))
        boiler = skia.GradientShader.MakeLinear(
            [skia.Point(0, -0.74), skia.Point(0, -0.30)],
            [argb((120, 124, 132)), argb((70, 72, 80)), argb((34, 34, 40))], [0.0, 0.35, 1.0],
        )  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeLTRB(0.84, -0.74, 1.60, -0.29), 0.05, 0.05,
                             skia.Paint(AntiAlias=True, Shader=boiler))  # fmt: skip
        for x in (0.98, 1.16, 1.46):
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.742, x + 0.022, -0.29), paint(_BRASS))
        canvas.drawPath(
            shape([(1.29, -0.72), (1.32, -0.90), (1.26, -1.04), (1.46, -1.04), (1.40, -0.90), (1.43, -0.72)]),
            iron,
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(1.03, -0.84, 1.19, -0.70), 0.06, 0.06, paint(_BRASS))
        canvas.drawCircle(1.62, -0.52, 0.060, paint(_BRASS))
        canvas.drawCircle(1.635, -0.52, 0.042, paint((255, 244, 200)))
        canvas.drawRect(skia.Rect.MakeLTRB(0.54, -0.92, 0.88, -0.24), red)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(0.61, -0.84, 0.80, -0.60), 0.03, 0.03, paint((180, 216, 232)))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(0.48, -1.0, 0.95, -0.91), 0.04, 0.04, iron)
        canvas.drawPath(shape([(1.60, -0.26), (1.68, -0.26), (1.86, -0.03), (1.60, -0.03)]), red)
        for x in (0.72, 1.04):
            _wheel(canvas, x, 0.185, angle)
        _wheel(canvas, 1.40, 0.115, angle * 1.6)
        x, y = 0.10 * math.cos(angle), 0.10 * math.sin(angle)
        rods = [((0.72 + x, -0.185 + y), (1.04 + x, -0.185 + y)), ((1.04 + x, -0.185 + y), (1.42, -0.26))]
        for start, end in rods:
            canvas.drawLine(*start, *end, stroke((196, 198, 204), 0.04))


def _wheel(canvas: Canvas, x: float, radius: float, angle: float) -> None:
    """A spoked wheel that stands on the rail."""
    y = -radius
    canvas.drawCircle(x, y, radius, paint((36, 36, 42)))
    canvas.drawCircle(x, y, radius * 0.80, paint((150, 52, 46)))
    spoke = stroke((36, 36, 42), radius * 0.14)
    for n in range(4):
        turn = angle + n * math.pi / 4
        dx, dy = radius * 0.8 * math.cos(turn), radius * 0.8 * math.sin(turn)
        canvas.drawLine(x - dx, y - dy, x + dx, y + dy, spoke)
    canvas.drawCircle(x, y, radius * 0.22, paint((190, 190, 196)))
