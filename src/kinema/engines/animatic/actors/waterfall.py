"""A waterfall: water that falls over a wall of rock into its pool, and the mist over that."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, blob, paint, shape, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times

_ROCK: Colour = (112, 104, 98)
_WATER: Colour = (150, 204, 226)
_FOAM: Colour = (244, 250, 252)
_STREAKS, _MIST = 130, 26
_FALL = 1.5
"""Heights that water falls in a unit of phase."""
_WALL = (
    (-1.0, 0.02), (-0.96, -0.42), (-0.84, -0.78), (-0.62, -0.98), (-0.30, -1.04), (0.28, -1.03),
    (0.62, -0.96), (0.82, -0.74), (0.94, -0.40), (1.02, 0.02),
)  # fmt: skip
_STONES = (
    (0.66, -0.72, 0.20, 0.26), (0.78, -0.36, 0.22, 0.30), (0.60, -0.20, 0.16, 0.24),
    (0.52, -0.92, 0.15, 0.12),
)  # fmt: skip
"""Where they are on one side, how wide and how high."""
_STONE = ((-1.0, 1.0), (-0.7, -0.6), (0.4, -1.0), (1.0, 0.7))
_MOSS = ((0.40, -1.02), (0.66, -0.99), (0.80, -0.82), (0.56, -0.90))


class Waterfall:
    """Seen from before it; its water never stands still."""

    box = Box(side=1.15, up=1.12, down=0.14, seat=(0.0, 1.0), rigid=True)

    def __init__(self, water: Colour = _WATER) -> None:
        self._water = water

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the wall, the fall with its streaks, the pool and the mist."""
        canvas.drawPath(shape(_WALL), paint(_ROCK))
        for side in (-1, 1):
            for n, (x, y, wide, high) in enumerate(_STONES):
                shade = 0.84 + 0.12 * (n % 2) + (0.14 if side > 0 else 0.0)
                outline = [(side * (x + px * wide), y + py * high) for px, py in _STONE]
                canvas.drawPath(blob(outline), paint(times(_ROCK, shade)))
            canvas.drawPath(blob([(side * x, y) for x, y in _MOSS]), paint((92, 132, 78)))
        self._fall(canvas, pose.phase)
        self._pool(canvas, pose.phase)

    def _fall(self, canvas: Canvas, t: float) -> None:
        canvas.save()
        canvas.clipPath(shape([(-0.34, -1.0), (0.34, -1.0), (0.44, 0.02), (-0.44, 0.02)]), True)
        canvas.drawPaint(paint(self._water))
        for n in range(_STREAKS):
            across, start, swift, wide = (_by_chance(n, part) for part in range(4))
            down = (1.4 * start + _FALL * (0.85 + 0.3 * swift) * t) % 1.4 - 0.3
            x, long = 0.35 * (2 * across - 1), 0.14 + 0.22 * swift
            tone = _FOAM if n % 4 else mix(self._water, (60, 120, 160), 0.35)
            spread = 1 + 0.3 * max(down, 0.0)
            line = stroke(tone, 0.006 + 0.014 * wide, 0.55)
            canvas.drawLine(x * spread, -1.0 + down, x * (spread + 0.3 * long), -1.0 + down + long, line)
        canvas.restore()
        canvas.drawPath(blob([(-0.36, -1.0), (0.0, -1.035), (0.36, -1.0), (0.0, -0.965)]), paint(_FOAM, 0.9))

    def _pool(self, canvas: Canvas, t: float) -> None:
        deep = paint(mix(self._water, (40, 96, 130), 0.4))
        canvas.drawOval(skia.Rect.MakeLTRB(-1.05, -0.06, 1.05, 0.12), deep)
        for ring in range(3):
            grown = (0.5 * t + ring / 3) % 1.0
            wide, high = 0.45 + 0.55 * grown, 0.05 + 0.05 * grown
            oval = skia.Rect.MakeLTRB(-wide, 0.02 - high, wide, 0.02 + high)
            canvas.drawOval(oval, stroke(_FOAM, 0.012, 0.6 * (1 - grown)))
        for n in range(_MIST):
            age = (0.55 * t + n / _MIST) % 1.0
            x = 0.46 * math.sin(2.4 * n) * (1 + 0.5 * age)
            size = 0.05 + 0.12 * age
            for share in (1.0, 0.7, 0.4):
                canvas.drawCircle(x, -0.02 - 0.22 * age, share * size, paint(_FOAM, 0.13 * (1 - age)))


def _by_chance(n: int, part: int) -> float:
    """A number of 0 to 1 for each part of each streak."""
    return math.sin(12.9898 * (n + 1) + 78.233 * part) * 43758.5453 % 1.0
