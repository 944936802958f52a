"""A stage: everything that stands in front of the camera, from far to near."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple, Protocol, cast, runtime_checkable

import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Colour, Raster
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


class Shots(NamedTuple):
    """A shot for each of some elements; nothing that was drawn before them is seen from row `bottom` on."""

    each: list[Shot]
    bottom: int


def shots(
    elements: Sequence[Element], frame: Raster, t: float, view: View, bottom: int | None = None
) -> Shots:
    """What elements, from far to near, have to draw where each hides what is behind it, and what is nearer
    than all of them hides the rows from `bottom` on."""
    each: list[Shot] = []
    bottom = frame.shape[0] if bottom is None else bottom
    for element in reversed(elements):
        shot = Shot(frame, t, view, bottom)
        each.append(shot)
        if _hides(type(element)):
            start, end = cast("Cover", element).covers(shot)
            if start < bottom <= end:
                bottom = start
    return Shots(each[::-1], bottom)


@cache
def _hides(kind: type[Element]) -> bool:
    return issubclass(kind, Cover)


def draw_shots(elements: Sequence[Element], taken: Shots) -> None:
    """Draw elements from far to near."""
    for element, shot in zip(elements, taken.each, strict=True):
        element.draw(shot)


def draw_all(elements: Sequence[Element], frame: Raster, t: float, view: View) -> None:
    """Draw elements from far to near, none of them where a nearer one will hide it."""
    draw_shots(elements, shots(elements, frame, t, view))


class Lit(NamedTuple):
    """A lamp in the frame, in pixels: `x`, the `ground` under it, and how far `up` from there it is."""

    x: float
    ground: float
    up: float
    power: float = 1.0


class Lamp(Protocol):
    """Something that gives light. `reach` is how far, in short sides; `air` how much of its light, 0 to 1, is
    seen in the air under it."""

    colour: Colour
    reach: float
    air: float

    def lit(self, shot: Shot) -> Iterator[Lit]:
        """Where it is seen, perhaps more than once."""


@dataclass
class Floor:
    """Where things stand: `horizon` and `line` (of the subjects' feet) in pixels, and what it is made of.

    `surface` is "dry", "wet", "water", "snow", "sand", "grass" or "none"; `shore` is where the water ends in
    which those are mirrored who are on it.
    """

    horizon: float
    line: float
    surface: str
    mirror: float = 0.0
    shore: float = math.inf


@dataclass
class Stage:
    """What is behind the subjects and in front of them, the floor between, and how far it lets a tilt go.

    `water` is the line of those in the water and `track` that of a train, where they are not the floor's;
    `raised` is how much higher than the line, in short sides, those stand whom no floor carries; `rays` says
    whether shafts of light may fall through it: not where it has its own, or no air. What is `walled` ends
    at its sides: no camera goes along it for ever.
    """

    floor: Floor
    behind: list[Element] = field(default_factory=list)
    front: list[Element] = field(default_factory=list)
    tilt: float = 0.0
    water: float | None = None
    track: float | None = None
    raised: float = 0.0
    rays: bool = True
    walled: bool = False
    lamps: list[Lamp] = field(default_factory=list)
