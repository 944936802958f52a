"""Lamps: they light the ground and whoever is near, throw shadows, and burn where a prompt has a fire."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.particles.shining import Shine
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.raster import Colour, Raster
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.scenery.lamplight import Lamplight, brighten, gains
from kinema.engines.animatic.stage import Lit, Setup, Shot
from kinema.engines.animatic.take import Take, take
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)


class Lantern:
    """A white lamp in the frame's middle, 50 pixels above the ground."""

    colour: Colour = (255, 255, 255)
    reach = 0.5
    air = 1.0

    def lit(self, shot: Shot) -> Iterator[Lit]:
        """Always there."""
        yield Lit(shot.frame.shape[1] / 2, 140.0, 50.0)


def request(prompt: str, size: Size = SIZE) -> RenderRequest:
    """A small film of four seconds."""
    return RenderRequest(prompt, size, 4, Quality.STANDARD, seed=5)


def taken(prompt: str) -> Take:
    """A prompt's scene, set up."""
    planned = plan(request(prompt))
    return take(planned, planned.parts[0])


def setup(prompt: str, quality: Quality = Quality.STANDARD) -> Setup:
    """What a prompt's scene would be drawn for."""
    scene = parse(prompt)
    return Setup(scene, light_of(scene), SIZE, 4, quality, np.random.default_rng(5), (0.0, 4.0))


def shot(value: int = 60) -> Shot:
    """An even grey frame."""
    return Shot(np.full((SIZE.height, SIZE.width, 3), value, np.uint8), 1.0, View(), SIZE.height)


def actors(prompt: str) -> dict[str, Actor]:
    """Everybody in a prompt's film by name, in drawing order."""
    return {one.name: one for one in taken(prompt).film.elements if isinstance(one, Actor)}


def frames(prompt: str, *moments: float, size: Size = SIZE) -> list[Raster]:
    """Finished frames."""
    return [still.astype(float) for still in stills(request(prompt, size), moments)]


def test_a_lamp_shows_what_colour_things_have() -> None:
    """Grass gets greener, black stays black, and what shines already hardly changes."""
    ground = np.array([[(20, 60, 20), (0, 0, 0), (240, 230, 210)]], np.uint8)
    before = ground.astype(int)
    brighten(ground, gains(np.ones((1, 3)), (255, 255, 255), (0.5, 0.5, 0.5), 0.5), 0, 0)
    grass, black, window = ground[0].astype(int)
    assert grass[1] - grass[0] > 1.5 * (before[0, 0, 1] - before[0, 0, 0])
    assert not black.any()
    assert (window - before[0, 2]).max() < 96


@pytest.mark.parametrize("weather", ["", ", rain"])
def test_there_is_a_pool_of_light_under_a_lamp(weather: str) -> None:
    """Under it and not far from it; wet ground mirrors lamps instead."""
    seen = shot()
    Lamplight(setup(f"A dog on a meadow at night{weather}"), [Lantern()]).draw(seen)
    under, beyond = seen.frame[140, 160].mean(), seen.frame[140, 10].mean()
    assert beyond == 60
    assert bool(under > 90) is not bool(weather)


