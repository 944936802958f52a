"""A bow at the neck."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Two wings and a knot."""
    for side in (-1, 1):
        wing = [(0.02 * side, 0.24), (0.30 * side, 0.08), (0.30 * side, 0.42)]
        canvas.drawPath(shape(wing), paint(colour))
    canvas.drawCircle(0.0, 0.245, 0.085, paint(mix(colour, (0, 0, 0), 0.25)))


LOOK = Look(
    name="bow tie",
    words=("bow tie", "bowtie", "bow-tie", "领结", "蝴蝶结领带"),
    part="neck",
    colour=(190, 40, 54),
    chest=chest,
)
