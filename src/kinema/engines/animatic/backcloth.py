"""The backcloth: what is far and hardly moves is drawn a few times a second, and melts from each picture into
the next in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import cv2
import numpy as np

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.stage import Element, Shot, draw_shots, shots
from kinema.media.film import FPS
from kinema.videos.size import Size

_LONGEST = 4
"""Frames from one picture to the next, at most."""
_FURTHEST = 2.5
"""Pixels that anything may move meanwhile: what melts over no more looks as if it moved."""
_SLACK = 8


@runtime_checkable
class Steady(Element, Protocol):
    """An element that may hardly move."""

    def drift(self, before: Shot, after: Shot) -> float:
        """How many pixels its picture moves between two moments, at most; what is soft moves less."""


class Backcloth:
    """Draws elements, the first of which are steady for most of a shot. `view` is the camera's at a moment;
    the frames lie between the seconds of `span`."""

    def __init__(
        self,
        elements: Sequence[Element],
        view: Callable[[float], View],
        size: Size,
        span: tuple[float, float],
    ) -> None:
        self._view = view
        self._blank: Raster = np.zeros((size.height, size.width, 3), np.uint8)
        self._first, last = (round(t * FPS) for t in span)
        self._steady: list[Steady] = []
        for element in elements:
            if not isinstance(element, Steady) or not self._holds(element, range(self._first, last, 12)):
                break
            self._steady.append(element)
        self._near = elements[len(self._steady) :]
        self._ends = [self._first]
        self._pictures: dict[int, Raster] = {}

    def _holds(self, element: Steady, numbers: range) -> bool:
        held = [self._drift([element], number, 2) <= _FURTHEST for number in numbers]
        return sum(held) > 0.4 * len(held)

    def draw(self, frame: Raster, t: float) -> None:
        """Draw all elements as they are at `t` seconds."""
        near = shots(self._near, frame, t, self._view(t))
        self._draw_steady(frame, t, near.bottom)
        draw_shots(self._near, near)

    def _draw_steady(self, frame: Raster, t: float, bottom: int) -> None:
        number = round(t * FPS)
        start, end = self._stretch(number)
        if end - start == 1 or not self._steady:
            far = shots(self._steady, frame, t, self._view(t), bottom)
            draw_shots(self._steady, far)
            return
        before, after = self._picture(start), self._picture(end)
        share = (number - start + 0.5) / (end - start)
        cv2.addWeighted(before[:bottom], 1 - share, after[:bottom], share, 0, dst=frame[:bottom])

    def _stretch(self, number: int) -> tuple[int, int]:
        """The frames, from and to, that are made of the same two pictures as this one."""
        while self._ends[-1] <= number:
            start = self._ends[-1]
            long = next(n for n in range(_LONGEST, 0, -1) if n == 1 or self._still(start, n))
            self._ends.append(start + long)
        nth = max(bisect_right(self._ends, number), 1)
        return self._ends[nth - 1], self._ends[nth]

    def _still(self, start: int, frames: int) -> bool:
        return self._drift(self._steady, start, frames) <= _FURTHEST

    def _drift(self, elements: Sequence[Steady], start: int, frames: int) -> float:
        """How far elements move from half a frame before a frame to as much before one that follows."""
        before, after = self._shot(start), self._shot(start + frames)
        return max((element.drift(before, after) for element in elements), default=0.0)

    def _shot(self, number: int) -> Shot:
        t = max((number - 0.5) / FPS, 0.0)
        return Shot(self._blank, t, self._view(t), self._blank.shape[0])

    def _picture(self, number: int) -> Raster:
        """What is steady, half a frame before a frame."""
        if number not in self._pictures:
            while len(self._pictures) > 1:
                del self._pictures[next(iter(self._pictures))]
            picture = np.zeros_like(self._blank)
            shot = self._shot(number)
            bottoms = [self._bottom(number + aside) for aside in (-_LONGEST, 0, _LONGEST)]
            far = shots(self._steady, picture, shot.t, shot.view, min(max(bottoms) + _SLACK, len(picture)))
            draw_shots(self._steady, far)
            self._pictures[number] = picture
        return self._pictures[number]

    def _bottom(self, number: int) -> int:
        """The row from which on nearer elements hide what is steady."""
        shot = self._shot(number)
        return shots(self._near, self._blank, shot.t, shot.view).bottom
