"""Layers: still scenery that is drawn once and placed through the camera in every frame."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import cv2
import numpy as np

from kinema.engines.animatic.pieces import Piece, pieces
from kinema.engines.animatic.raster import Raster, blur, over, premultiplied
from kinema.engines.animatic.stage import Element, Paint, Scenery, Setup, Shot
from kinema.media.film import FPS

_FAST = 2.5 * FPS
"""From how many pixels a second on nobody sees that something moves by whole ones."""
_AIR = 4
"""Columns of itself that scenery which wraps carries on either side, so that its ends meet."""


@dataclass
class Layer:
    """Still scenery, drawn once, larger than the frame by `margin` pixels on every side.

    `depth` is how much of the camera's movement it follows: 0 infinitely far, 1 at the subject, more in
    front of it. `wraps` scenery repeats to the side and can be tracked along for ever. `art` without an
    alpha channel is a backdrop, endlessly far. What is air is not drawn, and what is opaque is not blended.
    """

    art: Raster
    x: float
    y: float
    depth: float
    unit: float
    wraps: bool = False
    _backdrop: bool = field(init=False, repr=False)
    period: int = field(init=False, repr=False)
    """Columns after which what wraps repeats."""
    _pieces: list[Piece] = field(init=False, repr=False)
    _solid: int = field(init=False, repr=False)
    """The row from which on all of it is opaque."""

    def __post_init__(self) -> None:
        self._backdrop = self.art.shape[2] == 3
        if self._backdrop:  # four channels are moved faster than three
            self.art = cv2.cvtColor(self.art, cv2.COLOR_RGB2RGBA)
        self.period = self.art.shape[1]
        alpha = cv2.extractChannel(self.art, 3)
        clear = np.flatnonzero(alpha.min(axis=1) < 255)
        self._solid = int(clear[-1]) + 1 if len(clear) else 0
        self._pieces = list(pieces(alpha, wraps=self.wraps))
        if self.wraps:
            self.art = np.concatenate([self.art[:, -_AIR:], self.art, self.art[:, :_AIR]], axis=1)

    def unfocused(self) -> Layer:
        """As a lens shows it that is focused on the subject: softer, the further behind or before it is."""
        away = 1 / max(self.depth, 0.12) - 1 if self.depth < 1 else 1.6 * (self.depth - 1)
        sigma = self.unit * min(0.0024 * away, 0.0085)
        if self._backdrop or sigma < 0.7:
            return self
        pad = int(3 * sigma) + 1
        grown = cv2.copyMakeBorder(self.art, pad, 0, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
        taller = replace(self, art=grown[:, self.pad : self.pad + self.period], y=self.y - pad)
        return taller.repainted(partial(blur, sigma=sigma))

    def repainted(self, paint: Paint) -> Layer:
        """The same scenery, made of something else."""
        art = self.art[:, self.pad : self.pad + self.period]
        if self._backdrop:
            return replace(self, art=np.ascontiguousarray(paint(art)[..., :3]))
        if not self.wraps:
            return replace(self, art=paint(art))
        around = min(self.period, int(0.1 * self.unit))
        art = np.concatenate([art[:, -around:], art, art[:, :around]], axis=1)
        return replace(self, art=np.ascontiguousarray(paint(art)[:, around : around + self.period]))

    def covers(self, shot: Shot) -> tuple[int, int]:
        """The rows in which it is opaque from one side of the frame to the other."""
        height, width = shot.frame.shape[:2]
        zoom, dx, dy = self.placed(shot)
        if self._backdrop:
            return 0, height
        if not self.wraps and (dx > -1 or dx + zoom * self.period < width + 1):
            return height, height
        return self._row(zoom, dy, self._solid), self._end(zoom, dy)

    def drift(self, before: Shot, after: Shot) -> float:
        """How far it moves in the frame, at most."""
        height, width = before.frame.shape[:2]
        zoom, dx, dy = self.placed(before)
        top, bottom = max(dy, 0.0), min(dy + zoom * len(self.art), float(height))
        grown, left, up = self.placed(after)
        grown /= zoom
        across = (grown * (x - dx) + left - x for x in (0, width))
        down = (grown * (y - dy) + up - y for y in (top, bottom))
        return max(*map(abs, across), *map(abs, down))

    def draw(self, shot: Shot) -> None:
        """Place it in the frame through the camera."""
        width = shot.frame.shape[1]
        zoom, dx, dy = self.placed(shot)
        if not self.wraps:
            for piece in self._pieces:
                self._draw_piece(shot, piece, zoom, dx, dy)
            return
        period = zoom * self.period
        for piece in self._pieces:
            left = (dx + zoom * piece.right) % period - zoom * piece.right
            while left + zoom * piece.left < width:
                self._draw_piece(shot, piece, zoom, left, dy)
                left += period

    @property
    def pad(self) -> int:
        """Columns of itself before its first."""
        return _AIR if self.wraps else 0

    def placed(self, shot: Shot) -> tuple[float, float, float]:
        """How large it is in the frame, and where its origin is."""
        height, width = shot.frame.shape[:2]
        zoom = 1 + (shot.view.zoom - 1) * self.depth
        # Travelling does not bring a backdrop's edge into view.
        travel = 0.0 if self._backdrop else shot.view.travel
        drift = ((shot.view.x + travel) * self.depth + shot.view.turn) * self.unit
        dx = width / 2 + zoom * (self.x - drift - width / 2)
        dy = height / 2 + zoom * (self.y - shot.view.y * self.depth * self.unit - height / 2)
        if zoom == 1 and not self._backdrop and abs(shot.view.speed) * self.depth * self.unit > _FAST:
            return zoom, float(round(dx)), float(round(dy))
        return zoom, dx, dy

    @staticmethod
    def _row(zoom: float, dy: float, solid: int) -> int:
        """The row of the frame from which on art is opaque that is so from its row `solid` on."""
        return max(math.ceil(dy + zoom * solid) + 1, 0)

    def _end(self, zoom: float, dy: float) -> int:
        """The row of the frame up to which opaque art is opaque: its last one fades."""
        return math.floor(dy + zoom * len(self.art)) - 1

    def _draw_piece(self, shot: Shot, piece: Piece, zoom: float, dx: float, dy: float) -> None:
        """Draw a piece of the art, whose origin is at (dx, dy) in the frame. Pieces meet at whole pixels, so
        that none is drawn twice."""
        frame, pad = shot.frame, self.pad
        top, bottom = max(round(dy + zoom * piece.top), 0), min(round(dy + zoom * piece.bottom), shot.bottom)
        left = max(round(dx + zoom * piece.left), 0)
        right = min(round(dx + zoom * piece.right), frame.shape[1])
        if top >= bottom or left >= right:
            return
        if zoom == 1 and dx.is_integer() and dy.is_integer():
            left, top = max(left, int(dx) - pad), max(top, int(dy))
            columns = slice(left - int(dx) + pad, right - int(dx) + pad)
            seen = self.art[top - int(dy) : bottom - int(dy), columns]
            right, bottom = left + seen.shape[1], top + seen.shape[0]
            if not seen.size:
                return
        else:
            first = max(int((left - dx) / zoom) - 2 + pad, 0)
            last = min(int((right - dx) / zoom) + 3 + pad, self.art.shape[1])
            matrix = np.array([[zoom, 0, dx + zoom * (first - pad) - left], [0, zoom, dy - top]], np.float32)
            seen = cv2.warpAffine(
                self.art[:, first:last],
                matrix,
                (right - left, bottom - top),
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE if self._backdrop else cv2.BORDER_CONSTANT,
            )
        solid = bottom
        if self._backdrop:
            solid = top
        elif bottom <= self._end(zoom, dy):
            solid = min(max(self._row(zoom, dy, piece.solid), top), bottom)
        if solid < bottom:
            cv2.cvtColor(seen[solid - top :], cv2.COLOR_RGBA2RGB, dst=frame[solid:bottom, left:right])
        if solid > top:
            over(frame, seen[: solid - top], left, top)


@dataclass
class Veil:
    """A soft band of haze at a height of the frame, in front of what is already drawn."""

    mask: Raster
    y: float
    colour: tuple[float, float, float]
    depth: float
    unit: float

    @classmethod
    def band(cls, setup: Setup, y: float, half: float, strength: float, depth: float = 0.3) -> Veil:
        """A band around `y` pixels, `half` pixels to either side, `strength` 0 to 1."""
        rows = np.arange(int(2 * half), dtype=np.float32) / half - 1
        profile = np.clip(1 - np.abs(rows), 0, 1) ** 1.5 * strength
        mask = np.repeat(profile[:, None], setup.size.width, axis=1)
        return cls(premultiplied(setup.light.haze, mask), y - half, setup.light.haze, depth, setup.unit)

    def drift(self, before: Shot, after: Shot) -> float:
        """How far it moves up or down."""
        return abs(after.view.y - before.view.y) * self.depth * self.unit

    def draw(self, shot: Shot) -> None:
        """Lay it over the frame."""
        over(shot.frame, self.mask, 0, int(self.y - shot.view.y * self.depth * self.unit))


def made_of(elements: Sequence[Element], setup: Setup) -> list[Element]:
    """Elements as the style makes scenery."""
    scenery = setup.style.scenery
    if scenery is not None:
        paint = partial(_painted, scenery, setup.unit)
        return [e.repainted(paint) if isinstance(e, Scenery) else e for e in elements]
    if setup.fine and setup.style.lens:
        return [e.unfocused() if isinstance(e, Layer) else e for e in elements]
    return list(elements)


def _painted(scenery: Callable[[Raster, float], Raster], unit: float, art: Raster) -> Raster:
    return scenery(art, unit)
