"""Casting: which body plays a subject."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from kinema.engines.animatic.actors.astronaut import Astronaut
from kinema.engines.animatic.actors.biped import Biped
from kinema.engines.animatic.actors.bird import PLUMAGES, Bird
from kinema.engines.animatic.actors.blocks import Cliff, Crate, Curtain, Fence, Pyramid, Rug, Stairs, Wall
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.coats import Coat, coat
from kinema.engines.animatic.actors.fire import Campfire, StreetLamp
from kinema.engines.animatic.actors.fleet import (
    MAKES,
    Airliner,
    Bicycle,
    Car,
    Helicopter,
    HotAirBalloon,
    Kite,
    Saucer,
    Steamer,
)
from kinema.engines.animatic.actors.fowl import FEATHERS, Fowl, Snake, Turtle
from kinema.engines.animatic.actors.furniture import Bench, Bowl, Chair, Sofa, Table, Window
from kinema.engines.animatic.actors.galleon import Galleon
from kinema.engines.animatic.actors.landmarks import (
    Bridge,
    Fireworks,
    Lighthouse,
    Rainbow,
    Sandcastle,
    Treasure,
    Volcano,
    Windmill,
)
from kinema.engines.animatic.actors.outfit import dressed, has, head, worn
from kinema.engines.animatic.actors.people import FACES, coloured, is_fair, outdoors, person
from kinema.engines.animatic.actors.quadruped import Quadruped
from kinema.engines.animatic.actors.roles import looks_of, singular
from kinema.engines.animatic.actors.sprite import Sprite, artwork, cutout, dyed
from kinema.engines.animatic.actors.surf import Surfboard
from kinema.engines.animatic.actors.swimmers import Fish, Whale
from kinema.engines.animatic.actors.train import Train
from kinema.engines.animatic.actors.tree import TREES, Bough, Tree
from kinema.engines.animatic.actors.vehicles import Rocket, Sailboat
from kinema.engines.animatic.actors.wardrobe import (
    FUR,
    HEADS,
    PEOPLE,
    PERSON,
    SPACESUIT,
    WARDROBE,
    Clothes,
    fur,
)
from kinema.engines.animatic.actors.waterfall import Waterfall
from kinema.engines.animatic.dyes import COLOURS
from kinema.engines.animatic.gesture import Gesture
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, Being
from kinema.engines.animatic.raster import Colour, mix
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.terms import Motion
from kinema.engines.contract import Character

_MADE: dict[str, Callable[..., Body]] = {
    "rocket": Rocket, "sailboat": Sailboat, "train": Train, "bench": Bench, "table": Table, "bowl": Bowl,
    "whale": Whale, "fish": Fish, "lighthouse": Lighthouse, "windmill": Windmill, "volcano": Volcano,
    "bridge": Bridge, "sandcastle": Sandcastle, "treasure": Treasure, "fireworks": Fireworks,
    "rainbow": Rainbow, "galleon": Galleon, "pirate ship": partial(Galleon, pirate=True),
    "crate": Crate, "fence": Fence, "wall": Wall, "branch": Bough, "stairs": Stairs, "pyramid": Pyramid,
    "cliff": Cliff,
    "waterfall": Waterfall, "rug": Rug, "curtain": Curtain, "campfire": Campfire, "street lamp": StreetLamp,
}  # fmt: skip
"""Who has a drawing of their own; each may be told its colour."""
_BUILT: dict[str, Callable[..., Body]] = {
    "🪑": Chair, "🛋": Sofa, "🪟": Window, "🏄": Surfboard,
    "✈️": Airliner, "🛩️": Airliner, "🚁": Helicopter, "🚢": Steamer, "🛳️": Steamer, "🚲": Bicycle,
    "🏍️": partial(Bicycle, engine=True), "🛵": partial(Bicycle, (86, 170, 160), engine=True),
}  # fmt: skip
"""The same, by artwork."""
_SCHOOL: tuple[Colour, ...] = ((240, 136, 44), (246, 200, 64), (226, 92, 104), (86, 178, 200))
"""The colours of fish that swim together."""
_BALLOONS: tuple[Colour, ...] = ((222, 66, 58), (60, 130, 200), (120, 84, 176), (60, 160, 120))
_OTHERS = {"🚗": ("🚗", "🚕", "🚙")}
"""What else members of a group may look like."""
_PETS = frozenset("🐈🐕🐩🐇🐹🐱🐶🐰🐭🐁🐀🐦🐥🐤")
"""Who has a dish of their own."""
_MOTLEY = ([0, 1, 2, 3], [2, 1, 0, 3], [2, 0, 1, 3])
"""Butterflies' colours: the artwork's red, green and blue in another order."""


def body(
    subject: Subject,
    motion: Motion,
    characters: Mapping[str, Character] | None = None,
    *,
    nth: int = 0,
    chance: int = 0,
    holds: bool = False,
    thing: str = "",
    lies: str = "",
    seated: bool = False,
) -> Body:
    """The body that plays the `nth` of a subject in a motion, with something in its hand where it `holds`,
    and with the artwork of that `thing` for its gesture, where snow or leaves `lie`, `seated` on something;
    raises LookupError where there is no artwork."""
    gait, gesture = motion.gait, motion.gesture
    if seated:
        gesture = replace(gesture or Gesture(), seated=True, low=None)
    if gesture and thing and gesture.things:
        gesture = replace(
            gesture, things=(gesture.things[0]._replace(emoji=thing), *gesture.things[1:]), dish=thing
        )
    if gesture and gesture.dish and not thing:
        gesture = _fed(gesture, subject)
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
    if subject.emoji in TREES:
        blossoms = any(word in (subject.said or "") for word in ("cherry", "blossom", "樱", "桃", "梨"))
        return Tree("cherry" if blossoms else TREES[subject.emoji], colour, lies=lies, nth=nth)
    if being.rig in _MADE:
        return _MADE[being.rig](*([colour] if colour else []))
    if subject.name == "astronaut" and gesture:
        return Biped("🧑", SPACESUIT, gait, holds=holds, gesture=gesture)
    if subject.name == "astronaut":
        return Astronaut(gait, holds=holds)
    stands = gait in ("dance", "ride", "glide") or bool(gesture and gesture.upright)
    own = pelt(subject)
    rears = being.rig == "biped" and gait not in ("walk", "run", "sleep")
    if own and not (being.face and (stands or rears)):
        return Quadruped(_coloured(own, subject), gait, gesture, worn(subject.looks))
    if upright := _upright(subject, being, stands, nth, chance, lies):
        return Biped(*upright, gait, holds=holds, gesture=gesture)
    if (made := _made(subject, "swim" if subject.action == "sail" else gait, colour, nth)) is not None:
        return made
    if colour is not None:
        return Sprite(dyed(artwork(subject.emoji), colour), gait, being.facing, gesture, worn(subject.looks))
    looks = _OTHERS.get(subject.emoji, (subject.emoji,))
    pixels = artwork(looks[nth % len(looks)])
    if subject.name == "butterfly":
        pixels = np.ascontiguousarray(pixels[..., _MOTLEY[nth % len(_MOTLEY)]])
    return Sprite(pixels, gait, being.facing, gesture, worn(subject.looks))


def _upright(
    subject: Subject, being: Being, stands: bool, nth: int, chance: int, lies: str
) -> tuple[str, Clothes] | None:
    """The head and the clothes of whoever is on two legs."""
    looks = looks_of(subject)
    if being.rig == "biped" and (role := WARDROBE.get(singular(subject.said or ""))):
        face, clothes = role[0], coloured(_dyed(role[1], subject), nth, chance, fair=is_fair(subject))
    elif subject.name in FACES and being.rig == "biped":
        face, clothes, _ = person(subject, nth, chance)
        face, clothes = head(face, looks), dressed(_dyed(clothes, subject), looks)
        return face, outdoors(clothes, nth, chance, lies)
    elif being.face and (being.rig == "biped" or stands):
        face, clothes = being.face, _clothes(subject)
    elif subject.emoji in HEADS:
        usual = _dyed(HEADS[subject.emoji], subject)
        face, clothes = subject.emoji, coloured(usual, nth, chance, fair=is_fair(subject))
    else:
        return None
    return head(face, looks), dressed(clothes, looks)


def _fed(gesture: Gesture, subject: Subject) -> Gesture:
    """How an animal eats or drinks: pets from a dish, giraffes from trees, the others from the ground."""
    emoji = subject.emoji or BEINGS.get(subject.name, DEFAULT).emoji
    if emoji in _PETS:
        return gesture
    if emoji == "🦒" and gesture.bow:
        return replace(gesture, dish="", bow=lambda t: 0.02 + 0.05 * math.sin(t * 4))
    return replace(gesture, dish="")


def _made(subject: Subject, gait: str, colour: Colour | None, nth: int) -> Body | None:
    """The body of a walking bird, a crawler or a vehicle."""
    emoji = subject.emoji or BEINGS.get(subject.name, DEFAULT).emoji
    if subject.name == "hot air balloon":
        return HotAirBalloon(*([colour] if colour else [_BALLOONS[nth % len(_BALLOONS)]]))
    if emoji == "🪁":
        return Kite(*([colour] if colour else []))
    if emoji == "🛸":
        return Saucer()
    if emoji in MAKES:
        looks = _OTHERS.get(emoji, (emoji,)) if colour is None else (emoji,)
        return Car(MAKES[looks[nth % len(looks)]], colour)
    if emoji in _BUILT:
        return _BUILT[emoji](colour) if colour and emoji != "🛵" else _BUILT[emoji]()
    if emoji in FEATHERS and gait != "fly":
        feathers = FEATHERS[emoji]
        return Fowl(replace(feathers, back=colour) if colour else feathers, gait, worn(subject.looks))
    if emoji in ("🐍", "🪱", "🐛"):
        worm = emoji != "🐍"
        return Snake(colour or ((222, 140, 140) if emoji == "🪱" else (96, 168, 76)), gait, worm=worm)
    if emoji == "🐢":
        return Turtle(colour or (126, 174, 86), gait)
    return None


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
    wear = FUR.get(subject.name) or PEOPLE.get(subject.name, PERSON)
    if subject.colour and subject.name in FUR:
        return fur(COLOURS[subject.colour], tail=wear.tail is not None, tint=0.75)
    return _dyed(wear, subject)


def _dyed(wear: Clothes, subject: Subject) -> Clothes:
    """Clothes in the colour that was asked for."""
    if subject.colour is None or has(subject.looks, "body", "over"):
        return wear
    colour = COLOURS[subject.colour]
    return replace(wear, top=colour, skirt=mix(colour, (0, 0, 0), 0.15) if wear.skirt else None)
