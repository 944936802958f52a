"""A stage: everything that stands in front of the camera, from far to near."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import cv2
import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, over, premultiplied
from kinema.engines.animatic.scene import Scene
from kinema.videos.model import Quality
from kinema.videos.size import Size


@dataclass(frozen=True)
class Setup:
    """What scenery and actors are made for: the scene, its light, the frame and the chance they may use."""

    scene: Scene
    light: Light
    size: Size
    seconds: int
    quality: Quality
    rng: np.random.Generator

    @property
    def unit(self) -> float:
        """The short side in pixels: all lengths of the world are parts of it."""
        return float(min(self.size))

    @property
    def fine(self) -> bool:
        """Whether more may be spent on every frame."""
        return self.quality is Quality.HIGH


@dataclass
class Shot:
    """One frame in the making: elements draw into `frame` at `t` seconds, seen through `view`."""

    frame: Raster
    t: float
    view: View


class Element(Protocol):
    """Anything that draws itself into a frame."""

    def draw(self, shot: Shot) -> None:
        """Add itself to the frame, in place."""


@dataclass
class Layer:
    """Still scenery, drawn once, larger than the frame by `margin` pixels on every side.

    `depth` is how much of the camera's movement it follows: 0 infinitely far, 1 at the subject, more in
    front of it. `wraps` scenery repeats to the side and can be tracked along for ever.
    """

    art: Raster
    x: float
    y: float
    depth: float
    unit: float
    wraps: bool = False

    def draw(self, shot: Shot) -> None:
        """Place it in the frame through the camera."""
        height, width = shot.frame.shape[:2]
        zoom = 1 + (shot.view.zoom - 1) * self.depth
        drift = (shot.view.x + shot.view.travel) * self.depth * self.unit
        dx = width / 2 + zoom * (self.x - drift - width / 2)
        dy = height / 2 + zoom * (self.y - shot.view.y * self.depth * self.unit - height / 2)
        top = max(int(np.floor(dy)) - 1, 0)
        bottom = min(int(np.ceil(dy + zoom * self.art.shape[0])) + 1, height)
        if top >= bottom:
            return
        if self.wraps:
            dx %= zoom * self.art.shape[1]
        matrix = np.array([[zoom, 0, dx], [0, zoom, dy - top]], np.float32)
        opaque = self.art.shape[2] == 3
        border = cv2.BORDER_WRAP if self.wraps else cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT
        seen = cv2.warpAffine(
            self.art, matrix, (width, bottom - top), flags=cv2.INTER_LINEAR, borderMode=border
        )
        if opaque:
            shot.frame[top:bottom] = seen
        else:
            if self.wraps:
                _clear_outside(seen, dy - top, zoom * self.art.shape[0])
            over(shot.frame, seen, 0, top)


def _clear_outside(seen: Raster, dy: float, height: float) -> None:
    """Wrapping is wanted to the side only: rows beyond the art are emptied."""
    seen[: max(int(np.ceil(dy)), 0)] = 0
    end = int(np.floor(dy + height))
    if end < len(seen):
        seen[max(end, 0) :] = 0


@dataclass
class Floor:
    """Where things stand: `horizon` and `line` (of the subjects' feet) in pixels, and what it is made of.

    `surface` is "dry", "wet", "water", "snow", "sand", "grass" or "none".
    """

    horizon: float
    line: float
    surface: str
    mirror: float = 0.0


@dataclass
class Stage:
    """The elements behind the subjects and in front of them, the floor between, and how far it lets a tilt."""

    floor: Floor
    behind: list[Element] = field(default_factory=list)
    front: list[Element] = field(default_factory=list)
    tilt: float = 0.0


@dataclass
class Veil:
    """A soft band of haze at a height of the frame, in front of what is already drawn."""

    mask: Raster
    y: float
    colour: tuple[float, float, float]
    depth: float
    unit: float

    @classmethod
    def band(cls, setup: Setup, y: float, half: float, strength: float, depth: float = 0.3) -> Veil:
        """A band around `y` pixels, `half` pixels to either side, `strength` 0 to 1."""
        rows = np.arange(int(2 * half), dtype=np.float32) / half - 1
        profile = np.clip(1 - np.abs(rows), 0, 1) ** 1.5 * strength
        mask = np.repeat(profile[:, None], setup.size.width, axis=1)
        return cls(premultiplied(setup.light.haze, mask), y - half, setup.light.haze, depth, setup.unit)

    def draw(self, shot: Shot) -> None:
        """Lay it over the frame."""
        over(shot.frame, self.mask, 0, int(self.y - shot.view.y * self.depth * self.unit))
