"""What colour is meant by a colour's name, said of a thing or somebody's clothes."""

from __future__ import annotations

from kinema.engines.animatic.raster import Colour

COLOURS: dict[str, Colour] = {
    "red": (206, 44, 44), "orange": (240, 136, 36), "yellow": (250, 200, 50), "green": (74, 160, 74),
    "blue": (60, 120, 210), "purple": (140, 80, 190), "pink": (246, 150, 180), "white": (240, 240, 244),
    "black": (46, 44, 52), "grey": (150, 154, 162), "brown": (130, 84, 50),
}  # fmt: skip
