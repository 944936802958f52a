"""Bodies that swim: a whale and a fish, whose tails drive them."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times

_EYE: Colour = (24, 26, 34)


class Whale:
    """A whale from the side: a grooved belly, a long mouth, a fin that rows and flukes that beat."""

    box = Box(side=1.15, up=1.0, down=0.2, seat=(0.1, 0.68), room=0.6)

    def __init__(self, skin: Colour = (58, 104, 150)) -> None:
        self._skin = skin

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw flukes, back, belly, mouth, eye and fin."""
        p = pose.phase
        skin, pale = self._skin, mix(self._skin, (226, 238, 244), 0.78)

        def at(x: float, y: float) -> Point:
            """A place on the body, moved by the wave that runs through it to the tail."""
            behind = max(0.15 - x, 0.0)
            return (x, y + 0.20 * behind**1.5 * math.sin(math.pi * p - 1.6 * behind))

        end = at(-0.84, -0.36)
        slope = math.cos(math.pi * p - 1.6)
        for side in (-1.0, 1.0):
            tip = (end[0] - 0.24, end[1] - 0.06 - side * 0.15 + 0.06 * slope)
            back = (end[0] - 0.08, end[1] - 0.02 - side * 0.02)
            canvas.drawPath(
                limb(
                    [end, (end[0] - 0.14, end[1] - side * 0.10 + 0.02 * slope), tip], [0.05, 0.055, 0.012], 9
                ),
                paint(times(skin, 0.86 if side < 0 else 0.98)),
            )
            canvas.drawCircle(*back, 0.04, paint(skin))
        outline = [
            (0.90, -0.34), (0.72, -0.56), (0.28, -0.68), (-0.25, -0.58), (-0.62, -0.43), (-0.88, -0.38),
            (-0.88, -0.32), (-0.55, -0.24), (-0.10, -0.10), (0.40, -0.05), (0.78, -0.15),
        ]  # fmt: skip
        whole = blob([at(x, y) for x, y in outline])
        canvas.drawPath(whole, paint(skin))
        canvas.save()
        canvas.clipPath(whole, True)
        belly = [
            (0.98, -0.30),
            (0.62, -0.29),
            (0.30, -0.24),
            (-0.15, -0.22),
            (-0.6, -0.27),
            (-0.3, 0.05),
            (0.6, 0.05),
        ]
        canvas.drawPath(blob([at(x, y) for x, y in belly]), paint(pale))
        for n in range(6):
            y = -0.235 + 0.033 * n
            line = skia.Path()
            line.moveTo(0.86, y + 0.02)
            line.quadTo(0.45, y + 0.075, -0.02 - 0.05 * n, y + 0.02)
            canvas.drawPath(line, stroke(mix(pale, skin, 0.55), 0.010))
        canvas.restore()
        mouth = skia.Path()
        mouth.moveTo(0.90, -0.33)
        mouth.quadTo(0.70, -0.27, 0.46, -0.335)
        canvas.drawPath(mouth, stroke(times(skin, 0.55), 0.016))
        canvas.drawCircle(0.40, -0.375, 0.034, paint(_EYE))
        canvas.drawCircle(0.412, -0.386, 0.011, paint((255, 255, 255)))
        row = math.sin(math.pi * p + 0.8)
        fin = [(0.20, -0.17), (0.06, -0.02 + 0.05 * row), (-0.12, 0.06 + 0.12 * row)]
        canvas.drawPath(limb(fin, [0.075, 0.062, 0.014]), paint(times(skin, 0.82)))


class Fish:
    """A fish from the side: a tail that sweeps, fins, a gill, and a mouth that opens and shuts."""

    box = Box(side=0.95, up=1.0, down=0.1, seat=(0.0, 0.9), room=0.6)

    def __init__(self, scales: Colour = (240, 136, 44)) -> None:
        self._scales = scales

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw tail, fins, body, stripes and head."""
        sweep = math.sin(2 * math.pi * pose.phase * 1.6)
        scales, fin = self._scales, paint(mix(self._scales, (255, 244, 214), 0.35))
        pale = mix(self._scales, (255, 250, 236), 0.62)
        far = -0.86 + 0.13 * abs(sweep)
        canvas.drawPath(
            blob(
                [
                    (-0.40, -0.46),
                    (far, -0.82 + 0.06 * sweep),
                    (far + 0.13, -0.44),
                    (far, -0.10 + 0.06 * sweep),
                ]
            ),
            fin,
        )
        canvas.drawPath(
            blob([(0.22, -0.74), (-0.02, -1.0), (-0.34, -0.90 + 0.03 * sweep), (-0.30, -0.58)]), fin
        )
        canvas.drawPath(
            blob([(0.10, -0.16), (-0.14, 0.04), (-0.30, -0.02 - 0.03 * sweep), (-0.16, -0.24)]), fin
        )
        outline = [
            (0.66, -0.44),
            (0.40, -0.70),
            (-0.02, -0.78),
            (-0.46, -0.48),
            (-0.02, -0.14),
            (0.40, -0.20),
        ]
        whole = blob(outline)
        canvas.drawPath(whole, paint(scales))
        canvas.save()
        canvas.clipPath(whole, True)
        canvas.drawPath(
            blob([(0.7, -0.36), (0.1, -0.30), (-0.5, -0.40), (0.0, 0.0), (0.5, -0.05)]), paint(pale)
        )
        for x in (-0.26, -0.02):
            canvas.drawPath(
                limb([(x, -0.90), (x + 0.06, -0.5), (x, -0.05)], [0.045, 0.060, 0.035], 9), paint(pale, 0.9)
            )
        canvas.restore()
        gill = skia.Path()
        gill.moveTo(0.22, -0.62)
        gill.quadTo(0.10, -0.44, 0.22, -0.27)
        canvas.drawPath(gill, stroke(times(scales, 0.7), 0.026))
        canvas.drawPath(
            limb(
                [(0.12, -0.36), (-0.04, -0.30 + 0.05 * sweep), (-0.12, -0.22 + 0.09 * sweep)],
                [0.03, 0.07, 0.02],
                9,
            ),
            fin,
        )
        canvas.drawCircle(0.40, -0.50, 0.088, paint((255, 255, 255)))
        canvas.drawCircle(0.42, -0.50, 0.052, paint(_EYE))
        lip = 0.015 + 0.015 * abs(math.sin(math.pi * pose.phase))
        canvas.drawOval(skia.Rect.MakeLTRB(0.60, -0.41 - lip, 0.68, -0.39 + lip), paint(times(scales, 0.5)))
