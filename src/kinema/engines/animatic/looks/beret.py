"""A flat round cap, worn aslant."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """It hangs over on one side."""
    top = [
        (-0.40, -0.74),
        (-0.56, -0.92),
        (-0.30, -1.10),
        (0.20, -1.08),
        (0.46, -0.90),
        (0.42, -0.74),
        (0.0, -0.80),
    ]
    canvas.drawPath(blob(top), paint(colour))
    canvas.drawPath(
        limb([(-0.41, -0.72), (0.0, -0.79), (0.41, -0.72)], [0.04] * 3, 9),
        paint(mix(colour, (0, 0, 0), 0.25)),
    )
    canvas.drawCircle(-0.06, -1.11, 0.03, paint(colour))


LOOK = Look(name="beret", words=("beret", "贝雷帽"), part="hat", colour=(170, 44, 56), crown=crown)
