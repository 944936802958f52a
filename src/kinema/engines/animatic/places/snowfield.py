"""A snowfield: white ridges, drifts with blue shadows, firs about a hut; where it is colder, ice."""

from __future__ import annotations

from itertools import pairwise

from kinema.engines.animatic.kit import (
    WIND,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    conifer,
    heavens,
    mix,
    ridge,
    times,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.dunes import dunes
from kinema.engines.animatic.scenery.houses import House
from kinema.engines.animatic.scenery.moving import Birds, Smoke
from kinema.engines.animatic.scenery.park import posts

SNOW: Colour = (230, 237, 247)
SHADE: Colour = (140, 166, 216)
ICE: Colour = (176, 214, 232)
_POLAR = ("penguin", "polar bear", "seal", "walrus")
"""Who lives where no tree grows."""


def build(setup: Setup) -> Stage:
    """White under whatever sky there is."""
    height, unit = setup.size.height, setup.unit
    portrait = setup.size.is_portrait
    horizon = height * 0.58
    line = height * (0.85 if not portrait else 0.78)
    stage = Stage(Floor(horizon, line, "snow"))
    tall = 1.35 if portrait else 1.0
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        ridge(
            setup, horizon - 0.08 * unit, 0.28 * tall, (128, 146, 182), depth=0.16, far=0.72,
            period=1.1, rough=0.5, sharp=True, cap=SNOW, relief=1.0,
        )
    )  # fmt: skip
    add(Veil.band(setup, horizon - 0.01 * unit, 0.16 * unit, 0.5, 0.22))
    add(Birds(setup, horizon - 0.36 * unit))
    add(dunes(setup, horizon + 0.02 * unit, 0.07, SNOW, SHADE, depth=0.34, far=0.40, period=0.9))
    polar = any(subject.name in _POLAR for subject in setup.scene.subjects)
    stage.behind += (
        _ice(setup, horizon + 0.06 * unit) if polar else _woods(setup, horizon + 0.085 * unit, tall)
    )
    add(dunes(setup, horizon + 0.095 * unit, 0.05, SNOW, SHADE, depth=0.66, far=0.16, period=1.3))
    if not polar:
        add(_tracks(setup, horizon + 0.07 * unit, line - 0.075 * unit))
    add(dunes(setup, line - 0.06 * unit, 0.035, SNOW, SHADE, depth=1.0, far=0.04, period=1.7, ripples=0.006))
    if setup.scene.light == "lamps":
        lamps = posts(setup, line - 0.05 * unit, 0.58, depth=0.95, gap=1.15)
        add(lamps.layer)
        stage.lamps.append(lamps)
    stage.front.append(dunes(setup, height + 0.01 * unit, 0.05, SNOW, SHADE, depth=1.5, far=0.0, period=2.4))
    return stage


def _woods(setup: Setup, base: float, tall: float) -> list[Element]:
    """Firs in groups, and the hut of somebody who is at home."""
    board = Board(setup, base, 0.46 * tall, depth=0.52, far=0.28, snowy=True)
    rng, light = board.rng, setup.light
    hut = board.across(rng.uniform(0.20, 0.28))
    for low, many in ((0.70, 14), (0.86, 9)):
        shade = light.far((58, 88, 84), 1 - low)
        fir = conifer(shade, light.far(SNOW, 1 - low))
        for _ in range(round(many * board.wide / 2.2)):
            x = rng.uniform(0, board.wide)
            if abs(x - board.across(0.52)) < 0.26 or abs(x - hut - 0.1) < 0.15 * low:
                continue  # the view between them
            board.plant(fir, x, tall * low * rng.uniform(0.18, 0.34), rng.uniform(-0.012, 0.02))
    log: Colour = (146, 98, 66)
    smoking = House(log, (120, 84, 70), 0.44, 1.5, timbered=False).build(board, hut, 0.25, 0.085, -0.006)
    layer = board.layer()
    return [Smoke(setup, board, layer, [smoking], 0.075), layer]


def _ice(setup: Setup, base: float) -> list[Element]:
    """Blocks and towers of blue ice."""
    board = Board(setup, base, 0.40, depth=0.46, far=0.32)
    rng = board.rng
    spots = [
        board.across(rng.uniform(0.16, 0.26)),
        *rng.uniform(0, board.wide, round(board.wide * 2)).tolist(),
    ]
    for n, x in enumerate(spots):
        wide = rng.uniform(0.30, 0.36) if n == 0 else rng.uniform(0.08, 0.20)
        high = rng.uniform(0.20, 0.25) if n == 0 else rng.uniform(0.03, 0.09)
        peaks = [
            (x + wide * a, high * b)
            for a, b in ((0.10, 0.45), (0.30, 1.0), (0.46, 0.72), (0.64, 0.86), (0.88, 0.30))
        ]
        board.shape([(x, -0.05), *peaks, (x + wide, -0.05)], SNOW)
        lit, dark = ICE, mix(ICE, SHADE, 0.6)
        left, right = (dark, lit) if board.sunny > 0 else (lit, dark)
        board.shape([(x, -0.05), peaks[0], (x + 0.30 * wide, high * 0.8), (x + 0.24 * wide, -0.05)], left)
        board.shape(
            [(x + 0.24 * wide, -0.05), (x + 0.30 * wide, high * 0.8), peaks[2], (x + 0.50 * wide, -0.05)],
            right,
        )
        board.shape(
            [(x + 0.50 * wide, -0.05), peaks[2], (x + 0.64 * wide, high * 0.74), (x + 0.70 * wide, -0.05)],
            left,
        )
        board.shape(
            [(x + 0.70 * wide, -0.05), (x + 0.64 * wide, high * 0.74), peaks[4], (x + wide, -0.05)],
            times(right, 1.03),
        )
    return [board.layer()]


def _tracks(setup: Setup, top: float, foot: float) -> Element:
    """Two lines of a sledge that has gone to the hut, and a walker's steps beside them."""
    deep = (foot - top) / setup.unit
    board = Board(setup, foot, deep + 0.01, depth=0.74, far=0.10)
    start, end = board.across(0.24), board.across(0.62)
    path = []
    for k in range(25):
        s = k / 24
        near = s**1.6
        aside = 0.15 * s + 0.85 * near
        path.append((start + (end - start) * aside + 0.10 * (1 - s) * s, deep * (1 - near) - 0.03))
    tone = mix(SNOW, SHADE, 0.55)
    for side in (-1, 1):
        rail = [(x + side * (0.008 + 0.030 * (1 - (y + 0.03) / deep)), y) for x, y in path]
        for a, b in pairwise(rail):
            board.line([a, b], tone, 0.002 + 0.004 * (1 - (b[1] + 0.03) / deep))
    for n, (x, y) in enumerate(path[3:]):
        size = 0.004 + 0.014 * (1 - (y + 0.03) / deep)
        board.oval(
            x + 0.075 + (0.5 if n % 2 else -0.5) * size + 0.03 * (1 - y / deep), y, size, 0.45 * size, tone
        )
    return board.layer(grain=0.0)


PLACE = Place(
    name="snowfield",
    words=(
        "snowfield", "snowy field", "arctic", "antarctic", "antarctica", "tundra", "glacier", "north pole",
        "ice", "iceberg", "ice field", "snowscape",
        "雪地", "雪原", "冰原", "北极", "南极", "冰川", "冰面", "冰上", "雪地里", "冰雪世界", "冰山",
    ),
    build=build,
    bed=WIND,
)  # fmt: skip
