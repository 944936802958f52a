"""Eyes in a colour."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look

NAMES = ("blue", "green", "brown", "black", "red", "grey", "purple", "yellow", "orange", "pink")
HAN = {"blue": ("碧眼", "蓝眼睛"), "green": ("绿眼睛",), "red": ("红眼睛",)}


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Both have it."""
    return replace(clothes, eyes=colour)


LOOK = Look(
    name="eyes",
    words=("eyes", "eyed", "眼睛", "眼眸", "双眸"),
    part="iris",
    tones={
        "blue": (52, 110, 190), "green": (54, 136, 74), "brown": (104, 58, 30), "grey": (104, 116, 128),
        "yellow": (230, 176, 40), "orange": (222, 130, 36),
    },
    hues={name: (f"{name}-eyed", *HAN.get(name, ())) for name in NAMES},
    wear=wear,
)  # fmt: skip
