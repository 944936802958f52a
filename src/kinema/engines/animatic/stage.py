"""A stage: everything that stands in front of the camera, from far to near."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple, Protocol, runtime_checkable

import cv2
import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, blur, over, premultiplied
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.terms import Style, Weather
from kinema.engines.animatic.vocabulary import vocabulary
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
    def weather(self) -> Weather:
        """What falls or drifts in the air."""
        return vocabulary().weathers[self.scene.weather]

    @property
    def style(self) -> Style:
        """What the picture looks like."""
        return vocabulary().styles[self.scene.style]

    @property
    def sunlit(self) -> bool:
        """Whether a lens looks towards a sun that throws shadows."""
        indoors = vocabulary().places[self.scene.setting].indoors
        return self.style.lens and not indoors and self.light.shade > 0.3 and self.light.stars < 0.5

    @property
    def rounding(self) -> float:
        """How strongly light models a body: more of it is spent in fine quality."""
        return 1.7 if self.fine else 1.0

    @property
    def fine(self) -> bool:
        """Whether more may be spent on every frame."""
        return self.quality is Quality.HIGH


@dataclass
class Shot:
    """One frame in the making: elements draw into `frame` at `t` seconds, seen through `view`. What is drawn
    later covers the rows from `bottom` on: they need not be drawn, and what is in them means nothing."""

    frame: Raster
    t: float
    view: View
    bottom: int


class Element(Protocol):
    """Anything that draws itself into a frame."""

    def draw(self, shot: Shot) -> None:
        """Add itself to the frame, in place."""


@runtime_checkable
class Cover(Element, Protocol):
    """An element that hides what is behind it."""

    def covers(self, shot: Shot) -> tuple[int, int]:
        """The rows, from and to, in which nothing that was drawn before can be seen."""


Paint = Callable[[Raster], Raster]
"""Takes premultiplied RGBA art and returns it made of something else."""


@runtime_checkable
class Scenery(Element, Protocol):
    """An element whose art does not change."""

    def repainted(self, paint: Paint) -> Element:
        """The same, made of something else."""


def made_of(elements: Sequence[Element], setup: Setup) -> list[Element]:
    """Elements as the style makes scenery."""
    scenery = setup.style.scenery
    if scenery is not None:
        paint = partial(_painted, scenery, setup.unit)
        return [e.repainted(paint) if isinstance(e, Scenery) else e for e in elements]
    if setup.fine and setup.style.lens:
        return [e.unfocused() if isinstance(e, Layer) else e for e in elements]
    return list(elements)


def _painted(scenery: Callable[[Raster, float], Raster], unit: float, art: Raster) -> Raster:
    return scenery(art, unit)


def draw_all(elements: Sequence[Element], frame: Raster, t: float, view: View) -> None:
    """Draw elements from far to near, none of them where a nearer one will hide it."""
    shots: list[Shot] = []
    bottom = frame.shape[0]
    for element in reversed(elements):
        shot = Shot(frame, t, view, bottom)
        shots.append(shot)
        if isinstance(element, Cover):
            start, end = element.covers(shot)
            if start < bottom <= end:
                bottom = start
    for element, shot in zip(elements, reversed(shots), strict=True):
        element.draw(shot)


class Piece(NamedTuple):
    """A part of a layer's art that holds anything: its columns and rows, from and to, and the row from which
    on it is opaque to the art's end."""

    left: int
    right: int
    top: int
    bottom: int
    solid: int


_AIR = 4
"""Columns of itself that scenery which wraps carries on either side, so that its ends meet."""


