"""Boots and shoes in a colour."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """What is on the feet."""
    return replace(clothes, feet=colour)


LOOK = Look(
    name="boots",
    words=(
        "boots",
        "boot",
        "rain boots",
        "shoes",
        "sneakers",
        "slippers",
        "heels",
        "high heels",
        "靴子",
        "雨靴",
        "鞋子",
        "高跟鞋",
        "运动鞋",
    ),
    part="feet",
    colour=(72, 50, 40),
    wear=wear,
)
