"""Planes: frames as the encoder takes them have the colours of the RGB frames that they were made of."""

from __future__ import annotations

import av
import cv2
import numpy as np
import pytest

from kinema.engines.animatic.darkroom.planes import Wash, dimmed, in_planes, in_rgb, split
from kinema.videos.size import Size

SIZE = Size(96, 54)


def gradient() -> np.ndarray:
    """A smooth picture with strong colours in its corners."""
    x, y = np.meshgrid(np.linspace(0, 255, SIZE.width), np.linspace(0, 255, SIZE.height))
    return np.stack([x, y, 255 - x], -1).astype(np.uint8)


def test_colours_are_those_of_bt709() -> None:
    """FFmpeg reads the same picture out of the planes, to within rounding."""
    frame = av.VideoFrame.from_ndarray(in_planes(gradient(), SIZE), format="yuv420p")
    seen = frame.reformat(format="rgb24", src_colorspace="ITU709", src_color_range="MPEG").to_ndarray()
    assert np.abs(seen.astype(int) - gradient())[4:-4, 4:-4].max() <= 6


def test_planes_and_back_is_the_same_picture() -> None:
    """Stills show what the film does."""
    assert np.abs(in_rgb(in_planes(gradient(), SIZE)).astype(int) - gradient()).max() <= 4


def test_a_frame_of_half_the_size_fills_the_whole() -> None:
    """Coarse surfaces are painted small and shown large."""
    half = cv2.resize(gradient(), (SIZE.width // 2, SIZE.height // 2), interpolation=cv2.INTER_AREA)
    assert np.abs(in_rgb(in_planes(half, SIZE)).astype(int) - gradient()).max() <= 8


@pytest.mark.parametrize("gain", [0.4, 1.0, 1.06])
def test_a_wash_is_light_times_gain_and_a_lift(gain: float) -> None:
    """In planes as in RGB, for less light and for more."""
    planes = in_planes(gradient() // 2, SIZE)
    Wash(np.full((SIZE.height, SIZE.width), gain, np.float32), 20.0).over(planes)
    expected = gradient() // 2 * gain + 20
    assert np.abs(in_rgb(planes) - expected).max() <= 5


def test_dimming_keeps_black_black() -> None:
    """A fade takes light and colour alike, and lifts nothing."""
    planes = in_planes(gradient(), SIZE)
    dimmed(planes, 0.5)
    assert np.abs(in_rgb(planes) - gradient() * 0.5).max() <= 4
    dimmed(planes, 0.0)
    assert [int(plane.max()) for plane in split(planes)] == [16, 128, 128]
