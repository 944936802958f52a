"""Coats and builds of four-legged animals: their colours, their proportions, and the shapes of their ends."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinema.engines.animatic.raster import Colour


@dataclass(frozen=True)
class Build:
    """Proportions, in heights of the body: how high its hips are, half its length from hip to chest, where the
    head is from the chest (ahead and up); how thick trunk, legs and neck and how large the head is, as parts
    of a fox's."""

    leg: float = 0.53
    half: float = 0.31
    neck: tuple[float, float] = (0.19, 0.27)
    bulk: float = 1.0
    thigh: float = 1.0
    throat: float = 1.0
    skull: float = 1.0
    hops: bool = False
    """Whether it goes in hops, hind feet together."""
    wings: bool = False


@dataclass(frozen=True)
class Coat:
    """What tells one animal from another: colours of body, belly and feet, and the shapes of its ends."""

    fur: Colour
    pale: Colour
    dark: Colour
    tail: Literal["thin", "bushy", "plume", "tuft", "stub", "curl", "hair", "spade"] = "thin"
    ears: Literal["pointed", "floppy", "round", "long", "leaf", "sail", "none"] = "pointed"
    snout: float = 0.13
    muzzle: Colour | None = None
    """A broad nose in a colour of its own."""
    hoofs: bool = False
    horns: Literal["", "bow", "swept", "antlers", "one", "knobs", "nose"] = ""
    stripes: Colour | None = None
    spots: Colour | None = None
    speck: float = 0.09
    """How large spots are."""
    mane: Colour | None = None
    crest: Colour | None = None
    """A mane along the neck."""
    wool: bool = False
    trunk: bool = False
    hump: bool = False
    masked: bool = False
    """Whether eyes, ears and legs are dark, as a panda's."""
    face: Colour | None = None
    eyes: Colour = (252, 250, 244)
    build: Build = Build()


_CAT = Build(leg=0.47, half=0.28, neck=(0.17, 0.25), skull=1.2, bulk=0.98)
_DOG = Build(leg=0.50, half=0.28, neck=(0.18, 0.27), skull=1.15, bulk=1.05, thigh=1.1)
_LARGE = Build(leg=0.50, half=0.32, neck=(0.21, 0.22), skull=1.15, bulk=1.2, thigh=1.25, throat=1.15)
_HORSE = Build(leg=0.56, half=0.29, neck=(0.22, 0.36), skull=0.94, bulk=1.06, thigh=0.95, throat=1.0)
_CATTLE = Build(leg=0.46, half=0.34, neck=(0.24, 0.13), skull=1.12, bulk=1.45, thigh=1.1, throat=1.3)
_PIG = Build(leg=0.38, half=0.27, neck=(0.22, 0.08), skull=1.5, bulk=1.75, thigh=1.1, throat=1.5)
_SHEEP = Build(leg=0.44, half=0.24, neck=(0.24, 0.18), skull=1.1, bulk=1.5, thigh=0.8)
_GOAT = Build(leg=0.48, half=0.25, neck=(0.18, 0.27), skull=1.02, bulk=1.2, thigh=0.85)
_DEER = Build(leg=0.55, half=0.25, neck=(0.17, 0.32), skull=0.84, bulk=0.92, thigh=0.8, throat=0.82)
_ELEPHANT = Build(leg=0.46, half=0.27, neck=(0.24, 0.16), skull=1.6, bulk=2.05, thigh=2.1, throat=1.6)
_GIRAFFE = Build(leg=0.42, half=0.17, neck=(0.20, 0.53), skull=0.66, bulk=0.78, thigh=0.66, throat=0.66)
_CAMEL = Build(leg=0.52, half=0.25, neck=(0.30, 0.26), skull=0.84, bulk=1.12, thigh=0.86, throat=0.8)
_HIPPO = Build(leg=0.32, half=0.32, neck=(0.28, 0.10), skull=1.6, bulk=1.9, thigh=1.7, throat=1.9)
_BEAR = Build(leg=0.42, half=0.28, neck=(0.26, 0.15), skull=1.35, bulk=1.75, thigh=1.75, throat=1.7)
_RABBIT = Build(
    leg=0.30, half=0.20, neck=(0.15, 0.20), skull=1.45, bulk=1.3, thigh=1.1, throat=1.0, hops=True
)
_SQUIRREL = Build(leg=0.28, half=0.17, neck=(0.13, 0.20), skull=1.3, bulk=1.25, thigh=1.2, hops=True)
_MOUSE = Build(leg=0.27, half=0.24, neck=(0.19, 0.14), skull=1.45, bulk=1.45, thigh=0.7, throat=1.3)
_DRAGON = Build(
    leg=0.46, half=0.33, neck=(0.30, 0.32), skull=1.2, bulk=1.15, thigh=1.15, throat=1.0, wings=True
)
_CHOCOLATE: Colour = (70, 46, 40)

