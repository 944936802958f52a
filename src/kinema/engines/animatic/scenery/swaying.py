"""Plants in the wind: gusts run through them, and the higher a plant, the further it bends. It blows from
the right."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import over
from kinema.engines.animatic.stage import Paint, Shot

_LEAST = 0.2
"""Wind that is weaker moves no plants."""


def gust(wind: float, t: float, x: Any = 0.0) -> Any:
    """How hard a wind of 0 to 1 blows at a moment, `x` short sides to the right (a number or an array)."""
    waves = 0.38 * np.sin(4.4 * x + 2.9 * t) * math.sin(0.8 * t + 1.1) + 0.10 * np.sin(11 * x + 7.3 * t)
    return wind * (0.62 + waves)


def swaying(layer: Layer, wind: float, bend: float) -> Layer | Swaying:
    """A layer of plants as a `wind` of 0 to 1 leaves it: their tops go up to `bend` of its height aside."""
    return Swaying(layer, wind, bend) if wind > _LEAST and bend else layer


class Swaying:
    """A layer that repeats, drawn bent."""

    def __init__(self, layer: Layer, wind: float, bend: float) -> None:
        self._layer = layer
        self._wind = wind
        self._share = bend
        rows = layer.art.shape[0]
        self._bend = bend * rows * np.linspace(1, 0, rows, dtype=np.float32) ** 1.4
        self._runs = list(self._filled(int(bend * rows * wind) + 8))

    def repainted(self, paint: Paint) -> Swaying:
        """The same plants, made of something else."""
        return Swaying(self._layer.repainted(paint), self._wind, self._share)

    def _filled(self, slack: int) -> list[tuple[int, int]]:
        """The columns of the art that hold anything once it is bent, as (start, end) of each stretch."""
        period = self._layer.period
        alpha = self._layer.art[:, self._layer.pad : self._layer.pad + period, 3].max(axis=0)
        wide = cv2.dilate(np.atleast_2d(np.tile(alpha, 3)), np.ones((1, 2 * slack + 1), np.uint8))
        filled = wide[0, period : 2 * period] > 0
        edges = np.flatnonzero(np.diff(np.concatenate([[0], filled, [0]]).astype(int)))
        return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def draw(self, shot: Shot) -> None:
        """Draw what is in the frame."""
        layer, width = self._layer, shot.frame.shape[1]
        zoom, dx, dy = layer.placed(shot)
        top, bottom = max(round(dy), 0), min(math.ceil(dy + zoom * layer.art.shape[0]), shot.bottom)
        if top >= bottom:
            return
        period = zoom * layer.period
        for start, end in self._runs:
            left = (dx + zoom * end) % period - zoom * end
            while left + zoom * start < width:
                first, last = max(round(left + zoom * start), 0), min(round(left + zoom * end), width)
                if first < last:
                    self._draw_columns(shot, (first, last), (top, bottom), zoom, left, dy)
                left += period

    def _draw_columns(
        self, shot: Shot, columns: tuple[int, int], rows: tuple[int, int], zoom: float, dx: float, dy: float
    ) -> None:
        layer = self._layer
        x = np.arange(*columns, dtype=np.float32)
        y = (np.arange(*rows, dtype=np.float32) - dy) / zoom
        blown = gust(self._wind, shot.t, x / layer.unit).astype(np.float32)
        bend = np.interp(y, np.arange(len(self._bend)), self._bend).astype(np.float32)
        across = (x - dx) / zoom + bend[:, None] * blown[None, :]
        across = across % layer.period + layer.pad
        down = np.broadcast_to(y[:, None], across.shape)
        seen = cv2.remap(layer.art, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        over(shot.frame, seen, columns[0], rows[0])
