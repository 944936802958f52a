"""A knitted cap with a bobble."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Wool down to the ears, with a rim."""
    canvas.drawCircle(0.0, -1.08, 0.10, paint((250, 248, 244)))
    dome = [(-0.44, -0.66), (-0.36, -0.92), (0.0, -1.06), (0.36, -0.92), (0.44, -0.66), (0.0, -0.72)]
    canvas.drawPath(blob(dome), paint(colour))
    rim = [(-0.42, -0.66), (0.0, -0.735), (0.42, -0.66)]
    canvas.drawPath(limb(rim, [0.065] * 3, 9), paint(mix(colour, (255, 255, 255), 0.35)))


LOOK = Look(
    name="beanie",
    words=(
        "beanie",
        "woolly hat",
        "wool hat",
        "knit hat",
        "knitted hat",
        "bobble hat",
        "winter hat",
        "毛线帽",
        "针织帽",
        "绒线帽",
    ),
    part="hat",
    colour=(196, 70, 66),
    crown=crown,
)
