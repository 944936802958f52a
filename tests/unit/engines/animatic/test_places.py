"""Places where people live: lights at night, something that moves, seasons, water for those who need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import cv2
import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.compose import compose
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.scene import Scene, Subject
from kinema.engines.animatic.scenery.flora import conifer, row
from kinema.engines.animatic.scenery.heavens import Sky
from kinema.engines.animatic.stage import Element, Setup, Stage, draw_all
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)
VOID = (255, 0, 255)
"""What a frame is before anything is drawn."""
HOMES = ("village", "farm", "castle", "temple", "water town", "market", "park", "snowfield")
"""Where lamps are lit after dark."""


def setup(scene: Scene, seed: int = 5) -> Setup:
    """What a place is drawn for."""
    chance = np.random.default_rng(seed)
    return Setup(scene, light_of(scene), SIZE, 4, Quality.STANDARD, chance, (0.0, 4.0))


@cache
def built(place: str, time: str, weather: str = "clear", lamps: float | None = None) -> Stage:
    """A place with nobody in it, and as many lamps as the hour has."""
    made = setup(Scene((), place, time, weather, "realistic", "static", "neutral"))
    if lamps is not None:
        made = replace(made, light=replace(made.light, lamps=lamps))
    return vocabulary().places[place].build(made)


def drawn(elements: Sequence[Element], t: float = 1.0) -> np.ndarray:
    """A frame of them, seen by a camera that keeps still."""
    frame = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
    draw_all(elements, frame, t, View())
    return frame


def lamplit(frame: np.ndarray) -> float:
    """The share of the frame that is bright and warm, as lamps are and moonlight is not."""
    red, green, blue = (channel.astype(int) for channel in cv2.split(frame))
    return float(np.mean((red > 150) & (red > blue + 50) & (green > 90)))


@pytest.mark.parametrize("place", HOMES)
def test_somebody_is_at_home_at_night(place: str) -> None:
    """There is the light of lamps wherever people live, and none where no lamp is on."""
    stage, dark = built(place, "night"), built(place, "night", lamps=0.0)
    lit, unlit = (lamplit(drawn([*seen.behind, *seen.front])) for seen in (stage, dark))
    assert lit > 2 * unlit + 0.0003  # flowers are a little like lamps


@pytest.mark.parametrize("place", HOMES)
def test_something_moves(place: str) -> None:
    """Smoke, sails, flags, lanterns or water: a place is no still under the sky."""
    stage = built(place, "night")
    elements = [element for element in (*stage.behind, *stage.front) if not isinstance(element, Sky)]
    first, second = drawn(elements, 1.0), drawn(elements, 1.5)
    assert (cv2.absdiff(first, second).max(axis=2) > 12).sum() > 8


@pytest.mark.parametrize("place", ["city", "market", "village", "water town"])
def test_snow_lies_on_the_ground(place: str) -> None:
    """The ground under the subjects is white where it snows, and only there."""

    def brightness(weather: str) -> float:
        stage = built(place, "day", weather)
        ground = drawn([*stage.behind, *stage.front])[int(stage.floor.line) - 8 : int(stage.floor.line) + 2]
        return float(ground.min(axis=2).mean())

    assert brightness("snow") > 195
    assert brightness("clear") < 170


def test_leaves_lie_on_a_city_street() -> None:
    """Leaves that fall are on the asphalt too."""

    def brown(weather: str) -> float:
        stage = built("city", "day", weather)
        street = drawn([*stage.behind, *stage.front])[int(stage.floor.line) :]
        return float(np.mean(street[..., 0].astype(int) > street[..., 2].astype(int) + 60))

    assert brown("leaves") > 0.005
    assert brown("clear") == 0


@pytest.mark.parametrize(
    ("prompt", "afloat"),
    [
        ("A duck swims in the park", True),
        ("江南水乡，一叶小舟缓缓划过", True),
        ("A woman walks through a water town", False),
    ],
)
def test_boats_and_ducks_are_on_the_water(prompt: str, afloat: bool) -> None:
    """Where a place has water, who sails is on it, behind the ground on which the others stand."""
    scene = parse(prompt)
    film = compose(setup(scene))
    (actor,) = (element for element in film.elements if isinstance(element, Actor))
    assert (actor.surface == "water") is afloat
    assert (actor.line < 0.78 * SIZE.height) is afloat


def test_a_castle_is_there_once() -> None:
    """Where somebody is at a castle that is a subject, the place has no other."""
    alone = parse("A fairy tale kingdom at noon")
    beside = parse("A knight stands in front of a castle at noon")
    assert (alone.setting, beside.setting) == ("castle", "castle")
    assert not alone.subjects
    assert {subject.name for subject in beside.subjects} >= {"castle"}
    stages = [vocabulary().places["castle"].build(setup(scene)) for scene in (alone, beside)]
    skies = [drawn(stage.behind)[int(0.12 * SIZE.height) : int(0.40 * SIZE.height)] for stage in stages]
    assert (cv2.absdiff(*skies).max(axis=2) > 25).mean() > 0.03


def test_no_word_asks_for_two_places() -> None:
    """Words and their synonyms lead to one place each."""
    for word, meanings in index().meanings.items():
        places = {meaning.value for meaning in meanings if meaning.kind == "setting"}
        assert len(places) < 2, (word, places)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("An old woman in a village", "village"),
        ("A rooster crows behind the barn", "farm"),
        ("A monk sweeps the steps of a temple", "temple"),
        ("A knight rides toward the castle", "castle"),
        ("A girl runs through the park", "park"),
        ("A man sells noodles at a night market", "market"),
        ("村口的大树下，老人在下棋", "village"),
        ("故宫的雪", "temple"),
        ("骑士走向城堡", "castle"),
        ("古镇的清晨", "water town"),
        ("菜市场里人来人往", "market"),
        ("孩子们在公园里放风筝", "park"),
    ],
)
def test_places_are_found_by_their_names(prompt: str, place: str) -> None:
    """People say these words for them, in English and Chinese."""
    assert parse(prompt).setting == place


def test_what_is_out_of_focus_still_meets_its_own_end() -> None:
    """A soft row of trees that repeats has no edge where it begins again."""
    scene = Scene((), "mountains", "day", "clear", "realistic", "static", "neutral")
    for seed in range(4):
        firs = row(setup(scene, seed), 180.0, 0.5, conifer((20, 40, 30), None), depth=1.7, gap=0.3, soft=0.03)
        assert isinstance(firs, Layer)
        alpha = firs.art[:, firs.pad : firs.pad + firs.period, 3].astype(int)
        assert np.abs(alpha[:, 0] - alpha[:, -1]).max() < 30


@pytest.mark.parametrize("camera", ["tracking", "pan", "orbit"])
@pytest.mark.parametrize("place", sorted(vocabulary().places))
def test_scenery_is_as_wide_as_the_camera_goes(place: str, camera: str) -> None:
    """Whoever runs, from one side or the other, sees no end of it in twelve seconds."""
    runner = Subject("dog", "🐕", 1, "run", doing="run")
    scene = Scene((runner,), place, "day", "clear", "realistic", camera, "neutral")
    for seed in (1, 2):
        film = compose(replace(setup(scene, seed), seconds=12, span=(0.0, 12.0)))
        view = film.framing.at(11.9)
        frame = np.full((SIZE.height, SIZE.width, 3), VOID, np.uint8)
        draw_all(film.elements, frame, 11.9, view)
        assert not (frame == VOID).all(axis=2).any()
