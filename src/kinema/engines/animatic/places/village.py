"""A village: houses about a lane below green hills, a church above them, smoke from the chimneys."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    BREEZE,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    bush,
    grass,
    ground,
    heavens,
    ridge,
    row,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.houses import House, church, fence
from kinema.engines.animatic.scenery.moving import Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

LANE = ((206, 184, 148), (150, 126, 98))
SNOWY_LANE = ((226, 230, 238), (164, 176, 200))


def build(setup: Setup) -> Stage:
    """Hills, the church among far roofs, houses behind a fence, and the lane."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    portrait = setup.size.is_portrait
    horizon = height * 0.57
    line = height * (0.86 if not portrait else 0.79)
    mirrored = bool(setup.rng.random() < 0.5)
    stage = Stage(Floor(horizon, line, "snow" if season.snowy else "dry"))
    add = stage.behind.append
    hill = WHITE if season.snowy else (112, 140, 128)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.07 * unit, 0.20, hill, depth=0.14, far=0.85, period=1.3, rough=0.35))
    add(ridge(setup, horizon - 0.02 * unit, 0.12, season.green, depth=0.24, far=0.62, period=1.1, rough=0.3))
    add(Veil.band(setup, horizon - 0.02 * unit, 0.10 * unit, 0.25, 0.24))
    stage.behind += _far(setup, horizon + 0.045 * unit, season, mirrored=mirrored)
    far_trees = season.tree(setup, 0.4)
    add(row(setup, horizon + 0.055 * unit, 0.13, far_trees, bends=0.14, depth=0.40, gap=0.34))
    add(ground(setup, horizon + 0.05 * unit, season.green, season.deep, depth=0.46, high=0.035))
    stage.behind += _near(setup, horizon + 0.115 * unit, season, mirrored=mirrored)
    add(ground(setup, horizon + 0.105 * unit, season.green, season.deep, depth=0.66, high=0.02))
    add(_fences(setup, line - 0.085 * unit))
    add(ground(setup, line - 0.09 * unit, season.green, season.deep, depth=0.95, high=0.012))
    add(ground(setup, line - 0.062 * unit, *(SNOWY_LANE if season.snowy else LANE), depth=1.0, high=0.01))
    if season is AUTUMN:
        add(litter(setup, line - 0.03 * unit))
    near = stage.front.append
    near(ground(setup, line + 0.105 * unit, season.green, season.deep, depth=1.15, high=0.014))
    if not season.snowy:
        blooms = tuple(light.far(flower, 0.05) for flower in season.flowers)
        blade = grass(light.far((84, 136, 54) if season is not AUTUMN else season.deep, 0.0), blooms)
        near(row(setup, line + 0.15 * unit, 0.09, blade, depth=1.25, gap=0.036, bends=0.8, soft=0.003))
    return stage


def _far(setup: Setup, base: float, season: Season, *, mirrored: bool) -> list[Element]:
    """The church on its knoll, and roofs about it."""
    board = Board(setup, base, 0.46, depth=0.34, far=0.45, mirrored=mirrored)
    rng, tall = board.rng, 0.05
    middle = board.across(0.27 + 0.08 * rng.random())
    spread = 0.62
    spots = sorted(
        (middle + spread * (n - 3.5) / 4 + rng.uniform(-0.03, 0.03) for n in range(8)),
        key=lambda x: -abs(x - middle),
    )
    knoll = [(middle - 0.95, -0.05)]
    knoll += [(middle + 0.95 * k / 12, 0.095 * (1 - (k / 12) ** 2) ** 2 - 0.01) for k in range(-12, 13)]
    board.shape([*knoll, (middle + 0.95, -0.05)], season.green)
    for x in spots:
        up = 0.085 * max(1 - ((x - middle) / 0.95) ** 2, 0.0) ** 2 - 0.012
        House.some(rng).build(board, x - 0.06, 0.13 * rng.uniform(0.85, 1.1), tall, up)
    church(board, middle - 0.05, 0.34, 0.082)
    path = [
        (0.05, 0.085, 0.006),
        (0.02, 0.06, 0.008),
        (0.07, 0.03, 0.012),
        (0.0, 0.0, 0.018),
        (0.08, -0.05, 0.03),
    ]
    winding = [(middle + x - w, y) for x, y, w in path] + [(middle + x + w, y) for x, y, w in reversed(path)]
    board.shape(winding, board.ink(LANE[0], SNOWY_LANE[0]))
    return [board.layer(soft=0.0008)]


def _near(setup: Setup, base: float, season: Season, *, mirrored: bool) -> list[Element]:
    """Houses along the lane, with gaps through which the church is seen, and their smoke."""
    board = Board(setup, base, 0.46, depth=0.62, far=0.16, mirrored=mirrored)
    rng = board.rng
    tops = []
    green = bush(
        setup.light.far(season.deep, 0.2), white=setup.light.far(WHITE, 0.15) if season.snowy else None
    )
    tree = season.tree(setup, 0.14)
    x = 0.04
    gap = board.across(0.31)
    while x < board.wide - 0.46:
        wide = rng.uniform(0.34, 0.44)
        if x < gap + 0.20 and x + wide > gap - 0.20:  # the church is seen there
            x = gap + 0.22
            continue
        if rng.random() < 0.6:
            board.plant(tree, x - 0.03, rng.uniform(0.26, 0.36))
        tops.append(House.some(rng).build(board, x, wide, rng.uniform(0.13, 0.19)))
        for _ in range(3):
            board.plant(green, x + wide * rng.uniform(0.0, 1.0), 0.035, -0.005)
        x += wide + rng.uniform(0.05, 0.22)
    layer = board.layer()
    return [Smoke(setup, board, layer, tops[::2], 0.085), layer]


def _fences(setup: Setup, base: float) -> Element:
    """Fences with gaps in them for the garden gates."""
    board = Board(setup, base, 0.12, depth=0.9, far=0.08)
    colour = (232, 226, 214) if board.rng.random() < 0.5 else (168, 132, 98)
    start = board.rng.uniform(0.0, 0.35)
    x = start
    while x < board.wide + start - 0.3:
        end = min(x + board.rng.uniform(0.7, 1.1), board.wide + start - 0.16)
        fence(board, x, end, 0.062, colour, pickets=True)
        x = end + board.rng.uniform(0.16, 0.30)
    return board.layer()


PLACE = Place(
    name="village",
    words=("village", "hamlet", "medieval village", "村庄", "村子", "乡村", "村落"),
    build=build,
    bed=BREEZE,
    life=wildlife,
    broader="meadow",
)
