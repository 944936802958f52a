"""What a surfer rides: a board, and a wave that curls over behind it."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, argb, blob, limb, paint, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times


class Surfboard:
    """A board seen from the side, its nose to the right. One unit is its length."""

    box = Box(side=0.62, up=0.35, down=0.30, seat=(0.0, 0.05), room=0.8, still=True)

    def __init__(self, colour: Colour = (248, 240, 222)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - a board has one pose
        """Draw fin, deck, stripe and rail."""
        canvas.drawPath(blob([(-0.42, 0.03), (-0.36, 0.12), (-0.30, 0.04)]), paint((40, 44, 60)))
        deck = [
            (-0.52, -0.005),
            (-0.30, -0.035),
            (0.25, -0.045),
            (0.56, -0.115),
            (0.40, 0.005),
            (-0.10, 0.045),
        ]
        canvas.drawPath(blob(deck), paint(self._colour))
        canvas.drawPath(
            limb([(-0.46, 0.006), (0.0, 0.006), (0.47, -0.055)], [0.010] * 3, 9), paint((226, 74, 60))
        )


class Wave:
    """A breaking wave: a steep face that shines through, a crest that curls, foam at its foot, spray."""

    box = Box(side=2.1, up=1.3, down=0.2, rigid=True, soft=True)

    def __init__(self, water: Colour = (32, 138, 168)) -> None:
        self._water = water

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the face, the streaks that climb it, the curl, the foam and the spray."""
        t, white = pose.phase, (250, 253, 255)
        swell = 0.03 * math.sin(t * 1.6)
        face = skia.Path()
        face.moveTo(-2.0, 0.0)
        face.cubicTo(-1.7, -0.34, -1.4, -0.92 - swell, -0.72, -1.02 - swell)
        face.cubicTo(-0.40, -1.06, -0.16, -0.98, -0.05, -0.84 + swell)
        face.cubicTo(0.30, -0.50, 1.0, -0.16, 1.86, 0.0)
        face.close()
        shine = skia.GradientShader.MakeLinear(
            [skia.Point(0, -1.05), skia.Point(0, 0.06)],
            [
                argb(mix(self._water, (170, 246, 226), 0.70)),
                argb(self._water),
                argb(times(self._water, 0.66)),
            ],
            [0.0, 0.55, 1.0],
        )
        canvas.drawPath(face, skia.Paint(AntiAlias=True, Shader=shine))
        streak = stroke(white, 0.022, 0.28)
        streak.setBlendMode(skia.BlendMode.kSrcATop)  # on the face alone, which is all there is yet
        for n in range(13):
            u = (n / 13 + t * 0.30) % 1.0
            path = skia.Path()
            path.moveTo(1.5 - 3.0 * u, 0.05)
            path.quadTo(0.98 - 2.25 * u, -0.32, 0.15 - 1.5 * u, -0.95)
            canvas.drawPath(path, streak)
        curl = [
            (-1.50, -0.68), (-1.12, -0.97 - swell), (-0.62, -1.13 - swell), (-0.12, -1.04),
            (0.10, -0.78 + swell), (0.02, -0.60 + swell), (-0.06, -0.80), (-0.24, -0.90), (-0.60, -0.98),
            (-1.02, -0.86),
        ]  # fmt: skip
        canvas.drawPath(blob(curl), paint(white))
        hollow = [(-0.70, -0.95), (-0.26, -0.87), (-0.06, -0.72), (-0.16, -0.70), (-0.34, -0.80)]
        canvas.drawPath(blob(hollow), paint(mix(self._water, (0, 30, 60), 0.3), 0.5))
        for n in range(44):
            u = (n * 0.618 + t * 0.11) % 1.0
            x = -2.0 + 4.0 * u
            wide = (0.17 + 0.05 * math.sin(n * 2.3 + t * 3.1)) * min(1.0, 5 * u, 5 * (1 - u) + 0.1)
            y = 0.02 + 0.05 * math.sin(n * 1.7) + 0.02 * math.sin(t * 2.3 + n)
            froth = mix(white, self._water, 0.12 * (n % 3 == 0))
            canvas.drawOval(
                skia.Rect.MakeLTRB(x - wide, y - 0.40 * wide, x + wide, y + 0.22 * wide), paint(froth)
            )
        for n in range(30):
            u = (n * 0.381 + t * (0.9 + 0.02 * n)) % 1.0
            x = -1.2 + 1.3 * ((n * 0.618) % 1.0) - 0.30 * u
            y = -1.0 - (0.34 + 0.2 * (n % 3)) * u + 0.62 * u * u
            canvas.drawCircle(x, y, 0.026 * (1 - 0.6 * u), paint(white, 0.9 * (1 - u)))
