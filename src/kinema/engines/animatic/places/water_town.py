"""A water town: white houses under dark tiles along a canal, a round bridge, boats at rest, lanterns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Element,
    Floor,
    Layer,
    Mirror,
    Place,
    Raster,
    Setup,
    Stage,
    Veil,
    ground,
    heavens,
    noise,
    ridge,
    row,
    times,
    to_bytes,
    wildlife,
)
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.eastern import GLAZES, STONE, moon_bridge, pagoda, town_house
from kinema.engines.animatic.scenery.lanterns import Lanterns
from kinema.engines.animatic.scenery.moving import Afloat, Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.paving import court
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, Season, season_of

WATER: Colour = (82, 112, 106)


def build(setup: Setup) -> Stage:
    """Hills in the mist, roofs behind roofs, the canal with its bridge, and the quay."""
    height, unit = setup.size.height, setup.unit
    season = season_of(setup)
    portrait = setup.size.is_portrait
    horizon = height * 0.57
    line = height * (0.88 if not portrait else 0.80)
    wet, snowy = setup.weather.lies == "wet", season.snowy
    shore, quay = horizon + 0.075 * unit, horizon + 0.215 * unit
    mirrored = bool(setup.rng.random() < 0.5)
    stage = Stage(
        Floor(horizon, line, "snow" if snowy else "wet" if wet else "stone", shore=quay),
        water=shore + 0.085 * unit,
    )
    add = stage.behind.append
    hill = WHITE if snowy else (110, 132, 132)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.14 * unit, 0.26, hill, depth=0.14, far=0.82, period=1.0, rough=0.42))
    add(Veil.band(setup, horizon, 0.16 * unit, 0.60, 0.2))
    add(_roofs(setup, horizon + 0.03 * unit, mirrored=mirrored))
    add(row(setup, horizon + 0.05 * unit, 0.20, season.tree(setup, 0.36), depth=0.42, gap=0.55, bends=0.14))
    stage.behind += _houses(setup, shore, season, mirrored=mirrored)
    add(_bridge(setup, shore + 0.004 * unit, mirrored=mirrored))
    if snowy:
        add(ground(setup, shore, (206, 220, 236), (170, 190, 218), depth=0.5, high=0.002))
    else:
        add(Mirror(setup, shore, _canal(setup, shore), strength=0.66, streak=0.012, ripple=0.30))
    add(Afloat(setup, _boats(setup, shore + 0.085 * unit, mirrored=mirrored)))
    add(_edge(setup, quay))
    add(court(setup, quay, line, colour=(158, 154, 148)))
    if season is AUTUMN:
        add(litter(setup, line - 0.06 * unit))
    return stage


def _roofs(setup: Setup, base: float, *, mirrored: bool) -> Element:
    """Far houses over the near ones, and a pagoda."""
    board = Board(setup, base, 0.50, depth=0.32, far=0.52, mirrored=mirrored)
    rng = board.rng
    pagoda(board, board.across(rng.uniform(0.70, 0.80)), 0.0, 0.42, GLAZES[1])
    _side_by_side(board, (0.20, 0.28), (0.15, 0.20))
    return board.layer()


def _houses(setup: Setup, base: float, season: Season, *, mirrored: bool) -> list[Element]:
    """The houses along the water, their lanterns and the smoke of a kitchen."""
    board = Board(setup, base, 0.50, depth=0.52, far=0.20, mirrored=mirrored)
    gap = board.across(0.30)
    lanterns = _side_by_side(board, (0.26, 0.36), (0.13, 0.23), gap)
    tree = season.tree(setup, 0.2)
    for at in (gap - 0.10, gap + 0.12):
        board.plant(tree, at, board.rng.uniform(0.22, 0.28))
    board.box(-0.1, -0.03, board.wide + 0.2, 0.034, times(STONE, 0.8))
    board.box(-0.1, 0.0, board.wide + 0.2, 0.006, board.ink(STONE))
    smoking = [(gap + 0.62 * board.way, 0.30)]
    layer = board.layer()
    return [Smoke(setup, board, layer, smoking, 0.06), layer, Lanterns(setup, board, layer, lanterns, 0.062)]


def _side_by_side(
    board: Board, wide: tuple[float, float], tall: tuple[float, float], gap: float | None = None
) -> Sequence[Point]:
    """Houses from end to end of a board, but for a gap; where their lanterns hang."""
    rng = board.rng
    widths = rng.uniform(*wide, max(round(board.wide / (sum(wide) / 2)), 1))
    widths *= board.wide / widths.sum()
    places: list[Point] = []
    x = 0.0
    for share in widths.tolist():
        if gap is None or not x - 0.06 < gap < x + share + 0.06:
            places += town_house(board, x, share, rng.uniform(*tall))
        x += share
    return places


def _canal(setup: Setup, shore: float) -> Raster:
    """The water's own colour: still and green."""
    rows, width = int(setup.size.height - shore) + int(0.2 * setup.unit), setup.size.width
    near = np.linspace(0, 1, rows, dtype=np.float32)[:, None, None]
    far, deep = (np.array(setup.light.far(times(WATER, k), 0.2), np.float32) for k in (0.70, 0.42))
    murk = 0.92 + 0.16 * noise(setup.rng, width, rows, 0.08 * setup.unit, 3)
    return to_bytes((far + (deep - far) * near) * murk[..., None], setup.rng)


