"""What falls: tiles of streaks or flakes, one for each depth, that scroll through the frame."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np

from kinema.engines.animatic.raster import Colour, Raster, over, premultiplied, shine, times
from kinema.engines.animatic.stage import Setup, Shot


@dataclass
class Sheet:
    """One depth of rain or snow: a tile of light, or of art, that falls at `speed` pixels a second and drifts
    at `drift`; `sway` is how far, in pixels, it swings to the side."""

    tile: Raster
    speed: float
    drift: float
    depth: float
    unit: float
    sway: float = 0.0

    def seen(self, shot: Shot) -> Raster:
        """What of the tile is in the frame."""
        height, width = shot.frame.shape[:2]
        rows, columns = self.tile.shape[0] - height, self.tile.shape[1] - width
        x = -self.drift * shot.t + shot.view.aside(self.depth) * self.unit
        x += self.sway * math.sin(shot.t * 0.9 + self.depth * 5)
        y = -self.speed * shot.t + shot.view.y * self.depth * self.unit
        left, top = int(x % columns), int(y % rows)
        return self.tile[top : top + height, left : left + width]


@dataclass
class Curtain:
    """All sheets of rain or snow, in one colour; they come in over `fade_in` seconds."""

    sheets: list[Sheet]
    colour: Colour
    fade_in: float = 0.0

    def draw(self, shot: Shot) -> None:
        """Add their light to the frame, or lay them over it."""
        share = min(shot.t / self.fade_in, 1.0) if self.fade_in else 1.0
        if self.sheets[0].tile.ndim > 2:
            for sheet in self.sheets:
                over(shot.frame, sheet.seen(shot), 0, 0, share)
            return
        light = reduce(cv2.add, (sheet.seen(shot) for sheet in self.sheets))
        shine(shot.frame, light, 0, 0, times(self.colour, share))


def tile_size(setup: Setup) -> tuple[int, int]:
    """The size of the part of a tile that repeats."""
    return int(setup.size.width * 0.83 + 61), int(setup.size.height * 0.91 + 83)


def repeated(tile: Raster, setup: Setup, colour: Colour | None = None) -> Raster:
    """A tile with enough of itself to the right and below that any window of a frame's size fits. With a
    `colour` it becomes art in styles that make drops and flakes of something."""
    width, height = setup.size
    rows, columns = tile.shape
    if colour and setup.style.bits:
        tile = setup.style.bits(premultiplied(colour, tile.astype(np.float32) / 255), setup.unit)
    beyond = ((0, height), (0, width), (0, 0))[: tile.ndim]
    return np.ascontiguousarray(np.pad(tile, beyond, mode="wrap")[: rows + height, : columns + width])
