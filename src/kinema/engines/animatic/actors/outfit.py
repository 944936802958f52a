"""Outfits: clothes and hair as a prompt has them, over what somebody wears by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from kinema.engines.animatic.actors.wardrobe import Clothes, Worn
from kinema.engines.animatic.dyes import COLOURS
from kinema.engines.animatic.raster import Colour
from kinema.engines.animatic.scene import Trait
from kinema.engines.animatic.terms import Look, Part
from kinema.engines.animatic.vocabulary import vocabulary

_ORDER = {part: nth for nth, part in enumerate(get_args(Part))}
_HAIR: Colour = (104, 64, 38)
"""The colour of a beard on somebody without hair."""


def dressed(clothes: Clothes, looks: Sequence[Trait]) -> Clothes:
    """The clothes, with the looks put on from the skin outwards."""
    own = clothes.hair or _HAIR
    if not clothes.hair:
        clothes = replace(clothes, nape=clothes.nape or clothes.top)  # fur, whatever is put on
    for look, trait in _in_order(looks):
        colour = _colour(look, trait, own)
        if look.wear:
            clothes = look.wear(clothes, colour)
        if look.part in ("skin", "hair"):
            own = clothes.hair or _HAIR
        clothes = replace(clothes, worn=(*clothes.worn, Worn(look, colour, trait.pattern)))
    return clothes


def head(emoji: str, looks: Sequence[Trait]) -> str:
    """The artwork of a head, or another that goes with the looks."""
    for look, _ in _in_order(looks):
        emoji = look.heads.get(emoji, emoji)
    return emoji


def has(looks: Sequence[Trait], *parts: str) -> bool:
    """Whether a look is on one of these parts."""
    return any(look.part in parts for look, _ in _in_order(looks))


def worn(looks: Sequence[Trait]) -> tuple[Worn, ...]:
    """The looks as they are drawn on a body that has no clothes otherwise."""
    return tuple(Worn(look, _colour(look, trait, _HAIR), trait.pattern) for look, trait in _in_order(looks))


def _in_order(looks: Sequence[Trait]) -> Iterator[tuple[Look, Trait]]:
    """The looks from the skin outwards, one for each part: the first that is named."""
    found: dict[str, tuple[Look, Trait]] = {}
    for trait in looks:
        look = vocabulary().looks[trait.look]
        found.setdefault(look.part, (look, trait))
    for part in sorted(found, key=_ORDER.__getitem__):
        yield found[part]


def _colour(look: Look, trait: Trait, own: Colour) -> Colour:
    """What its colour means of a look; where none is said, its usual one, or that of the `own` hair."""
    if trait.colour is None:
        return look.colour or own
    return look.tones.get(trait.colour) or COLOURS.get(trait.colour) or look.colour or own
