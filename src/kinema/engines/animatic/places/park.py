"""A park: lawns about a pond with a footbridge, benches under lamps along the path, the city behind trees."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Element,
    Floor,
    Mirror,
    Place,
    Raster,
    Setup,
    Stage,
    Veil,
    bush,
    grass,
    ground,
    heavens,
    mix,
    noise,
    row,
    times,
    to_bytes,
    wildlife,
)
from kinema.engines.animatic.scenery.blocks import blocks
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.lamplight import Posts
from kinema.engines.animatic.scenery.moving import Birds, Fountain
from kinema.engines.animatic.scenery.park import lamp, litter
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

PATH = ((212, 196, 168), (152, 134, 114))
SNOWY_PATH = ((226, 230, 238), (164, 176, 200))
WATER: Colour = (74, 118, 116)
WOOD: Colour = (142, 96, 62)
PAINT: Colour = (236, 230, 218)


def build(setup: Setup) -> Stage:
    """The skyline over the trees, the pond with its bridge, the near lawn and the path."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    horizon = height * 0.56
    line = height * (0.86 if not setup.size.is_portrait else 0.79)
    mirrored = bool(setup.rng.random() < 0.5)
    stage = Stage(
        Floor(horizon, line, "snow" if season.snowy else "dry", shore=horizon + 0.155 * unit),
        water=horizon + 0.115 * unit,
    )
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        blocks(
            setup,
            horizon + 0.04 * unit,
            depth=0.16,
            far=0.88,
            tall=(0.14, 0.44),
            wide=(0.07, 0.14),
            soft=0.002,
        )
    )
    add(Veil.band(setup, horizon - 0.02 * unit, 0.16 * unit, 0.50, 0.18))
    add(Birds(setup, horizon - 0.36 * unit))
    wood = season.tree(setup, 0.5)
    add(row(setup, horizon + 0.02 * unit, 0.18, wood, depth=0.26, gap=0.16, bends=0.14))
    add(row(setup, horizon + 0.045 * unit, 0.22, season.tree(setup, 0.34), depth=0.34, gap=0.42, bends=0.14))
    add(ground(setup, horizon + 0.035 * unit, season.green, season.deep, depth=0.40, high=0.016))
    add(_far_path(setup, horizon + 0.05 * unit, season))
    shore = horizon + 0.062 * unit
    if season.snowy:
        add(ground(setup, shore, (206, 220, 236), (170, 190, 218), depth=0.5, high=0.002))
    else:
        add(Mirror(setup, shore, _pond(setup, shore), strength=0.62, streak=0.015, ripple=0.35))
        stage.behind += _fountain(setup, shore + 0.055 * unit, mirrored=mirrored)
    add(_bridge(setup, shore + 0.012 * unit, mirrored=mirrored))
    reeds = bush(light.far(season.deep, 0.2), white=light.far(WHITE, 0.15) if season.snowy else None)
    bank = shore + 0.098 * unit
    add(row(setup, bank + 0.012 * unit, 0.032, reeds, depth=0.74, gap=0.15, uneven=0.6))
    add(ground(setup, bank, season.green, season.deep, depth=0.78, high=0.022))
    afloat = {subject.action for subject in setup.scene.subjects} == {"sail"}
    add = stage.front.append if afloat else add  # who sails is behind what stands on the shore
    walk = _walk(setup, line - 0.075 * unit, season, mirrored=mirrored)
    stage.lamps.append(walk.lowered(0.10 * unit))
    add(walk.layer)
    add(ground(setup, line - 0.085 * unit, season.green, season.deep, depth=0.96, high=0.010))
    add(ground(setup, line - 0.055 * unit, *(SNOWY_PATH if season.snowy else PATH), depth=1.0, high=0.008))
    if season is AUTUMN:
        add(litter(setup, line - 0.04 * unit))
    near = stage.front.append
    near(ground(setup, line + 0.105 * unit, season.green, season.deep, depth=1.15, high=0.012))
    if not season.snowy:
        blooms = tuple(light.far(flower, 0.0) for flower in season.flowers)
        blade = grass(light.far(mix(season.green, season.deep, 0.5), 0.0), blooms)
        near(row(setup, line + 0.15 * unit, 0.085, blade, depth=1.25, gap=0.034, bends=0.8, soft=0.003))
    return stage


def _pond(setup: Setup, shore: float) -> Raster:
    """The pond's own colour: dark, a little green."""
    rows, width = int(setup.size.height - shore) + int(0.2 * setup.unit), setup.size.width
    near = np.linspace(0, 1, rows, dtype=np.float32)[:, None, None]
    far, deep = (np.array(setup.light.far(times(WATER, k), 0.2), np.float32) for k in (0.75, 0.45))
    murk = 0.92 + 0.16 * noise(setup.rng, width, rows, 0.08 * setup.unit, 3)
    return to_bytes((far + (deep - far) * near) * murk[..., None], setup.rng)


