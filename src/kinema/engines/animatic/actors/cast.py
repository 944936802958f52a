"""Casting: which body plays a subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kinema.engines.animatic.actors.astronaut import Astronaut
from kinema.engines.animatic.actors.biped import Biped, Clothes, fur
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.brush import argb
from kinema.engines.animatic.actors.furniture import Bench, Bowl, Table
from kinema.engines.animatic.actors.quadruped import COATS, Coat, Quadruped
from kinema.engines.animatic.actors.sprite import Sprite, artwork, cutout
from kinema.engines.animatic.actors.train import Train
from kinema.engines.animatic.actors.vehicles import Rocket, Sailboat
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.raster import Colour, mix
from kinema.engines.animatic.scene import Subject
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

_PEOPLE = {
    "robot": Clothes(
        (120, 140, 160), (90, 106, 124), (190, 200, 210), (70, 80, 96), (160, 176, 190), head=0.36
    ),
    "santa": Clothes((200, 40, 50), (180, 34, 44), (250, 250, 250), (40, 40, 44), head=0.36),
    "woman": Clothes((190, 40, 90), (70, 50, 90), _SKIN, (50, 40, 60), head=0.34),
    "girl": Clothes((240, 110, 150), (90, 90, 160), _SKIN, (200, 60, 90), head=0.40),
    "boy": Clothes((60, 130, 210), (60, 70, 100), _SKIN, (220, 80, 50), head=0.40),
    "dancer": Clothes((206, 30, 60), (180, 24, 50), _SKIN, (120, 20, 40), head=0.32),
}
_PERSON = Clothes((64, 110, 150), (52, 58, 84), _SKIN, (60, 44, 40), head=0.34)


_MADE: dict[str, Callable[..., Body]] = {
    "rocket": Rocket, "sailboat": Sailboat, "train": Train, "bench": Bench, "table": Table, "bowl": Bowl,
}  # fmt: skip
"""Things with a drawing of their own; each may be told its colour."""
_OTHERS = {"🚗": ("🚗", "🚕", "🚙")}
"""What else members of a group may look like."""


def body(
    subject: Subject,
    gait: str,
    characters: Mapping[str, Character] | None = None,
    *,
    nth: int = 0,
    holds: bool = False,
) -> Body:
    """The body that plays the `nth` of a subject in a gait, with something in its hand where it
    `holds`; raises LookupError where there is no artwork."""
    if subject.character:
        character = (characters or {})[subject.name]
        return Sprite(cutout(character.pixels), gait, character.facing)
    being = BEINGS.get(subject.name, DEFAULT)
    colour = COLOURS[subject.colour] if subject.colour else None
    if being.rig in _MADE:
        return _MADE[being.rig](*([colour] if colour else []))
    if subject.name == "astronaut":
        return Astronaut(gait, holds=holds)
    if being.rig == "quadruped" and gait not in ("dance", "ride"):
        return Quadruped(_coat(subject), gait)
    upright = being.rig == "biped" or (being.face and gait in ("dance", "ride"))
    if upright and being.face:
        return Biped(being.face, _clothes(subject), gait, holds=holds)
    tint = None
    if subject.colour and subject.name not in ("fox",):
        tint = argb(COLOURS[subject.colour], 0.45)
    looks = _OTHERS.get(subject.emoji, (subject.emoji,)) if tint is None else (subject.emoji,)
    return Sprite(artwork(looks[nth % len(looks)], tint), gait, being.facing)


def _coat(subject: Subject) -> Coat:
    """The animal's coat, in the colour that was asked for (a red fox is the colour of foxes)."""
    coat = COATS[subject.name]
    if subject.colour is None or (subject.name, subject.colour) == ("fox", "red"):
        return coat
    fur = COLOURS[subject.colour]
    return replace(
        coat,
        fur=fur,
        dark=mix(fur, (20, 12, 12), 0.5),
        stripes=mix(fur, (0, 0, 0), 0.3) if coat.stripes else None,
    )


def _clothes(subject: Subject) -> Clothes:
    wear = _FUR.get(subject.name) or _PEOPLE.get(subject.name, _PERSON)
    if subject.colour and subject.name in _FUR:
        return fur(COLOURS[subject.colour], tail=wear.tail is not None, tint=0.5)
    if subject.colour:
        return Clothes(
            COLOURS[subject.colour], wear.legs, wear.hands, wear.feet, wear.belly, wear.tail, wear.head
        )
    return wear
