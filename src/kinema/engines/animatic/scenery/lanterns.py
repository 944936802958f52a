"""Lights that hang: red lanterns that swing, bulbs on strings over a street."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, Raster, glow, mix, over, premultiplied, shine, times
from kinema.engines.animatic.scenery.board import LAMPLIGHT, Board, Point
from kinema.engines.animatic.scenery.moving import Fixed
from kinema.engines.animatic.stage import Element, Setup, Shot


class Lanterns(Fixed):
    """Red lanterns that hang from places of a board and swing a little; `tall` in short sides."""

    def __init__(
        self, setup: Setup, board: Board, layer: Layer, places: Sequence[Point], tall: float
    ) -> None:
        super().__init__(layer, [board.at(*place) for place in places])
        self._art = _lantern(board, int(tall * setup.unit))
        self._swing = 0.06 + 0.5 * setup.weather.wind
        self._reach = tall * setup.unit

    def draw(self, shot: Shot) -> None:
        """Draw each where it swings now."""
        rows, columns = self._art.shape[:2]
        for n, x, y, zoom in self.seen(shot, self._reach):
            turn = self._swing * 0.5 * math.sin(1.7 * shot.t + 1.3 * n) - 0.4 * (self._swing - 0.06) ** 2
            c, s = zoom * math.cos(turn), zoom * math.sin(turn)
            wide, high = int(columns * zoom) + 2, int(rows * zoom) + 2
            left, top = math.floor(x - wide / 2), math.floor(y)
            # It hangs from the middle of its upper edge.
            matrix = np.array(
                [[c, s, x - left - c * columns / 2], [-s, c, y - top + s * columns / 2]], np.float32
            )
            over(shot.frame, cv2.warpAffine(self._art, matrix, (wide, high)), left, top)


def _lantern(board: Board, rows: int) -> Raster:
    """A lantern on its string as art, twice as wide as tall for its light."""
    rows = max(rows, 8)
    columns = 2 * rows
    large = np.zeros((4 * rows, 4 * columns, 4), np.uint8)
    middle, lamps = 2 * columns, board.light.lamps
    paper = mix(board.tone((206, 48, 36)), (255, 120, 60), 0.75 * lamps)
    gold = mix(board.tone((222, 172, 84)), (255, 210, 120), 0.5 * lamps)

    def oval(y: float, wide: float, tall: float, colour: Colour) -> None:
        axes = (int(wide * rows), int(tall * rows))
        cv2.ellipse(large, (middle, int(4 * y * rows)), axes, 0, 0, 360, (*colour, 255), -1, cv2.LINE_AA)

    thick = max(rows // 10, 1)
    cv2.line(large, (middle, 0), (middle, int(0.94 * 4 * rows)), (*gold, 255), thick, cv2.LINE_AA)
    oval(0.48, 1.15, 0.92, times(paper, 0.86))
    for wide, lit in ((0.86, 0.97), (0.50, 1.08), (0.18, 1.16)):
        oval(0.48, wide, 0.92, mix(times(paper, lit), (255, 214, 130), 0.35 * lamps * (1.1 - wide)))
    for y in (0.27, 0.69):
        above, below = ((int(middle + a * 0.42 * rows), int((4 * y + a * 0.1) * rows)) for a in (-1, 1))
        cv2.rectangle(large, above, below, (*gold, 255), -1)
    art = cv2.resize(large, (columns, rows), interpolation=cv2.INTER_AREA)
    if lamps < 0.1:
        return art
    halo = cv2.resize(glow(64, 2.0), (columns, columns)) * 0.55 * lamps
    top = int(0.48 * rows - columns / 2)
    halo = halo[-top : -top + rows]
    light = premultiplied(mix(LAMPLIGHT, (255, 90, 40), 0.5), halo)
    light[..., 3] = (halo * 30).astype(np.uint8)
    over(art, light, 0, 0)
    return art


class Bulbs(Fixed):
    """Bulbs on a string of a board, each of which twinkles a little where lamps are on."""

    def __init__(self, setup: Setup, board: Board, layer: Layer, places: list[Point]) -> None:
        super().__init__(layer, [board.at(*place) for place in places])
        self._power = setup.light.lamps
        self._reach = 0.055 * setup.unit
        self._spot = (glow(32, 2.2) * 255).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Add their light."""
        if self._power < 0.1:
            return
        for n, x, y, zoom in self.seen(shot, self._reach):
            side = max(int(2 * self._reach * zoom), 4)
            power = self._power * (0.72 + 0.14 * math.sin(2.3 * shot.t + 2.1 * n))
            mask = cv2.convertScaleAbs(cv2.resize(self._spot, (side, side)), alpha=power)
            shine(shot.frame, mask, int(x - side / 2), int(y - side / 2), LAMPLIGHT)


def strings(setup: Setup) -> list[Element]:
    """Strings of bulbs across the upper part of the frame, before everybody."""
    base = 0.30 * setup.unit if not setup.size.is_portrait else 0.24 * setup.size.height
    board = Board(setup, base, 0.26, depth=1.08, far=0.0)
    places: list[Point] = []
    spans = max(round(board.wide / 0.95), 1)
    long = board.wide / spans
    bulb = mix(board.tone((236, 226, 200)), (255, 236, 190), board.light.lamps)
    for up, sag, shift in ((0.17, 0.085, 0.0), (0.22, 0.06, 0.5)):
        for n in range(-1, spans + 1):
            start = (n + shift) * long
            rope = [(start + long * k / 24, up - 4 * sag * (k / 24) * (1 - k / 24)) for k in range(25)]
            board.line(rope, (58, 52, 50), 0.0025)
            for px, py in rope[1:-1:3]:
                if 0 <= px < board.wide:
                    places.append((px, py - 0.016))
    for px, py in places:
        board.line([(px, py + 0.016), (px, py + 0.006)], (58, 52, 50), 0.005)
        turns = np.linspace(0, 2 * math.pi, 12)
        board.raw([(px + 0.0085 * math.cos(a), py + 0.0105 * math.sin(a)) for a in turns], bulb)
    layer = board.layer(soft=0.0008)
    return [layer, Bulbs(setup, board, layer, places)]
