"""Hanfu: flowing robes of old China."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """A pale skirt to the ground, and sleeves that hang wide."""
    skirt = mix(colour, (255, 255, 255), 0.42)
    return replace(clothes, top=colour, belly=None, skirt=skirt, hem=(0.24, 0.02), cuffs=2.5)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A broad collar, its left over its right."""
    edge = paint(mix(colour, (255, 255, 255), 0.7))
    for side, low in ((1, 0.60), (-1, 0.66)):
        canvas.drawPath(limb([(-0.26 * side, 0.0), (0.12 * side, low)], [0.07, 0.06], 5), edge)


def round_waist(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A ribbon round the waist, whose ends hang."""
    ribbon = paint(mix(colour, (60, 20, 60), 0.45))
    canvas.drawPath(limb([(-0.48, 0.70), (0.0, 0.76), (0.48, 0.70)], [0.075] * 3, 9), ribbon)
    canvas.drawPath(limb([(0.05, 0.76), (0.07, 1.10), (0.04, 1.45)], [0.045, 0.04, 0.05], 7), ribbon)


LOOK = Look(
    name="hanfu",
    words=("hanfu", "汉服", "古装", "唐装", "仙裙", "青衣"),
    part="body",
    colour=(128, 184, 178),
    wear=wear,
    chest=chest,
    round=round_waist,
)
