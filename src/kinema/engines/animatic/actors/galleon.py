"""A sailing ship of old: a wooden hull with a high stern, two masts with square sails, a flag."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, limb, paint, shape, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, times


class Galleon:
    """The bow is to the right; `pirate` ones have dark sails and a skull on their flag."""

    box = Box(side=0.95, up=1.15, down=0.12, seat=(0.10, 0.24), room=0.24)

    def __init__(self, hull: Colour = (112, 72, 46), *, pirate: bool = False) -> None:
        self._hull = hull
        self._sail: Colour = (72, 66, 70) if pirate else (238, 226, 200)
        self._flag: Colour = (34, 34, 40) if pirate else (196, 56, 50)
        self._pirate = pirate

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw masts, sails from far to near, rigging, the hull and its gun ports."""
        t = pose.phase
        fill = 0.030 + 0.010 * math.sin(1.3 * t)
        wood = times(self._hull, 0.72)
        masts = ((-0.34, 0.92), (0.16, 1.02))
        for x, high in masts:
            canvas.drawPath(limb([(x, -0.16), (x, -high)], [0.018, 0.010], 5), paint(wood))
        canvas.drawPath(limb([(0.55, -0.26), (0.92, -0.44)], [0.015, 0.008], 5), paint(wood))
        for line in (
            ((0.16, -1.0), (0.90, -0.43)),
            ((-0.34, -0.90), (0.16, -0.60)),
            ((-0.34, -0.90), (-0.74, -0.36)),
        ):
            canvas.drawLine(*line[0], *line[1], stroke((60, 46, 38), 0.005, 0.8))
        jib = [(0.24, -0.80), (0.86, -0.45), (0.40, -0.34)]
        canvas.drawPath(shape(jib), paint(times(self._sail, 0.88)))
        for x, high in masts:
            for top, tall, half in ((high - 0.03, 0.22, 0.17), (high - 0.29, 0.32, 0.25)):
                self._square(canvas, x, -top, tall, half, fill, wood)
        x, high = masts[1]
        self._wave(canvas, x, -high, t)
        self._body(canvas)

    def _square(
        self, canvas: Canvas, x: float, top: float, tall: float, half: float, fill: float, wood: Colour
    ) -> None:
        """A sail under its yard, bellied to the right."""
        sail = skia.Path()
        sail.moveTo(x - half, top)
        sail.lineTo(x + half, top)
        sail.cubicTo(
            x + half + fill * 2, top + 0.4 * tall, x + half + fill * 2, top + 0.7 * tall, x + half, top + tall
        )
        sail.quadTo(x + fill, top + tall - 0.05, x - half, top + tall)
        sail.cubicTo(x - half + fill, top + 0.7 * tall, x - half + fill, top + 0.4 * tall, x - half, top)
        canvas.drawPath(sail, paint(self._sail))
        canvas.save()
        canvas.clipPath(sail, True)
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - half, top, x - 0.35 * half, top + tall), paint(times(self._sail, 0.84))
        )
        for n in (1, 2):
            y = top + tall * n / 3
            canvas.drawLine(x - half, y, x + half + 0.1, y, stroke(times(self._sail, 0.76), 0.006))
        canvas.restore()
        canvas.drawLine(x - half - 0.03, top, x + half + 0.03, top, stroke(wood, 0.020))

    def _wave(self, canvas: Canvas, x: float, y: float, t: float) -> None:
        """The flag at the top of the main mast."""
        points = [(x - 0.20 * n / 8, y - 0.02 + 0.016 * math.sin(1.1 * n - 5 * t) * n / 8) for n in range(9)]
        under = [(px, py + 0.11) for px, py in reversed(points)]
        canvas.drawPath(shape(points + under), paint(self._flag))
        if self._pirate:
            canvas.drawCircle(x - 0.09, y + 0.028, 0.024, paint((240, 240, 236)))
            canvas.drawLine(x - 0.125, y + 0.068, x - 0.055, y + 0.052, stroke((240, 240, 236), 0.010))
            canvas.drawLine(x - 0.125, y + 0.052, x - 0.055, y + 0.068, stroke((240, 240, 236), 0.010))

    def _body(self, canvas: Canvas) -> None:
        """The hull down to the water."""
        hull = skia.Path()
        hull.moveTo(-0.86, -0.42)
        hull.lineTo(-0.58, -0.40)
        hull.lineTo(-0.55, -0.24)
        hull.cubicTo(-0.20, -0.19, 0.20, -0.19, 0.46, -0.24)
        hull.lineTo(0.50, -0.32)
        hull.lineTo(0.74, -0.34)
        hull.cubicTo(0.70, -0.16, 0.58, 0.0, 0.44, 0.06)
        hull.lineTo(-0.62, 0.06)
        hull.cubicTo(-0.76, -0.04, -0.82, -0.22, -0.86, -0.42)
        hull.close()
        canvas.save()
        canvas.clipRect(
            skia.Rect.MakeLTRB(-1.0, -0.6, 1.0, 0.006), doAntiAlias=True
        )  # the rest is under water
        canvas.drawPath(hull, paint(self._hull))
        canvas.clipPath(hull, True)
        for n, y in enumerate((-0.34, -0.27, -0.20, -0.13, -0.06)):
            canvas.drawLine(-0.9, y, 0.8, y + 0.01, stroke(times(self._hull, 0.80 + 0.04 * (n % 2)), 0.009))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.9, -0.045, 0.8, 0.1), paint(times(self._hull, 0.62)))
        canvas.drawLine(-0.9, -0.175, 0.8, -0.185, stroke((206, 166, 84), 0.018))
        for n in range(7):
            x = -0.46 + 0.145 * n
            canvas.drawRect(skia.Rect.MakeXYWH(x, -0.135, 0.050, 0.045), paint((40, 30, 28)))
        canvas.restore()
        for x in (-0.80, -0.73, -0.66):
            canvas.drawRect(skia.Rect.MakeXYWH(x, -0.36, 0.040, 0.060), paint((255, 214, 130)))
