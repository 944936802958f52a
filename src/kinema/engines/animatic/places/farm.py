"""A farm: a barn and a silo beyond furrowed fields, a mill that turns, hay, a fence along the track."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Element,
    Floor,
    Place,
    Plant,
    Raster,
    Setup,
    Stage,
    Veil,
    fill,
    grass,
    ground,
    heavens,
    mix,
    ridge,
    row,
    times,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.houses import House, fence, window
from kinema.engines.animatic.scenery.moving import Sails, Smoke
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

RED: Colour = (172, 56, 44)
TRIM: Colour = (240, 232, 218)
EARTH: tuple[Colour, Colour] = ((170, 134, 96), (112, 84, 60))
TRACK = ((196, 166, 124), (142, 112, 82))
SNOWY_TRACK = ((226, 230, 238), (164, 176, 200))
HAY: Colour = (224, 184, 92)
CROPS: tuple[Colour, ...] = ((226, 190, 88), (108, 160, 66), (158, 186, 82))
_ROWS = 9
"""Furrows of the field."""


def build(setup: Setup) -> Stage:
    """Hills with sheep on them, the yard behind its field, and a track before it."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    horizon = height * 0.56
    line = height * (0.86 if not setup.size.is_portrait else 0.79)
    stage = Stage(Floor(horizon, line, "snow" if season.snowy else "dry"))
    add = stage.behind.append
    hill = WHITE if season.snowy else (120, 146, 126)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.04 * unit, 0.13, hill, depth=0.14, far=0.85, period=1.5, rough=0.35))
    add(ridge(setup, horizon + 0.0 * unit, 0.09, season.green, depth=0.26, far=0.60, period=1.2, rough=0.3))
    add(row(setup, horizon + 0.03 * unit, 0.09, season.tree(setup, 0.5), bends=0.14, depth=0.32, gap=0.20))
    add(Veil.band(setup, horizon, 0.10 * unit, 0.28, 0.3))
    add(_pasture(setup, horizon + 0.05 * unit, season))
    stage.behind += _yard(setup, horizon + 0.085 * unit, season)
    add(_field(setup, horizon + 0.075 * unit, line - 0.10 * unit, season))
    add(_bales(setup, line - 0.085 * unit, season))
    add(ground(setup, line - 0.09 * unit, season.green, season.deep, depth=0.98, high=0.014))
    rails = Board(setup, line - 0.075 * unit, 0.13, depth=0.98, far=0.04)
    fence(rails, 0.0, rails.wide, 0.075, (172, 140, 108))
    add(rails.layer())
    add(ground(setup, line - 0.052 * unit, *(SNOWY_TRACK if season.snowy else TRACK), depth=1.0, high=0.012))
    if not season.snowy:
        blooms = tuple(light.far(flower, 0.05) for flower in season.flowers)
        blade = grass(light.far(mix(season.green, season.deep, 0.4), 0.05), blooms)
        add(row(setup, line - 0.046 * unit, 0.035, blade, depth=1.0, gap=0.05, bends=0.8))
    near = stage.front.append
    near(ground(setup, line + 0.105 * unit, season.green, season.deep, depth=1.2, high=0.02))
    if not season.snowy:
        blade = grass(light.far(HAY if season is AUTUMN else (84, 136, 54), 0.0), ())
        near(row(setup, line + 0.17 * unit, 0.10, blade, depth=1.3, gap=0.034, bends=0.8, soft=0.004))
    return stage


def _pasture(setup: Setup, base: float, season: Season) -> Element:
    """A far slope with sheep on it."""
    board = Board(setup, base, 0.16, depth=0.40, far=0.42)
    rng, waves = board.rng, max(round(board.wide / 1.6), 1)
    turn = rng.uniform(0, 6)

    def up(x: float) -> float:
        return 0.045 + 0.022 * math.sin(2 * math.pi * waves * x / board.wide + turn)

    edge = [(board.wide * k / 60, up(board.wide * k / 60)) for k in range(61)]
    board.shape([(0, -0.06), *edge, (board.wide, -0.06)], season.green)
    for _ in range(int(board.wide * 5)):
        x = rng.uniform(0, board.wide)
        y, size = rng.uniform(0.0, up(x) - 0.008), rng.uniform(0.013, 0.018)
        for leg in (-0.3, 0.3):
            board.line([(x + leg * size, y), (x + leg * size, y - 0.5 * size)], (70, 60, 56), 0.12 * size)
        board.oval(x, y, 1.2 * size, 0.75 * size, (222, 216, 206) if season.snowy else (246, 242, 232))
        board.oval(
            x + 0.6 * size * (1 if rng.random() < 0.5 else -1), y, 0.36 * size, 0.4 * size, (72, 62, 60)
        )
    return board.layer()


