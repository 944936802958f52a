"""Coats of four-legged animals: their colours, and the shapes of their ends."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass

from kinema.engines.animatic.raster import Colour


@dataclass(frozen=True)
class Coat:
    """What tells one animal from another: colours of body, belly and feet, and the shapes of its ends."""

    fur: Colour
    pale: Colour
    dark: Colour
    tail: str = "thin"
    ears: str = "pointed"
    snout: float = 0.13
    stripes: Colour | None = None
    mane: Colour | None = None
    bulk: float = 1.0


COATS: dict[str, Coat] = {
    "fox": Coat((222, 98, 32), (250, 240, 228), (58, 34, 30), tail="bushy", snout=0.20),
    "cat": Coat((240, 164, 62), (255, 232, 196), (226, 140, 44), snout=0.075, stripes=(206, 116, 36)),
    "dog": Coat((196, 140, 92), (240, 214, 184), (120, 74, 46), ears="floppy", snout=0.15, bulk=1.1),
    "wolf": Coat((122, 130, 142), (220, 224, 228), (70, 76, 88), tail="bushy", snout=0.19),
    "lion": Coat((226, 172, 84), (246, 218, 160), (170, 110, 50), tail="tuft", ears="round", snout=0.14, mane=(136, 76, 34), bulk=1.15),
    "tiger": Coat((238, 146, 44), (252, 240, 222), (220, 130, 40), tail="thin", ears="round", snout=0.13, stripes=(44, 34, 34), bulk=1.15),
}  # fmt: skip
