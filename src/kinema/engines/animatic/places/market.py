"""A market: stalls under striped awnings, heaped with goods, strings of lights over a paved street."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    heavens,
    mix,
    ridge,
    times,
)
from kinema.engines.animatic.places.city import lit
from kinema.engines.animatic.scenery.blocks import AWNINGS
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.scenery.houses import House
from kinema.engines.animatic.scenery.lamplight import Posts
from kinema.engines.animatic.scenery.lanterns import Lanterns, strings
from kinema.engines.animatic.scenery.moving import Smoke
from kinema.engines.animatic.scenery.park import litter
from kinema.engines.animatic.scenery.paving import court
from kinema.engines.animatic.scenery.seasons import WHITE

GOODS: tuple[Colour, ...] = (
    (226, 74, 54), (244, 168, 56), (126, 176, 66), (238, 214, 92), (150, 76, 140), (206, 120, 70),
    (232, 232, 214),
)  # fmt: skip
CLOTHES: tuple[Colour, ...] = ((72, 104, 150), (168, 70, 66), (92, 124, 88), (196, 158, 92), (108, 92, 130))
SKIN: tuple[Colour, ...] = ((236, 196, 160), (198, 146, 108), (140, 98, 74))
HAIR: tuple[Colour, ...] = ((52, 42, 38), (96, 66, 46), (206, 202, 196))
WOOD: Colour = (146, 102, 66)
PALE: Colour = (244, 238, 226)


def build(setup: Setup) -> Stage:
    """Houses, the stalls before them and those who keep them, lights above, and the street."""
    height, unit = setup.size.height, setup.unit
    portrait = setup.size.is_portrait
    horizon = height * 0.58
    line = height * (0.87 if not portrait else 0.79)
    lies = setup.weather.lies
    stage = Stage(Floor(horizon, line, "snow" if lies == "snow" else "wet" if lies == "wet" else "stone"))
    add = stage.behind.append
    add(heavens(setup, horizon))
    hill = WHITE if lies == "snow" else (110, 130, 132)
    add(ridge(setup, horizon - 0.10 * unit, 0.14, hill, depth=0.14, far=0.85, period=1.2, rough=0.4))
    add(
        _houses(
            setup, horizon + 0.03 * unit, depth=0.34, far=0.5, wide=(0.20, 0.28), tall=(0.26, 0.38), y=0.0
        )
    )
    add(Veil.band(setup, horizon - 0.06 * unit, 0.18 * unit, 0.30, 0.35))
    add(
        _houses(
            setup, horizon + 0.07 * unit, depth=0.48, far=0.28, wide=(0.30, 0.42), tall=(0.26, 0.36), y=0.0
        )
    )
    stalls, lamps = _stalls(setup, horizon + 0.125 * unit)
    stage.behind += stalls
    stage.lamps.append(lamps.lowered(0.05 * unit))
    add(court(setup, horizon + 0.12 * unit, line, colour=(172, 158, 144)))
    if lies == "leaves":
        add(litter(setup, line - 0.06 * unit))
    stage.front += strings(setup)
    return stage


def _houses(
    setup: Setup,
    base: float,
    *,
    depth: float,
    far: float,
    wide: tuple[float, float],
    tall: tuple[float, float],
    y: float,
) -> Element:
    """Town houses wall to wall."""
    board = Board(setup, base, 0.72, depth=depth, far=far)
    rng = board.rng
    widths = rng.uniform(*wide, max(round(board.wide / (sum(wide) / 2)), 1))
    widths *= board.wide / widths.sum()
    x = 0.0
    for share in widths:
        House.some(rng).build(board, x, float(share), rng.uniform(*tall), y)
        x += float(share)
    board.box(-0.1, -0.06, board.wide + 0.2, 0.062, (150, 138, 126))
    return board.layer()


def _stalls(setup: Setup, base: float) -> tuple[list[Element], Posts]:
    """The stalls, side by side with a way through here and there, and the light that falls out of them."""
    board = Board(setup, base, 0.50, depth=0.70, far=0.10)
    rng = board.rng
    count = max(round(board.wide / 0.48), 2)
    step = board.wide / count
    first = int(rng.integers(len(AWNINGS)))
    lanterns: list[Point] = []
    steam: list[Point] = []
    middles: list[Point] = []
    for n in range(count):
        wide = rng.uniform(0.36, 0.42)
        x = n * step + rng.uniform(0.02, 0.06)
        _stall(board, x, wide, rng.uniform(0.285, 0.31), AWNINGS[(first + n) % len(AWNINGS)])
        lanterns += [(x + 0.02, 0.25), (x + wide - 0.02, 0.25)]
        middles.append((x + wide / 2, 0.0))
        if n % 3 == first % 3:
            _pot(board, x + 0.30 * wide, 0.105)
            steam.append((x + 0.30 * wide, 0.15))
        elif rng.random() < 0.7:
            _crates(board, x + wide - 0.02, step - wide)
    layer = board.layer()
    smoke, hung = Smoke(setup, board, layer, steam, 0.06), Lanterns(setup, board, layer, lanterns, 0.075)
    lamps = Posts(layer, [board.at(*middle) for middle in middles], 0.20 * setup.unit, reach=0.36, air=0.0)
    return [layer, smoke, hung], lamps


def _stall(board: Board, x: float, wide: float, tall: float, cloth: Colour) -> None:
    """A counter with goods in heaps, who sells them, and an awning with a scalloped edge."""
    rng = board.rng
    counter = 0.105
    board.lamplit = 0.85
    board.box(x + 0.015, counter, wide - 0.03, tall - counter, (118, 92, 74))
    for k in range(2):
        shelf = counter + 0.055 + 0.05 * k
        board.box(x + 0.03, shelf, wide - 0.06, 0.006, times(WOOD, 0.8))
        tone = GOODS[int(rng.integers(len(GOODS)))]
        for m in range(int((wide - 0.08) / 0.024)):
            board.oval(x + 0.045 + 0.024 * m, shelf + 0.016, 0.016, 0.024, times(tone, rng.uniform(0.7, 0.9)))
    board.shine(x + wide / 2, tall * 0.78, 0.62 * wide, 0.75)
    for m in range(1 + int(rng.random() < 0.4)):
        _keeper(board, x + wide * (0.36 + 0.32 * m) + rng.uniform(-0.03, 0.03), counter - 0.02)
    board.lamplit = 0.5
    board.box(x, 0, wide, counter, WOOD)
    for m in range(1, 8):
        board.line([(x + wide * m / 8, 0), (x + wide * m / 8, counter)], times(WOOD, 0.78))
    board.box(x - 0.008, counter - 0.008, wide + 0.016, 0.012, times(WOOD, 1.2))
    heaps = 4
    board.lamplit = 0.95
    for m in range(heaps):
        tone = GOODS[int(rng.integers(len(GOODS)))]
        left, w = x + 0.012 + (wide - 0.024) * m / heaps, (wide - 0.024) / heaps - 0.008
        tray = ((0.0, 0.0), (1.0, 0.0), (1.04, 0.022 / w), (-0.04, 0.022 / w))
        board.form(left, counter, w, tray, times(WOOD, 0.72))
        size = 0.017
        for level in range(3):
            many = int(w / size) - level
            for k in range(many):
                at = left + w / 2 + (k - (many - 1) / 2) * size
                y = counter + 0.024 + 0.013 * level
                board.oval(at, y, size * 1.1, size * 1.1, times(tone, 0.84 + 0.08 * level))
                board.oval(at - 0.003, y + 0.003, size * 0.4, size * 0.4, mix(tone, (255, 255, 255), 0.35))
    board.lamplit = 0.4
    for side in (0.004, wide - 0.014):
        board.box(x + side, 0, 0.010, tall, times(WOOD, 0.66))
    front, top, out = tall - 0.055, tall + 0.055, 0.03
    stripes = 9
    for m in range(stripes):
        tone = board.ink(cloth if m % 2 == 0 else PALE)
        a, b = x - out + (wide + 2 * out) * m / stripes, x - out + (wide + 2 * out) * (m + 1) / stripes
        up_a, up_b = x + 0.02 + (wide - 0.04) * m / stripes, x + 0.02 + (wide - 0.04) * (m + 1) / stripes
        board.shape([(a, front), (b, front), (up_b, top), (up_a, top)], tone)
        low = cloth if m % 2 == 0 else PALE
        board.box(a, front - 0.018, b - a, 0.018, times(low, 0.86))
        board.oval((a + b) / 2, front - 0.018, b - a, 0.020, times(low, 0.86))
    board.lamplit = 0.0


def _keeper(board: Board, x: float, y: float) -> None:
    """Somebody behind a counter, far enough away to be a few shapes."""
    rng = board.rng
    cloth, skin, hair = (kind[int(rng.integers(len(kind)))] for kind in (CLOTHES, SKIN, HAIR))
    board.oval(x, y + 0.022, 0.060, 0.085, cloth)
    board.box(x - 0.008, y + 0.055, 0.016, 0.02, times(skin, 0.9))
    board.oval(x, y + 0.090, 0.036, 0.042, hair)
    board.oval(x + 0.002, y + 0.085, 0.030, 0.034, skin)
    if rng.random() < 0.4:
        board.oval(x, y + 0.106, 0.046, 0.012, PALE)
        board.oval(x, y + 0.112, 0.028, 0.018, PALE)
    for eye in (-0.006, 0.008):
        board.oval(x + eye, y + 0.086, 0.0035, 0.005, (50, 40, 38))


def _pot(board: Board, x: float, y: float) -> None:
    """A pot that steams."""
    board.box(x - 0.030, y, 0.060, 0.034, (92, 94, 100))
    board.oval(x, y + 0.034, 0.064, 0.014, (128, 130, 136))
    board.oval(x, y + 0.035, 0.050, 0.009, (226, 196, 140))


def _crates(board: Board, x: float, room: float) -> None:
    """Crates of fruit in the gap between two stalls."""
    rng = board.rng
    wide = min(room * 0.9, 0.09)
    for n in range(2):
        y, tone = 0.042 * n, GOODS[int(rng.integers(len(GOODS)))]
        for k in range(4):
            board.oval(x + wide * (k + 0.7) / 4.5, y + 0.036, 0.022, 0.020, tone)
        board.box(x, y, wide, 0.034, times(WOOD, 1.1 - 0.1 * n))
        for slat in (0.012, 0.022):
            board.line([(x, y + slat), (x + wide, y + slat)], times(WOOD, 0.7))


PLACE = Place(
    name="market",
    words=("market", "bazaar", "night market", "street market", "集市", "市场", "夜市"),
    build=build,
    bed=Bed(((90, -10), (250, -2), (600, 0), (1600, -8), (5000, -24)), 0.040, 5.0, 0.25),
    light=lit,
    broader="city",
)