def _yard(setup: Setup, base: float, season: Season) -> list[Element]:
    """The barn with its silo, the farmhouse, and the mill."""
    board = Board(setup, base, 0.62, depth=0.52, far=0.22)
    rng = board.rng
    middle = board.across(rng.uniform(0.63, 0.70))
    tree = season.tree(setup, 0.2)
    board.plant(tree, middle + 0.42, 0.30)
    mill = not any(subject.name == "windmill" for subject in setup.scene.subjects)  # who is the mill itself
    hubs = [_mill(board, board.across(rng.uniform(0.09, 0.15)), 0.30)] if mill else []
    board.plant(tree, middle - 0.86, 0.24)
    _silo(board, middle - 0.15, 0.10, 0.34)
    _barn(board, middle - 0.06, 0.46, 0.15)
    smoking = House.some(rng).build(board, middle - 0.62, 0.30, 0.10)
    board.plant(tree, middle - 0.30, 0.17)
    layer = board.layer()
    return [
        Smoke(setup, board, layer, [smoking], 0.07),
        layer,
        Sails(setup, board, layer, hubs, 0.17, (240, 230, 212)),
    ]


def _barn(board: Board, x: float, wide: float, tall: float) -> None:
    """A barn with a broken roof, its gable to the viewer."""
    g = 0.48 * wide
    front, side = (RED, board.shaded(RED)) if board.sunny < 0 else (times(RED, 0.86), times(RED, 0.95))
    knee, peak = 0.24 * g, 0.38 * g
    board.box(x + g, 0, wide - g, tall, side)
    for n in range(1, 9):
        at = x + g + (wide - g) * n / 9
        board.line([(at, 0), (at, tall)], times(side, 0.86))
    roof = board.ink((120, 104, 104), times(WHITE, 0.97))
    end = wide / g
    lower = ((1.03, -0.02), (end + 0.03, -0.02), (end - 0.13, 0.24), (0.86, 0.24))
    upper = ((0.86, 0.24), (end - 0.13, 0.24), (end - 0.46, 0.38), (0.5, 0.38))
    board.form(x, tall, g, lower, times(roof, 0.84))
    board.form(x, tall, g, upper, roof)
    gable = [(x, 0), (x + g, 0), (x + g, tall), (x + 0.86 * g, tall + knee), (x + 0.5 * g, tall + peak),
             (x + 0.14 * g, tall + knee), (x, tall)]  # fmt: skip
    board.shape(gable, front)
    for n in range(1, 10):
        at = x + g * n / 10
        board.line([(at, 0), (at, tall + 0.1 * g)], times(front, 0.88))
    edge = [
        (x - 0.04 * g, tall - 0.03 * g),
        *[(px, py) for px, py in reversed(gable[3:6])],
        (x + 1.04 * g, tall - 0.03 * g),
    ]
    board.line(edge, board.ink(TRIM), 0.030 * g)
    dx, dw, dh = x + 0.28 * g, 0.44 * g, 0.62 * tall
    board.box(dx, 0, dw, dh, times(front, 0.78))
    for a, b in (
        ((0, 0), (0.5, 1)), ((0, 1), (0.5, 0)), ((0.5, 0), (1, 1)), ((0.5, 1), (1, 0)),
        ((0.5, 0), (0.5, 1)), ((0, 0), (0, 1)), ((1, 0), (1, 1)), ((0, 1), (1, 1)),
    ):  # fmt: skip
        board.line([(dx + a[0] * dw, a[1] * dh), (dx + b[0] * dw, b[1] * dh)], TRIM, 0.020 * g)
    window(board, x + 0.40 * g, tall + 0.02 * g, 0.20 * g, 0.20 * g, lit=0.9)
    for n in range(3):
        window(board, x + g + (wide - g) * (0.16 + 0.28 * n), 0.45 * tall, 0.13 * g, 0.16 * g, lit=0.7)


def _silo(board: Board, x: float, wide: float, tall: float) -> None:
    """A tower of steel rings under a dome."""
    steel: Colour = (196, 196, 200)
    board.oval(x + wide / 2, tall, wide, 0.8 * wide, board.ink(times(steel, 0.9)))
    for n in range(8):
        turned = abs((n + 0.5) / 8 - (0.72 if board.sunny > 0 else 0.28))
        board.box(x + wide * n / 8, 0, wide / 8 + 0.001, tall, times(steel, 1.12 - 0.75 * turned))
    for n in range(1, 9):
        board.line([(x, tall * n / 9), (x + wide, tall * n / 9)], times(steel, 0.78))


