"""Headphones over the ears."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, oval, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A band over the head from cup to cup."""
    band = [(-0.46, -0.50), (-0.42, -0.92), (0.0, -1.08), (0.42, -0.92), (0.46, -0.50)]
    canvas.drawPath(limb(band, [0.045] * 5, 15), paint(mix(colour, (0, 0, 0), 0.25)))
    for side in (-1, 1):
        canvas.drawOval(oval(0.455 * side, -0.46, 0.085, 0.15), paint(colour))


LOOK = Look(
    name="headphones",
    words=("headphones", "earphones", "headset", "耳机"),
    part="hat",
    colour=(56, 58, 70),
    crown=crown,
)
