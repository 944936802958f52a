"""A pointed hat, as witches and wizards have."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, oval, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A brim, a cone that leans at its tip, and a band with a buckle."""
    canvas.drawOval(oval(0.0, -0.70, 0.72, 0.13), paint(mix(colour, (0, 0, 0), 0.22)))
    cone = [(-0.41, -0.70), (-0.20, -1.10), (-0.02, -1.44), (0.28, -1.60), (0.17, -1.36), (0.22, -1.06),
            (0.41, -0.70), (0.0, -0.65)]  # fmt: skip
    canvas.drawPath(blob(cone), paint(colour))
    band = [(-0.36, -0.80), (0.0, -0.755), (0.36, -0.80)]
    canvas.drawPath(limb(band, [0.06] * 3, 9), paint((240, 196, 80)))


LOOK = Look(
    name="wizard hat",
    words=(
        "wizard hat",
        "wizard's hat",
        "witch hat",
        "witch's hat",
        "pointed hat",
        "pointy hat",
        "巫师帽",
        "魔法帽",
        "尖帽",
    ),
    part="hat",
    colour=(88, 66, 150),
    crown=crown,
)
