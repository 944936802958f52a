"""Helmets: each is drawn about the neck, its wearer's head one unit high."""

from __future__ import annotations

from collections.abc import Callable

import skia

from kinema.engines.animatic.actors.brush import Canvas, argb, blob, limb, paint, shape, stroke


def _knight(canvas: Canvas) -> None:
    """Steel with a slit to look through, and a plume."""
    plume = limb([(0.05, -0.98), (-0.14, -1.12), (-0.42, -0.98)], [0.05, 0.09, 0.03])
    canvas.drawPath(plume, paint((206, 40, 58)))
    dome = [
        (-0.46, -0.42),
        (-0.40, -0.86),
        (0.0, -1.04),
        (0.40, -0.86),
        (0.46, -0.42),
        (0.30, -0.02),
        (-0.30, -0.02),
    ]
    canvas.drawPath(blob(dome), paint((176, 184, 198)))
    canvas.drawPath(
        shape([(-0.36, -0.62), (0.44, -0.62), (0.40, -0.46), (-0.32, -0.46)]), paint((34, 38, 48))
    )
    for x in (-0.05, 0.14):
        canvas.drawCircle(x, -0.54, 0.045, paint((252, 250, 244)))
    for x in (-0.14, 0.04, 0.22):
        canvas.drawLine(x, -0.32, x, -0.16, stroke((110, 118, 134), 0.03))


def _astronaut(canvas: Canvas) -> None:
    """White, with a visor that mirrors a planet."""
    canvas.save()
    canvas.translate(0, -0.42)
    canvas.drawOval(skia.Rect.MakeLTRB(-0.32, 0.24, 0.32, 0.49), paint((168, 174, 190)))
    canvas.drawCircle(0, 0, 0.495, paint((232, 234, 240)))
    for x in (-0.46, 0.46):
        canvas.drawCircle(x, 0.055, 0.095, paint((168, 174, 190)))
    visor = [(-0.36, -0.125), (0, -0.29), (0.36, -0.125), (0.355, 0.18), (0, 0.32), (-0.355, 0.18)]
    canvas.save()
    canvas.clipPath(blob(visor), True)
    sky = skia.GradientShader.MakeLinear(
        [skia.Point(0, -0.28), skia.Point(0, 0.33)],
        [argb((22, 22, 40)), argb((54, 44, 60)), argb((226, 150, 60)), argb((90, 160, 220))],
        [0.0, 0.50, 0.72, 1.0],
    )
    canvas.drawPaint(skia.Paint(AntiAlias=True, Shader=sky))
    canvas.drawCircle(0.083, 0.653, 0.47, paint((120, 190, 240)))
    canvas.restore()
    gleam = [(-0.28, -0.11), (-0.125, -0.217), (-0.055, -0.183), (-0.21, -0.042)]
    canvas.drawPath(blob(gleam), paint((255, 255, 255), 0.75))
    canvas.drawCircle(0.21, -0.097, 0.03, paint((255, 255, 255), 0.8))
    canvas.restore()


HELMETS: dict[str, Callable[[Canvas], None]] = {"knight": _knight, "astronaut": _astronaut}
"""By what `Clothes.helmet` says."""
