"""Backcloths: what is far and hardly moves is drawn a few times a second, and melts from each picture into
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
_LONG = (_LONGEST, 2)
"""How many there must mostly be: of what is furthest, and of what is before it."""
_FURTHEST = 2.5
"""Pixels that the corners of the frame may move meanwhile: what melts over no more looks as if it moved."""
_MOSTLY = 0.4
"""For how much of a shot that must hold."""
_SLACK = 16
"""Rows of it that are drawn below the edge of what is nearer, which moves meanwhile."""


@runtime_checkable
class Steady(Element, Protocol):
    """An element that may hardly move."""

    def drift(self, before: Shot, after: Shot) -> float:
        """How many pixels its picture moves between two moments, at most; what is soft moves less."""


class Backcloth:
    """Steady elements in front of another backcloth. Everything is seen as the camera's `view` at each moment
    is, in frames from number `first` on; `near` is all that is drawn later."""

    def __init__(
        self,
        behind: Backcloth | None,
        steady: Sequence[Steady],
        near: Sequence[Element],
        view: Callable[[float], View],
        size: Size,
        first: int,
    ) -> None:
        self._behind = behind
        self._steady = steady
        self._near = near
        self._view = view
        self._blank: Raster = np.zeros((size.height, size.width, 3), np.uint8)
        self._ends = [first]
        self._pictures: dict[int, Raster] = {}
        self._bottoms: dict[int, int] = {}

    def draw(self, frame: Raster, t: float, bottom: int) -> None:
        """Draw it as it is at `t` seconds; nothing is seen of it from row `bottom` on."""
        number = t * FPS
        start, end = self._stretch(int(number + 0.5))
        if end - start == 1:
            self._plain(frame, t, bottom)
            return
        before, after = self._picture(start), self._picture(end)
        share = (number - start + 0.5) / (end - start)
        cv2.addWeighted(before[:bottom], 1 - share, after[:bottom], share, 0, dst=frame[:bottom])

    def _plain(self, frame: Raster, t: float, bottom: int) -> None:
        own = shots(self._steady, frame, t, self._view(t), bottom)
        if self._behind is not None:
            self._behind.draw(frame, t, own.bottom)
        draw_shots(self._steady, own)

    def _stretch(self, number: int) -> tuple[int, int]:
        """The frames, from and to, that are made of the same two pictures as this one."""
        while self._ends[-1] <= number:
            start = self._ends[-1]
            long = next(n for n in range(_LONGEST, 0, -1) if n == 1 or self._still(start, n))
            self._ends.append(start + long)
        nth = max(bisect_right(self._ends, number), 1)
        return self._ends[nth - 1], self._ends[nth]

    def _still(self, start: int, frames: int) -> bool:
        before, after = (_shot(self._blank, self._view, number) for number in (start, start + frames))
        return all(element.drift(before, after) <= _FURTHEST for element in self._steady)

    def _picture(self, number: int) -> Raster:
        """All of it half a frame before a frame."""
        if number not in self._pictures:
            while len(self._pictures) > 1:
                del self._pictures[next(iter(self._pictures))]
            picture = np.zeros_like(self._blank)
            bottom = max(self._bottom(number + aside) for aside in (-2, 0, 2)) + _SLACK
            shot = _shot(self._blank, self._view, number)
            self._plain(picture, shot.t, min(bottom, len(picture)))
            self._pictures[number] = picture
        return self._pictures[number]

    def _bottom(self, number: int) -> int:
        """The row from which on nearer elements hide it."""
        if number not in self._bottoms:
            shot = _shot(self._blank, self._view, number)
            self._bottoms[number] = shots(self._near, self._blank, shot.t, shot.view).bottom
        return self._bottoms[number]


class Stacked:
    """All elements of a shot, in frames between the seconds of `span`: backcloths, and what is before
    them."""

    def __init__(
        self,
        elements: Sequence[Element],
        view: Callable[[float], View],
        size: Size,
        span: tuple[float, float],
    ) -> None:
        first, last = (round(t * FPS) for t in span)
        blank: Raster = np.zeros((size.height, size.width, 3), np.uint8)
        self._view = view
        self._near = elements
        self._cloth: Backcloth | None = None
        for longest in _LONG:
            pairs = [
                (_shot(blank, view, number), _shot(blank, view, number + longest))
                for number in range(first, last, 12)
            ]
            steady: list[Steady] = []
            for element in self._near:
                if not isinstance(element, Steady):
                    break
                if sum(element.drift(*pair) <= _FURTHEST for pair in pairs) <= _MOSTLY * len(pairs):
                    break
                steady.append(element)
            if steady:
                self._near = self._near[len(steady) :]
                self._cloth = Backcloth(self._cloth, steady, self._near, view, size, first)

    def draw(self, frame: Raster, t: float) -> None:
        """Draw everything as it is at `t` seconds."""
        near = shots(self._near, frame, t, self._view(t))
        if self._cloth is not None:
            self._cloth.draw(frame, t, near.bottom)
        draw_shots(self._near, near)


def _shot(frame: Raster, view: Callable[[float], View], number: int) -> Shot:
    """All of a frame, half a frame before one of a number."""
    t = max((number - 0.5) / FPS, 0.0)
    return Shot(frame, t, view(t), frame.shape[0])
