"""A head without hair."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, _: Colour) -> Clothes:
    """What would be hair is skin."""
    return replace(clothes, hair=clothes.skin)


LOOK = Look(
    name="bald",
    words=("bald", "bald-headed", "bald head", "shaved head", "hairless", "光头", "秃头", "秃顶"),
    part="cut",
    heads=dict.fromkeys(("👩", "👧", "🧑", "👨"), "👦"),
    wear=wear,
)
