"""What hangs from an upright body and swings after it: a skirt, a cape, a tail."""

from __future__ import annotations

import math

from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint
from kinema.engines.animatic.actors.wardrobe import Clothes
from kinema.engines.animatic.raster import Colour


def draw_skirt(
    canvas: Canvas, clothes: Clothes, hip: Point, beat: float, broad: float, *, going: bool
) -> None:
    """Cloth that swings after the hips, on a body that is so broad from where it is seen."""
    late = 0.03 * math.sin((2 if going else 1) * math.pi * beat - 1.2)
    x, y, hem = hip[0], hip[1], clothes.hem[0] * broad
    low = max(-clothes.hem[1], y + 0.15)
    bell = [(x - 0.11 * broad, y - 0.10), (x + 0.11 * broad, y - 0.10), (x + hem + late, low),
            (x + late * 0.5, low + 0.02), (x - hem + late, low)]  # fmt: skip
    canvas.drawPath(blob(bell), paint(clothes.skirt or clothes.top))


def draw_cape(canvas: Canvas, colour: Colour, neck: Point, phase: float, blown: float) -> None:
    """A cape behind the shoulders, `blown` back by going; of who does not go, it flaps."""
    flap = 0.03 * math.sin(2 * math.pi * phase - 1.0)
    back = blown or flap - 0.05
    x, y = neck
    cloth = [(x - 0.07, y + 0.01), (x + 0.07, y + 0.01), (x + 0.16 + back * 0.8, -0.10 + flap),
             (x - 0.20 + back, -0.09 - abs(back) * 0.3 - flap)]  # fmt: skip
    canvas.drawPath(blob(cloth), paint(colour))


def draw_tail(canvas: Canvas, colour: Colour, hip: Point, beat: float, turn: float) -> None:
    """A tail that wags, its tip later than its root."""
    wag = math.sin(math.pi * beat - 0.9)
    late = math.sin(math.pi * beat - 1.8)
    points = [
        (hip[0] + 0.04, hip[1] + 0.02),
        (hip[0] + 0.24, hip[1] + 0.03 - 0.02 * wag),
        (hip[0] + 0.36 + 0.03 * wag, hip[1] - 0.14),
        (hip[0] + 0.33 + 0.09 * late, hip[1] - 0.32),
    ]
    points = [(hip[0] + (x - hip[0]) * turn, y) for x, y in points]
    canvas.drawPath(limb(points, [0.05, 0.05, 0.048, 0.042]), paint(colour))