def test_paper_takes_lamplight_in_steps() -> None:
    """Flat materials have three tones in a pool of light, where a film has a gradient."""
    tones = {}
    for style in ("paper cut", "realistic"):
        seen = shot()
        Lamplight(setup(f"A dog on a meadow at night, {style}"), [Lantern()]).draw(seen)
        # Between two steps there is a pixel or so that has a bit of each.
        tones[style] = len(np.unique(seen.frame[140, :, 0] // 4))
    assert 4 <= tones["paper cut"] < 0.7 * tones["realistic"]


def test_the_finer_quality_shows_the_light_in_the_air() -> None:
    """A cone falls from a lamp, plainer in fog."""

    def cone(prompt: str, quality: Quality) -> float:
        seen = shot()
        Lamplight(setup(prompt, quality), [Lantern()]).draw(seen)
        return float(seen.frame[112, 160].mean())

    plain, fine, damp = (
        cone("A dog on a meadow at night", Quality.STANDARD),
        cone("A dog on a meadow at night", Quality.HIGH),
        cone("A dog on a meadow at night in fog", Quality.HIGH),
    )
    assert plain + 5 < fine < damp - 5


@pytest.mark.parametrize(("left", "way"), [(40, 1), (220, -1)])
def test_whoever_is_near_is_lit_from_the_lamp(left: int, way: int) -> None:
    """The side that is turned to it is brighter, the other is hardly lit, and nobody's outline changes."""
    art = np.zeros((100, 60, 4), np.uint8)
    art[10:90, 10:50] = (60, 60, 60, 255)
    lit = Lamplight(setup("A dog on a meadow at night"), [Lantern()]).on(art, left, 60, shot())
    assert np.array_equal(lit[..., 3], art[..., 3])
    west, east = lit[40:60, 12:20, 0].mean(), lit[40:60, 40:48, 0].mean()
    assert way * (east - west) > 8
    assert max(east, west) > 75


@pytest.mark.parametrize(("x", "way"), [(120.0, -1), (200.0, 1), (8.0, 0)])
def test_a_lamp_throws_shadows_away_from_itself(x: float, way: int) -> None:
    """To the side that is turned from it; who is far away has none."""
    thrown = Lamplight(setup("A dog on a meadow at night"), [Lantern()]).shadow(x, 140.0, shot())
    assert (thrown is not None) is bool(way)
    if thrown:
        (aside, _), light = thrown
        assert way * aside > 0.3
        assert light.shade > 0.1


@pytest.mark.parametrize(
    ("prompt", "lit"),
    [
        ("A child with a lantern on a meadow at night", True),
        ("A child with a lantern on a meadow at noon", False),
        ("A woman walks down a street at night", True),
        ("A woman walks down a street at noon", False),
        ("A dog on a park bench at night", True),
        ("A dog on a meadow at night", False),
        ("A woman walks under street lamps in the snow at night", True),
        ("A car driving on a road at night, street lamps", True),
        ("一只猫坐在篝火旁，夜晚", True),
    ],
)
def test_lamps_are_lit_where_there_are_some_and_it_is_dark(prompt: str, lit: bool) -> None:
    """Lanterns, street lamps, those of a park and fires by night; none by day, none where nobody put one."""
    assert any(isinstance(element, Lamplight) for element in taken(prompt).film.elements) is lit


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A cat sitting by a campfire at night", "campfire"),
        ("People dancing around a bonfire", "campfire"),
        ("一只狗坐在篝火旁", "campfire"),
        ("A fox under a street lamp in fog", "street lamp"),
        ("路灯下的猫", "street lamp"),
    ],
)
def test_a_fire_and_a_street_lamp_stand_there(prompt: str, name: str) -> None:
    """What gives the light that is spoken of is seen."""
    assert name in [subject.name for subject in parse(prompt).subjects]


def test_many_lanterns_do_not_outshine_the_night() -> None:
    """Of five each gives less light than one alone."""

    def power(prompt: str) -> float:
        shines = [element for element in taken(prompt).film.elements if isinstance(element, Shine)]
        return max(lit.power for shine in shines for lit in shine.lit(shot()))

    assert power("Five red lanterns stand on a meadow at night") < 0.6 * power(
        "A red lantern stands on a meadow at night"
    )


def test_a_group_is_around_its_fire() -> None:
    """It is in their middle, and before all of them."""
    everybody = [one for one in taken("Five people sitting around a campfire at night").film.elements
                 if isinstance(one, Actor)]  # fmt: skip
    fire = next(one for one in everybody if one.name == "campfire")
    people = [one for one in everybody if one.name == "person"]
    assert fire.line > max(one.line for one in people) + 6
    assert abs(fire.performance.at(1.0).x) < 0.1


def test_a_fire_lives_and_warms_the_ground() -> None:
    """Its flames change from frame to frame, and the ground beside it is warmer than without it."""
    fire, later = frames("A campfire burning on a meadow at night, static shot", 1.0, 1.3)
    (none,) = frames("A rock on a meadow at night, static shot", 1.0)
    assert np.abs(fire - later)[90:160, 130:190].max() > 80
    warm = [(seen[150:160, 100:125, 0] - seen[150:160, 100:125, 2]).mean() for seen in (fire, none)]
    assert warm[0] > warm[1] + 30


def test_headlights_light_the_road_before_a_car() -> None:
    """The ground before it is brighter than behind it."""
    prompt = "A blue car driving on a road at night, static shot"
    (seen,), car = frames(prompt, 2.0), actors(prompt)["car"]
    x = int(SIZE.width / 2 + car.performance.at(2.0).x * SIZE.height)
    way = int(car.performance.at(2.0).facing)
    line = int(car.line)
    before, behind = (seen[line - 6 : line + 6, x + side * way * 62][:, :2].mean() for side in (1, -1))
    assert before > behind + 25


@pytest.mark.parametrize(
    ("prompt", "least"),
    [
        ("A car driving on a road at night in fog", 64),
        ("A deer in a forest at night in fog", 62),
        ("A fox walking in a forest at night", 49),
    ],
)
def test_night_can_be_read(prompt: str, least: float) -> None:
    """It is dark, and yet what is in it is seen."""
    (night,) = frames(prompt, 2.0, size=Size(160, 90))
    assert least < night.mean() < 90
