"""A cape behind the shoulders."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It is blown back by going."""
    return replace(clothes, cape=colour)


LOOK = Look(
    name="cape",
    words=("cape", "cloak", "capes", "cloaks", "斗篷", "披风"),
    part="chest",
    colour=(176, 32, 48),
    wear=wear,
)
