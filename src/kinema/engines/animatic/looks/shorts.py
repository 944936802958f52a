"""Short trousers."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """The legs are bare from the knees on."""
    return replace(clothes, legs=colour, skirt=None, trousers=0.5)


LOOK = Look(name="shorts", words=("shorts", "短裤"), part="legs", colour=(150, 124, 84), wear=wear)
