"""Interiors: the hour and the weather are seen through the window, and lamps are lit when it is dark."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)
ROOMS = sorted(name for name, place in vocabulary().places.items() if vocabulary().is_at(name, "room"))


def frames(prompt: str, *moments: float) -> list[NDArray[np.int16]]:
    """Stills of an empty room under one seed."""
    request = RenderRequest(f"{prompt}, static camera", SIZE, 4, Quality.STANDARD, seed=5)
    return [frame.astype(np.int16) for frame in stills(request, list(moments))]


@pytest.mark.parametrize("room", ROOMS)
def test_the_hour_is_seen_through_the_window_and_lamps_light_the_room(room: str) -> None:
    """By night there is dark sky in it, which was bright by day, and a room that is not black."""
    (day,), (night,) = (frames(f"An empty {room} at {hour}", 2.0) for hour in ("noon", "night"))
    fallen = (day - night).max(axis=2)
    assert (fallen[: SIZE.height // 2] > 90).mean() > 0.03
    assert np.median(night) > 22


@pytest.mark.parametrize(("weather", "seen"), [("rain", True), ("snow", True), ("", False)])
def test_weather_is_seen_through_the_window_alone(weather: str, seen: bool) -> None:
    """What falls moves in a part of the wall, and nowhere else."""
    first, second = frames(f"An empty bedroom at noon {weather}", 2.0, 2.1)
    moved = np.abs(second - first).max(axis=2)
    moved = cv2.boxFilter((moved > 14).astype(np.float32), -1, (5, 5))
    assert bool((moved > 0.2).mean() > 0.01) is seen
    assert (moved[int(0.75 * SIZE.height) :] > 0.2).mean() < 0.02


def test_a_hearth_burns_where_fire_is_named() -> None:
    """Its flames move; without fire in the prompt there is none."""

    def flickering(prompt: str) -> bool:
        first, second = frames(prompt, 2.0, 2.12)
        hot = (second[..., 0] > 200) & (second[..., 2] < 170)
        return bool(((np.abs(second - first).max(axis=2) > 30) & hot).sum() > 20)

    assert flickering("An empty living room by the firelight of a fireplace at night")
    assert not flickering("An empty living room at night")


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("A man cooking noodles", "kitchen"),
        ("A woman typing", "office"),
        ("一位老师在教室里讲课", "classroom"),
        ("两个朋友在咖啡馆聊天", "cafe"),
        ("An old man sitting in his living room", "room"),
    ],
)
def test_deeds_and_words_have_a_room_of_their_own(prompt: str, place: str) -> None:
    """Who cooks is in a kitchen, and who types in an office."""
    assert parse(prompt).setting == place
