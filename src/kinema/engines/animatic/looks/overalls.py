"""Overalls: trousers with a bib."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, paint, shape, stroke


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """What was on is seen beside the bib."""
    return replace(clothes, legs=colour, belly=None, skirt=None)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The bib, its straps and their buckles."""
    bib = [
        (-0.25, 0.36),
        (0.25, 0.36),
        (0.30, 0.78),
        (0.60, 0.86),
        (0.60, 1.50),
        (-0.60, 1.50),
        (-0.60, 0.86),
        (-0.30, 0.78),
    ]
    for side in (-1, 1):
        canvas.drawLine(0.22 * side, 0.0, 0.20 * side, 0.42, stroke(colour, 0.085))
    canvas.drawPath(shape(bib), paint(colour))
    for side in (-1, 1):
        canvas.drawCircle(0.20 * side, 0.43, 0.04, paint((244, 206, 96)))


LOOK = Look(
    name="overalls",
    words=("overalls", "dungarees", "jumpsuit", "背带裤", "工装", "工装裤"),
    part="apron",
    colour=(70, 110, 170),
    wear=wear,
    chest=chest,
)
