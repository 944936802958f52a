"""The sun and the moon as subjects: the sky shows them, where and as large as the prompt says."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.take import take
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size


def frame(prompt: str, t: float) -> Raster:
    """The film's picture at a moment, in small."""
    made = plan(RenderRequest(prompt, Size(320, 180), 4, Quality.STANDARD, seed=5))
    return take(made, made.parts[0]).draw(t)


@pytest.mark.parametrize(
    ("prompt", "hour"),
    [
        ("The sun rises over a lake", "dawn"),
        ("The sun is setting over a lake", "sunset"),
        ("The moon rises behind a castle", "night"),
        ("太阳从湖面缓缓升起", "dawn"),
        ("太阳落山了，湖边的牛", "sunset"),
    ],
)
def test_what_they_do_names_the_hour(prompt: str, hour: str) -> None:
    """They are subjects that do something, and it is the hour at which they do it."""
    scene = parse(prompt)
    assert scene.subjects[0].name in ("sun", "full moon")
    assert scene.subjects[0].doing
    assert scene.time == hour


@pytest.mark.parametrize(
    "prompt", ["A cat sleeps in the sun", "Two owls sit under a full moon", "月光下的猫"]
)
def test_their_light_is_no_subject(prompt: str) -> None:
    """Who is in the sun or under the moon has nobody beside them for it."""
    assert len(parse(prompt).subjects) == 1


def test_a_setting_sun_goes_down_behind_the_horizon() -> None:
    """Its red disc is seen first, and in the end no more than an afterglow."""
    first, last = (frame("A huge red sun sets over the sea", t).astype(int) for t in (0.0, 3.95))
    red = [(one[..., 0] - one[..., 1] > 110) & (one[..., 0] - one[..., 2] > 90) for one in (first, last)]
    assert red[0].sum() > 4000
    assert red[1].sum() < 0.2 * red[0].sum()


def test_a_rising_moon_goes_up() -> None:
    """Its disc, the brightest of a night, is higher in the end, over what it was hidden behind."""
    shown = [frame("A huge moon rises over a desert", t).min(axis=2) > 150 for t in (2.2, 3.9)]
    highest = [np.nonzero(bright.sum(axis=1) > 12)[0].min() for bright in shown]
    assert shown[0].sum() > 100
    assert shown[1].sum() > 2 * shown[0].sum()
    assert highest[1] < highest[0] - 10