def _bridge(setup: Setup, base: float, *, mirrored: bool) -> Element:
    board = Board(setup, base, 0.30, depth=0.56, far=0.18, mirrored=mirrored)
    moon_bridge(board, board.across(board.rng.uniform(0.27, 0.33)), 0.36, 0.15)
    return board.layer()


def _boats(setup: Setup, base: float, *, mirrored: bool) -> Layer:
    """Two boats with rounded black awnings, tied up."""
    board = Board(setup, base, 0.14, depth=0.70, far=0.10, mirrored=mirrored)
    rng = board.rng
    for at in (board.across(rng.uniform(0.60, 0.72)), board.across(rng.uniform(0.94, 1.06))):
        long, up = 0.30, 0.040
        hull: Colour = (104, 74, 54)
        board.oval(at, 0.002, 0.84 * long, 0.020, times(WATER, 0.45))
        rim = [(at + a * long, b * up) for a, b in ((-0.50, 1.2), (-0.40, 0.7), (0.40, 0.7), (0.50, 1.2))]
        board.shape([*rim, (at + 0.36 * long, 0.0), (at - 0.36 * long, 0.0)], hull)
        board.line(rim, times(hull, 1.4), 0.006)
        for k, wide in enumerate((0.24, 0.20, 0.24)):
            centre = at + (k - 1) * 0.19 * long
            turns = np.linspace(0, np.pi, 13)
            hood = [
                (centre + wide / 2 * long * np.cos(a), 0.7 * up + 0.062 * np.sin(a) ** 0.7) for a in turns
            ]
            board.shape(hood, board.ink((62, 58, 56)) if k != 1 else board.ink((82, 76, 70)))
        board.shine(at + 0.30 * long, 0.05, 0.07, 0.7)
    return board.layer()


def _edge(setup: Setup, base: float) -> Element:
    """The near quay's wall above the water."""
    board = Board(setup, base, 0.02, depth=1.0, far=0.06)
    board.box(-0.1, -0.05, board.wide + 0.2, 0.05, times(STONE, 0.62))
    board.box(-0.1, 0.0, board.wide + 0.2, 0.012, board.ink(STONE))
    return board.layer()


LAPPING = Bed(((90, -14), (300, -4), (900, -6), (2600, -14), (9000, -28)), 0.024, 4.6, 0.45)

PLACE = Place(
    name="water town",
    words=("water town", "ancient town", "古镇", "水乡", "江南水乡", "老街"),
    build=build,
    bed=LAPPING,
    life=wildlife,
    broader="city",
)
