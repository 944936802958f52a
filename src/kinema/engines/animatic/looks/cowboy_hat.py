"""A hat whose brim is turned up at its sides."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A brim like a boat, and a pinched dome."""
    brim = [(-0.80, -0.86), (-0.52, -0.70), (0.0, -0.62), (0.52, -0.70), (0.80, -0.86), (0.46, -0.80),
            (0.0, -0.78), (-0.46, -0.80)]  # fmt: skip
    dome = [(-0.40, -0.72), (-0.38, -1.02), (-0.20, -1.16), (0.0, -1.08), (0.20, -1.16), (0.38, -1.02),
            (0.40, -0.72), (0.0, -0.68)]  # fmt: skip
    canvas.drawPath(blob(dome), paint(colour))
    band = [(-0.40, -0.80), (0.0, -0.76), (0.40, -0.80)]
    canvas.drawPath(limb(band, [0.045] * 3, 9), paint(mix(colour, (30, 16, 8), 0.55)))
    canvas.drawPath(blob(brim), paint(mix(colour, (0, 0, 0), 0.16)))


LOOK = Look(
    name="cowboy hat",
    words=("cowboy hat", "stetson", "牛仔帽"),
    part="hat",
    colour=(150, 100, 58),
    crown=crown,
)
