"""Stages: scenery is drawn where it shows, and looks as if all of it had been drawn."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Raster, over
from kinema.engines.animatic.stage import Element, Shot, draw_all

WIDTH, HEIGHT = 640, 360


def art(rng: np.random.Generator, width: int, height: int, *, solid: int) -> Raster:
    """Islands in air, thick ground from row `solid` on; premultiplied."""
    alpha: Raster = np.zeros((height, width), np.uint8)
    for _ in range(9):
        x, y = int(rng.integers(width)), int(rng.integers(solid))
        cv2.circle(alpha, (x, y), int(rng.integers(4, 30)), 255, -1, cv2.LINE_AA)
    alpha[solid:] = 255
    share = alpha[..., None] / 255
    return np.dstack([rng.integers(0, 256, (height, width, 3)) * share, alpha]).astype(np.uint8)


def plainly(layer: Layer, whole: Raster, frame: Raster, view: View) -> None:
    """Lay all of the art over the frame, side by side where it wraps."""
    zoom = 1 + (view.zoom - 1) * layer.depth
    tiles = 5 if layer.wraps else 1
    x = layer.x - (tiles // 2) * whole.shape[1]
    dx = WIDTH / 2 + zoom * (x - (view.x + view.travel) * layer.depth * layer.unit - WIDTH / 2)
    dy = HEIGHT / 2 + zoom * (layer.y - view.y * layer.depth * layer.unit - HEIGHT / 2)
    matrix = np.array([[zoom, 0, dx], [0, zoom, dy]], np.float32)
    over(frame, cv2.warpAffine(np.tile(whole, (1, tiles, 1)), matrix, (WIDTH, HEIGHT)), 0, 0)


@pytest.mark.parametrize("wraps", [False, True])
@pytest.mark.parametrize("view", [View(), View(0.13, -0.04, 1.17), View(-0.3, 0.05, 1.02, 2.4)])
def test_scenery_in_pieces_looks_like_the_whole(view: View, wraps: bool) -> None:
    """Air that is left out, ground that is not blended and ends that meet cannot be seen."""
    rng = np.random.default_rng(5)
    whole = art(rng, 900, 500, solid=300)
    layer = Layer(whole.copy(), -130.4, -60.3, 0.8, 360, wraps)
    drawn, expected = np.full((2, HEIGHT, WIDTH, 3), 90, np.uint8)
    draw_all([layer], drawn, 0.0, view)
    plainly(layer, whole, expected, view)
    difference = np.abs(drawn.astype(int) - expected)
    assert len(layer._pieces) > 1
    # The two differ by where a 32nd of a pixel is rounded to, in art that is noise.
    assert difference.mean() < 2
    assert np.percentile(difference, 99.9) < 24


def test_what_is_hidden_is_not_drawn_and_not_missed() -> None:
    """Rows that a nearer layer covers are left out by those behind it; the frame is the same."""
    rng = np.random.default_rng(6)
    backdrop = Layer(rng.integers(0, 256, (500, 900, 3), dtype=np.uint8), -130, -70, 0.1, 360)
    far = Layer(art(rng, 900, 420, solid=200), -130, -40, 0.3, 360, wraps=True)
    near = Layer(art(rng, 900, 300, solid=60), -130, 120, 0.9, 360, wraps=True)
    elements: list[Element] = [backdrop, far, near]
    view = View(0.1, 0.02, 1.1)
    together, one_by_one = np.zeros((2, HEIGHT, WIDTH, 3), np.uint8)
    draw_all(elements, together, 0.0, view)
    for element in elements:
        element.draw(Shot(one_by_one, 0.0, view, HEIGHT))
    start, end = near.covers(Shot(together, 0.0, view, HEIGHT))
    assert 150 < start < 250
    assert end >= HEIGHT
    assert np.array_equal(together, one_by_one)
