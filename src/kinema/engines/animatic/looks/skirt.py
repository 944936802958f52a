"""A skirt to the knees."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Over bare legs."""
    return replace(clothes, skirt=colour, legs=clothes.skin)


LOOK = Look(
    name="skirt",
    words=("skirt", "skirts", "miniskirt", "mini skirt", "kilt", "短裙", "百褶裙", "半身裙"),
    part="legs",
    colour=(84, 74, 120),
    wear=wear,
)
