"""A long dress that reaches the ground."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look
from kinema.engines.animatic.looks import dress


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Wide at its hem, over bare arms."""
    return replace(dress.wear(clothes, colour), hem=(0.25, 0.02), sleeves=0.12)


LOOK = Look(
    name="gown",
    words=(
        "gown",
        "ball gown",
        "ballgown",
        "evening gown",
        "evening dress",
        "long dress",
        "长裙",
        "礼服",
        "晚礼服",
        "拖地长裙",
    ),
    part="body",
    qualities=("long", "flowing", "长"),
    colour=(150, 40, 80),
    wear=wear,
    chest=dress.chest,
)
