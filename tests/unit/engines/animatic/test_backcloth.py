"""Backcloths: what hardly moves is drawn seldom, and nobody sees it."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.backcloth import Stacked
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Raster, noise
from kinema.engines.animatic.stage import Shot, draw_all
from kinema.media.film import FPS
from kinema.videos.size import Size

SIZE = Size(320, 180)
FRAMES = range(24)


class Counted(Layer):
    """A layer that knows how often it was drawn."""

    drawn = 0

    def draw(self, shot: Shot) -> None:
        """Count, and draw."""
        self.drawn += 1
        super().draw(shot)


def scenery(depth: float, channels: int) -> Counted:
    """Soft hills of many colours, somewhat larger than the frame."""
    rng = np.random.default_rng(int(depth * 100))
    art = np.dstack([noise(rng, 400, 260, 40) * 255 for _ in range(channels)]).astype(np.uint8)
    if channels == 4:
        art[..., 3] = np.where(np.arange(260) < 120, 0, 255)[:, None]
        art[art[..., 3] == 0] = 0
    return Counted(art, -40, -40, depth, 180.0)


def nearing(t: float) -> View:
    """A camera that comes slowly nearer."""
    return View(zoom=1 + 0.08 * t)


def running(t: float) -> View:
    """A camera that runs to the right."""
    return View(x=0.4 * t)


@pytest.fixture
def elements() -> list[Counted]:
    """A backdrop and hills before it."""
    return [scenery(0.1, 3), scenery(0.4, 4)]


def frame_of(stacked: Stacked, number: int) -> Raster:
    """A frame by its number."""
    frame = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
    stacked.draw(frame, number / FPS)
    return frame


def test_what_hardly_moves_is_drawn_seldom_and_looks_the_same(elements: list[Counted]) -> None:
    """Each layer is drawn for at most every other frame, and no frame is far from one drawn in full."""
    stacked = Stacked(elements, nearing, SIZE, (0, 1))
    frames = [frame_of(stacked, number) for number in FRAMES]
    assert max(element.drawn for element in elements) <= len(FRAMES) / 2 + 2
    for number, frame in zip(FRAMES, frames, strict=True):
        whole = np.zeros_like(frame)
        draw_all(elements, whole, number / FPS, nearing(number / FPS))
        assert np.abs(frame.astype(int) - whole).mean() < 1.0


def test_frames_do_not_depend_on_those_that_were_drawn_before(elements: list[Counted]) -> None:
    """A frame is the same whether the film is drawn forwards or backwards."""
    forwards = Stacked(elements, nearing, SIZE, (0, 1))
    backwards = Stacked(elements, nearing, SIZE, (0, 1))
    first = {number: frame_of(forwards, number) for number in FRAMES}
    second = {number: frame_of(backwards, number) for number in reversed(FRAMES)}
    assert all(np.array_equal(first[number], second[number]) for number in FRAMES)


def test_what_moves_is_drawn_in_every_frame() -> None:
    """Under a camera that runs, every frame is what it is without backcloths."""
    near = [scenery(1.0, 4)]
    stacked = Stacked(near, running, SIZE, (0, 1))
    for number in FRAMES:
        whole = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
        draw_all(near, whole, number / FPS, running(number / FPS))
        assert np.array_equal(frame_of(stacked, number), whole)
