"""A kimono: wide sleeves, a crossed collar, a sash."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint, shape


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It falls straight to the ankles."""
    return replace(clothes, top=colour, belly=None, skirt=colour, hem=(0.165, 0.04), cuffs=2.1)


def chest(canvas: Canvas, _: Colour, __: Clothes) -> None:
    """The collar's left over its right."""
    for side, low in ((1, 0.62), (-1, 0.66)):
        canvas.drawPath(
            limb([(-0.24 * side, 0.0), (0.10 * side, low)], [0.055, 0.05], 5), paint((250, 246, 238))
        )


def round_waist(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The sash, in a colour that stands out."""
    sash = mix((252, 214, 110), colour, 0.12) if max(colour) - min(colour) > 60 else (190, 60, 70)
    canvas.drawPath(shape([(-0.6, 0.62), (0.6, 0.62), (0.6, 0.98), (-0.6, 0.98)]), paint(sash))
    canvas.drawPath(
        shape([(-0.6, 0.77), (0.6, 0.77), (0.6, 0.83), (-0.6, 0.83)]), paint(mix(sash, (90, 30, 20), 0.5))
    )


LOOK = Look(
    name="kimono",
    words=("kimono", "yukata", "hanbok", "和服", "浴衣", "韩服"),
    part="body",
    colour=(196, 72, 96),
    wear=wear,
    chest=chest,
    round=round_waist,
)
