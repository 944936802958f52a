"""Gloves and mittens."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """What is on the hands."""
    return replace(clothes, hands=colour)


LOOK = Look(name="gloves", words=("gloves", "mittens", "手套"), part="hands", colour=(70, 62, 66), wear=wear)
