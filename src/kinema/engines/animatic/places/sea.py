"""Open water: islands at the horizon, one of them with a lighthouse, swell that comes in under the light."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    WAVES,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    gulls,
    heavens,
    ridge,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.coast import headland, lighthouse
from kinema.engines.animatic.scenery.moving import Birds
from kinema.engines.animatic.scenery.waters import Glitter, Swell, open_sea


def build(setup: Setup) -> Stage:
    """The sea, calm unless it blows."""
    height, unit = setup.size.height, setup.unit
    portrait = setup.size.is_portrait
    horizon = height * (0.58 if portrait else 0.60)
    line = horizon + (0.30 if portrait else 0.50) * (height - horizon)
    stage = Stage(Floor(horizon, line, "water", mirror=0.50))
    add = stage.behind.append
    add(heavens(setup, horizon, depth=0.20))
    far = ridge(setup, horizon + 0.004 * unit, 0.085, (84, 96, 104), depth=0.16, far=0.88, period=1.5,
                down=horizon + 0.012 * unit)  # fmt: skip
    add(far)
    add(_island(setup, horizon + 0.006 * unit))
    add(Veil.band(setup, horizon, 0.06 * unit, 0.45, 0.25))
    add(open_sea(setup, horizon, strength=0.70, streak=0.010, ripple=0.55))
    add(Swell(setup, horizon, 0.25 + setup.weather.wind))
    add(Glitter(setup, horizon))
    add(Birds(setup, horizon - 0.20 * unit))
    return stage


def _island(setup: Setup, base: float) -> Element:
    """An island with cliffs to either side, on which somebody keeps a light."""
    flipped = bool(setup.rng.random() < 0.5)
    board = Board(setup, base, 0.30, depth=0.26, far=0.62, mirrored=flipped)
    rng, way = board.rng, board.way
    tip, long = board.across(rng.uniform(0.14, 0.20)), rng.uniform(0.17, 0.22)
    high = rng.uniform(0.060, 0.085)
    if not any(subject.name == "lighthouse" for subject in setup.scene.subjects):
        lighthouse(board, tip + way * 0.50 * long, 0.13, 0.5 * high)
    headland(board, tip, long, high, way)
    headland(board, tip + way * 1.9 * long, 1.05 * long, 0.8 * high, -way)
    return board.layer()


PLACE = Place(
    name="sea",
    words=(
        "sea", "ocean", "bay", "open water", "lagoon",
        "海", "大海", "海洋", "海面", "海上", "巨浪",
    ),
    hints=("wave", "waves", "huge wave", "great wave", "海浪", "波浪"),
    build=build,
    bed=WAVES,
    life=gulls,
)  # fmt: skip
