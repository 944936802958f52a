"""Trousers."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Where there was a skirt, there is none."""
    return replace(clothes, legs=colour, skirt=None)


LOOK = Look(
    name="trousers",
    words=("trousers", "pants", "leggings", "slacks", "裤子", "长裤"),
    part="legs",
    colour=(70, 72, 84),
    hues={"blue": ("jeans", "blue jeans", "denim jeans", "牛仔裤")},
    tones={"blue": (62, 92, 150)},
    wear=wear,
)
