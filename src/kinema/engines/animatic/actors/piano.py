"""A piano, seen over its keys."""

from __future__ import annotations

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, paint, shape
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, times


class Piano:
    """A low wooden piano; its keys are towards us, or nobody would see them."""

    box = Box(side=1.35, up=1.1, down=0.1, seat=(0.0, 0.99), room=0.9, rigid=True, still=True)
    _KEYS = 21

    def __init__(self, wood: Colour = (96, 58, 40)) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the case, its legs, the keys and the lid's edge."""
        wood = self._wood
        canvas.drawRect(skia.Rect.MakeLTRB(-1.12, -0.66, 1.12, -0.06), paint(times(wood, 0.86)))
        canvas.drawRect(skia.Rect.MakeLTRB(-1.0, -0.56, 1.0, -0.14), paint(times(wood, 0.7)))
        for x in (-1.12, 0.98):
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.72, x + 0.14, 0.0), paint(times(wood, 1.1)))
        canvas.drawPath(
            shape([(-1.14, -0.98), (1.14, -0.98), (1.26, -0.68), (-1.26, -0.68)]), paint(times(wood, 1.22))
        )
        low, high = -0.70, -0.93
        for n in range(self._KEYS):
            left, right = (-1.1 + 2.2 * (n + part) / self._KEYS for part in (0.04, 0.96))
            key = [(left * 0.95, high), (right * 0.95, high), (right * 1.05, low), (left * 1.05, low)]
            canvas.drawPath(shape(key), paint((250, 248, 240)))
        for n in range(self._KEYS - 1):
            if n % 7 not in (2, 6):
                x = (-1.1 + 2.2 * (n + 1) / self._KEYS) * 0.98
                black = skia.Rect.MakeLTRB(x - 0.028, high, x + 0.028, high + 0.14)
                canvas.drawRect(black, paint((28, 26, 32)))
        canvas.drawRect(skia.Rect.MakeLTRB(-1.26, -0.69, 1.26, -0.63), paint(times(wood, 1.0)))
