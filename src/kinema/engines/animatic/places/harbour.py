"""A harbour: houses and warehouses along a quay, masts and rigging, a lighthouse on the mole, bollards."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    WAVES,
    Colour,
    Element,
    Floor,
    Layer,
    Place,
    Setup,
    Stage,
    Veil,
    gulls,
    heavens,
    ridge,
    times,
)
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.boats import HULLS, fishing_boat, rowing_boat
from kinema.engines.animatic.scenery.coast import lighthouse
from kinema.engines.animatic.scenery.houses import PLASTER, TILES, House, window
from kinema.engines.animatic.scenery.moving import Afloat, Birds, Flags, Smoke
from kinema.engines.animatic.scenery.park import lamp
from kinema.engines.animatic.scenery.paving import court
from kinema.engines.animatic.scenery.seasons import WHITE
from kinema.engines.animatic.scenery.waters import Glitter, mirrored, water

WATER: Colour = (56, 104, 122)
STONE: Colour = (150, 146, 142)
BRICK: tuple[Colour, ...] = ((156, 84, 66), (142, 96, 78), (120, 78, 70))


def build(setup: Setup) -> Stage:
    """Seen from the near quay, across a basin full of boats."""
    height, unit = setup.size.height, setup.unit
    portrait, lies = setup.size.is_portrait, setup.weather.lies
    tall = 1.3 if portrait else 1.0
    horizon = height * 0.54
    line = height * (0.80 if portrait else 0.89)
    shore, quay = horizon + 0.045 * unit, horizon + 0.245 * unit * tall
    surface = "snow" if lies == "snow" else "wet" if lies == "wet" else "stone"
    flipped = bool(setup.rng.random() < 0.5)
    stage = Stage(Floor(horizon, line, surface, shore=quay), water=shore + 0.125 * unit * tall)
    add = stage.behind.append
    hill = WHITE if lies == "snow" else (96, 126, 116)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.06 * unit, 0.22 * tall, hill, depth=0.12, far=0.86, period=1.3, rough=0.4))
    add(ridge(setup, horizon - 0.01 * unit, 0.13 * tall, hill, depth=0.22, far=0.62, period=1.0, rough=0.38))
    add(Veil.band(setup, horizon, 0.12 * unit, 0.45, 0.25))
    stage.behind += _town(setup, shore, tall, flipped=flipped)
    add(water(setup, shore, WATER, strength=0.66, ripple=0.36))
    add(Glitter(setup, shore, 120))
    add(Birds(setup, horizon - 0.26 * unit * tall))
    add(_mole(setup, shore + 0.034 * unit, tall, flipped=flipped))
    far, near = shore + 0.062 * unit * tall, shore + 0.150 * unit * tall
    stage.behind += _fleet(setup, far, (0.16, 0.33, 0.47, 0.60), 0.21, 0.58, flipped=flipped)
    stage.behind += _fleet(setup, near, (0.12,), 0.40, 0.80, flipped=flipped)
    stage.behind += _dinghy(setup, near + 0.022 * unit, flipped=flipped)
    add(_edge(setup, quay))
    add(court(setup, quay, line, colour=STONE))
    add(_furniture(setup, quay + 0.022 * unit, flipped=flipped))
    return stage


def _town(setup: Setup, base: float, tall: float, *, flipped: bool) -> list[Element]:
    """The far quay: warehouses on one side, houses on the other, hearths that smoke."""
    board = Board(setup, base, 0.44, depth=0.46, far=0.28, mirrored=flipped)
    rng, chimneys, x = board.rng, [], -0.02
    middle = board.wide / 2
    while x < board.wide - 0.10:
        stored = (x - middle) * board.way < -0.05 and rng.random() < 0.75
        if stored:
            wide = rng.uniform(0.15, 0.20)
            _warehouse(board, x, wide, rng.uniform(0.11, 0.15) * tall)
        else:
            wide = rng.uniform(0.14, 0.20)
            chimneys.append(House.some(rng).build(board, x, wide, rng.uniform(0.07, 0.13) * tall))
        x += wide + rng.uniform(0.0, 0.02)
    board.box(-0.1, -0.04, board.wide + 0.2, 0.042, times(STONE, 0.66))
    board.box(-0.1, 0.0, board.wide + 0.2, 0.008, board.ink(STONE))
    for n in range(int(board.wide / 0.22)):
        at, up = (n + 0.5) * 0.22, 0.075
        board.box(at - 0.0015, 0, 0.003, up, (58, 60, 66))
        board.raw([(at - 0.005, up), (at + 0.005, up), (at + 0.005, up + 0.010), (at - 0.005, up + 0.010)],
                  board.pane((190, 190, 184)))  # fmt: skip
        board.shine(at, up + 0.005, 0.06, 0.8)
    layer = board.layer()
    return [layer, Smoke(setup, board, layer, chimneys[1::3], 0.045)]


def _warehouse(board: Board, x: float, wide: float, tall: float) -> None:
    """A brick gable with rows of round-headed openings and a hoist under its ridge."""
    rng = board.rng
    wall, slate = BRICK[int(rng.integers(len(BRICK)))], TILES[3]
    peak = tall + 0.36 * wide
    board.shape([(x, 0), (x + wide, 0), (x + wide, tall), (x + wide / 2, peak), (x, tall)], wall)
    board.shape(
        [(x + wide * 0.5, 0), (x + wide, 0), (x + wide, tall), (x + wide / 2, peak)], times(wall, 0.90)
    )
    for side in (0.0, 1.0):
        eave = x + wide * side + (0.06 * wide if side else -0.06 * wide)
        board.shape([(eave, tall - 0.03 * wide), (x + wide / 2, peak), (x + wide / 2, peak + 0.05 * wide),
                     (eave, tall + 0.03 * wide)], board.ink(slate))  # fmt: skip
    cell = tall / 3
    for storey in range(3):
        for column in range(3):
            if storey == 0 and column == 1:
                board.box(x + wide * 0.38, 0, wide * 0.24, 0.8 * cell, (74, 62, 54))
                continue
            lit = float(rng.random() < 0.4)
            window(
                board,
                x + wide * (0.14 + 0.29 * column),
                (storey + 0.25) * cell,
                0.13 * wide,
                0.42 * cell,
                lit=lit,
            )
    board.box(x + wide * 0.44, tall + 0.02, wide * 0.12, 0.12 * wide, (74, 62, 54))
    board.line([(x + wide / 2, peak - 0.06 * wide), (x + wide / 2, peak + 0.10 * wide)], (70, 62, 58), 0.004)
    board.box(x, -0.001, wide, 0.006, PLASTER[1])


def _mole(setup: Setup, base: float, tall: float, *, flipped: bool) -> Element:
    """The mole that shelters the basin, and the lighthouse at its end."""
    board = Board(setup, base, 0.62, depth=0.54, far=0.18, mirrored=flipped)
    rng, way = board.rng, board.way
    tip = board.across(rng.uniform(0.70, 0.75))
    if not any(subject.name == "lighthouse" for subject in setup.scene.subjects):
        lighthouse(
            board, tip + way * 0.075, 0.36 * tall, 0.026, ((196, 62, 54), (44, 92, 140))[int(rng.integers(2))]
        )
    end = tip + way * 0.85
    board.shape([(tip, 0.0), (tip + way * 0.02, 0.030), (end, 0.030), (end, 0.0)], times(STONE, 0.74))
    board.shape(
        [(tip + way * 0.02, 0.030), (tip + way * 0.035, 0.038), (end, 0.038), (end, 0.030)], board.ink(STONE)
    )
    for _ in range(44):  # the stones at its foot
        at, size = tip + way * rng.uniform(-0.02, 0.84), rng.uniform(0.012, 0.026)
        board.oval(at, 0.001, 1.5 * size, size, times(STONE, float(rng.uniform(0.42, 0.68))))
    return board.layer()


def _fleet(
    setup: Setup, base: float, places: tuple[float, ...], long: float, depth: float, *, flipped: bool
) -> list[Element]:
    """Fishing boats side by side, what the water shows of them, and a flag on some."""
    board = Board(setup, base, 1.05 * long, depth=depth, far=0.30 * (1 - depth), mirrored=flipped)
    rng = board.rng
    tops: list[Point] = []
    for n, share in enumerate(places):
        x, size = board.across(share + rng.uniform(-0.03, 0.03)), long * rng.uniform(0.84, 1.0)
        way = -board.way if rng.random() < 0.6 else board.way
        fishing_boat(board, x, size, HULLS[int(rng.integers(len(HULLS)))], way)
        if n % 2 == 0:
            tops.append((x + way * 0.06 * size, 0.90 * size))
    layer = board.layer()
    flags = Flags(setup, board, layer, tops, 0.20 * long, HULLS[:3])
    return [mirrored(layer, base, 0.5), Afloat(setup, layer), flags]


def _dinghy(setup: Setup, base: float, *, flipped: bool) -> list[Element]:
    board = Board(setup, base, 0.08, depth=0.86, far=0.04, mirrored=flipped)
    rowing_boat(board, board.across(board.rng.uniform(0.62, 0.78)), 0.20, HULLS[3], -board.way)
    layer = board.layer()
    return [mirrored(layer, base, 0.5), Afloat(setup, layer)]


def _edge(setup: Setup, base: float) -> Layer:
    """The near quay's wall above the water."""
    board = Board(setup, base, 0.02, depth=1.0, far=0.06)
    board.box(-0.1, -0.05, board.wide + 0.2, 0.05, times(STONE, 0.6))
    board.box(-0.1, 0.0, board.wide + 0.2, 0.012, board.ink(STONE))
    return board.layer()