@dataclass
class Layer:
    """Still scenery, drawn once, larger than the frame by `margin` pixels on every side.

    `depth` is how much of the camera's movement it follows: 0 infinitely far, 1 at the subject, more in
    front of it. `wraps` scenery repeats to the side and can be tracked along for ever. `art` without an
    alpha channel is a backdrop, endlessly far. What is air is not drawn, and what is opaque is not blended.
    """

    art: Raster
    x: float
    y: float
    depth: float
    unit: float
    wraps: bool = False
    _backdrop: bool = field(init=False, repr=False)
    period: int = field(init=False, repr=False)
    """Columns after which what wraps repeats."""
    _pieces: list[Piece] = field(init=False, repr=False)
    _solid: int = field(init=False, repr=False)
    """The row from which on all of it is opaque."""

    def __post_init__(self) -> None:
        self._backdrop = self.art.shape[2] == 3
        if self._backdrop:  # four channels are moved faster than three
            self.art = cv2.cvtColor(self.art, cv2.COLOR_RGB2RGBA)
        self.period = self.art.shape[1]
        alpha = cv2.extractChannel(self.art, 3)
        clear = np.flatnonzero(alpha.min(axis=1) < 255)
        self._solid = int(clear[-1]) + 1 if len(clear) else 0
        self._pieces = list(_pieces(alpha, wraps=self.wraps))
        if self.wraps:
            self.art = np.concatenate([self.art[:, -_AIR:], self.art, self.art[:, :_AIR]], axis=1)

    def unfocused(self) -> Layer:
        """As a lens shows it that is focused on the subject: softer, the further behind or before it is."""
        away = 1 / max(self.depth, 0.12) - 1 if self.depth < 1 else 1.6 * (self.depth - 1)
        sigma = self.unit * min(0.0024 * away, 0.0085)
        if self._backdrop or sigma < 0.7:
            return self
        pad = int(3 * sigma) + 1
        grown = cv2.copyMakeBorder(self.art, pad, 0, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
        taller = replace(self, art=grown[:, self.pad : self.pad + self.period], y=self.y - pad)
        return taller.repainted(partial(blur, sigma=sigma))

    def repainted(self, paint: Paint) -> Layer:
        """The same scenery, made of something else."""
        art = self.art[:, self.pad : self.pad + self.period]
        if self._backdrop:
            return replace(self, art=np.ascontiguousarray(paint(art)[..., :3]))
        if not self.wraps:
            return replace(self, art=paint(art))
        around = min(self.period, int(0.1 * self.unit))
        art = np.concatenate([art[:, -around:], art, art[:, :around]], axis=1)
        return replace(self, art=np.ascontiguousarray(paint(art)[:, around : around + self.period]))

    def covers(self, shot: Shot) -> tuple[int, int]:
        """The rows in which it is opaque from one side of the frame to the other."""
        height, width = shot.frame.shape[:2]
        zoom, dx, dy = self.placed(shot)
        if self._backdrop:
            return 0, height
        if not self.wraps and (dx > -1 or dx + zoom * self.period < width + 1):
            return height, height
        return self._row(zoom, dy, self._solid), self._end(zoom, dy)

    def draw(self, shot: Shot) -> None:
        """Place it in the frame through the camera."""
        width = shot.frame.shape[1]
        zoom, dx, dy = self.placed(shot)
        if not self.wraps:
            for piece in self._pieces:
                self._draw_piece(shot, piece, zoom, dx, dy)
            return
        period = zoom * self.period
        for piece in self._pieces:
            left = (dx + zoom * piece.right) % period - zoom * piece.right
            while left + zoom * piece.left < width:
                self._draw_piece(shot, piece, zoom, left, dy)
                left += period

    @property
    def pad(self) -> int:
        """Columns of itself before its first."""
        return _AIR if self.wraps else 0

    def placed(self, shot: Shot) -> tuple[float, float, float]:
        """How large it is in the frame, and where its origin is."""
        height, width = shot.frame.shape[:2]
        zoom = 1 + (shot.view.zoom - 1) * self.depth
        # Travelling does not bring a backdrop's edge into view.
        travel = 0.0 if self._backdrop else shot.view.travel
        drift = (shot.view.x + travel) * self.depth * self.unit
        dx = width / 2 + zoom * (self.x - drift - width / 2)
        dy = height / 2 + zoom * (self.y - shot.view.y * self.depth * self.unit - height / 2)
        return zoom, dx, dy

    @staticmethod
    def _row(zoom: float, dy: float, solid: int) -> int:
        """The row of the frame from which on art is opaque that is so from its row `solid` on."""
        return max(math.ceil(dy + zoom * solid) + 1, 0)

    def _end(self, zoom: float, dy: float) -> int:
        """The row of the frame up to which opaque art is opaque: its last one fades."""
        return math.floor(dy + zoom * len(self.art)) - 1

    def _draw_piece(self, shot: Shot, piece: Piece, zoom: float, dx: float, dy: float) -> None:
        """Draw a piece of the art, whose origin is at (dx, dy) in the frame. Pieces meet at whole pixels, so
        that none is drawn twice."""
        frame, pad = shot.frame, self.pad
        top, bottom = max(round(dy + zoom * piece.top), 0), min(round(dy + zoom * piece.bottom), shot.bottom)
        left = max(round(dx + zoom * piece.left), 0)
        right = min(round(dx + zoom * piece.right), frame.shape[1])
        if top >= bottom or left >= right:
            return
        first = max(int((left - dx) / zoom) - 2 + pad, 0)
        last = min(int((right - dx) / zoom) + 3 + pad, self.art.shape[1])
        matrix = np.array([[zoom, 0, dx + zoom * (first - pad) - left], [0, zoom, dy - top]], np.float32)
        seen = cv2.warpAffine(
            self.art[:, first:last],
            matrix,
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE if self._backdrop else cv2.BORDER_CONSTANT,
        )
        solid = bottom
        if self._backdrop:
            solid = top
        elif bottom <= self._end(zoom, dy):
            solid = min(max(self._row(zoom, dy, piece.solid), top), bottom)
        if solid < bottom:
            cv2.cvtColor(seen[solid - top :], cv2.COLOR_RGBA2RGB, dst=frame[solid:bottom, left:right])
        if solid > top:
            over(frame, seen[: solid - top], left, top)


_CELL = 8
_EFFORT = 256
"""Cells whose drawing takes as long as beginning to draw a piece."""


def _pieces(alpha: Raster, *, wraps: bool) -> Iterator[Piece]:
    """The parts of art that hold anything: rectangles that do not overlap and leave out much air. At the
    art's own edges they hold one pixel more, in which it fades."""
    height, width = alpha.shape
    clear = np.where(alpha < 255, np.arange(1, height + 1, dtype=np.int32)[:, None], 0).max(axis=0)
    # A cell is filled where anything in it, or next to it, may be seen between pixels.
    reach = 2 * _CELL + 1
    filled = cv2.dilate(alpha, np.ones((reach, reach), np.uint8))[::_CELL, ::_CELL] > 0
    fade = 0 if wraps else 1
    for rows, columns in _cut(filled, slice(0, filled.shape[0]), slice(0, filled.shape[1])):
        left, right = columns.start * _CELL, min(columns.stop * _CELL, width)
        top, bottom = rows.start * _CELL, min(rows.stop * _CELL, height)
        yield Piece(
            left - (fade if left == 0 else 0),
            right + (fade if right == width else 0),
            top - (1 if top == 0 else 0),
            bottom + (1 if bottom == height else 0),
            int(clear[left:right].max()),
        )


def _cut(filled: Raster, rows: slice, columns: slice) -> list[tuple[slice, slice]]:
    """The filled cells within rows and columns as rectangles, as many as save more than they cost."""
    part = filled[rows, columns]
    across, down = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(across):
        return []
    top, bottom = rows.start + int(across[0]), rows.start + int(across[-1]) + 1
    left, right = columns.start + int(down[0]), columns.start + int(down[-1]) + 1
    rows, columns = slice(top, bottom), slice(left, right)
    whole = [(rows, columns)]
    if _effort(whole) < 4 * _EFFORT:
        return whole
    if bottom - top > right - left:
        middle = (top + bottom) // 2
        halves = [(slice(top, middle), columns), (slice(middle, bottom), columns)]
    else:
        middle = (left + right) // 2
        halves = [(rows, slice(left, middle)), (rows, slice(middle, right))]
    pieces = [piece for half in halves for piece in _cut(filled, *half)]
    return pieces if _effort(pieces) < _effort(whole) else whole


def _effort(pieces: list[tuple[slice, slice]]) -> int:
    return sum((r.stop - r.start) * (c.stop - c.start) + _EFFORT for r, c in pieces)


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
