"""Neon signs on the houses of a street: tubes bent to frames, arrows, waves and letters nobody can read."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, Raster
from kinema.engines.animatic.scenery.heavens import MARGIN
from kinema.engines.animatic.stage import Setup

_TUBES: tuple[Colour, ...] = (
    (255, 60, 150), (50, 210, 255), (170, 90, 255), (255, 140, 50), (80, 255, 180), (255, 230, 90),
)  # fmt: skip
_GLYPHS: tuple[tuple[tuple[tuple[float, float], ...], ...], ...] = (
    (((0, 0), (1, 0)), ((0.5, 0), (0.5, 1)), ((0, 1), (1, 1)), ((0.1, 0.5), (0.9, 0.5))),
    (((0, 0), (0, 1), (1, 1), (1, 0), (0, 0)), ((0, 0.5), (1, 0.5))),
    (((0.5, 0), (0.1, 1)), ((0.5, 0.25), (0.95, 1)), ((0, 0.3), (1, 0.3))),
    (((0, 0), (1, 0), (0.2, 1)), ((0.1, 0.55), (1, 0.55)), ((0.6, 0.55), (1, 1))),
    (((0, 0.2), (1, 0.2)), ((0.3, 0), (0.3, 1)), ((0.7, 0), (0.7, 1)), ((0, 0.75), (1, 0.75))),
)
"""Strokes in a square from its upper left corner."""


def signs(setup: Setup, horizon: float, depth: float) -> Layer:
    """A layer of signs above the street that repeats to the side."""
    rng, unit = setup.rng, setup.unit
    margin = int((MARGIN + 0.25 * depth) * unit)
    width, high = setup.size.width + 2 * margin, int(0.50 * unit)
    tubes = np.zeros((high, width, 3), np.float32)
    x = 0.05 * unit
    while x < width - 0.22 * unit:
        colour = _TUBES[int(rng.integers(len(_TUBES)))]
        other = _TUBES[int(rng.integers(len(_TUBES)))]
        upright = rng.random() < 0.6
        cell = rng.uniform(0.045, 0.062) * unit
        many = int(rng.integers(3, 5)) if upright else int(rng.integers(2, 4))
        top = rng.uniform(0.02, 0.16) * unit
        wide, tall = (1.0, many * 1.25) if upright else (many * 1.25, 1.0)
        frame = [
            (-0.3, -0.3),
            (wide + 0.25, -0.3),
            (wide + 0.25, tall + 0.1),
            (-0.3, tall + 0.1),
            (-0.3, -0.3),
        ]
        _stroke(tubes, frame, x, top, cell, other, unit)
        for n in range(many):
            dx, dy = (0.0, n * 1.25) if upright else (n * 1.25, 0.0)
            for stroke in _GLYPHS[int(rng.integers(len(_GLYPHS)))]:
                _stroke(tubes, [(a + dx, b * 0.9 + dy) for a, b in stroke], x, top, cell, colour, unit)
        x += (wide + 0.9) * cell + rng.uniform(0.06, 0.26) * unit
    core = cv2.GaussianBlur(tubes, (0, 0), max(0.0011 * unit, 0.4))
    glow = cv2.GaussianBlur(tubes, (0, 0), 0.011 * unit) * 1.15
    light = np.clip(core * 1.1 + glow + (core.max(axis=2, keepdims=True) > 170) * 24, 0, 255)
    return Layer(
        np.dstack([light, light.max(axis=2) * 0.30]).astype(np.uint8),
        -margin,
        horizon - high + 0.03 * unit,
        depth,
        unit,
        wraps=True,
    )


def _stroke(
    tubes: Raster,
    points: list[tuple[float, float]],
    x: float,
    y: float,
    cell: float,
    colour: Colour,
    unit: float,
) -> None:
    corners = np.array([[(round(x + a * cell), round(y + b * cell)) for a, b in points]], np.int32)
    cv2.polylines(tubes, [corners[0]], isClosed=False, color=colour, thickness=max(round(0.0052 * unit), 1),
                  lineType=cv2.LINE_AA)  # fmt: skip
