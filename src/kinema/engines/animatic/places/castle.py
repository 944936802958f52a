"""A castle: walls and towers with banners on a hill, a road up to the gate, woods and far peaks."""

from __future__ import annotations

import math
from itertools import pairwise

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    bush,
    conifer,
    grass,
    ground,
    heavens,
    mix,
    ridge,
    row,
    times,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.houses import House, arch
from kinema.engines.animatic.scenery.moving import Birds, Flags
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

STONES: tuple[Colour, ...] = ((226, 216, 200), (206, 200, 204), (222, 204, 184))
SLATES: tuple[Colour, ...] = ((62, 92, 150), (150, 62, 66), (74, 104, 112), (104, 78, 140))
BANNERS: tuple[Colour, ...] = ((206, 48, 58), (240, 190, 70), (66, 96, 190))
ROAD = ((204, 182, 146), (146, 122, 96))
SNOWY_ROAD = ((226, 230, 238), (164, 176, 200))
_KEEP = ("castle", "Japanese castle")
"""Subjects that are the castle themselves."""


def build(setup: Setup) -> Stage:
    """Peaks, the castle on its hill, the village at its foot, and the road before it."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    portrait = setup.size.is_portrait
    tall = 1.25 if portrait else 1.0
    horizon = height * 0.59
    line = height * (0.86 if not portrait else 0.79)
    mirrored = bool(setup.rng.random() < 0.5)
    stage = Stage(Floor(horizon, line, "snow" if season.snowy else "dry"))
    add = stage.behind.append
    add(heavens(setup, horizon))
    peaks: Colour = (112, 122, 150)
    add(ridge(setup, horizon - 0.12 * unit, 0.30 * tall, peaks, depth=0.12, far=0.85, period=1.3, rough=0.5,
              sharp=True, cap=WHITE, relief=1.0))  # fmt: skip
    add(Veil.band(setup, horizon - 0.04 * unit, 0.20 * unit, 0.55, 0.15))
    hill = WHITE if season.snowy else (104, 134, 112)
    add(ridge(setup, horizon - 0.01 * unit, 0.11, hill, depth=0.22, far=0.62, period=1.2, rough=0.35))
    add(Birds(setup, horizon - 0.40 * unit * tall))
    castle = not any(subject.name in _KEEP for subject in setup.scene.subjects)
    stage.behind += _hill(setup, horizon + 0.06 * unit, tall, season, castle=castle, mirrored=mirrored)
    fir = conifer(light.far((48, 84, 62), 0.34), light.far(WHITE, 0.3) if season.snowy else None)
    add(row(setup, horizon + 0.075 * unit, 0.12, fir, depth=0.55, gap=0.09, bends=0.05, uneven=0.5))
    add(row(setup, horizon + 0.085 * unit, 0.15, season.tree(setup, 0.32), depth=0.58, gap=0.45, bends=0.14))
    add(ground(setup, horizon + 0.075 * unit, season.green, season.deep, depth=0.62, high=0.03))
    add(_hamlet(setup, horizon + 0.125 * unit, season, mirrored=mirrored))
    add(ground(setup, horizon + 0.12 * unit, season.green, season.deep, depth=0.80, high=0.02))
    hedge = bush(light.far(season.deep, 0.12), white=light.far(WHITE, 0.1) if season.snowy else None)
    add(row(setup, line - 0.085 * unit, 0.030, hedge, depth=0.92, gap=0.16, uneven=0.5))
    add(ground(setup, line - 0.085 * unit, season.green, season.deep, depth=0.96, high=0.012))
    add(ground(setup, line - 0.055 * unit, *(SNOWY_ROAD if season.snowy else ROAD), depth=1.0, high=0.01))
    if season is AUTUMN:
        add(litter(setup, line - 0.03 * unit))
    near = stage.front.append
    near(ground(setup, line + 0.105 * unit, season.green, season.deep, depth=1.15, high=0.014))
    if not season.snowy:
        blooms = tuple(light.far(flower, 0.0) for flower in season.flowers)
        blade = grass(light.far(mix(season.green, season.deep, 0.5), 0.0), blooms)
        near(row(setup, line + 0.15 * unit, 0.09, blade, depth=1.25, gap=0.036, bends=0.8, soft=0.003))
    return stage


def _hill(
    setup: Setup, base: float, tall: float, season: Season, *, castle: bool, mirrored: bool
) -> list[Element]:
    """The hill with the castle on it, the road that winds up, and the banners."""
    board = Board(setup, base, 0.86 * tall, depth=0.50, far=0.34, mirrored=mirrored)
    rng = board.rng
    x, up = board.across(rng.uniform(0.62, 0.68)), 0.15
    reach = 0.95
    edge = []
    for k in range(-20, 21):
        fall = min(max(abs(k) / 20 - 0.32, 0) / 0.68, 1)
        edge.append((x + reach * k / 20, up * math.cos(math.pi / 2 * fall) ** 1.5))
    board.shape([(x - reach, -0.06), *edge, (x + reach, -0.06)], season.green)
    shade = [(px, 0.93 * py - 0.012) for px, py in (edge[:21] if board.sunny > 0 else edge[20:])]
    board.shape([*shade, (shade[-1][0], -0.06), (shade[0][0], -0.06)], mix(season.green, season.deep, 0.35))
    bends = (
        (0.02, 1.0, 0.010),
        (-0.10, 0.80, 0.012),
        (0.12, 0.55, 0.016),
        (-0.16, 0.28, 0.022),
        (-0.02, 0.0, 0.03),
        (0.1, -0.4, 0.04),
    )
    way = [(x + a, up * b - 0.01, w) for a, b, w in _eased(bends)]
    board.shape(
        [(a - w, b) for a, b, w in way] + [(a + w, b) for a, b, w in reversed(way)],
        board.ink(ROAD[0], SNOWY_ROAD[0]),
    )
    if not castle:
        return [board.layer()]
    stone, slate = (kind[int(rng.integers(len(kind)))] for kind in (STONES, SLATES))
    tops = _castle(board, x, up - 0.01, 0.44 * tall, stone, slate)
    white = setup.light.far(WHITE, 0.4) if season.snowy else None
    wood = bush(setup.light.far(season.deep, 0.4), white=white)
    for aside in (-0.62, -0.53, -0.46, 0.42, 0.50, 0.57, 0.68):
        board.plant(wood, x + aside, rng.uniform(0.03, 0.045), up * 0.86 * math.cos(aside * 1.2) ** 2 - 0.02)
    layer = board.layer()
    return [Flags(setup, board, layer, tops, 0.052, BANNERS), layer]


def _eased(bends: tuple[tuple[float, float, float], ...]) -> list[tuple[float, float, float]]:
    """More places along a road, so that it bends softly."""
    found = []
    for (ax, ay, aw), (bx, by, bw) in pairwise(bends):
        for k in range(6):
            s = k / 6
            soft = s * s * (3 - 2 * s)
            found.append((ax + (bx - ax) * soft, ay + (by - ay) * s, aw + (bw - aw) * s))
    return [*found, bends[-1]]


def _castle(board: Board, x: float, y: float, tall: float, stone: Colour, slate: Colour) -> list[Point]:
    """Towers behind a wall with a gate; the tops of their poles. Behind comes first."""
    rng = board.rng
    t = tall
    flip = 1 if rng.random() < 0.5 else -1
    tops = [
        _tower(board, x + flip * 0.07 * t, y, 0.10 * t, 0.74 * t, 0.26 * t, stone, slate),
        _tower(board, x - flip * 0.20 * t, y, 0.08 * t, 0.50 * t, 0.20 * t, stone, slate),
    ]
    _wall(board, x - flip * 0.03 * t, y, 0.36 * t, 0.42 * t, stone)  # the keep
    hipped = ((-0.19, 0.42), (0.19, 0.42), (0.11, 0.56), (-0.11, 0.56))
    board.form(x - flip * 0.03 * t, y, t, hipped, board.ink(slate))
    for up in (0.22, 0.32):
        for k in (-0.11, -0.03, 0.05):
            arch(board, x + k * t, y + up * t, 0.030 * t, 0.065 * t)
    tops += [
        _tower(board, x + flip * 0.24 * t, y, 0.11 * t, 0.44 * t, 0.22 * t, stone, slate),
        _tower(board, x - flip * 0.30 * t, y, 0.12 * t, 0.36 * t, 0.20 * t, stone, slate),
    ]
    _wall(board, x, y, 0.92 * t, 0.17 * t, times(stone, 0.96))
    for side in (-1, 1):
        tops.append(_tower(board, x + side * 0.46 * t, y - 0.01, 0.13 * t, 0.25 * t, 0.17 * t, stone, slate))
    _wall(board, x + 0.02 * t, y - 0.01, 0.22 * t, 0.24 * t, stone)
    gate = 0.105 * t
    arch(board, x + 0.02 * t - gate / 2, y - 0.01, gate, 0.155 * t, lit=0.55)
    for k in range(1, 4):
        at = x + 0.02 * t - gate / 2 + gate * k / 4
        board.line([(at, y - 0.01), (at, y + 0.12 * t)], (60, 50, 46))
    for side in (-1, 1):
        hung = ((-0.014, 0.19), (0.014, 0.19), (0.014, 0.10), (0.0, 0.085), (-0.014, 0.10))
        board.form(x + (0.02 + side * 0.082) * t, y, t, hung, BANNERS[0])
    return tops


def _wall(board: Board, x: float, y: float, wide: float, tall: float, stone: Colour) -> None:
    """A wall about `x` with battlements, and some of its stones."""
    left, rng = x - wide / 2, board.rng
    board.box(left, y, wide, tall, stone)
    away = left if board.sunny > 0 else left + 0.55 * wide
    board.box(away, y, 0.45 * wide, tall, times(stone, 0.90))
    count = max(round(wide / 0.022), 3)
    tooth = wide / (2 * count - 1)
    for n in range(count):
        board.box(left + 2 * n * tooth, y + tall, tooth, 1.2 * tooth, stone)
        if board.snowy:
            board.box(left + 2 * n * tooth, y + tall + 1.2 * tooth, tooth, 0.4 * tooth, WHITE)
    board.box(left, y + tall - 0.9 * tooth, wide, 0.35 * tooth, times(stone, 0.74))
    for _ in range(int(wide * tall * 900)):
        bx, by = rng.uniform(left, left + wide - 0.02), rng.uniform(y, y + tall - 0.02)
        board.box(bx, by, 0.014, 0.006, times(stone, rng.uniform(0.80, 0.95)))


def _tower(
    board: Board, x: float, y: float, wide: float, tall: float, roof: float, stone: Colour, slate: Colour
) -> Point:
    """A round tower about `x` under a pointed roof; the top of its pole."""
    left, parts = x - wide / 2, 7
    lit = 0.72 if board.sunny > 0 else 0.28
    for n in range(parts):
        board.box(
            left + wide * n / parts,
            y,
            wide / parts + 0.001,
            tall,
            times(stone, 1.05 - 0.62 * abs((n + 0.5) / parts - lit)),
        )
    board.box(left - 0.08 * wide, y + 0.90 * tall, 1.16 * wide, 0.10 * tall, times(stone, 0.92))
    board.box(left - 0.08 * wide, y + 0.895 * tall, 1.16 * wide, 0.02 * tall, times(stone, 0.68))
    for up in (0.30, 0.55, 0.78):
        arch(
            board,
            x - 0.11 * wide,
            y + up * tall,
            0.22 * wide,
            0.42 * wide,
            lit=0.9 * float(board.rng.random() < 0.8),
        )
    over, eave = 0.70 * wide, y + tall
    peak = (x, eave + roof)
    board.shape([(x - over, eave), (x + over, eave), (x + 0.30 * over, eave + 0.52 * roof), peak,
                 (x - 0.30 * over, eave + 0.52 * roof)], board.ink(slate))  # fmt: skip
    dark = times(board.ink(slate), 0.72)
    way = -board.sunny
    board.shape(
        [
            (x + way * over, eave),
            (x + way * 0.25 * over, eave),
            peak,
            (x + way * 0.30 * over, eave + 0.52 * roof),
        ],
        dark,
    )
    top = (x, eave + 1.28 * roof)
    board.line([peak, top], (120, 104, 90), 0.0)
    return top


def _hamlet(setup: Setup, base: float, season: Season, *, mirrored: bool) -> Element:
    """A few cottages of those who live below the castle."""
    board = Board(setup, base, 0.30, depth=0.72, far=0.18, mirrored=mirrored)
    rng, tree = board.rng, season.tree(setup, 0.18)
    x = board.across(rng.uniform(0.06, 0.14)) - (0.62 if mirrored else 0.0)
    for n in range(2 + int(rng.integers(2))):
        wide = rng.uniform(0.20, 0.26)
        board.plant(tree, x - 0.04, rng.uniform(0.20, 0.27))
        House.some(rng).build(board, x, wide, rng.uniform(0.075, 0.095), -0.012 * (n % 2))
        x += wide + rng.uniform(0.02, 0.07)
    board.plant(tree, board.across(1.0) + rng.uniform(-0.1, 0.1), 0.30)
    return board.layer()


PLACE = Place(
    name="castle",
    words=("castle", "kingdom", "fairy tale kingdom", "城堡", "王国", "童话王国"),
    hints=("palace", "fortress"),
    build=build,
    bed=BREEZE,
    life=wildlife,
)
