"""A hat of felt, with a brim and a band."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, oval, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A dented dome over a brim."""
    canvas.drawOval(oval(0.0, -0.70, 0.66, 0.115), paint(mix(colour, (0, 0, 0), 0.16)))
    dome = [(-0.44, -0.70), (-0.40, -1.02), (-0.20, -1.17), (0.0, -1.12), (0.20, -1.17), (0.40, -1.02),
            (0.44, -0.70), (0.0, -0.64)]  # fmt: skip
    canvas.drawPath(blob(dome), paint(colour))
    band = [(-0.43, -0.77), (0.0, -0.72), (0.43, -0.77)]
    canvas.drawPath(limb(band, [0.055] * 3, 9), paint(mix(colour, (20, 12, 10), 0.55)))


LOOK = Look(
    name="hat",
    words=("hat", "fedora", "trilby", "bowler hat", "felt hat", "帽子", "帽", "礼帽"),
    part="hat",
    colour=(112, 80, 58),
    crown=crown,
)
