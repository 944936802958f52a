"""A tie on the chest."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A knot, and the long end."""
    canvas.drawPath(
        shape([(-0.06, 0.22), (0.06, 0.22), (0.11, 0.78), (0.0, 0.92), (-0.11, 0.78)]), paint(colour)
    )
    canvas.drawPath(
        shape([(-0.09, 0.08), (0.09, 0.08), (0.06, 0.25), (-0.06, 0.25)]), paint(mix(colour, (0, 0, 0), 0.2))
    )


LOOK = Look(name="tie", words=("tie", "necktie", "领带"), part="neck", colour=(176, 40, 52), chest=chest)
