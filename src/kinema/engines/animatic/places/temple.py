"""A temple: a hall with red columns and swept roofs above stone steps, a pagoda in the mist behind."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    HUSH,
    Bed,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    bush,
    conifer,
    heavens,
    ridge,
    row,
    times,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.eastern import GLAZES, STONE, VERMILION, hall, pagoda, roof
from kinema.engines.animatic.scenery.lanterns import Lanterns
from kinema.engines.animatic.scenery.moving import Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.paving import court
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

BRONZE: Colour = (96, 86, 66)


def build(setup: Setup) -> Stage:
    """Ranges in the mist, the pagoda among trees, the hall on its terrace, and the court before it."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    portrait = setup.size.is_portrait
    horizon = height * 0.58
    line = height * (0.86 if not portrait else 0.79)
    wet = setup.weather.lies == "wet"
    mirrored = bool(setup.rng.random() < 0.5)
    stage = Stage(Floor(horizon, line, "snow" if season.snowy else "wet" if wet else "stone"))
    add = stage.behind.append
    tile = GLAZES[int(setup.rng.integers(len(GLAZES)))]
    blue = WHITE if season.snowy else (108, 130, 132)
    tall = 1.4 if portrait else 1.0
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.12 * unit, 0.30 * tall, blue, depth=0.12, far=0.9, period=0.9, rough=0.42))
    add(Veil.band(setup, horizon - 0.02 * unit, 0.20 * unit, 0.75, 0.15))
    add(ridge(setup, horizon - 0.03 * unit, 0.20 * tall, blue, depth=0.22, far=0.7, period=0.8, rough=0.42))
    add(_pagoda(setup, horizon + 0.02 * unit, tile, tall, mirrored=mirrored))
    add(Veil.band(setup, horizon + 0.02 * unit, 0.13 * unit, 0.65, 0.28))
    fir = conifer(light.far((52, 84, 64), 0.42), light.far(WHITE, 0.4) if season.snowy else None)
    add(row(setup, horizon + 0.05 * unit, 0.13, fir, depth=0.38, gap=0.085, bends=0.05, uneven=0.5))
    add(row(setup, horizon + 0.06 * unit, 0.17, season.tree(setup, 0.32), depth=0.44, gap=0.42, bends=0.14))
    stage.behind += _court(setup, horizon + 0.135 * unit, tile, season, mirrored=mirrored)
    add(court(setup, horizon + 0.125 * unit, line))
    if season is AUTUMN:
        add(litter(setup, line - 0.04 * unit))
    return stage


def _pagoda(setup: Setup, base: float, tile: Colour, tall: float, *, mirrored: bool) -> Element:
    board = Board(setup, base, 0.62 * tall, depth=0.30, far=0.50, mirrored=mirrored)
    pagoda(board, board.across(board.rng.uniform(0.20, 0.28)), -0.04, 0.56 * tall**0.5, tile)
    return board.layer(soft=0.0008)


def _court(setup: Setup, base: float, tile: Colour, season: Season, *, mirrored: bool) -> list[Element]:
    """The hall on its terrace with steps up to it, a wall to both sides, and a censer that smokes."""
    board = Board(setup, base, 0.66, depth=0.60, far=0.16, mirrored=mirrored)
    rng = board.rng
    middle = board.across(rng.uniform(0.62, 0.68))
    wall, cap = 0.11, 0.035
    board.box(-0.1, 0, board.wide + 0.2, wall, board.shaded(VERMILION) if board.sunny > 0 else VERMILION)
    board.box(-0.1, 0, board.wide + 0.2, 0.02, STONE)
    for n in range(round(board.wide / 0.5) + 1):
        roof(board, n * board.wide / round(board.wide / 0.5), wall, 0.54, cap, tile, ridge=0.94, flare=0.0)
    tree = season.tree(setup, 0.16)
    board.plant(tree, middle - 0.78 * board.way, 0.40)
    board.plant(tree, middle + 0.72 * board.way, 0.36)
    terrace, wide = 0.075, 0.92
    for n in range(3):
        grow = 0.05 * (2 - n)
        y = terrace * n / 3
        board.box(middle - wide / 2 - grow, y, wide + 2 * grow, terrace / 3, times(STONE, 0.86 + 0.05 * n))
        board.box(
            middle - wide / 2 - grow,
            y + terrace / 3 - 0.006,
            wide + 2 * grow,
            0.007,
            board.ink((236, 232, 224)),
        )
    hall(board, middle, terrace, 0.96, 0.40, tile, eaves=2)
    for n in range(7):
        y, half = terrace * n / 7, 0.15 - 0.006 * n
        board.box(middle - half, y, 2 * half, terrace / 7, times(STONE, 0.98 - 0.04 * n))
        board.box(middle - half, y + terrace / 7 - 0.004, 2 * half, 0.004, board.ink((240, 236, 228)))
    for side in (-1, 1):
        for k in range(5):
            at = middle + side * (0.19 + 0.075 * k)
            board.box(at - 0.005, terrace, 0.010, 0.035, (232, 228, 220))
        board.box(
            min(middle + side * 0.185, middle + side * 0.5), terrace + 0.020, 0.315, 0.008, (236, 232, 224)
        )
    green = bush(
        setup.light.far(season.deep, 0.18), white=setup.light.far(WHITE, 0.15) if season.snowy else None
    )
    for side in (-1, 1):
        for k in range(4):
            board.plant(green, middle + side * (0.60 + 0.07 * k), 0.028, -0.006)
    censer = (middle - 0.30 * board.way, 0.075)
    _censer(board, censer[0], 0.075)
    lamps = [(middle + side * k, terrace + 0.155) for side in (-1, 1) for k in (0.085, 0.25, 0.40)]
    layer = board.layer()
    return [layer, Lanterns(setup, board, layer, lamps, 0.085), Smoke(setup, board, layer, [censer], 0.05)]


def _censer(board: Board, x: float, tall: float) -> None:
    """A bronze vessel on three legs, for incense."""
    for at in (-0.30, 0.0, 0.30):
        board.box(x + at * tall - 0.05 * tall, 0, 0.10 * tall, 0.4 * tall, times(BRONZE, 0.8))
    board.oval(x, 0.55 * tall, 1.0 * tall, 0.56 * tall, BRONZE)
    board.box(x - 0.54 * tall, 0.66 * tall, 1.08 * tall, 0.10 * tall, times(BRONZE, 1.3))
    board.oval(x + 0.2 * board.sunny * tall, 0.52 * tall, 0.3 * tall, 0.3 * tall, times(BRONZE, 1.35))
    for side in (-0.42, 0.36):
        board.box(x + side * tall, 0.76 * tall, 0.06 * tall, 0.2 * tall, BRONZE)


COURT = Bed(((120, -22), (500, -14), (2000, -16), (7000, -26)), 0.018, 6.4, 0.35, HUSH.crest)

PLACE = Place(
    name="temple",
    words=("temple", "pagoda", "shrine", "forbidden city", "寺庙", "寺院", "宝塔", "故宫", "宫殿", "皇宫"),
    build=build,
    bed=COURT,
    life=wildlife,
)
