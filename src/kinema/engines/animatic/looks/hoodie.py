"""A hoodie, its hood down."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, mix, paint, shape, stroke


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It has long sleeves, wide at the wrists."""
    return replace(clothes, top=colour, belly=None, cuffs=1.12)


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The hood, about the neck."""
    hood = [
        (-0.40, -0.18),
        (-0.50, 0.06),
        (-0.26, 0.24),
        (0.0, 0.30),
        (0.26, 0.24),
        (0.50, 0.06),
        (0.40, -0.18),
    ]
    canvas.drawPath(blob(hood), paint(mix(colour, (0, 0, 0), 0.16)))


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Strings, and a pocket for both hands."""
    pocket = [(-0.24, 0.86), (0.24, 0.86), (0.34, 1.18), (-0.34, 1.18)]
    canvas.drawPath(shape(pocket), paint(mix(colour, (0, 0, 0), 0.16)))
    for side in (-1, 1):
        canvas.drawLine(0.08 * side, 0.16, 0.09 * side, 0.52, stroke((244, 244, 240), 0.034))


LOOK = Look(
    name="hoodie",
    words=("hoodie", "hoodies", "sweatshirt", "卫衣", "连帽衫", "帽衫"),
    part="body",
    colour=(112, 118, 132),
    wear=wear,
    behind=behind,
    chest=chest,
)
