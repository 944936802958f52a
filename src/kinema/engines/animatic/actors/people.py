"""People: who plays whom of a company, with which skin and hair, and what they wear."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kinema.engines.animatic.actors.outfit import has
from kinema.engines.animatic.actors.wardrobe import HEADS, PEOPLE, PERSON, SKIN, Clothes, Worn
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.company import COMPANY
from kinema.engines.animatic.raster import Colour, mix
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.vocabulary import vocabulary

_NAMES = ("person", "man", "woman", "boy", "girl", "old man", "old woman")
FACES = {name: BEINGS[name].face for name in _NAMES} | {"baby": "👶"}
"""Whose looks chance decides, and their heads."""
_SKINS: tuple[Colour, ...] = (
    (247, 222, 206), (243, 210, 162), (226, 184, 142), (213, 171, 136), (175, 126, 87), (124, 83, 62),
)  # fmt: skip
_HAIRS: tuple[Colour, ...] = (
    (52, 38, 34), (92, 56, 36), (132, 76, 40), (196, 122, 44), (226, 178, 88), (160, 62, 34),
)  # fmt: skip
_DARK_HAIRS = 2
"""How many of them go with the two darkest skins."""
_FAIR = ("blonde", "yellow", "red", "orange")
_TOPS: tuple[Colour, ...] = (
    (206, 80, 70), (236, 170, 60), (80, 150, 96), (126, 96, 190), (70, 160, 180), (220, 110, 150),
)  # fmt: skip
"""What members of a group wear."""
_TALL = {"baby": 0.48, "boy": 0.74, "girl": 0.72, "woman": 0.96}
"""How tall members of a company are beside a grown man."""
_GROWN_UP = 0.85
"""How tall children are by themselves, as their names have it."""


class Person(NamedTuple):
    """The head, the clothes, and how tall one is as a part of what their subject is."""

    face: str
    clothes: Clothes
    tall: float = 1.0


def member(subject: Subject, nth: int, chance: int) -> str:
    """Who the `nth` of a subject is."""
    names = COMPANY.get(subject.said or "", ())
    if not names:
        either = subject.name == "person" and not subject.colour and not has(subject.looks, "beard")
        woman = either and nth % 2
        return "woman" if woman else subject.name
    first = chance % len(names) if names[0] == "girl" or subject.count == 1 else 0
    return names[(first + nth) % len(names)]


def person(subject: Subject, nth: int, chance: int) -> Person:
    """The `nth` of a subject that a person plays."""
    name = member(subject, nth, chance)
    clothes = HEADS["👶"] if name == "baby" else PEOPLE.get(name, PERSON)
    tall = 1.0
    if subject.said in COMPANY:
        tall = _TALL.get(name, 1.0) * (1 + 0.06 * ((chance + 5 * nth) % 3 - 1) * (name in ("boy", "girl")))
        tall /= _GROWN_UP if subject.name in ("boy", "girl") else 1.0
    if nth and subject.colour is None:
        top = _TOPS[(nth + chance) % len(_TOPS)]
        clothes = replace(clothes, top=top, skirt=mix(top, (0, 0, 0), 0.2) if clothes.skirt else None)
    aged = name.startswith("old")
    kin, fair = "baby" in COMPANY.get(subject.said or "", ()), is_fair(subject)
    return Person(FACES[name], coloured(clothes, nth, chance, hair=not aged, kin=kin, fair=fair), tall)


def is_fair(subject: Subject) -> bool:
    """Whether a prompt gives somebody hair that goes with a light skin."""
    return any(trait.look == "hair" and trait.colour in _FAIR for trait in subject.looks)


def outdoors(clothes: Clothes, nth: int, chance: int, lies: str) -> Clothes:
    """Clothes for what the weather leaves on the ground: scarves and caps in snow, in rain umbrellas for most
    who have no raincoats."""
    if lies == "snow":
        colour = _TOPS[(chance // 5 + nth) % len(_TOPS)]
        parts = {one.look.part for one in clothes.worn}
        warm = (vocabulary().looks[name] for name in ("scarf", "beanie"))
        return replace(
            clothes, worn=(*clothes.worn, *(Worn(look, colour) for look in warm if look.part not in parts))
        )
    if any(one.look.name == "raincoat" for one in clothes.worn):
        return clothes
    return replace(clothes, umbrella=(chance + nth) % 3 > 0) if lies == "wet" else clothes


def coloured(
    clothes: Clothes, nth: int, chance: int, *, hair: bool = True, kin: bool = False, fair: bool = False
) -> Clothes:
    """Clothes on somebody with a skin, and mostly with hair, of their own; `kin` have one skin, and the
    `fair` none of the darkest."""
    if clothes.hands != SKIN:
        return clothes
    kind = (chance // 7 + 2 * nth * (not kin)) % (len(_SKINS) - 2 * fair)
    skin = _SKINS[kind]
    hairs = _HAIRS[: _DARK_HAIRS if kind >= len(_SKINS) - 2 else len(_HAIRS)]
    own = hairs[(chance // 3 + nth) % len(hairs)]
    legs = skin if clothes.skirt and clothes.legs[0] > 220 else clothes.legs
    bare = clothes.hair == SKIN
    new = skin if bare else own if hair and clothes.hair == PERSON.hair else clothes.hair
    return replace(clothes, hands=skin, skin=skin, legs=legs, hair=new)
