"""What is seen through the window of a room: its sky, its hour and its weather."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import TIMES
from kinema.engines.animatic.raster import Colour, Raster, mix
from kinema.engines.animatic.scenery.blocks import blocks
from kinema.engines.animatic.scenery.flora import row
from kinema.engines.animatic.scenery.heavens import heavens
from kinema.engines.animatic.scenery.pen import Furnishing
from kinema.engines.animatic.scenery.relief import ridge
from kinema.engines.animatic.scenery.trees import broadleaf
from kinema.engines.animatic.stage import Element, Setup, Shot, draw_all
from kinema.videos.size import Size

DEPTH = 0.6
"""How much a wall follows the camera."""


@dataclass(frozen=True)
class Window:
    """Where it is on the wall (its middle, and its sill over the floor), what is seen through it (a garden or
    a city) and its curtains, if any. Lengths are short sides."""

    x: float
    sill: float = 0.24
    wide: float = 0.44
    high: float = 0.36
    view: str = "garden"
    curtains: Colour | None = None
    bars: tuple[int, int] = (2, 2)


@dataclass(frozen=True)
class Plan:
    """How the room lies in the frame: which way round, how large its things are and how close together."""

    setup: Setup
    horizon: float
    side: float
    scale: float
    close: float

    def at(self, x: float, up: float) -> tuple[float, float]:
        """A place on the wall in pixels of the frame."""
        unit = self.setup.unit
        return (
            self.setup.size.width / 2 + self.side * x * self.close * unit,
            self.horizon - up * self.scale * unit,
        )

    def lamps(self, one: Furnishing) -> list[tuple[float, float, float]]:
        """Where a furnishing gives light, in pixels, and how much."""
        reach = self.scale * self.setup.unit
        x, y = self.at(one.x, one.up)
        return [(x + self.side * dx * reach, y - dy * reach, power) for dx, dy, power in one.lights]

    def moving(self, one: Furnishing) -> Element:
        """What moves of a furnishing."""
        assert one.moves
        return one.moves(self.setup, self.at(one.x, one.up), self.scale * self.setup.unit, self.side)


class Outside:
    """What is seen through the window: a small picture of its own, with its sky and its weather."""

    def __init__(self, plan: Plan, window: Window) -> None:
        setup, unit = plan.setup, plan.setup.unit
        hour = TIMES[setup.scene.time]
        wide, high = (max(int(part * plan.scale * unit / 2) * 2, 32) for part in (window.wide, window.high))
        self._size = (wide, high)
        self._x, self._y = plan.at(window.x, window.sill + window.high)
        self._x -= wide / 2
        self._unit = unit
        inner = replace(
            setup, size=Size(wide, high), light=replace(setup.light, ambient=hour.ambient, rim=hour.rim)
        )
        level = 0.80 * high
        self._elements: list[Element] = [heavens(inner, level)]
        if window.view == "city":
            near = {"tall": (0.14, 0.6), "wide": (0.10, 0.2)}
            self._elements.append(blocks(inner, high, depth=0.2, far=0.75, soft=0.004, **near))
            self._elements.append(blocks(inner, high * 1.12, depth=0.4, far=0.3, soft=0.004, **near))
        else:
            self._elements += _garden(inner, level)
        if setup.weather.backdrop:
            self._elements += setup.weather.backdrop(inner)
        if setup.weather.air:
            self._elements += setup.weather.air(inner, None, 0.0)

    def draw(self, shot: Shot) -> None:
        """Draw it small, and place it where the window is."""
        wide, high = self._size
        picture: Raster = np.zeros((high, wide, 3), np.uint8)
        draw_all(self._elements, picture, shot.t, View(0.8 * shot.view.aside(1.0)))
        zoom = 1 + (shot.view.zoom - 1) * DEPTH
        height, width = shot.frame.shape[:2]
        drift = ((shot.view.x + shot.view.travel) * DEPTH + shot.view.turn) * self._unit
        left = width / 2 + zoom * (self._x - drift - width / 2)
        top = height / 2 + zoom * (self._y - shot.view.y * DEPTH * self._unit - height / 2)
        x, y, right, bottom = (
            int(left) - 1,
            int(top) - 1,
            int(left + zoom * wide) + 2,
            int(top + zoom * high) + 2,
        )
        first, above, last, below = max(x, 0), max(y, 0), min(right, width), min(bottom, height)
        if first >= last or above >= below:
            return
        matrix = np.array([[zoom, 0, left - first], [0, zoom, top - above]], np.float32)
        shot.frame[above:below, first:last] = cv2.warpAffine(
            picture, matrix, (last - first, below - above), borderMode=cv2.BORDER_REPLICATE
        )


def _garden(setup: Setup, level: float) -> list[Element]:
    """A hill and trees, as the season leaves them."""
    light, lies = setup.light, setup.weather.lies
    snowy = lies == "snow"
    green: Colour = (238, 242, 250) if snowy else (176, 150, 76) if lies == "leaves" else (126, 172, 82)
    leaf: Colour = (206, 120, 44) if lies == "leaves" else (84, 138, 68)
    white = light.far((242, 246, 252), 0.3) if snowy else None
    tree = broadleaf(
        light.far(leaf, 0.3), light.far((92, 70, 54), 0.3), leafy=0.0 if snowy else 1.0, snow=white, side=1.0
    )
    return [
        ridge(setup, level, 0.14, mix(green, (110, 142, 130), 0.4), depth=0.2, far=0.7, period=1.4),
        row(setup, level + 0.10 * setup.unit, 0.42, tree, depth=0.3, gap=0.55, bends=0.14),
        ridge(setup, level + 0.10 * setup.unit, 0.05, green, depth=0.4, far=0.2, period=1.2),
    ]