COATS: dict[str, Coat] = {
    "🦊": Coat((222, 98, 32), (250, 240, 228), (58, 34, 30), tail="bushy", snout=0.20),
    "🐈": Coat((240, 164, 62), (255, 232, 196), (226, 140, 44), snout=0.075, stripes=(206, 116, 36), build=_CAT),
    "🐕": Coat((196, 140, 92), (240, 214, 184), (120, 74, 46), ears="floppy", snout=0.15, build=_DOG),
    "🐩": Coat((238, 232, 226), (250, 248, 244), (226, 214, 206), ears="floppy", tail="stub", snout=0.15, wool=True, build=_DOG),
    "🐺": Coat((122, 130, 142), (220, 224, 228), (70, 76, 88), tail="bushy", snout=0.19),
    "🦁": Coat((226, 172, 84), (246, 218, 160), (170, 110, 50), tail="tuft", ears="round", snout=0.14, mane=(136, 76, 34), build=_LARGE),
    "🐅": Coat((238, 146, 44), (252, 240, 222), (220, 130, 40), ears="round", snout=0.13, stripes=(44, 34, 34), build=_LARGE),
    "🐆": Coat((240, 184, 84), (252, 236, 206), (220, 160, 66), ears="round", snout=0.12, spots=(92, 58, 30), speck=0.032, build=_LARGE),
    "🐎": Coat((166, 96, 58), (190, 122, 80), (64, 42, 36), tail="hair", ears="leaf", snout=0.26, hoofs=True, crest=(62, 40, 34), build=_HORSE),
    "🦄": Coat((246, 242, 250), (255, 250, 255), (186, 160, 210), tail="hair", ears="leaf", snout=0.24, hoofs=True, horns="one", crest=(226, 120, 190), build=_HORSE),
    "🦓": Coat((240, 240, 240), (248, 248, 246), (40, 38, 42), tail="tuft", ears="leaf", snout=0.22, hoofs=True, stripes=(38, 36, 42), crest=(40, 38, 44), build=_HORSE),
    "🫏": Coat((142, 130, 124), (226, 218, 208), (76, 68, 66), tail="tuft", ears="long", snout=0.22, hoofs=True, crest=(76, 68, 66), build=_HORSE),
    "🐄": Coat((244, 240, 236), (250, 214, 206), (70, 60, 60), tail="tuft", ears="leaf", snout=0.17, muzzle=(244, 176, 172), hoofs=True, horns="bow", spots=(52, 46, 48), speck=0.13, build=_CATTLE),
    "🐂": Coat((134, 84, 56), (170, 118, 86), (60, 42, 36), tail="tuft", ears="leaf", snout=0.17, muzzle=(214, 170, 150), hoofs=True, horns="bow", build=_CATTLE),
    "🐃": Coat((92, 92, 104), (124, 124, 134), (50, 50, 58), tail="tuft", ears="leaf", snout=0.17, muzzle=(64, 62, 70), hoofs=True, horns="swept", build=_CATTLE),
    "🐖": Coat((248, 178, 186), (255, 210, 210), (206, 120, 132), tail="curl", ears="leaf", snout=0.12, muzzle=(236, 138, 152), hoofs=True, build=_PIG),
    "🐗": Coat((112, 84, 66), (150, 118, 92), (56, 42, 38), tail="curl", ears="pointed", snout=0.18, muzzle=(176, 128, 116), hoofs=True, build=_PIG),
    "🐑": Coat((246, 242, 232), (252, 250, 244), (66, 58, 62), tail="stub", ears="leaf", snout=0.13, hoofs=True, wool=True, face=(78, 68, 72), build=_SHEEP),
    "🐏": Coat((236, 226, 206), (246, 240, 226), (92, 78, 66), tail="stub", ears="leaf", snout=0.14, hoofs=True, horns="swept", wool=True, face=(176, 152, 128), build=_SHEEP),
    "🐐": Coat((236, 230, 222), (250, 248, 244), (126, 112, 100), tail="stub", ears="leaf", snout=0.16, hoofs=True, horns="swept", build=_GOAT),
    "🦌": Coat((178, 116, 68), (240, 218, 190), (86, 56, 40), tail="stub", ears="leaf", snout=0.19, hoofs=True, horns="antlers", build=_DEER),
    "🐘": Coat((142, 152, 166), (164, 172, 184), (108, 116, 130), tail="tuft", ears="sail", snout=0.02, trunk=True, build=_ELEPHANT),
    "🦣": Coat((116, 80, 56), (156, 118, 88), (74, 52, 42), tail="tuft", ears="sail", snout=0.10, trunk=True, wool=True, build=_ELEPHANT),
    "🦒": Coat((246, 200, 92), (252, 230, 170), (112, 70, 44), tail="tuft", ears="leaf", snout=0.22, hoofs=True, horns="knobs", spots=(190, 112, 48), speck=0.062, build=_GIRAFFE),
    "🐪": Coat((218, 170, 108), (234, 196, 146), (150, 106, 66), tail="tuft", ears="round", snout=0.20, hump=True, build=_CAMEL),
    "🦙": Coat((246, 232, 208), (252, 244, 230), (150, 122, 96), tail="stub", ears="leaf", snout=0.15, hoofs=True, wool=True, build=Build(leg=0.46, half=0.22, neck=(0.14, 0.40), skull=0.86, bulk=1.25, thigh=0.9, throat=1.0)),
    "🦏": Coat((140, 142, 150), (164, 166, 172), (100, 100, 110), tail="tuft", ears="leaf", snout=0.22, horns="nose", build=_HIPPO),
    "🦛": Coat((150, 128, 142), (196, 164, 170), (112, 94, 108), tail="stub", ears="round", snout=0.18, muzzle=(186, 150, 158), build=_HIPPO),
    "🐻": Coat((140, 92, 60), (190, 144, 106), (92, 60, 42), tail="stub", ears="round", snout=0.14, build=_BEAR),
    "🐻‍❄️": Coat((240, 242, 244), (250, 250, 250), (206, 212, 220), tail="stub", ears="round", snout=0.15, build=_BEAR),
    "🐼": Coat((244, 244, 244), (250, 250, 250), (44, 44, 50), tail="stub", ears="round", snout=0.11, masked=True, build=_BEAR),
    "🐇": Coat((206, 186, 168), (250, 244, 238), (180, 158, 140), tail="stub", ears="long", snout=0.06, build=_RABBIT),
    "🐁": Coat((176, 178, 190), (238, 222, 222), (236, 170, 174), ears="round", snout=0.14, build=_MOUSE),
    "🐀": Coat((128, 118, 116), (206, 190, 184), (226, 160, 160), ears="round", snout=0.16, build=_MOUSE),
    "🐹": Coat((232, 176, 110), (255, 244, 228), (240, 170, 160), tail="stub", ears="round", snout=0.05, build=_MOUSE),
    "🦝": Coat((136, 140, 150), (230, 230, 232), (60, 60, 70), tail="bushy", ears="round", snout=0.14, build=_CAT),
    "🐿": Coat((150, 98, 58), (244, 226, 198), (104, 66, 40), tail="plume", ears="pointed", snout=0.08, build=_SQUIRREL),
    "🐒": Coat((150, 92, 62), (240, 198, 158), (106, 64, 46), ears="round", snout=0.07, face=(236, 192, 152), build=Build(leg=0.48, half=0.22, neck=(0.17, 0.24), skull=1.3, bulk=0.95)),
    "🦍": Coat((72, 70, 78), (112, 108, 116), (44, 42, 48), tail="stub", ears="round", snout=0.09, face=(112, 106, 112), build=_BEAR),
    "🐊": Coat((94, 142, 74), (206, 214, 150), (70, 110, 60), tail="spade", ears="none", snout=0.34, build=Build(leg=0.24, half=0.40, neck=(0.26, 0.06), skull=0.95, bulk=0.86, thigh=0.9, throat=1.0)),
    "🦎": Coat((110, 178, 84), (222, 232, 160), (80, 140, 66), tail="spade", ears="none", snout=0.14, build=Build(leg=0.20, half=0.34, neck=(0.22, 0.10), skull=0.95, bulk=0.7, thigh=0.62, throat=0.85)),
    "🦕": Coat((104, 160, 130), (206, 226, 180), (80, 126, 104), tail="spade", ears="none", snout=0.16, build=Build(leg=0.32, half=0.24, neck=(0.30, 0.58), skull=0.62, bulk=1.35, thigh=1.35, throat=0.85)),
    "🐉": Coat((92, 166, 82), (240, 222, 140), (62, 116, 62), tail="spade", ears="none", snout=0.24, horns="swept", build=_DRAGON),
}  # fmt: skip
"""By the artwork of a subject."""

ALIKE = {
    "🐿️": "🐿",
    "🐲": "🐉",
    "🦮": "🐕",
    "🐕‍🦺": "🐕",
    "🐈‍⬛": "🐈",
    "🐶": "🐕",
    "🐱": "🐈",
    "🐷": "🐖",
    "🐮": "🐄",
    "🐴": "🐎",
    "🐰": "🐇",
    "🐭": "🐁",
    "🐵": "🐒",
    "🐯": "🐅",
    "🐫": "🐪",
}
"""Artwork whose animal another row draws."""


def coat(emoji: str) -> Coat | None:
    """The coat of the animal of that artwork, if it goes on four legs."""
    return COATS.get(ALIKE.get(emoji, emoji))
