"""The wardrobe: what people, and animals on two legs, have on; by who somebody is said to be."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from kinema.engines.animatic.raster import Colour, mix
from kinema.engines.animatic.terms import Look

DARK: Colour = (62, 28, 22)
"""The colour of eyes of which nothing is said."""


class Worn(NamedTuple):
    """A look that somebody has, in its colour and pattern."""

    look: Look
    colour: Colour
    pattern: str | None = None


@dataclass(frozen=True)
class Clothes:
    """The colours of a body, and what it has beyond a trunk and limbs. `head` is a part of its height."""

    top: Colour
    legs: Colour
    hands: Colour
    feet: Colour
    belly: Colour | None = None
    tail: Colour | None = None
    head: float = 0.40
    hair: Colour | None = None
    """The hair's, and the head's from behind."""
    nape: Colour | None = None
    """The head from behind, where that is not hair; where neither is said, it is that of the top."""
    skirt: Colour | None = None
    cape: Colour | None = None
    helmet: str = ""
    """Which of `HELMETS` hides the head, if any."""
    hem: tuple[float, float] = (0.21, 0.125)
    """How far a skirt reaches to each side, and how high over the ground it ends."""
    sleeves: float = 1.0
    """How much of the arms the top covers."""
    cuffs: float = 1.0
    """How wide its sleeves are at the hands, as a part of usual ones."""
    trousers: float = 1.0
    """How much of the legs is covered in their colour; the rest is skin."""
    under: Colour | None = None
    """What is seen under an open top."""
    worn: tuple[Worn, ...] = ()
    """What is drawn of it beyond that, in the order in which it is put on."""
    umbrella: bool = False
    stick: bool = False
    """Whether somebody walks with one."""
    tint: tuple[Colour, float] | None = None
    """A colour laid over the face, and how strongly: brings the artwork to the colour of the body."""
    skin: Colour = (255, 220, 93)
    """The face's; the hands have it too where they are bare."""
    eyes: Colour = DARK


def in_skin(clothes: Clothes, colour: Colour) -> Clothes:
    """The same on somebody of another skin; with the darkest, hair is dark."""
    bare = clothes.skin
    hands, legs = (colour if part == bare else part for part in (clothes.hands, clothes.legs))
    hair = (44, 34, 32) if clothes.hair and sum(colour) < 320 else clothes.hair
    return replace(clothes, skin=colour, hands=hands, legs=legs, hair=hair)


def fur(colour: Colour, *, pale: Colour | None = None, tail: bool = True, tint: float = 0.0) -> Clothes:
    """An animal's coat in one colour, with a paler belly and paws; its face takes `tint` of the colour."""
    light = pale or mix(colour, (255, 255, 255), 0.55)
    legs = mix(colour, (60, 30, 10), 0.10)
    face = (colour, tint) if tint else None
    return Clothes(colour, legs, light, light, light, colour if tail else None, head=0.46, tint=face)


