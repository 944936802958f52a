"""Cutting art into the parts of it that hold anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster


class Piece(NamedTuple):
    """A part of a layer's art that holds anything: its columns and rows, from and to, and the row from which
    on it is opaque to the art's end."""

    left: int
    right: int
    top: int
    bottom: int
    solid: int


_CELL = 8
_EFFORT = 256
"""Cells whose drawing takes as long as beginning to draw a piece."""


def pieces(alpha: Raster, *, wraps: bool) -> Iterator[Piece]:
    """The parts of art that hold anything: rectangles that do not overlap and leave out much air. At the
    art's own edges they hold one pixel more, in which it fades."""
    height, width = alpha.shape
    clear = np.where(alpha < 255, np.arange(1, height + 1, dtype=np.int32)[:, None], 0).max(axis=0)
    # A cell is filled where anything in it, or next to it, may be seen between pixels.
    reach = 2 * _CELL + 1
    filled = cv2.dilate(alpha, np.ones((reach, reach), np.uint8))[::_CELL, ::_CELL] > 0
    fade = 0 if wraps else 1
    for rows, columns in _cut(filled, slice(0, filled.shape[0]), slice(0, filled.shape[1])):
        left, right = columns.start * _CELL, min(columns.stop * _CELL, width)
        top, bottom = rows.start * _CELL, min(rows.stop * _CELL, height)
        yield Piece(
            left - (fade if left == 0 else 0),
            right + (fade if right == width else 0),
            top - (1 if top == 0 else 0),
            bottom + (1 if bottom == height else 0),
            int(clear[left:right].max()),
        )


def _cut(filled: Raster, rows: slice, columns: slice) -> list[tuple[slice, slice]]:
    """The filled cells within rows and columns as rectangles, as many as save more than they cost."""
    part = filled[rows, columns]
    across, down = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(across):
        return []
    top, bottom = rows.start + int(across[0]), rows.start + int(across[-1]) + 1
    left, right = columns.start + int(down[0]), columns.start + int(down[-1]) + 1
    rows, columns = slice(top, bottom), slice(left, right)
    whole = [(rows, columns)]
    if _effort(whole) < 4 * _EFFORT:
        return whole
    if bottom - top > right - left:
        middle = (top + bottom) // 2
        halves = [(slice(top, middle), columns), (slice(middle, bottom), columns)]
    else:
        middle = (left + right) // 2
        halves = [(rows, slice(left, middle)), (rows, slice(middle, right))]
    parts = [part for half in halves for part in _cut(filled, *half)]
    return parts if _effort(parts) < _effort(whole) else whole


def _effort(parts: list[tuple[slice, slice]]) -> int:
    return sum((r.stop - r.start) * (c.stop - c.start) + _EFFORT for r, c in parts)
