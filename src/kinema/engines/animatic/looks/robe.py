"""A robe to the ground with a sash, as monks and wizards have."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Its sleeves are wide."""
    return replace(clothes, top=colour, belly=None, skirt=colour, hem=(0.20, 0.03), cuffs=1.7)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Edges that cross."""
    edge = paint(mix(colour, (255, 244, 214), 0.35))
    for side, low in ((1, 0.60), (-1, 0.64)):
        canvas.drawPath(limb([(-0.24 * side, 0.0), (0.08 * side, low)], [0.045, 0.04], 5), edge)


def round_waist(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The sash."""
    sash = paint(mix(colour, (40, 20, 10), 0.5))
    canvas.drawPath(limb([(-0.48, 0.76), (0.0, 0.82), (0.48, 0.76)], [0.06] * 3, 9), sash)


LOOK = Look(
    name="robe",
    words=("robe", "robes", "bathrobe", "长袍", "道袍", "袈裟", "僧袍", "战袍"),
    part="body",
    colour=(120, 70, 60),
    wear=wear,
    chest=chest,
    round=round_waist,
)
