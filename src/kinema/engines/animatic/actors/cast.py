"""Casting: which body plays a subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from kinema.engines.animatic.actors.astronaut import Astronaut
from kinema.engines.animatic.actors.biped import Biped, Clothes, fur
from kinema.engines.animatic.actors.bird import PLUMAGES, Bird
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.brush import argb
from kinema.engines.animatic.actors.coats import Coat, coat
from kinema.engines.animatic.actors.furniture import Bench, Bowl, Table
from kinema.engines.animatic.actors.quadruped import Quadruped
from kinema.engines.animatic.actors.sprite import Sprite, artwork, cutout
from kinema.engines.animatic.actors.swimmers import Fish, Whale
from kinema.engines.animatic.actors.train import Train
from kinema.engines.animatic.actors.vehicles import Rocket, Sailboat
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.raster import Colour, mix
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.terms import Motion
from kinema.engines.contract import Character

COLOURS: dict[str, Colour] = {
    "red": (206, 44, 44), "orange": (240, 136, 36), "yellow": (250, 200, 50), "green": (74, 160, 74),
    "blue": (60, 120, 210), "purple": (140, 80, 190), "pink": (246, 150, 180), "white": (240, 240, 244),
    "black": (46, 44, 52), "grey": (150, 154, 162), "brown": (130, 84, 50),
}  # fmt: skip

_FUR = {
    "cat": fur((244, 158, 60), pale=(255, 232, 200), tint=0.38),
    "fox": fur((232, 116, 34), pale=(250, 240, 230)),
    "dog": fur((190, 120, 88), pale=(226, 180, 156)),
    "wolf": fur((118, 130, 140), pale=(214, 222, 228)),
    "lion": fur((255, 200, 80)),
    "tiger": fur((255, 190, 60), pale=(255, 250, 240)),
    "bear": fur((193, 105, 79), tail=False),
    "polar bear": fur((236, 240, 244), tail=False),
    "panda": Clothes((236, 238, 240), (50, 52, 56), (50, 52, 56), (50, 52, 56), (250, 250, 250), head=0.46),
    "rabbit": fur((153, 170, 181), tail=False),
    "koala": fur((150, 160, 170), tail=False),
    "monkey": fur((191, 105, 82)),
    "pig": fur((244, 171, 186), tail=False),
    "frog": fur((119, 178, 85), pale=(198, 229, 179), tail=False),
    "horse": fur((193, 105, 79)),
}

_ROBOT: Colour = (85, 172, 238)
_SKIN: Colour = (255, 220, 93)
_HAIR: Colour = (250, 160, 52)

_PEOPLE = {
    "robot": Clothes(
        (120, 140, 160), (90, 106, 124), (190, 200, 210), (70, 80, 96), (160, 176, 190), head=0.36
    ),
    "santa": Clothes((200, 40, 50), (180, 34, 44), (250, 250, 250), (40, 40, 44), head=0.36),
    "woman": Clothes((190, 40, 90), (70, 50, 90), _SKIN, (50, 40, 60), head=0.34, hair=_HAIR),
    "girl": Clothes((240, 110, 150), (90, 90, 160), _SKIN, (200, 60, 90), head=0.40, hair=_HAIR),
    "boy": Clothes((60, 130, 210), (60, 70, 100), _SKIN, (220, 80, 50), head=0.40, hair=_HAIR),
    "dancer": Clothes((206, 30, 60), (180, 24, 50), _SKIN, (120, 20, 40), head=0.32, hair=_HAIR),
}
_PERSON = Clothes((64, 110, 150), (52, 58, 84), _SKIN, (60, 44, 40), head=0.34, hair=_HAIR)


_MADE: dict[str, Callable[..., Body]] = {
    "rocket": Rocket, "sailboat": Sailboat, "train": Train, "bench": Bench, "table": Table, "bowl": Bowl,
    "whale": Whale, "fish": Fish,
}  # fmt: skip
"""Who has a drawing of their own; each may be told its colour."""
_SCHOOL: tuple[Colour, ...] = ((240, 136, 44), (246, 200, 64), (226, 92, 104), (86, 178, 200))
"""The colours of fish that swim together."""
_HEADS = {
    "👶": Clothes((240, 240, 250), (240, 240, 250), _SKIN, (250, 210, 220), head=0.50, hair=_SKIN),
    "🧒": Clothes((90, 170, 110), (60, 70, 100), _SKIN, (220, 80, 50), head=0.42, hair=_HAIR),
    "👱": _PERSON, "🧔": _PERSON, "🧓": _PERSON,
    "👽": Clothes((120, 190, 110), (90, 150, 90), (150, 210, 140), (70, 110, 70), head=0.44),
    "💀": Clothes((214, 220, 228), (196, 204, 214), (230, 234, 240), (180, 188, 200), head=0.38),
    "🤡": Clothes((240, 200, 60), (60, 120, 210), (250, 250, 250), (206, 44, 44), head=0.40, hair=_HAIR),
}  # fmt: skip
"""Artwork that is a head, and the clothes of the body under it."""
_OTHERS = {"🚗": ("🚗", "🚕", "🚙")}
"""What else members of a group may look like."""
_MOTLEY = ([0, 1, 2, 3], [2, 1, 0, 3], [2, 0, 1, 3])
"""Butterflies' colours: the artwork's red, green and blue in another order."""


def body(
    subject: Subject,
    motion: Motion,
    characters: Mapping[str, Character] | None = None,
    *,
    nth: int = 0,
    holds: bool = False,
    thing: str = "",
) -> Body:
    """The body that plays the `nth` of a subject in a motion, with something in its hand where it `holds`,
    and with the artwork of that `thing` for its gesture; raises LookupError where there is no artwork."""
    gait, gesture = motion.gait, motion.gesture
    if gesture and thing:
        gesture = replace(
            gesture, things=(gesture.things[0]._replace(emoji=thing), *gesture.things[1:]), dish=thing
        )
    if subject.character:
        character = (characters or {})[subject.name]
        return Sprite(cutout(character.pixels), gait, character.facing)
    being = BEINGS.get(subject.name, DEFAULT)
    colour = COLOURS[subject.colour] if subject.colour else None
    if being.rig == "fish" and colour is None and subject.name == "fish":
        colour = _SCHOOL[nth % len(_SCHOOL)]
    if being.rig == "bird":
        plumage = PLUMAGES[subject.name]
        coated = replace(plumage, back=colour, head=mix(colour, (0, 0, 0), 0.12)) if colour else plumage
        return Bird(coated, flies=gait == "fly")
    if being.rig in _MADE:
        return _MADE[being.rig](*([colour] if colour else []))
    if subject.name == "astronaut":
        return Astronaut(gait, holds=holds)
    stands = gait in ("dance", "ride", "glide") or bool(gesture and gesture.upright)
    own = pelt(subject)
    rears = being.rig == "biped" and gait not in ("walk", "run", "sleep")
    if own and not (being.face and (stands or rears)):
        return Quadruped(_coloured(own, subject), gait, gesture)
    if subject.name == "person" and nth % 2 and not subject.colour:  # a couple, people of both kinds
        return Biped("👩", _PEOPLE["woman"], gait, holds=holds, gesture=gesture)
    if being.face and (being.rig == "biped" or stands):
        return Biped(being.face, _clothes(subject), gait, holds=holds, gesture=gesture)
    if subject.emoji in _HEADS and (worn := _HEADS[subject.emoji]):
        return Biped(subject.emoji, worn, gait, holds=holds, gesture=gesture)
    tint = None
    if subject.colour and subject.name not in ("fox",):
        tint = argb(COLOURS[subject.colour], 0.45)
    looks = _OTHERS.get(subject.emoji, (subject.emoji,)) if tint is None else (subject.emoji,)
    pixels = artwork(looks[nth % len(looks)], tint)
    if tint is None and subject.name == "butterfly":
        pixels = np.ascontiguousarray(pixels[..., _MOTLEY[nth % len(_MOTLEY)]])
    return Sprite(pixels, gait, being.facing, gesture)


def pelt(subject: Subject) -> Coat | None:
    """The coat of an animal on four legs."""
    return None if subject.character else coat(subject.emoji or BEINGS.get(subject.name, DEFAULT).emoji)


def _coloured(coat: Coat, subject: Subject) -> Coat:
    """The animal's coat, in the colour that was asked for (a red fox is the colour of foxes)."""
    if subject.colour is None or (subject.name, subject.colour) == ("fox", "red"):
        return coat
    fur = COLOURS[subject.colour]
    return replace(
        coat,
        fur=fur,
        pale=mix(fur, (255, 255, 255), 0.4),
        dark=mix(fur, (20, 12, 12), 0.5),
        stripes=mix(fur, (0, 0, 0), 0.3) if coat.stripes else None,
    )


def _clothes(subject: Subject) -> Clothes:
    wear = _FUR.get(subject.name) or _PEOPLE.get(subject.name, _PERSON)
    if subject.colour and subject.name in _FUR:
        return fur(COLOURS[subject.colour], tail=wear.tail is not None, tint=0.75)
    if subject.colour:
        return Clothes(
            COLOURS[subject.colour],
            wear.legs,
            wear.hands,
            wear.feet,
            wear.belly,
            wear.tail,
            wear.head,
            wear.hair,
        )
    return wear
