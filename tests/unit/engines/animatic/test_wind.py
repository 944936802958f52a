"""Wind and storms: what they move, and what is heard of them when."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.sound.tone import RATE
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.animatic.weathers.storm import LATE, flash, strikes, thunder
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)


def frames(prompt: str, moments: list[float]) -> np.ndarray:
    """Frames of a film at some moments."""
    request = RenderRequest(prompt, SIZE, 4, Quality.STANDARD, seed=5)
    return np.array(stills(request, moments)).astype(float)


@pytest.mark.parametrize(
    ("prompt", "weather"),
    [("a tree on a windy hill", "wind"), ("公园里的树，刮风", "wind"), ("a ship in a thunderstorm", "storm"),
     ("暴风雨中的船", "storm"), ("a cat in the rain", "rain")],
)  # fmt: skip
def test_wind_and_storms_are_understood(prompt: str, weather: str) -> None:
    """In both languages."""
    assert parse(prompt).weather == weather


def test_grass_bends_in_the_wind_alone() -> None:
    """Where nobody is, the lower part of a meadow moves in the wind and stands still without it."""

    def moved(prompt: str) -> float:
        first, second = frames(prompt, [1.5, 2.0])[:, 150:]
        return float(np.abs(first - second).mean())

    still, windy = (
        moved(f"An empty meadow {how}, static camera, minimalist") for how in ("", "in strong wind")
    )
    assert windy > 3 * still + 1


def test_clouds_drift_and_race_in_the_wind() -> None:
    """The sky changes from second to second, more of it the harder the wind blows."""

    def drifted(prompt: str) -> float:
        first, second = frames(prompt, [1.0, 2.0])[:, 2:60]
        return float(np.abs(first - second).mean())

    calm, windy = (drifted(f"An empty meadow{how}, static camera, anime") for how in ("", " in strong wind"))
    assert calm > 0.01
    assert windy > 5 * calm


def test_thunder_comes_after_its_lightning() -> None:
    """The sky is lit within a frame of a strike, and what is loudest follows by the time that sound takes."""
    first = strikes(3.0)[0]
    assert flash(first - 0.02) == 0
    assert flash(first + 0.02) > 0.5
    dark, lit = frames("A ship in a thunderstorm at night, static camera", [first - 0.1, first + 0.045])
    assert lit.mean() > 1.2 * dark.mean()
    track = np.zeros((int(first + 2) * RATE, 2), np.float32)
    thunder(track, np.random.default_rng(1))
    before, after = np.split(np.square(track).mean(axis=1), [int((first + LATE) * RATE)])
    assert after[: RATE // 2].mean() > 20 * before.mean()


def test_storms_blow_and_rain() -> None:
    """They leave the ground wet, as rain does, and blow harder."""
    weathers = vocabulary().weathers
    assert weathers["storm"].lies == weathers["rain"].lies == "wet"
    assert weathers["storm"].wind > weathers["wind"].wind > weathers["rain"].wind
