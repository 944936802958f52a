"""Shadows: they fall away from the light, and there are none without any."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinema.engines.animatic.actors.shadow import cast, fall, reach
from kinema.engines.animatic.light import TIMES, light_of
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.raster import Raster

LIGHT = replace(TIMES["day"], sun_at=(0.5, 0.3))
BODY = np.full((240, 80, 4), 255, np.uint8)


def darkened(x: float, lift: float = 0.0) -> Raster:
    """Where a post on a white ground, its foot at `x` and in row 400, throws its shadow."""
    frame = np.full((800, 1600, 3), 255, np.uint8)
    cast(frame, BODY, (40.0, 240.0), (x, 400.0), lift, fall(LIGHT, x, 160.0, 1600.0), LIGHT)
    return np.asarray(255 - frame.max(axis=2).astype(float))


@pytest.mark.parametrize(("x", "way"), [(400.0, -1), (1200.0, 1)])
def test_a_shadow_falls_away_from_the_light_and_towards_the_camera(x: float, way: int) -> None:
    """To the left of what stands left of the sun, to the right of what stands right of it, and below both."""
    dark = darkened(x)
    rows, columns = np.nonzero(dark > 30)
    assert way * (columns.mean() - x) > 32
    assert rows.mean() > 404
    assert np.abs(columns - x).min() < 4, "it begins at the foot"


def test_the_shadow_of_what_leaps_leaves_its_foot() -> None:
    """The higher it is, the further away its shadow lies."""
    near, far = (np.nonzero(darkened(1200.0, lift) > 20)[1].min() for lift in (0.0, 240.0))
    assert far > near + 40


def test_the_lower_the_sun_the_longer_the_shadows() -> None:
    """At dawn and at sunset they are twice as long as by day, at least."""
    assert min(reach(TIMES["dawn"]), reach(TIMES["sunset"])) > 2 * reach(TIMES["day"])


@pytest.mark.parametrize(
    ("prompt", "thrown"),
    [("a horse on a sunny meadow", True), ("a horse on a meadow, overcast", False),
     ("a horse in the rain", False), ("一匹马在草地上，阴天", False), ("a horse in fog", False)],
)  # fmt: skip
def test_nothing_throws_a_shadow_under_an_overcast_sky(prompt: str, thrown: bool) -> None:
    """Clouds, rain and fog take them away."""
    assert (light_of(parse(prompt)).shade > 0.02) is thrown
