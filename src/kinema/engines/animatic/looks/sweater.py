"""A knitted sweater."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It has long sleeves, wide at the wrists."""
    return replace(clothes, top=colour, belly=None, cuffs=1.15)


def round_trunk(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """Ribs at the neck, and at the hips where no skirt is."""
    rib = paint(mix(colour, (255, 255, 255), 0.22))
    canvas.drawPath(limb([(-0.34, 0.10), (0.0, 0.16), (0.34, 0.10)], [0.075] * 3, 9), rib)
    if not clothes.skirt:
        canvas.drawPath(limb([(-0.52, 1.26), (0.0, 1.34), (0.52, 1.26)], [0.075] * 3, 9), rib)


LOOK = Look(
    name="sweater",
    words=("sweater", "sweaters", "jumper", "pullover", "cardigan", "turtleneck", "毛衣", "针织衫", "羊毛衫"),
    part="body",
    colour=(66, 116, 168),
    wear=wear,
    round=round_trunk,
)
