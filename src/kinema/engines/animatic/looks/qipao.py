"""A qipao: a narrow dress with a high collar."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint, stroke


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It falls straight, over bare legs."""
    return replace(
        clothes, top=colour, belly=None, skirt=colour, hem=(0.145, 0.09), sleeves=0.35, legs=clothes.skin
    )


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The collar, and the slanting seam with its knots."""
    gold = (246, 210, 120) if colour[2] < 180 else mix(colour, (0, 0, 0), 0.4)
    canvas.drawPath(limb([(-0.20, 0.12), (0.0, 0.17), (0.20, 0.12)], [0.05] * 3, 7), paint(gold))
    canvas.drawLine(0.0, 0.18, 0.34, 0.48, stroke(gold, 0.032))
    for n in range(3):
        canvas.drawCircle(0.04 + 0.12 * n, 0.22 + 0.105 * n, 0.042, paint(gold))


LOOK = Look(
    name="qipao",
    words=("qipao", "cheongsam", "旗袍"),
    part="body",
    colour=(190, 36, 52),
    wear=wear,
    chest=chest,
)
