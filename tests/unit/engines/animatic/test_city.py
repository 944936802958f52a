"""A city: by day its houses are there to be seen, and every season reaches its trees."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.light import TIMES
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.scenery.blocks import blocks
from kinema.engines.animatic.stage import Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.videos.model import Quality
from kinema.videos.size import Size


@pytest.fixture
def setup() -> Setup:
    """A street at noon, small."""
    scene = Scene((), "city", "day", "clear", "realistic", "static", "neutral")
    chance = np.random.default_rng(3)
    return Setup(scene, TIMES["day"], Size(640, 360), 4, Quality.STANDARD, chance, (0.0, 4.0))


def test_houses_have_windows_and_shops_by_day(setup: Setup) -> None:
    """Walls end in windows that are told from them, and houses differ in colour."""
    layer = blocks(setup, 216, depth=0.45, far=0.35, tall=(0.30, 0.85), wide=(0.20, 0.36), soft=0.0075)
    walls = layer.art[-120:-60, 4:-4, :3]
    grey = cv2.cvtColor(walls, cv2.COLOR_RGB2GRAY).astype(int)
    assert np.abs(np.diff(grey, axis=1)).max() > 25
    assert np.median(walls.astype(int), axis=0).std(axis=0).max() > 12


@pytest.mark.parametrize("setting", sorted(vocabulary().places))
def test_every_place_is_drawn_however_small_the_frame_is(setting: str) -> None:
    """At night, when there are most lights, in a frame of a thumbnail's size."""
    scene = Scene((), setting, "night", "clear", "realistic", "static", "neutral")
    light, chance = TIMES["night"], np.random.default_rng(3)
    small = Setup(scene, light, Size(96, 54), 4, Quality.STANDARD, chance, (0.0, 4.0))
    stage = vocabulary().places[setting].build(small)
    frame = np.zeros((54, 96, 3), np.uint8)
    for element in stage.behind:
        element.draw(Shot(frame, 1.0, View(), 54))
    assert frame.any()
