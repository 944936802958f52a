"""An apron over what was on."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint, shape, stroke


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A bib on two straps, and a pocket."""
    for side in (-1, 1):
        canvas.drawLine(0.20 * side, 0.0, 0.22 * side, 0.36, stroke(colour, 0.06))
    front = [
        (-0.26, 0.32),
        (0.26, 0.32),
        (0.30, 0.72),
        (0.44, 0.78),
        (0.46, 1.44),
        (-0.46, 1.44),
        (-0.44, 0.78),
        (-0.30, 0.72),
    ]
    canvas.drawPath(shape(front), paint(colour))
    canvas.drawPath(
        shape([(-0.18, 0.94), (0.18, 0.94), (0.16, 1.18), (-0.16, 1.18)]), paint(mix(colour, (0, 0, 0), 0.14))
    )


def round_waist(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The strings."""
    strings = [(-0.50, 0.74), (0.0, 0.78), (0.50, 0.74)]
    canvas.drawPath(limb(strings, [0.035] * 3, 9), paint(mix(colour, (0, 0, 0), 0.10)))


LOOK = Look(
    name="apron",
    words=("apron", "aprons", "围裙"),
    part="apron",
    colour=(240, 236, 226),
    chest=chest,
    round=round_waist,
)
