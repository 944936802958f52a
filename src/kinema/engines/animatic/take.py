"""A take: one scene set up with all that it needs to be drawn, developed and heard."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.backcloth import Stacked
from kinema.engines.animatic.compose import Film, compose, compose_footage, compose_over
from kinema.engines.animatic.darkroom.develop import Darkroom
from kinema.engines.animatic.darkroom.grade import AS_IT_IS
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.lighting import lit_by
from kinema.engines.animatic.plan import Part, Plan
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.scenery.footage import Footage
from kinema.engines.animatic.scenery.plate import Plate
from kinema.engines.animatic.sound.mix import gone_on, laid_over, soundtrack
from kinema.engines.animatic.stage import Element, Setup
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.media.film import FPS
from kinema.media.reading import frame_before
from kinema.videos.size import Size

_REVEAL = 1.2
"""Seconds over which a look comes in on a picture that must be seen as it is first."""


@dataclass(frozen=True)
class Take:
    """Draws, develops and scores one scene. Frames may be asked for in any order, footage only forward."""

    setup: Setup
    film: Film
    furnish: Callable[[], Darkroom]
    sound: Callable[[], NDArray[np.float32]]
    """Its sound from the beginning to the end of `setup.span`: float32 (samples, 2)."""
    _latest: dict[float, Raster] = field(default_factory=dict, init=False, repr=False)
    """The frame that was drawn last, by its moment: some styles show each for longer than others do."""

    @cached_property
    def darkroom(self) -> Darkroom:
        """Where its frames are developed: set up by who develops the first, while the next are drawn."""
        return self.furnish()

    @cached_property
    def _stacked(self) -> Stacked:
        setup, film = self.setup, self.film
        return Stacked(film.elements, film.framing.at, setup.size, setup.span)

    def draw(self, t: float) -> Raster:
        """The frame at `t` seconds as drawn."""
        rate = self.setup.style.rate
        if rate != FPS:
            t = math.floor(t * rate + 1e-6) / rate
        if t in self._latest:
            return self._latest[t]
        width, height = self.setup.size
        frame = np.zeros((height, width, 3), np.uint8)
        self._stacked.draw(frame, t)
        self._latest.clear()
        self._latest[t] = frame
        return frame

    def develop(self, frame: Raster, t: float) -> Raster:
        """A drawn frame, finished, in planes."""
        return self.darkroom.develop(frame, round(t * FPS), t)


def take(plan: Plan, part: Part) -> Take:
    """Set up a part of a plan."""
    scene = part.scene
    setup = Setup(
        scene,
        lit_by(light_of(scene), scene.light),
        plan.size,
        plan.seconds,
        plan.quality,
        _chance(plan, 0),
        plan.span,
        {character.name: character for character in plan.characters},
        part.begins,
    )
    if plan.footage is not None:
        return _over_footage(plan, setup, plan.footage)
    drawn = _coarse(setup) if plan.picture is None else setup
    film = compose(drawn) if plan.picture is None else compose_over(drawn, plan.picture)
    if plan.picture is None:
        furnish = partial(Darkroom, setup, _chance(plan, 2))
    else:
        furnish = partial(Darkroom, setup, _chance(plan, 2), reveal=_REVEAL)
    return Take(
        drawn,
        film,
        furnish,
        lambda: soundtrack(scene, film.surface, film.players, plan.seconds, plan.span, _chance(plan, 1)),
    )


def _coarse(setup: Setup) -> Setup:
    """What a scene is drawn for: half the size where its style's surface shows no more."""
    if setup.fine or not setup.style.grade.coarse:
        return setup
    return replace(setup, size=Size(setup.size.width // 2, setup.size.height // 2))


def _over_footage(plan: Plan, setup: Setup, path: Path) -> Take:
    scene, still = setup.scene, plan.still
    ground: Element = Footage(path, setup.size) if still is None else Plate(setup, frame_before(path, still))
    grade = AS_IT_IS if "style" in scene.guessed else vocabulary().styles[scene.style].grade

    def sound() -> NDArray[np.float32]:
        if still is None:
            return laid_over(path, scene, plan.seconds, _chance(plan, 1))
        return gone_on(path, still, scene, plan.seconds, plan.span, _chance(plan, 1))

    furnish = partial(Darkroom, setup, _chance(plan, 2), fades=False, grade=grade)
    return Take(setup, compose_footage(setup, ground), furnish, sound)


def _chance(plan: Plan, stream: int) -> np.random.Generator:
    """Chance of its own for each part of the work, so that one part's use does not move another's."""
    return np.random.default_rng([plan.seed, stream])
