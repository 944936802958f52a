"""Beads round the neck."""

import math

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, paint


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """They hang in an arc."""
    for n in range(9):
        angle = math.pi * (0.08 + 0.84 * n / 8)
        canvas.drawCircle(0.27 * math.cos(angle), 0.10 + 0.24 * math.sin(angle), 0.042, paint(colour))


LOOK = Look(
    name="necklace",
    words=("necklace", "pearls", "pearl necklace", "beads", "项链", "珍珠项链"),
    part="chest",
    colour=(244, 238, 226),
    chest=chest,
)