def _mill(board: Board, x: float, tall: float) -> tuple[float, float]:
    """The tower of a windmill; where its sails turn."""
    wall: Colour = (232, 222, 204)
    half, top = 0.17 * tall, 0.105 * tall
    for n in range(6):
        a, b = n / 6, (n + 1) / 6
        turned = abs((a + b) / 2 - (0.70 if board.sunny > 0 else 0.30))
        strip = [(x + half * (2 * a - 1), 0.0), (x + half * (2 * b - 1), 0.0), (x + top * (2 * b - 1), tall)]
        board.shape([*strip, (x + top * (2 * a - 1), tall)], times(wall, 1.06 - 0.6 * turned))
    cap: Colour = (120, 74, 60)
    domed = ((-1.25, 0.0), (1.25, 0.0), (0.8, 1.33), (0.0, 2.1), (-0.8, 1.33))
    board.form(x, tall, top, domed, board.ink(cap))
    board.box(x - 0.05 * tall, 0, 0.10 * tall, 0.20 * tall, (96, 70, 54))
    for up in (0.36, 0.66):
        window(board, x - 0.03 * tall, up * tall, 0.06 * tall, 0.09 * tall, lit=0.9)
    return x, 1.06 * tall


def _field(setup: Setup, top: float, foot: float, season: Season) -> Element:
    """Furrows from far to near, earth and what grows on it."""
    deep = (foot - top) / setup.unit + 0.02
    board = Board(setup, foot, deep, depth=0.74, far=0.08)
    rng = board.rng
    crop = HAY if season is AUTUMN else CROPS[int(rng.integers(len(CROPS)))]
    earth = (226, 232, 242) if season.snowy else EARTH[0]
    board.shape(
        [(-0.1, -0.06), (-0.1, deep - 0.02), (board.wide + 0.1, deep - 0.02), (board.wide + 0.1, -0.06)],
        earth,
    )
    tuft = _stalks(setup.light.far(times(crop, 0.95), 0.12))
    for n in range(_ROWS):
        far = (1 - (n + 0.5) / _ROWS) ** 1.8
        y, tall = far * (deep - 0.03), 0.010 + 0.018 * (1 - far)
        shade = mix(EARTH[1], earth, 0.4 * far) if not season.snowy else (176, 190, 218)
        board.box(-0.1, y - 0.25 * tall, board.wide + 0.2, 0.35 * tall, shade)
        if season.snowy:
            continue
        count = round(board.wide / (1.0 * tall))
        for k in range(count):
            x = (k + rng.uniform(0, 0.6)) * board.wide / count
            board.plant(tuft, x, tall * rng.uniform(0.85, 1.15), y)
    return board.layer(grain=0.2)


def _stalks(colour: Colour) -> Plant:
    """A few blades of what grows in a field: as much as is seen of it from there."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        for lean, shade in zip(rng.uniform(-0.35, 0.35, 3) * tall, (0.75, 0.95, 1.15), strict=True):
            foot, half = x + 0.5 * lean, 0.09 * tall
            blade = [(foot - half, base), (foot + lean, base - tall), (foot + half, base)]
            fill(art, blade, times(colour, shade))

    return draw


def _bales(setup: Setup, base: float, season: Season) -> Element:
    """Round bales of hay here and there."""
    board = Board(setup, base, 0.14, depth=0.9, far=0.06)
    rng, straw = board.rng, HAY
    for n in range(max(round(board.wide / 0.8), 1)):
        x, size = 0.8 * n + rng.uniform(0.05, 0.7), rng.uniform(0.075, 0.095)
        if abs(x - board.across(0.5)) < 0.16:  # somebody will stand there
            continue
        long = 0.55 * size
        board.box(x, 0, long, size, times(straw, 0.80))
        board.oval(x + long, size / 2, 0.5 * size, size, times(straw, 0.80))
        board.oval(x, size / 2, 0.62 * size, size, straw)
        for k in (0.72, 0.46, 0.22):
            board.oval(x, size / 2, 0.62 * size * k, size * k, times(straw, 0.80 + 0.12 * (k < 0.5)))
        if season.snowy:
            board.oval(x + long / 2, 0.97 * size, 1.5 * long, 0.18 * size, WHITE)
    return board.layer()


PLACE = Place(
    name="farm",
    words=("farm", "barn", "farmland", "cornfield", "wheat field", "农场", "麦田", "谷仓"),
    build=build,
    bed=BREEZE,
    life=wildlife,
    broader="meadow",
)
