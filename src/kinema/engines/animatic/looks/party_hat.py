"""A paper cone for a birthday."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Stripes, and a bobble on its tip."""
    canvas.drawPath(shape([(-0.26, -0.86), (0.0, -1.46), (0.26, -0.86)]), paint(colour))
    for low, high in ((0.12, 0.30), (0.50, 0.68)):
        ends = [(-0.26 * (1 - low), -0.86 - 0.6 * low), (-0.26 * (1 - high), -0.86 - 0.6 * high)]
        stripe = [*ends, *((-x, y) for x, y in reversed(ends))]
        canvas.drawPath(shape(stripe), paint(mix(colour, (255, 250, 230), 0.75)))
    canvas.drawCircle(0.0, -1.46, 0.075, paint((252, 214, 90)))


LOOK = Look(
    name="party hat",
    words=("party hat", "birthday hat", "生日帽", "派对帽"),
    part="hat",
    colour=(226, 84, 150),
    crown=crown,
)
