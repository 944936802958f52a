"""Roads: who is on wheels has one where there is no street."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)


def greyness(prompt: str) -> float:
    """How much of the ground at the subjects' feet has no colour, 0 to 1: asphalt, not grass."""
    (frame,) = stills(RenderRequest(prompt, SIZE, 4, Quality.STANDARD, seed=5), [2.0])
    line = int(SIZE.height * 0.86)
    saturation = cv2.cvtColor(frame[line - 6 : line + 8], cv2.COLOR_RGB2HSV)[..., 1]
    return float(np.mean(saturation < 70))


@pytest.mark.parametrize(
    ("prompt", "paved"),
    [
        ("A car driving through the mountains at noon", True),
        ("一辆汽车在公路上行驶，正午", True),
        ("An empty road at noon", True),
        ("A fox walking through the mountains at noon", False),
        ("A boy cycling through a meadow at noon", False),
    ],
)
def test_wheels_have_a_road_under_them(prompt: str, paved: bool) -> None:
    """Cars drive on asphalt, in open country too; walkers and bicycles do not pave it."""
    assert (greyness(prompt) > 0.6) is paved
