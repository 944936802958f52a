"""Houses of the country: a gable to the street and a roof that runs back, windows that are lit at night."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.seasons import WHITE

PLASTER: tuple[Colour, ...] = (
    (240, 228, 204), (226, 206, 176), (214, 188, 160), (232, 216, 216), (200, 208, 204), (238, 214, 170),
)  # fmt: skip
TILES: tuple[Colour, ...] = ((178, 84, 62), (150, 70, 56), (132, 92, 78), (108, 96, 104), (166, 104, 66))
TIMBER: Colour = (92, 64, 46)
_STONE: Colour = (150, 142, 136)
_AWAKE = 0.8
"""The share of windows with a light in them at night."""


@dataclass(frozen=True)
class House:
    """What a house is like: its walls, its roof, the share of its width that is gable, how steep its roof is
    and whether its timbers show."""

    wall: Colour
    roof: Colour
    gable: float
    steep: float
    timbered: bool

    @classmethod
    def some(cls, rng: np.random.Generator) -> House:
        """One that chance builds."""
        wall, roof = PLASTER[int(rng.integers(len(PLASTER)))], TILES[int(rng.integers(len(TILES)))]
        return cls(wall, roof, rng.uniform(0.38, 0.46), rng.uniform(0.95, 1.35), bool(rng.random() < 0.35))

    def build(self, board: Board, x: float, wide: float, tall: float, y: float = 0.0) -> Point:
        """Draw it from `x` on, its walls `tall`; where its chimney ends, as a place of the board."""
        g = self.gable * wide
        ridge, over = tall + 0.5 * g * self.steep, 0.05 * g
        left, right = x, x + g
        end = x + wide
        front, side = (self.wall, board.shaded(self.wall))
        if board.sunny > 0:
            front, side = side, front
        board.shape([(right, y), (end, y), (end, y + tall), (right, y + tall)], side)
        board.shape(
            [(left, y), (right, y), (right, y + tall), (x + g / 2, y + ridge), (left, y + tall)], front
        )
        board.box(left, y, wide, 0.06 * tall, _STONE)
        if self.timbered:
            self._timbers(board, x, g, tall, ridge, y)
        chimney = (x + g * 0.5 + (wide - g) * 0.62, y + ridge + 0.16 * tall)
        self._chimney(board, chimney, 0.075 * wide, 0.34 * tall)
        self._roof(board, (x, y), g, wide, tall, ridge, over)
        self._windows(board, x, y, g, wide, tall)
        return chimney

    def _roof(
        self, board: Board, at: Point, g: float, wide: float, tall: float, ridge: float, over: float
    ) -> None:
        x, y = at
        tile = self.roof if board.sunny > 0 else board.shaded(self.roof)
        eave, thick = y + tall - 0.10 * (ridge - tall), 0.035 * wide
        peak, back = (x + g / 2, y + ridge + 0.5 * thick), (x + wide - 0.30 * g, y + ridge + 0.5 * thick)
        plane = [(x + g + over, eave), (x + wide + over, eave), back, peak]
        board.shape(plane, board.ink(tile, times(WHITE, 0.97)))
        # Rows of tiles, and under snow only the lowest of them.
        for n in range(1, 2 if board.snowy else 6):
            share = 0.06 if board.snowy else n / 6.5
            a = (plane[0][0] + (peak[0] - plane[0][0]) * share, eave + (peak[1] - eave) * share)
            b = (plane[1][0] + (back[0] - plane[1][0]) * share, eave + (back[1] - eave) * share)
            board.line([a, b], times(tile, 0.82), 0.0)
        near = [(x - over, eave), (x + g / 2, y + ridge), (x + g + over, eave)]
        edge = board.ink(times(tile, 0.86))
        for (ax, ay), (bx, by) in ((near[0], near[1]), (near[1], near[2])):
            board.shape([(ax, ay), (bx, by), (bx, by + thick), (ax, ay + thick)], edge)
        board.box(x + g, eave - 0.04 * tall, wide - g, 0.045 * tall, board.shaded(self.wall))

    def _windows(self, board: Board, x: float, y: float, g: float, wide: float, tall: float) -> None:
        rng = board.rng
        storeys = max(round(tall / (0.55 * g)), 1)
        w, h = 0.17 * g, (0.30 if storeys == 1 else 0.52 / storeys) * tall
        door = x + g * rng.uniform(0.38, 0.46)
        board.box(door, y, 0.22 * g, 0.64 * tall / storeys, mix(TIMBER, self.roof, 0.4))
        spots: list[Point] = []
        for storey in range(storeys):
            level = y + tall * (0.48 if storeys == 1 else (storey + 0.34) / storeys)
            if storey or storeys == 1:
                spots += [(x + 0.16 * g, level), (x + 0.68 * g, level)]
            count = max(int((wide - g) / (0.34 * g)), 1)
            spots += [(x + g + (wide - g) * (n + 0.5) / count - w / 2, level) for n in range(count)]
        spots.append((x + 0.5 * g - w / 2, y + tall + 0.04 * g))
        for wx, wy in spots:
            lit = float(rng.random() < _AWAKE) * rng.uniform(0.7, 1.0)
            window(board, wx, wy, w, h, lit=lit)

    def _timbers(self, board: Board, x: float, g: float, tall: float, ridge: float, y: float) -> None:
        thick = 0.035 * g
        for a, b in (
            ((0.02, 0.52), (0.98, 0.52)), ((0.02, 1.0), (0.98, 1.0)), ((0.03, 0.06), (0.03, 1.0)),
            ((0.97, 0.06), (0.97, 1.0)), ((0.34, 0.52), (0.34, 1.0)), ((0.64, 0.52), (0.64, 1.0)),
            ((0.03, 0.54), (0.32, 1.0)), ((0.97, 0.54), (0.66, 1.0)),
        ):  # fmt: skip
            board.line([(x + a[0] * g, y + a[1] * tall), (x + b[0] * g, y + b[1] * tall)], TIMBER, thick)
        board.line([(x + g / 2, y + tall), (x + g / 2, y + ridge * 0.97)], TIMBER, thick)

    def _chimney(self, board: Board, top: Point, wide: float, tall: float) -> None:
        x, y = top
        board.box(x - wide / 2, y - tall, wide, tall, times(self.roof, 0.82))
        board.box(
            x - wide * 0.62, y - 0.10 * tall, wide * 1.24, 0.12 * tall, board.ink(times(self.roof, 0.62))
        )


def window(board: Board, x: float, y: float, wide: float, tall: float, lit: float = 1.0) -> None:
    """A window with a cross in it from its lower left corner on, with light behind it, `lit` 0 to 1."""
    frame = 0.10 * wide
    board.box(x - frame, y - frame, wide + 2 * frame, tall + 2 * frame, (236, 226, 208))
    glass = board.pane(lit=lit)
    board.raw([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], glass)
    bar = mix(board.tone((236, 226, 208)), glass, 0.35)
    for a, b in (((0.5, 0.0), (0.5, 1.0)), ((0.0, 0.55), (1.0, 0.55))):
        half = 0.05 * wide
        ax, ay, bx, by = x + a[0] * wide, y + a[1] * tall, x + b[0] * wide, y + b[1] * tall
        upright = ax == bx
        dx, dy = (half, 0.0) if upright else (0.0, half)
        board.raw([(ax - dx, ay - dy), (ax + dx, ay - dy), (bx + dx, by + dy), (bx - dx, by + dy)], bar)
    board.shine(x + wide / 2, y + tall / 2, 2.4 * max(wide, tall), 0.36 * lit)
    if board.snowy:
        board.box(x - frame, y - 1.5 * frame, wide + 2 * frame, frame, WHITE)


def church(board: Board, x: float, tall: float, y: float = 0.0) -> None:
    """A church with a spire, `tall` to the cross on it, from `x` to the right."""
    wall: Colour = (236, 226, 208)
    slate: Colour = (96, 92, 112)
    wide = 0.17 * tall
    nave, eave = 0.62 * tall, 0.26 * tall
    lit, dark = (wall, board.shaded(wall))
    left, right = (dark, lit) if board.sunny > 0 else (lit, dark)
    board.box(x + wide, y, nave - wide, eave, right)
    roof = board.ink(slate if board.sunny > 0 else board.shaded(slate))
    board.shape(
        [(x + wide * 0.9, y + eave), (x + nave * 1.02, y + eave), (x + nave * 0.96, y + 0.44 * tall),
         (x + wide, y + 0.44 * tall)], roof,
    )  # fmt: skip
    board.box(x, y, wide, 0.60 * tall, left)
    board.box(x + wide * 0.6, y, wide * 0.4, 0.60 * tall, right)
    top = y + 0.60 * tall
    peak = (x + wide / 2, y + 0.95 * tall)
    board.shape([(x - wide * 0.12, top), (x + wide * 1.12, top), peak], board.ink(board.shaded(slate)))
    board.shape([(x + wide * 0.6, top), (x + wide * 1.12, top), peak], slate)
    board.line([peak, (peak[0], y + tall)], (220, 180, 90), 0.008 * tall)
    board.line([(peak[0] - 0.02 * tall, y + 0.978 * tall), (peak[0] + 0.02 * tall, y + 0.978 * tall)],
               (220, 180, 90), 0.008 * tall)  # fmt: skip
    board.oval(x + wide / 2, y + 0.52 * tall, wide * 0.46, wide * 0.46, (248, 244, 230))
    board.line([(x + wide / 2, y + 0.55 * tall), (x + wide / 2, y + 0.52 * tall),
                (x + wide * 0.6, y + 0.51 * tall)], (70, 62, 60))  # fmt: skip
    board.box(x + wide * 0.32, y, wide * 0.36, 0.13 * tall, TIMBER)
    for n in range(4):
        wx, w, h = x + wide * 1.25 + (nave - wide * 1.4) * n / 4, 0.045 * tall, 0.12 * tall
        arch(board, wx, y + 0.07 * tall, w, h)
    arch(board, x + wide * 0.36, y + 0.36 * tall, wide * 0.28, 0.09 * tall)


def arch(board: Board, x: float, y: float, wide: float, tall: float, lit: float = 0.9) -> None:
    """A window with a round top."""
    turns = np.linspace(0, np.pi, 9)
    top = [(x + wide / 2 + wide / 2 * np.cos(a), y + tall - wide / 2 + wide / 2 * np.sin(a)) for a in turns]
    board.raw([(x, y), (x + wide, y), *top], board.pane(lit=lit))
    board.shine(x + wide / 2, y + tall / 2, 1.6 * tall, 0.4 * lit)


def fence(
    board: Board,
    start: float,
    end: float,
    tall: float,
    colour: Colour = (168, 132, 98),
    *,
    pickets: bool = False,
) -> None:
    """A fence of rails between posts, or of pickets."""
    step = 0.62 * tall if pickets else 1.9 * tall
    for up in (0.38, 0.78):
        board.box(start, up * tall, end - start, 0.11 * tall, times(colour, 0.90))
        if board.snowy:
            board.box(start, (up + 0.11) * tall, end - start, 0.06 * tall, WHITE)
    for n in range(int((end - start) / step) + 1):
        x, wide = start + n * step, 0.26 * tall if pickets else 0.15 * tall
        up = tall * board.rng.uniform(0.94, 1.06)
        board.shape(
            [(x, 0), (x + wide, 0), (x + wide, up), (x + wide / 2, up + 0.14 * tall), (x, up)], colour
        )
        board.box(x + wide * 0.66, 0, wide * 0.34, up, board.shaded(colour))
        if board.snowy:
            board.box(x - 0.1 * wide, up, 1.2 * wide, 0.10 * tall, WHITE)
