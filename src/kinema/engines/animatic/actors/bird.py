"""A bird from the side, whose wings beat in flight and lie folded on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, shape, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times


@dataclass(frozen=True)
class Plumage:
    """The colours of a bird, and how large its wings are."""

    back: Colour
    belly: Colour
    head: Colour
    beak: Colour
    wing: float = 1.0


PLUMAGES = {
    "bird": Plumage((66, 118, 186), (244, 210, 170), (58, 104, 170), (240, 166, 50)),
    "dove": Plumage((238, 240, 246), (250, 250, 252), (244, 246, 250), (226, 150, 120), 1.1),
    "eagle": Plumage((104, 70, 46), (84, 56, 38), (246, 242, 232), (246, 186, 52), 1.4),
}


class Bird:
    """A bird of a plumage, flying or on its feet."""

    box = Box(side=1.1, up=1.3, down=0.45, seat=(0.0, 0.7), room=0.4)

    def __init__(self, plumage: Plumage, *, flies: bool) -> None:
        self._plumage = plumage
        self._flies = flies

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw far wing, legs, tail, body, head and near wing."""
        coat, beat = self._plumage, 2 * math.pi * 2.4 * pose.phase
        # Strokes and glides: five beats, then wings held out.
        stroke_ = math.sin(beat) * (0.35 + 0.65 * (math.sin(0.35 * beat) > -0.35)) if self._flies else 0.0
        if self._flies:
            self._wing(canvas, stroke_, times(coat.back, 0.72), (0.10, -0.56))
        else:
            for x in (-0.02, 0.10):
                canvas.drawLine(x, -0.22, x + 0.02, 0.0, stroke(times(coat.beak, 0.8), 0.03))
                canvas.drawLine(x - 0.03, 0.0, x + 0.10, 0.0, stroke(times(coat.beak, 0.8), 0.026))
        tail = [
            (-0.40, -0.50),
            (-0.84, -0.44 + 0.04 * stroke_),
            (-0.80, -0.32 + 0.04 * stroke_),
            (-0.34, -0.36),
        ]
        canvas.drawPath(shape(tail), paint(times(coat.back, 0.82)))
        body: list[Point] = [(-0.46, -0.46), (-0.05, -0.36), (0.30, -0.52)]
        canvas.drawPath(limb(body, [0.05, 0.19, 0.15]), paint(coat.back))
        canvas.drawPath(
            limb([(-0.26, -0.36), (-0.02, -0.29), (0.26, -0.42)], [0.04, 0.11, 0.10]), paint(coat.belly)
        )
        canvas.drawPath(shape([(0.52, -0.70), (0.74, -0.61), (0.52, -0.56)]), paint(coat.beak))
        canvas.drawCircle(0.40, -0.64, 0.165, paint(coat.head))
        canvas.drawCircle(0.46, -0.68, 0.032, paint((24, 22, 28)))
        canvas.drawCircle(0.468, -0.69, 0.011, paint((255, 255, 255)))
        if self._flies:
            self._wing(canvas, stroke_, mix(coat.back, (255, 255, 255), 0.10), (0.02, -0.48))
        else:
            wing = [(0.16, -0.52), (-0.10, -0.56), (-0.56, -0.36), (-0.20, -0.30), (0.08, -0.36)]
            canvas.drawPath(blob(wing), paint(times(coat.back, 0.84)))

    def _wing(self, canvas: Canvas, beat: float, colour: Colour, root: Point) -> None:
        """Up and down from the shoulder; its tip is late."""
        size, (x, y) = self._plumage.wing, root
        up = beat * 0.62 + 0.10
        tip = (x - 0.34 * size, y - (up + 0.10 * beat) * size)
        canvas.drawPath(
            blob(
                [
                    (x + 0.16, y),
                    (x + 0.04 * size, y - 0.62 * up * size - 0.05),
                    tip,
                    (x - 0.30 * size, y - 0.42 * up * size + 0.03),
                    (x - 0.26, y + 0.04),
                ]
            ),
            paint(colour),
        )
