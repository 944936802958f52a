"""Water: it moves, it freezes inland, and whoever is at it is where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.compose import compose
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.scenery.heavens import Sky
from kinema.engines.animatic.scenery.moving import Afloat, Birds, Smoke
from kinema.engines.animatic.stage import Element, Setup, Stage, draw_all
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)
WATERS = ("river", "lake", "harbour", "beach", "sea")


def setup(scene: Scene, seed: int = 5) -> Setup:
    """What a place is drawn for."""
    return Setup(scene, light_of(scene), SIZE, 4, Quality.STANDARD, np.random.default_rng(seed), (0.0, 4.0))


def built(place: str, time: str = "day", weather: str = "clear", seed: int = 5, lamps: float = 0.0) -> Stage:
    """A place with nobody in it, and as many lamps as are wanted."""
    made = setup(Scene((), place, time, weather, "realistic", "static", "neutral"), seed)
    return vocabulary().places[place].build(replace(made, light=replace(made.light, lamps=lamps)))


def drawn(elements: Sequence[Element], t: float = 1.0) -> np.ndarray:
    """A frame of them, seen by a camera that keeps still."""
    frame = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
    draw_all(elements, frame, t, View())
    return frame


def below(stage: Stage, t: float = 1.0) -> np.ndarray:
    """What is seen between the horizon and the subjects' feet."""
    return drawn([*stage.behind, *stage.front], t)[int(stage.floor.horizon) + 8 : int(stage.floor.line)]


@pytest.mark.parametrize("place", WATERS)
def test_water_moves(place: str) -> None:
    """Waves, surf and what floats are elsewhere half a second later, under a sky that is let be."""
    elements = [one for one in built(place).behind if not isinstance(one, Sky | Birds | Smoke)]
    assert (cv2.absdiff(drawn(elements, 1.0), drawn(elements, 1.5)).max(axis=2) > 10).mean() > 0.01


@pytest.mark.parametrize("place", ["river", "lake"])
def test_water_inland_freezes_where_it_snows(place: str) -> None:
    """There is ice, paler than water, on which nothing rocks and nobody can sail; the sea stays open."""
    open_, ice = built(place), built(place, weather="snow")
    assert below(ice).mean() > below(open_).mean() + 25
    assert not any(isinstance(one, Afloat) for one in ice.behind)
    assert (open_.water is None, ice.water is None) == (False, True)
    assert built("harbour", weather="snow").water is not None


@pytest.mark.parametrize("place", WATERS)
def test_somebody_keeps_a_light_at_night(place: str) -> None:
    """Lamps, windows or a lighthouse shine at the water's edge where lamps are on."""

    lit, dark = (drawn(built(place, "night", lamps=lamps).behind)[..., 0].astype(int) for lamps in (1.0, 0.0))
    assert (lit - dark > 60).sum() >= 4


def test_waves_run_up_the_beach_and_leave_it_wet() -> None:
    """The edge of the water comes and goes, over sand that is darker there than where it is dry."""
    stage = built("beach")
    assert stage.water is not None
    edge = slice(int(stage.water), int(stage.water + 0.07 * SIZE.height))
    frames = [drawn(stage.behind, t)[edge].mean(axis=(1, 2)) for t in (1.5, 4.5)]
    assert np.abs(frames[0] - frames[1]).max() > 20
    dry = drawn(stage.behind, 4.5)[int(stage.floor.line) + 4 :].mean()
    assert frames[1].min() < dry - 20


@pytest.mark.parametrize("place", WATERS)
def test_places_at_the_water_differ_by_chance(place: str) -> None:
    """Another seed shows another shore."""
    shores = [drawn(built(place, seed=seed).behind[1:]) for seed in (1, 2)]
    assert (cv2.absdiff(*shores).max(axis=2) > 20).mean() > 0.02


@pytest.mark.parametrize(
    ("prompt", "place", "afloat"),
    [
        ("A sailboat sails on a lake", "lake", True),
        ("A duck swims on the river", "river", True),
        ("A boy walks along the riverbank", "river", False),
        ("A woman waits at the harbour", "harbour", False),
        ("A couple at a fishing port", "harbour", False),
        ("A sailboat on the open sea", "sea", False),
        ("湖面上，一只鸭子在游", "lake", True),
        ("小溪边，女孩在走", "river", False),
        ("渔港的夜晚，老人在走", "harbour", False),
    ],
)
def test_who_is_at_the_water_is_where_they_belong(prompt: str, place: str, afloat: bool) -> None:
    """Boats and ducks are on the water behind the bank, others on the bank; each place has its words."""
    scene = parse(prompt)
    assert scene.setting == place
    film = compose(setup(scene))
    stage = vocabulary().places[place].build(setup(scene))
    lines = {actor.line for actor in film.elements if isinstance(actor, Actor)}
    assert all((line < stage.floor.line - 0.1 * SIZE.height) is afloat for line in lines)
