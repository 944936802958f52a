"""A helmet, as builders and riders have."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A shell with a ridge and a rim."""
    dome = [(-0.48, -0.68), (-0.42, -0.98), (0.0, -1.14), (0.42, -0.98), (0.48, -0.68), (0.0, -0.70)]
    canvas.drawPath(blob(dome), paint(colour))
    canvas.drawPath(
        limb([(0.0, -0.76), (0.0, -1.14)], [0.07, 0.045], 5), paint(mix(colour, (255, 255, 255), 0.3))
    )
    rim = [(-0.54, -0.67), (0.0, -0.71), (0.54, -0.67)]
    canvas.drawPath(limb(rim, [0.045] * 3, 9), paint(mix(colour, (0, 0, 0), 0.16)))


LOOK = Look(
    name="hard hat",
    words=("hard hat", "helmet", "safety helmet", "bike helmet", "安全帽", "头盔"),
    part="hat",
    colour=(248, 196, 56),
    crown=crown,
)
