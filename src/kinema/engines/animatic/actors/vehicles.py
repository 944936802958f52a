"""Vehicles with parts of their own: a rocket with its flame, a sailboat with wind in its sails."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, argb, blob, limb, paint, shape
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour


class Rocket:
    """A rocket that stands on its fins: white and red, with a port-hole. Its flame is the exhaust's."""

    box = Box(side=0.34, up=1.12, down=0.10)

    def __init__(self, colour: Colour = (206, 48, 44)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - a hull has one pose
        """Draw fins, hull, stripes, window and nozzle."""
        red, white = self._colour, (236, 238, 242)
        dark = (red[0] * 0.7, red[1] * 0.7, red[2] * 0.7)
        for side in (-1, 1):
            fin = [
                (0.10 * side, -0.34),
                (0.135 * side, -0.30),
                (0.235 * side, -0.08),
                (0.225 * side, 0.0),
                (0.085 * side, -0.10),
            ]
            canvas.drawPath(shape(fin), paint(red if side > 0 else dark))
        canvas.drawPath(
            shape([(-0.07, -0.10), (0.07, -0.10), (0.095, -0.02), (-0.095, -0.02)]), paint((74, 78, 88))
        )
        hull = blob(
            [
                (0, -1.0),
                (0.075, -0.86),
                (0.128, -0.64),
                (0.136, -0.38),
                (0.098, -0.09),
                (-0.098, -0.09),
                (-0.136, -0.38),
                (-0.128, -0.64),
                (-0.075, -0.86),
            ]
        )
        canvas.save()
        canvas.clipPath(hull, True)
        across = skia.GradientShader.MakeLinear(
            [skia.Point(-0.14, 0), skia.Point(0.14, 0)],
            [argb((150, 156, 172)), argb(white), argb((255, 255, 255)), argb((168, 174, 188))],
            [0.0, 0.45, 0.62, 1.0],
        )
        canvas.drawPaint(skia.Paint(AntiAlias=True, Shader=across))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.2, -1.05, 0.2, -0.80), paint(red))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.2, -0.335, 0.2, -0.265), paint(red))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.2, -0.235, 0.2, -0.215), paint((60, 64, 74)))
        for y in (-0.50, -0.79):
            canvas.drawRect(skia.Rect.MakeLTRB(-0.2, y, 0.2, y + 0.006), paint((130, 136, 150)))
        canvas.restore()
        canvas.drawCircle(0, -0.635, 0.062, paint((70, 78, 96)))
        canvas.drawCircle(0, -0.635, 0.047, paint((64, 130, 196)))
        canvas.drawPath(
            blob([(-0.032, -0.65), (-0.005, -0.675), (0.008, -0.665), (-0.02, -0.63)]),
            paint((196, 230, 255), 0.85),
        )
        canvas.drawPath(shape([(-0.014, -0.28), (0.014, -0.28), (0.016, 0.0), (-0.016, 0.0)]), paint(red))


class Sailboat:
    """A small yacht: hull, mast, main sail and jib that fill and flutter, a lamp and somebody at the helm."""

    box = Box(side=0.80, up=1.18, down=0.12, seat=(0.34, 0.155), room=0.42)

    def __init__(self, hull: Colour = (176, 52, 46), sail: Colour = (250, 244, 230)) -> None:
        self._sail = sail
        self._hull = hull

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw from the far side to the near one; the bow is to the right."""
        t = pose.phase
        flutter = 0.012 * math.sin(t * 5.1)
        fill = 0.055 + 0.015 * math.sin(t * 1.3)
        canvas.drawPath(limb([(0.02, -0.10), (0.02, -1.08)], [0.013, 0.007], 5), paint((110, 80, 56)))
        main = skia.Path()
        main.moveTo(0.005, -1.04)
        main.cubicTo(-0.10 - fill, -0.80, -0.34 - fill, -0.48, -0.44, -0.245 + flutter)
        main.cubicTo(-0.28, -0.20 + flutter, -0.12, -0.205, 0.005, -0.235)
        main.close()
        canvas.drawPath(main, self._cloth(-0.44, 0.0))
        for y, x in ((-0.46, -0.335), (-0.66, -0.225), (-0.85, -0.115)):
            canvas.drawPath(
                limb([(0.0, y + 0.015), (x * 0.5, y + 0.02), (x, y)], [0.0028] * 3, 5),
                paint((190, 178, 160), 0.8),
            )
        jib = skia.Path()
        jib.moveTo(0.045, -0.98)
        jib.cubicTo(0.16 + fill, -0.72, 0.32, -0.44, 0.505, -0.205)
        jib.cubicTo(0.34, -0.22 + flutter, 0.16, -0.225 - flutter, 0.055, -0.28)
        jib.close()
        canvas.drawPath(jib, self._cloth(0.05, 0.5))
        canvas.drawPath(limb([(0.02, -0.235), (-0.45, -0.235)], [0.010, 0.008], 5), paint((110, 80, 56)))
        canvas.drawPath(limb([(-0.36, -0.16), (-0.355, -0.24)], [0.036, 0.030], 5), paint((52, 64, 96)))
        canvas.drawCircle(-0.352, -0.29, 0.030, paint((226, 180, 140)))
        hull = skia.Path()
        hull.moveTo(-0.54, -0.155)
        hull.cubicTo(-0.30, -0.125, 0.20, -0.130, 0.60, -0.195)
        hull.cubicTo(0.52, -0.06, 0.42, 0.03, 0.30, 0.045)
        hull.lineTo(-0.40, 0.045)
        hull.cubicTo(-0.48, 0.02, -0.52, -0.08, -0.54, -0.155)
        hull.close()
        canvas.save()
        canvas.clipRect(
            skia.Rect.MakeLTRB(-0.8, -0.4, 0.8, 0.006), doAntiAlias=True
        )  # the rest is under water
        canvas.drawPath(hull, paint((238, 234, 226)))
        canvas.clipPath(hull, True)
        canvas.drawRect(skia.Rect.MakeLTRB(-0.7, -0.045, 0.7, 0.1), paint(self._hull))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.7, -0.060, 0.7, -0.045), paint((40, 48, 70)))
        canvas.restore()
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(-0.16, -0.195, 0.18, -0.135), 0.02, 0.02, paint((214, 206, 194))
        )
        for x in (-0.09, 0.01, 0.11):
            canvas.drawCircle(x, -0.166, 0.016, paint((255, 214, 130)))

    def _cloth(self, left: float, right: float) -> object:
        r, g, b = self._sail
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(left, 0), skia.Point(right, 0)],
            [argb((r * 0.80, g * 0.80, b * 0.84)), argb((r, g, b)), argb((r * 0.90, g * 0.89, b * 0.89))],
            [0.0, 0.55, 1.0],
        )
        return skia.Paint(AntiAlias=True, Shader=shader)