def _furniture(setup: Setup, base: float, *, flipped: bool) -> Element:
    """Bollards with a rope between two of them, a lamp, and what was unloaded."""
    board = Board(setup, base, 0.62, depth=1.0, far=0.02, mirrored=flipped)
    rng, way = board.rng, board.way
    iron: Colour = (52, 54, 60)
    first = board.across(0.10)
    for n in range(round(board.wide / 0.46)):
        x = first + way * 0.46 * n
        board.box(x - 0.012, 0, 0.024, 0.042, iron)
        board.oval(x, 0.046, 0.044, 0.020, times(iron, 1.3))
        if n % 3 == 0:
            rope = [(x + way * 0.46 * k / 10, 0.030 - 0.10 * (k / 10) * (1 - k / 10)) for k in range(11)]
            board.line(rope, (176, 150, 108), 0.007)
    x = board.across(rng.uniform(0.86, 0.92))
    for at in (x, x - way * board.wide / 2):
        board.plant(lamp(setup.light), at % board.wide, 0.50)
        board.shine(at % board.wide, 0.44, 0.26, 0.9)
    for k, (dx, dy) in enumerate(((0.0, 0.0), (0.085, 0.0), (0.04, 0.066))):
        left = x + way * 0.07 + (dx if way > 0 else -dx - 0.08)
        board.box(left, dy, 0.08, 0.064, times((176, 134, 88), (1.0, 0.88, 1.08)[k]))
        for up in (0.004, 0.026, 0.048):
            board.box(left + 0.003, dy + up, 0.074, 0.012, times((150, 108, 68), (1.0, 0.9, 1.1)[k]))
    if board.snowy:
        board.box(x + way * 0.07 + (0.035 if way > 0 else -0.125), 0.130, 0.085, 0.008, WHITE)
    return board.layer()


PLACE = Place(
    name="harbour",
    words=(
        "harbour", "harbor", "port", "pier", "dock",
        "海港", "码头", "渔村",
    ),
    build=build,
    broader="sea",
    bed=WAVES,
    life=gulls,
)  # fmt: skip
