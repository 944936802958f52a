"""A stage: everything that stands in front of the camera, from far to near."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import cv2
import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, over, premultiplied
from kinema.engines.animatic.scene import Scene
from kinema.engines.contract import Character
from kinema.videos.model import Quality
from kinema.videos.size import Size


@dataclass(frozen=True)
class Setup:
    """What scenery and actors are made for: the scene, its light, the frame and the chance they may use.

    `seconds` is how long the first shot was, for which moves and motions are laid out; `span` is which
    seconds of the film are drawn, from and to: an extension begins where the shot, or the part before it,
    ended. The scene is shown from second `begins` of the film on.
    """

    scene: Scene
    light: Light
    size: Size
    seconds: int
    quality: Quality
    chance: np.random.Generator
    span: tuple[float, float]
    cast: Mapping[str, Character] = field(default_factory=dict)
    begins: float = 0.0

    @property
    def rng(self) -> np.random.Generator:
        """Chance for whoever asks, and nobody else's: how much one part of the picture uses of it moves no
        other part, so that a hill stays where it is when the stars over it go out. Ask once and keep it."""
        return self.chance.spawn(1)[0]

    def own(self) -> Setup:
        """The same with a chance of its own for a part whose own parts are not always there."""
        return replace(self, chance=self.rng)

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
    _runs: list[tuple[int, int]] = field(init=False, repr=False)
    _period: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._period = self.art.shape[1]
        self._runs = _runs(self.art)
        if self.wraps and self._runs == [(0, self._period)]:
            # What covers the whole width is drawn in one go, so it carries its own continuation.
            self.art = np.concatenate([self.art, self.art[:, : int(self._period * 0.98)]], axis=1)

    def draw(self, shot: Shot) -> None:
        """Place it in the frame through the camera."""
        height, width = shot.frame.shape[:2]
        zoom = 1 + (shot.view.zoom - 1) * self.depth
        # A backdrop is endlessly far: travelling does not bring its edge into view.
        travel = 0.0 if self.art.shape[2] == 3 else shot.view.travel
        drift = (shot.view.x + travel) * self.depth * self.unit
        dx = width / 2 + zoom * (self.x - drift - width / 2)
        dy = height / 2 + zoom * (self.y - shot.view.y * self.depth * self.unit - height / 2)
        if not self.wraps:
            self._draw_columns(shot.frame, 0, self.art.shape[1], zoom, dx, dy)
        elif self.art.shape[1] > self._period:
            self._draw_columns(
                shot.frame, 0, self.art.shape[1], zoom, dx % (zoom * self._period) - zoom * self._period, dy
            )
        else:
            for start, end in self._runs:
                left = (dx + zoom * end) % (zoom * self._period) - zoom * end
                while left + zoom * start < width:
                    self._draw_columns(shot.frame, start, end, zoom, left, dy)
                    left += zoom * self._period

    def _draw_columns(self, frame: Raster, start: int, end: int, zoom: float, dx: float, dy: float) -> None:
        """Draw the columns from `start` to `end` of the art, whose origin is at (dx, dy) in the frame."""
        height, width = frame.shape[:2]
        top, bottom = max(int(dy) - 1, 0), min(int(np.ceil(dy + zoom * self.art.shape[0])) + 1, height)
        left, right = max(int(dx + zoom * start) - 1, 0), min(int(np.ceil(dx + zoom * end)) + 1, width)
        if top >= bottom or left >= right:
            return
        opaque = self.art.shape[2] == 3
        first = max(int((left - dx) / zoom) - 2, 0)
        last = min(int((right - dx) / zoom) + 3, self.art.shape[1])
        matrix = np.array([[zoom, 0, dx + zoom * first - left], [0, zoom, dy - top]], np.float32)
        seen = cv2.warpAffine(
            self.art[:, first:last],
            matrix,
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT,
        )
        if opaque:
            frame[top:bottom, left:right] = seen
        else:
            over(frame, seen, left, top)


def _runs(art: Raster) -> list[tuple[int, int]]:
    """The columns of art that hold anything, as (start, end) of each stretch with a pixel's air around it."""
    width = art.shape[1]
    if art.shape[2] == 3:
        return [(0, width)]
    filled: Raster = cv2.dilate(np.atleast_2d(art[..., 3].max(axis=0)), np.ones((1, 17), np.uint8)).reshape(
        -1
    )
    edges = np.flatnonzero(np.diff(np.concatenate([[0], filled > 0, [0]]).astype(int)))
    runs = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [(0, width)] if sum(b - a for a, b in runs) > 0.75 * width else runs


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
    """What is behind the subjects and in front of them, the floor between, and how far it lets a tilt go.

    `water` is the line of those in the water and `track` that of a train, where they are not the floor's;
    `raised` is how much higher than the line, in short sides, those stand whom no floor carries; `rays` says
    whether shafts of light may fall through it: not where it has its own, or no air.
    """

    floor: Floor
    behind: list[Element] = field(default_factory=list)
    front: list[Element] = field(default_factory=list)
    tilt: float = 0.0
    water: float | None = None
    track: float | None = None
    raised: float = 0.0
    rays: bool = True


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
