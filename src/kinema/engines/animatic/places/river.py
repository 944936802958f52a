"""A river: water between meadow banks, a wooded spit in its bend, reeds, a boat that is tied up."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Element,
    Floor,
    Layer,
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
from kinema.engines.animatic.scenery.boats import HULLS, rowing_boat
from kinema.engines.animatic.scenery.houses import House
from kinema.engines.animatic.scenery.moving import Afloat, Birds, Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of
from kinema.engines.animatic.scenery.waters import HEADS, Glitter, frozen, mirrored, reeds, water

WATER: Colour = (76, 122, 120)


def build(setup: Setup) -> Stage:
    """Seen from the near bank, across to a cottage among trees."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    snowy = season.snowy
    tall = 1.25 if setup.size.is_portrait else 1.0
    horizon = height * 0.54
    line = height * (0.89 if not setup.size.is_portrait else 0.80)
    shore, bank = horizon + 0.05 * unit, horizon + 0.245 * unit * tall
    ice = frozen(setup)
    flipped = bool(setup.rng.random() < 0.5)
    if ice:  # on which everybody stands
        stage = Stage(Floor(horizon, line, "stone", mirror=0.30))
    else:
        floor = Floor(horizon, line, "snow" if snowy else "grass", shore=bank)
        stage = Stage(floor, water=shore + 0.115 * unit * tall)
    add = stage.behind.append
    hill = WHITE if snowy else (104, 134, 122)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.08 * unit, 0.24 * tall, hill, depth=0.12, far=0.9, period=1.3, rough=0.4))
    add(ridge(setup, horizon - 0.03 * unit, 0.15 * tall, hill, depth=0.20, far=0.68, period=1.0, rough=0.36))
    add(Veil.band(setup, horizon, 0.14 * unit, 0.45, 0.25))
    wood = bush(light.far(season.leaf if not snowy else (150, 142, 140), 0.5))
    add(row(setup, horizon + 0.04 * unit, 0.050 * tall, wood, depth=0.36, gap=0.05, uneven=0.6))
    add(ground(setup, horizon + 0.03 * unit, season.green, season.deep, depth=0.42, high=0.016))
    stage.behind += _far_bank(setup, shore, season, flipped=flipped)
    add(water(setup, shore, WATER, ripple=0.34, ice=ice))
    if not ice:
        add(Glitter(setup, shore, 110))
    stage.behind += _spit(setup, shore + 0.052 * unit, season, flipped=flipped)
    add(Birds(setup, horizon - 0.30 * unit * tall))
    boat = _boat(setup, bank - 0.030 * unit, flipped=flipped)
    if not ice:
        add(mirrored(boat, bank - 0.030 * unit, 0.55))
    add(boat if ice else Afloat(setup, boat))
    if ice:
        edge = ground(setup, height + 0.02 * unit, WHITE, (176, 192, 222), depth=1.3, high=0.05, soft=0.004)
        stage.front.append(edge)
        return stage
    blade = reeds(
        light.far((214, 206, 178) if snowy else (186, 150, 80) if season is AUTUMN else (108, 144, 70), 0.1),
        light.far(HEADS, 0.1),
    )
    add(row(setup, bank + 0.016 * unit, 0.14, blade, depth=0.84, gap=0.20, uneven=0.5, bends=0.5))
    add(ground(setup, bank, season.green, season.deep, depth=0.86, high=0.022))
    add(ground(setup, line - 0.045 * unit, season.green, season.deep, depth=1.0, high=0.016))
    if season is AUTUMN:
        add(litter(setup, line - 0.04 * unit))
    if snowy:
        return stage
    blooms = tuple(light.far(flower, 0.05) for flower in season.flowers)
    tuft = grass(light.far(season.green, 0.0), blooms)
    add(row(setup, bank + 0.05 * unit, 0.035, tuft, depth=0.92, gap=0.035, bends=0.8))
    near = reeds(light.far(season.deep, 0.0), None)
    stage.front.append(
        row(setup, height + 0.04 * unit, 0.22, near, depth=1.5, gap=0.10, bends=0.5, soft=0.006)
    )
    return stage