def _far_path(setup: Setup, base: float, season: Season) -> Element:
    """The path on the far side of the pond, with its benches and lamps."""
    board = Board(setup, base, 0.20, depth=0.46, far=0.36)
    board.box(-0.1, -0.022, board.wide + 0.2, 0.014, (SNOWY_PATH if season.snowy else PATH)[0])
    count = max(round(board.wide / 0.42), 1)
    for n in range(count):
        x = (n + board.rng.uniform(0.3, 0.6)) * board.wide / count
        board.plant(lamp(setup.light), x, 0.115, -0.012)
        board.shine(x, 0.090, 0.075, 0.75)
        if n % 2 == 0:
            _bench(board, x + 0.06, -0.014, 0.05)
    return board.layer()


def _bench(board: Board, x: float, y: float, tall: float) -> None:
    """A bench seen from the front."""
    wide, wood = 1.9 * tall, WOOD
    for at in (0.08, 0.86):
        board.box(x + at * wide, y, 0.06 * wide, 0.95 * tall, (62, 62, 66))
    for up, thick in ((0.42, 0.10), (0.60, 0.12), (0.78, 0.12)):
        board.box(x, y + up * tall, wide, thick * tall, times(wood, 0.9 + 0.3 * (up - 0.4)))
    if board.snowy:
        board.box(x, y + 0.52 * tall, wide, 0.06 * tall, WHITE)
        board.box(x, y + 0.90 * tall, wide, 0.07 * tall, WHITE)


def _bridge(setup: Setup, base: float, *, mirrored: bool) -> Element:
    """A footbridge in an arch over the pond."""
    board = Board(setup, base, 0.20, depth=0.56, far=0.24, mirrored=mirrored)
    x, half, rise, low = board.across(board.rng.uniform(0.22, 0.30)), 0.30, 0.075, 0.0
    arch = [(x + half * k / 16, low + rise * math.cos(math.pi / 2 * k / 16)) for k in range(-16, 17)]
    under = [(x + 0.84 * half * k / 16, low - 0.03 + (rise + 0.006) * math.cos(math.pi / 2 * k / 16) ** 0.8)
             for k in range(-16, 17)]  # fmt: skip
    # The span, its shaded underside, and a railing that follows it.
    board.shape(
        [*arch, (x + half, low - 0.03), *reversed(under), (x - half, low - 0.03)], board.shaded(PAINT)
    )
    board.shape(
        [*[(px, py + 0.006) for px, py in arch], *[(px, py - 0.010) for px, py in reversed(arch)]],
        board.ink(PAINT),
    )
    rail = [(px, py + 0.042) for px, py in arch]
    for px, py in arch[::2]:
        board.line([(px, py), (px, py + 0.042)], PAINT, 0.004)
    board.line(rail, PAINT, 0.007)
    board.line([(px, py + 0.024) for px, py in arch], PAINT, 0.003)
    for side in (-1, 1):
        board.box(x + side * half - 0.012, low - 0.02, 0.024, 0.085, PAINT)
        board.oval(x + side * half, low + 0.075, 0.026, 0.026, board.ink(PAINT))
    return board.layer()


def _fountain(setup: Setup, base: float, *, mirrored: bool) -> list[Element]:
    """A fountain in the pond."""
    board = Board(setup, base, 0.03, depth=0.62, far=0.2, mirrored=mirrored)
    x = board.across(board.rng.uniform(0.46, 0.52))
    board.oval(x, 0.0, 0.085, 0.016, (214, 228, 232))
    board.oval(x, 0.002, 0.060, 0.009, times(WATER, 0.9))
    board.box(x - 0.006, 0.0, 0.012, 0.014, (150, 148, 146))
    layer = board.layer()
    return [layer, Fountain(setup, board, layer, [(x, 0.012)], 0.105)]


def _walk(setup: Setup, base: float, season: Season, *, mirrored: bool) -> Posts:
    """A bench and lamps beside the near path, and a great tree over them."""
    board = Board(setup, base, 0.80, depth=0.92, far=0.06, mirrored=mirrored)
    rng = board.rng
    x = board.across(rng.uniform(0.80, 0.88))
    board.plant(season.tree(setup, 0.06), x, 0.74)
    _bench(board, x - 0.31 * board.way - 0.13, 0.0, 0.135)
    places = (x - 0.56 * board.way, (x - 0.56 * board.way + board.wide / 2) % board.wide)
    for at in places:
        board.plant(lamp(setup.light), at, 0.46)
        board.shine(at, 0.40, 0.26, 0.85)
    green = bush(
        setup.light.far(season.deep, 0.06), white=setup.light.far(WHITE, 0.05) if season.snowy else None
    )
    for k in range(4):
        board.plant(green, x + (0.16 + 0.11 * k) * board.way, 0.05, -0.008)
    return Posts(board.layer(), [board.at(at, 0.0) for at in places], 0.40 * setup.unit)


PLACE = Place(
    name="park",
    words=("park", "city park", "公园"),
    build=build,
    bed=BREEZE,
    life=wildlife,
    broader="meadow",
)
