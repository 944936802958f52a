"""What is built in the east: roofs that sweep up at their corners, red columns, pagodas, lanterns."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.seasons import WHITE

VERMILION: Colour = (176, 46, 36)
GLAZES: tuple[Colour, ...] = ((222, 164, 60), (88, 98, 108), (70, 116, 98))
"""Roof tiles: of palaces, of towns, of gardens."""
STONE: Colour = (206, 200, 190)
_BEAMS: Colour = (52, 112, 110)


def roof(
    board: Board,
    x: float,
    y: float,
    wide: float,
    tall: float,
    tile: Colour,
    *,
    ridge: float = 0.62,
    flare: float = 0.5,
) -> None:
    """A hipped roof about `x`, whose eaves are at `y`: `ridge` is the share of its width that its ridge has,
    `flare` how far its corners turn up, in its heights."""
    half, top, lift = wide / 2, ridge * wide / 2, flare * tall * 0.45
    down = np.linspace(0, 1, 9)
    slope = [(top + (half - top) * s, tall * (1 - s) ** 1.9 + lift * s**6) for s in down]
    eave = [(half * (1 - s), lift * (1 - s) ** 4) for s in np.linspace(0, 1, 9)[1:]]
    right = [*slope, *eave]
    outline = [(x + px, y + py) for px, py in right] + [(x - px, y + py) for px, py in reversed(right)]
    body = board.ink(tile, times(WHITE, 0.98))
    board.shape(outline, body)
    # The side away from the sun is darker; ribs of tiles run down from the ridge.
    way = -board.sunny
    inner = [(x + way * 0.72 * px, y + 0.8 * py) for px, py in reversed(slope)]
    board.shape([(x + way * px, y + py) for px, py in slope] + inner, times(body, 0.80))
    ribs = max(int(wide / 0.022), 6)
    dark = mix(times(tile, 0.74), body, 0.75 if board.snowy else 0.0)
    for n in range(1, ribs):
        u = 2 * n / ribs - 1
        path = [(x + u * px, y + py * (1 if k else 0.97)) for k, (px, py) in enumerate(slope[:-1])]
        path[-1] = (path[-1][0], y + lift * abs(u) ** 6 + 0.05 * tall)
        board.line(path, dark)
    low = [(x + px, y + py) for px, py in reversed(right[8:])] + [(x - px, y + py) for px, py in right[8:]]
    board.line(low, times(tile, 0.55), 0.05 * tall)
    edge = times(tile, 0.82)
    board.line([(x - top * 1.04, y + 1.10 * tall), (x - top * 0.9, y + tall), (x + top * 0.9, y + tall),
                (x + top * 1.04, y + 1.10 * tall)], edge, 0.10 * tall)  # fmt: skip


def hall(board: Board, x: float, y: float, wide: float, tall: float, tile: Colour, *, eaves: int = 1) -> None:
    """A hall about `x`: red columns and latticed doors, lit from inside at night, under one or two roofs."""
    walls = 0.46 * tall
    half = 0.43 * wide
    board.box(x - half, y, 2 * half, walls, times(VERMILION, 0.62))
    bays = max(2 * round(half / 0.075) - 1, 3)
    bay = 2 * half / bays
    for n in range(bays):
        left = x - half + n * bay
        lit = 0.9 if n % 2 == 0 else 0.6
        pane = mix(
            board.tone(times(VERMILION, 0.85)),
            board.pane((210, 170, 110), lit),
            0.35 + 0.5 * board.light.lamps,
        )
        board.raw([(left + 0.16 * bay, y), (left + 0.84 * bay, y), (left + 0.84 * bay, y + 0.78 * walls),
                   (left + 0.16 * bay, y + 0.78 * walls)], pane)  # fmt: skip
        for k in range(1, 4):
            at = left + bay * (0.16 + 0.17 * k)
            board.line([(at, y), (at, y + 0.78 * walls)], times(VERMILION, 0.6))
        board.line(
            [(left + 0.16 * bay, y + 0.30 * walls), (left + 0.84 * bay, y + 0.30 * walls)],
            times(VERMILION, 0.6),
        )
        board.shine(left + bay / 2, y + 0.4 * walls, 1.5 * bay, 0.34)
    board.box(x - half - 0.01, y + 0.80 * walls, 2 * half + 0.02, 0.12 * walls, _BEAMS)
    for n in range(int(half / 0.012)):
        board.box(x - half + 0.024 * n, y + 0.83 * walls, 0.010, 0.05 * walls, (214, 170, 90))
    board.box(x - half - 0.01, y + 0.92 * walls, 2 * half + 0.02, 0.10 * walls, times(VERMILION, 0.8))
    for n in range(bays + 1):
        left, thick = x - half + n * bay, 0.17 * bay
        red = VERMILION if board.sunny * (n - bays / 2) > -bays else board.shaded(VERMILION)
        board.box(left - thick / 2, y, thick, 0.80 * walls, red)
        board.box(left - thick / 2, y, 0.35 * thick, 0.80 * walls, board.shaded(red))
        board.box(left - 0.8 * thick, y, 1.6 * thick, 0.06 * walls, STONE)
    if eaves == 1:
        roof(board, x, y + walls, wide, tall - walls, tile)
        return
    low = 0.22 * tall
    roof(board, x, y + walls, wide, low, tile, ridge=0.80, flare=0.8)
    up, upper = y + walls + 0.8 * low, 0.66 * wide
    board.box(x - 0.42 * upper, up, 0.84 * upper, 0.09 * tall, times(VERMILION, 0.8))
    board.box(x - 0.42 * upper, up + 0.05 * tall, 0.84 * upper, 0.04 * tall, _BEAMS)
    roof(board, x, up + 0.09 * tall, upper, 0.30 * tall, tile)


def pagoda(board: Board, x: float, y: float, tall: float, tile: Colour, storeys: int = 6) -> None:
    """A tower of roofs, each smaller than the one below."""
    level, step = y, 0.86 * tall / storeys
    for n in range(storeys):
        wide = 0.30 * tall * (1 - 0.085 * n)
        body = 0.62 * wide
        board.box(x - body / 2, level, body, step, times((196, 120, 84), 0.9))
        shade = x - body / 2 if board.sunny > 0 else x + 0.12 * body
        board.box(shade, level, 0.38 * body, step, times((196, 120, 84), 0.68))
        for k in (-0.26, 0.0, 0.26):
            wx, w = x + k * body - 0.05 * body, 0.11 * body
            board.raw([(wx, level + 0.12 * step), (wx + w, level + 0.12 * step), (wx + w, level + 0.5 * step),
                       (wx, level + 0.5 * step)], board.pane((70, 50, 44), 0.9))  # fmt: skip
        board.shine(x, level + 0.3 * step, 0.7 * body, 0.25)
        roof(board, x, level + 0.62 * step, wide, 0.44 * step, tile, ridge=0.50, flare=1.0)
        level += step
    board.line([(x, level), (x, y + tall)], (196, 160, 90), 0.012 * tall)
    for k in (0.02, 0.05, 0.08):
        board.oval(x, level + k * tall, 0.035 * tall * (1 - 6 * k), 0.018 * tall, (206, 168, 92))


def town_house(board: Board, x: float, wide: float, tall: float) -> list[Point]:
    """A house of a southern town from `x` on: a white wall, wooden doors and windows, dark tiles, sometimes
    a stepped gable beside it. Where lanterns hang from its eaves."""
    rng = board.rng
    wall: Colour = (238, 234, 226)
    wood: Colour = (112, 68, 48)
    tile = GLAZES[1]
    storeys = 2 if tall > 0.15 else 1
    board.box(x, 0, wide, tall, wall)
    board.box(x if board.sunny > 0 else x + 0.84 * wide, 0, 0.16 * wide, tall, times(wall, 0.90))
    board.box(x, 0, wide, 0.05 * tall, times(STONE, 0.7))
    bays = max(round(wide / 0.085), 2)
    bay = wide / bays
    shop = bool(rng.random() < 0.5)
    for storey in range(storeys):
        level, high = tall * storey / storeys, tall / storeys
        if storey == 0:
            board.box(x + 0.03 * wide, 0.0, 0.94 * wide, 0.80 * high, times(wood, 0.8))
        for n in range(bays):
            left = x + n * bay + 0.16 * bay
            if storey and n % 2 == shop:
                continue
            low, up = level + (0.30 if storey else 0.10) * high, level + 0.74 * high
            lit = 0.85 * float(rng.random() < 0.75)
            glass = mix(board.tone(times(wood, 1.25)), board.pane((176, 142, 100), lit), 0.6)
            if storey:
                board.box(left - 0.06 * bay, low - 0.03 * high, 0.80 * bay, up - low + 0.06 * high, wood)
            board.raw([(left, low), (left + 0.68 * bay, low), (left + 0.68 * bay, up), (left, up)], glass)
            for k in (0.17, 0.34, 0.51):
                board.line([(left + k * bay, low), (left + k * bay, up)], wood)
            board.line([(left, (low + up) / 2), (left + 0.68 * bay, (low + up) / 2)], wood)
            board.shine(left + 0.34 * bay, (low + up) / 2, 1.3 * bay, 0.32 * lit)
    eaves = tall / storeys
    if storeys == 2:
        roof(board, x + wide / 2, eaves * 0.86, 1.06 * wide, 0.17 * eaves, tile, ridge=0.92, flare=0.3)
    roof(board, x + wide / 2, tall, 1.10 * wide, 0.42 * eaves, tile, ridge=0.90, flare=0.5)
    if rng.random() < 0.55:
        _stepped(board, x + wide, tall, eaves, wall, tile)
    return [(x + bay * k, 0.84 * eaves) for k in ((0.5, bays - 0.5) if bays > 2 else (0.5,))]


def _stepped(board: Board, x: float, tall: float, storey: float, wall: Colour, tile: Colour) -> None:
    """The end wall that rises above a roof in steps."""
    for n, (wide, up) in enumerate(((0.11, 0.24), (0.07, 0.38), (0.035, 0.52))):
        left, top = x - 0.5 * wide, tall + up * storey
        board.box(left, 0 if n == 0 else tall, wide, top - (0 if n == 0 else tall), times(wall, 0.97))
        board.box(left - 0.008, top, wide + 0.016, 0.012, board.ink(tile))
        board.box(left - 0.008, top + 0.010, 0.012, 0.008, board.ink(tile))
        board.box(left + wide - 0.004, top + 0.010, 0.012, 0.008, board.ink(tile))


def moon_bridge(board: Board, x: float, half: float, rise: float) -> None:
    """A bridge of stone about `x` with a round arch under it and steps over it."""
    turns = np.linspace(0, np.pi, 25)
    hole = 0.72 * rise
    over = [
        (x - half + 2 * half * k / 24, rise * math.sin(math.pi * k / 24) ** 0.8 + 0.012) for k in range(25)
    ]
    stone = times(STONE, 0.92)
    arch_ = [(x + 1.15 * hole * math.cos(a), hole * math.sin(a) - 0.01) for a in turns]
    board.shape(
        [
            (x - half, -0.03),
            *over,
            (x + half, -0.03),
            (x + 1.15 * hole, -0.03),
            *arch_,
            (x - 1.15 * hole, -0.03),
        ],
        stone,
    )
    for k in range(25):
        px, py = arch_[k]
        board.line([(px, py), (x + 1.28 * (px - x), 1.14 * (py + 0.01) - 0.01)], times(stone, 0.72))
    for up in (0.3, 0.5):
        board.line([(x - 0.9 * half, up * 0.5 * rise), (x - 1.3 * hole, up * 0.5 * rise)], times(stone, 0.82))
        board.line([(x + 0.9 * half, up * 0.5 * rise), (x + 1.3 * hole, up * 0.5 * rise)], times(stone, 0.82))
    board.line(over, board.ink(times(STONE, 1.08)), 0.012)
    board.line([(px, py + 0.035) for px, py in over], times(STONE, 1.04), 0.007)
    for px, py in over[::3]:
        board.line([(px, py), (px, py + 0.042)], times(STONE, 1.0), 0.008)