def _far_bank(setup: Setup, base: float, season: Season, *, flipped: bool) -> list[Element]:
    """Trees along the water, and a cottage with a fire in its hearth."""
    board = Board(setup, base, 0.42, depth=0.48, far=0.30, mirrored=flipped)
    rng, tree = board.rng, season.tree(setup, 0.30)
    green = bush(
        setup.light.far(season.deep, 0.28), white=setup.light.far(WHITE, 0.25) if season.snowy else None
    )
    home = board.across(rng.uniform(0.26, 0.34))
    x = 0.0
    while x < board.wide - 0.08:
        x += rng.uniform(0.20, 0.46)
        if abs(x - home) > 0.20:
            board.plant(tree, x, rng.uniform(0.14, 0.27))
    chimney = House.some(rng).build(board, home - 0.10, 0.19, 0.066)
    board.plant(tree, home + 0.17, 0.24)
    board.plant(tree, home - 0.19, 0.21)
    for _ in range(34):
        board.plant(green, rng.uniform(0, board.wide), rng.uniform(0.012, 0.024), -0.004)
    layer = board.layer()
    return [layer, Smoke(setup, board, layer, [chimney], 0.055)]


def _spit(setup: Setup, base: float, season: Season, *, flipped: bool) -> list[Element]:
    """Land that runs out into the river from the other side, where it bends."""
    board = Board(setup, base, 0.50, depth=0.60, far=0.16, mirrored=flipped)
    rng, way = board.rng, board.way
    tip, long = board.across(rng.uniform(0.60, 0.68)), 0.95
    for at, high, colour in ((0.0, 0.016, season.deep), (0.02, 0.034, season.green)):
        bank = ((at, 0.0), (0.3, 0.6 * high), (0.6, high), (long, 0.8 * high), (long + 0.1, 0.0))
        board.shape([(tip + way * out, up) for out, up in bank], board.ink(colour))
    mud = ((0.0, 0.0), (long + 0.1, 0.0), (long, -0.008), (0.1, -0.006))
    board.shape([(tip + way * out, up) for out, up in mud], (92, 74, 58))
    tree, green = (
        season.tree(setup, 0.16),
        bush(setup.light.far(season.deep, 0.14), white=setup.light.far(WHITE, 0.1) if season.snowy else None),
    )
    for at, high in ((0.30, 0.24), (0.47, 0.34), (0.64, 0.27), (0.82, 0.36)):
        board.plant(tree, tip + way * (at + rng.uniform(-0.05, 0.05)), high * rng.uniform(0.88, 1.08), 0.012)
    stalk = reeds(setup.light.far((150, 150, 90), 0.15), setup.light.far(HEADS, 0.15))
    for k in range(16):
        at = tip + way * rng.uniform(-0.02, 0.9)
        board.plant(
            *((green, at, 0.020, 0.006) if k % 3 == 0 else (stalk, at, rng.uniform(0.035, 0.065), -0.006))
        )
    layer = board.layer()
    return [mirrored(layer, base + 0.006 * setup.unit, 0.62), layer]


def _boat(setup: Setup, base: float, *, flipped: bool) -> Layer:
    board = Board(setup, base, 0.12, depth=0.80, far=0.06, mirrored=flipped)
    x = board.across(board.rng.uniform(0.13, 0.20))
    rowing_boat(board, x, 0.27, HULLS[int(board.rng.integers(3))], -board.way)
    return board.layer()


FLOWING = Bed(((110, -16), (350, -6), (1100, -2), (3200, -6), (9000, -18)), 0.030, 5.2, 0.30)

PLACE = Place(
    name="river",
    words=(
        "river", "riverside", "stream", "riverbank", "river bank", "brook", "creek", "canal", "watering hole",
        "河", "河边", "河面", "过河", "江", "江面", "江上", "小溪", "溪", "河畔", "河岸", "溪边", "江边",
        "江畔",
    ),
    build=build,
    bed=FLOWING,
    life=wildlife,
    broader="sea",
)  # fmt: skip
