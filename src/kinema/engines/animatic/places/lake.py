"""A lake: still water that mirrors mountains and woods, a hut on the far shore, a jetty on the near one."""

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
    conifer,
    grass,
    ground,
    heavens,
    ridge,
    row,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.boats import HULLS, jetty, rowing_boat
from kinema.engines.animatic.scenery.houses import House
from kinema.engines.animatic.scenery.moving import Afloat, Birds, Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of
from kinema.engines.animatic.scenery.waters import HEADS, Glitter, frozen, mirrored, reeds, water

WATER: Colour = (62, 112, 132)


def build(setup: Setup) -> Stage:
    """Seen from the near shore; frozen in winter."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    snowy = season.snowy
    tall = 1.35 if setup.size.is_portrait else 1.0
    horizon = height * 0.53
    line = height * (0.90 if not setup.size.is_portrait else 0.81)
    shore, bank = horizon + 0.022 * unit, horizon + 0.285 * unit * tall
    ice = frozen(setup)
    flipped = bool(setup.rng.random() < 0.5)
    if ice:  # on which everybody stands
        stage = Stage(Floor(horizon, line, "stone", mirror=0.30))
    else:
        floor = Floor(horizon, line, "snow" if snowy else "grass", shore=bank)
        stage = Stage(floor, water=shore + 0.12 * unit * tall)
    add = stage.behind.append
    add(heavens(setup, horizon))
    wide = 1.0 if setup.size.is_portrait else 1.7
    peaks = ridge(setup, horizon - 0.10 * unit, 0.37 * tall, (96, 110, 140), depth=0.12, far=0.72,
                  period=wide, rough=0.5, sharp=True, cap=WHITE, relief=1.0)  # fmt: skip
    add(peaks)
    add(Veil.band(setup, horizon - 0.04 * unit, 0.16 * unit, 0.45, 0.15))
    hill: Colour = (206, 216, 230) if snowy else (140, 112, 72) if season is AUTUMN else (78, 106, 92)
    add(
        ridge(
            setup,
            horizon - 0.015 * unit,
            0.17 * tall,
            hill,
            depth=0.22,
            far=0.55,
            period=0.9,
            rough=0.4,
            relief=0.8,
        )
    )
    fir = conifer(light.far((46, 84, 66), 0.42), light.far(WHITE, 0.4) if snowy else None)
    add(row(setup, shore + 0.004 * unit, 0.10 * tall, fir, depth=0.34, gap=0.035, uneven=0.5, bends=0.05))
    stage.behind += _far_shore(setup, shore, season, flipped=flipped)
    add(Veil.band(setup, shore, 0.05 * unit, 0.35, 0.3))
    add(water(setup, shore, WATER, strength=0.74, ripple=0.20, ice=ice))
    if not ice:
        add(Glitter(setup, shore, 150))
    add(Birds(setup, horizon - 0.28 * unit * tall))
    base = bank + 0.012 * unit
    pier = _pier(setup, base, long=0.16 * tall, flipped=flipped)
    moored = base - 0.065 * unit
    boat = _boat(setup, moored, flipped=flipped)
    stage.behind += [boat] if ice else [mirrored(boat, moored, 0.5), Afloat(setup, boat), pier]
    stalk: Colour = (214, 206, 178) if snowy else (190, 154, 84) if season is AUTUMN else (112, 140, 72)
    if ice:
        edge = ground(setup, height + 0.02 * unit, WHITE, (176, 192, 222), depth=1.3, high=0.05, soft=0.004)
        stage.front.append(edge)
        return stage
    add(
        row(
            setup,
            bank + 0.014 * unit,
            0.10,
            reeds(light.far(stalk, 0.1), light.far(HEADS, 0.1)),
            depth=0.88,
            gap=0.34,
            uneven=0.5,
            bends=0.5,
        )
    )
    add(ground(setup, bank + 0.004 * unit, season.green, season.deep, depth=0.90, high=0.014))
    add(ground(setup, line - 0.03 * unit, season.green, season.deep, depth=1.0, high=0.016))
    if season is AUTUMN:
        add(litter(setup, line - 0.03 * unit))
    if snowy:
        return stage
    blooms = tuple(light.far(flower, 0.05) for flower in season.flowers)
    add(
        row(
            setup,
            bank + 0.04 * unit,
            0.03,
            grass(light.far(season.green, 0.0), blooms),
            depth=0.94,
            gap=0.04,
            bends=0.8,
        )
    )
    tuft = grass(light.far(season.deep, 0.0), blooms)
    stage.front.append(
        row(setup, height + 0.04 * unit, 0.15, tuft, depth=1.5, gap=0.07, bends=0.8, soft=0.006)
    )
    return stage


def _far_shore(setup: Setup, base: float, season: Season, *, flipped: bool) -> list[Element]:
    """A strip of meadow under the wood with a hut on it."""
    board = Board(setup, base, 0.30, depth=0.40, far=0.34, mirrored=flipped)
    rng, tree = board.rng, season.tree(setup, 0.34)
    home = board.across(rng.uniform(0.66, 0.74))
    board.box(-0.1, -0.02, board.wide + 0.2, 0.026, board.ink(season.green))
    for at in (home - 0.14, home - 0.07, home + 0.19, home + 0.27, home - 0.9, home + 0.75):
        board.plant(tree, at, rng.uniform(0.10, 0.17), 0.004)
    chimney = House.some(rng).build(board, home, 0.125, 0.042, 0.004)
    layer = board.layer()
    return [layer, Smoke(setup, board, layer, [chimney], 0.045)]


def _pier(setup: Setup, base: float, *, long: float, flipped: bool) -> Layer:
    board = Board(setup, base, 0.40, depth=0.88, far=0.04, mirrored=flipped)
    jetty(board, board.across(0.20), 0.23, long)
    return board.layer()


def _boat(setup: Setup, base: float, *, flipped: bool) -> Layer:
    board = Board(setup, base, 0.10, depth=0.86, far=0.06, mirrored=flipped)
    x = board.across(0.20) + board.way * board.rng.uniform(0.24, 0.30)
    rowing_boat(board, x, 0.23, HULLS[int(board.rng.integers(len(HULLS)))], board.way)
    return board.layer()


LAPPING = Bed(((90, -14), (300, -4), (900, -6), (2600, -14), (9000, -28)), 0.024, 4.6, 0.45)

PLACE = Place(
    name="lake",
    words=(
        "lake", "fjord", "lakeside", "pond", "frozen lake", "水面",
        "lakeshore", "lake shore", "duck pond", "lily pond",
        "koi pond", "lotus pond", "ice rink", "湖", "湖面", "湖边", "池塘", "湖上", "湖中", "湖心", "湖畔",
        "湖泊", "西湖", "荷花池", "莲花池", "荷塘",
    ),
    build=build,
    bed=LAPPING,
    life=wildlife,
    broader="sea",
)  # fmt: skip