FUR = {
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

SKIN: Colour = (255, 220, 93)
"""The skin that the artwork has."""
_HAIR: Colour = (132, 76, 40)

PEOPLE = {
    "robot": Clothes(
        (120, 140, 160), (90, 106, 124), (190, 200, 210), (70, 80, 96), (160, 176, 190), head=0.36
    ),
    "santa": Clothes((200, 40, 50), (180, 34, 44), (250, 250, 250), (40, 40, 44), head=0.36),
    "woman": Clothes(
        (190, 40, 90), (255, 214, 120), SKIN, (120, 40, 70), head=0.34, hair=_HAIR, skirt=(150, 30, 80)
    ),
    "girl": Clothes(
        (140, 120, 220), (255, 220, 130), SKIN, (200, 60, 90), head=0.40, hair=_HAIR, skirt=(240, 110, 150)
    ),
    "old woman": Clothes(
        (120, 96, 150),
        (240, 210, 130),
        SKIN,
        (70, 56, 80),
        head=0.35,
        hair=(186, 186, 194),
        stick=True,
        skirt=(96, 76, 124),
    ),
    "old man": Clothes(
        (130, 104, 78),
        (84, 84, 96),
        SKIN,
        (60, 46, 40),
        (236, 226, 206),
        head=0.35,
        hair=(220, 220, 224),
        stick=True,
    ),
    "man": Clothes((52, 104, 92), (60, 64, 84), SKIN, (70, 48, 40), head=0.34, hair=_HAIR),
    "boy": Clothes((60, 130, 210), (60, 70, 100), SKIN, (220, 80, 50), head=0.40, hair=_HAIR),
    "dancer": Clothes(
        (206, 30, 60), (180, 24, 50), SKIN, (120, 20, 40), head=0.32, hair=_HAIR, skirt=(206, 30, 60)
    ),
}
PERSON = Clothes((64, 110, 150), (52, 58, 84), SKIN, (60, 44, 40), head=0.34, hair=_HAIR)


HEADS = {
    "👶": Clothes((240, 240, 250), (240, 240, 250), SKIN, (250, 210, 220), head=0.50, hair=SKIN),
    "🧒": Clothes((90, 170, 110), (60, 70, 100), SKIN, (220, 80, 50), head=0.42, hair=_HAIR),
    "👱": PERSON, "🧔": PERSON, "🧓": PERSON,
    "👮": Clothes((42, 84, 140), (32, 52, 92), (255, 220, 93), (30, 30, 36), head=0.34, hair=_HAIR),
    "👸": Clothes((236, 120, 180), (236, 120, 180), SKIN, (200, 80, 140), head=0.34, hair=_HAIR, skirt=(240, 140, 194)),
    "🤴": Clothes((130, 60, 160), (84, 46, 110), SKIN, (50, 34, 60), head=0.34, hair=_HAIR, cape=(190, 40, 60)),
    "🧙": Clothes((222, 104, 42), (190, 84, 30), SKIN, (90, 60, 50), head=0.36, hair=_HAIR, skirt=(222, 104, 42)),
    "🧛": Clothes((44, 46, 54), (36, 38, 46), (246, 222, 206), (24, 24, 30), head=0.34, hair=(30, 30, 36), cape=(170, 20, 50)),
    "🧟": Clothes((206, 104, 60), (92, 96, 104), (176, 190, 196), (70, 66, 66), head=0.34, hair=(40, 40, 44)),
    "👷": Clothes((244, 150, 40), (60, 80, 120), SKIN, (90, 60, 40), head=0.34, hair=_HAIR),
    "💂": Clothes((214, 44, 60), (36, 38, 46), SKIN, (30, 30, 36), head=0.34, hair=(40, 40, 44)),
    "🕵️": Clothes((104, 118, 130), (74, 84, 96), SKIN, (50, 46, 46), head=0.34, hair=_HAIR, skirt=(104, 118, 130)),
    "🥷": Clothes((42, 46, 52), (36, 40, 46), (42, 46, 52), (24, 26, 30), head=0.36, hair=(42, 46, 52)),
    "👰": Clothes((250, 250, 252), (250, 250, 252), SKIN, (240, 236, 236), head=0.36, hair=(236, 236, 240), skirt=(252, 252, 254)),
    "🤵": Clothes((46, 52, 58), (46, 52, 58), SKIN, (28, 30, 34), (250, 250, 252), head=0.34, hair=_HAIR),
    "👨‍🍳": Clothes((240, 242, 246), (70, 84, 110), SKIN, (50, 50, 56), head=0.34, hair=_HAIR),
    "👩‍🍳": Clothes((240, 242, 246), (70, 84, 110), SKIN, (50, 50, 56), head=0.34, hair=_HAIR),
    "🧑‍🍳": Clothes((240, 242, 246), (70, 84, 110), SKIN, (50, 50, 56), head=0.34, hair=_HAIR),
    "🧑‍⚕️": Clothes((248, 250, 252), (66, 130, 190), SKIN, (240, 240, 244), (66, 130, 190), head=0.34, hair=_HAIR, skirt=(248, 250, 252)),
    "🧑‍🚒": Clothes((200, 160, 92), (60, 56, 58), SKIN, (36, 34, 36), (246, 222, 90), head=0.34, hair=_HAIR),
    "🧑‍🌾": Clothes((200, 66, 56), (66, 120, 184), SKIN, (96, 66, 44), (66, 120, 184), head=0.34, hair=_HAIR),
    "🧑‍🔬": Clothes((246, 248, 250), (80, 90, 110), SKIN, (60, 60, 66), (120, 180, 220), head=0.34, hair=_HAIR, skirt=(246, 248, 250)),
    "🧑‍✈️": Clothes((250, 250, 252), (40, 46, 64), SKIN, (28, 28, 34), head=0.34, hair=_HAIR),
    "🧑‍🎓": Clothes((42, 48, 58), (42, 48, 58), SKIN, (40, 36, 40), head=0.34, hair=_HAIR, skirt=(42, 48, 58)),
    "🧑‍🎤": Clothes((90, 180, 240), (60, 60, 90), SKIN, (230, 80, 140), head=0.34, hair=(140, 210, 255)),
    "🦸": Clothes((214, 44, 60), (44, 110, 190), SKIN, (214, 44, 60), (90, 170, 240), head=0.34, hair=_HAIR, cape=(206, 30, 50)),
    "🦹": Clothes((44, 48, 56), (44, 48, 56), SKIN, (180, 30, 50), (120, 130, 140), head=0.34, hair=_HAIR, cape=(190, 24, 48)),
    "🧝": Clothes((92, 150, 84), (120, 90, 60), SKIN, (90, 66, 44), head=0.36, hair=(104, 38, 24), skirt=(92, 150, 84)),
    "🧕": Clothes((150, 104, 206), (130, 88, 190), SKIN, (90, 60, 130), head=0.34, hair=(150, 104, 206), skirt=(130, 88, 190)),
    "👳": Clothes((244, 130, 60), (226, 226, 230), SKIN, (120, 80, 50), head=0.34, hair=(230, 230, 234)),
    "🤠": Clothes((190, 70, 50), (60, 90, 150), SKIN, (110, 70, 40), head=0.36, hair=(110, 70, 30)),
    "🧚": Clothes((244, 130, 60), (244, 130, 60), SKIN, (240, 170, 190), head=0.34, hair=_HAIR, skirt=(250, 170, 80)),
    "👽": Clothes((120, 190, 110), (90, 150, 90), (150, 210, 140), (70, 110, 70), head=0.44),
    "💀": Clothes((214, 220, 228), (196, 204, 214), (230, 234, 240), (180, 188, 200), head=0.38),
    "🤡": Clothes((240, 200, 60), (60, 120, 210), (250, 250, 250), (206, 44, 44), head=0.40, hair=_HAIR),
}  # fmt: skip
"""Artwork that is a head, and the clothes of the body under it."""
BUSTS = frozenset(HEADS) - frozenset("👸🤴👶🧒👱🧔🧓👽💀🤡🤠")
"""Artwork that is a head with shoulders: what is beside the head, and below it, is left out."""

_KNIGHT = Clothes(
    (168, 176, 190),
    (140, 148, 164),
    (120, 128, 144),
    (104, 110, 124),
    (206, 212, 222),
    head=0.34,
    hair=(150, 158, 172),
    cape=(180, 36, 52),
    helmet="knight",
)
SPACESUIT = Clothes((232, 234, 240), (222, 226, 234), (88, 94, 110), (88, 94, 110), helmet="astronaut")
"""An astronaut's, on whose hands something depends."""

WARDROBE: dict[str, tuple[str, Clothes]] = {
    word: worn
    for words, worn in (
        (("knight", "骑士", "武士"), ("👨", _KNIGHT)),
        (("king", "emperor", "prince", "国王", "皇帝", "王子"), ("🤴", HEADS["🤴"])),
        (("queen", "princess", "empress", "女王", "公主", "皇后"), ("👸", HEADS["👸"])),
        (("policeman", "policewoman", "cop", "police officer", "警察"), ("👮", HEADS["👮"])),
        (("firefighter", "fireman", "消防员"), ("👨‍🚒", HEADS["🧑‍🚒"])),
        (("pilot", "captain", "飞行员", "船长", "机长"), ("👨‍✈️", HEADS["🧑‍✈️"])),
        (("student", "graduate", "毕业生"), ("👩‍🎓", HEADS["🧑‍🎓"])),
        (("singer", "rock star", "pop star", "歌手", "摇滚明星"), ("👨‍🎤", HEADS["🧑‍🎤"])),
        (("ninja", "忍者", "刺客"), ("🥷", HEADS["🥷"])),
        (("superhero", "hero", "superheroine", "超级英雄", "超人"), ("🦸", HEADS["🦸"])),
        (("villain", "supervillain", "反派"), ("🦹", HEADS["🦹"])),
        (("witch", "wizard", "sorcerer", "magician", "女巫", "巫师", "魔法师"), ("🧙", HEADS["🧙"])),
        (("elf", "精灵"), ("🧝", HEADS["🧝"])),
    )
    for word in words
}  # fmt: skip
"""The prompt's own word for somebody whom a person plays: head and clothes."""
