"""A desert: mesas in the haze, dunes, cacti; with a launch pad where a rocket is to leave from."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    WIND,
    Colour,
    Floor,
    Layer,
    Place,
    Raster,
    Setup,
    Stage,
    Veil,
    blur,
    cactus,
    fill,
    ground,
    heavens,
    ridge,
    row,
    span,
    times,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.dunes import dunes
from kinema.engines.animatic.scenery.moving import Birds

SAND: Colour = (226, 166, 108)
SHADE: Colour = (150, 88, 64)
ROCK: Colour = (150, 98, 78)


def build(setup: Setup) -> Stage:
    """Sand under a wide sky; the camera may tilt up after what rises."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    launch = any(subject.action == "launch" for subject in setup.scene.subjects)
    horizon = height * (0.68 if launch else 0.60)
    line = height * (0.83 if launch or not setup.size.is_portrait else 0.80)
    tilt = 0.78 if launch else 0.0
    stage = Stage(Floor(horizon, line, "sand"), tilt=tilt)
    add = stage.behind.append
    add(heavens(setup, horizon, above=tilt, depth=0.30))
    add(
        ridge(
            setup,
            horizon - 0.045 * unit,
            0.16,
            (150, 88, 74),
            depth=0.34,
            far=0.85,
            period=0.9,
            rough=0.5,
            sharp=True,
            soft=0.002,
        )
    )
    add(_mesas(setup, horizon))
    add(Veil.band(setup, horizon, 0.14 * unit, 0.55, 0.42))
    add(dunes(setup, horizon + 0.03 * unit, 0.09, SAND, SHADE, depth=0.50, far=0.45, period=0.7))
    if not launch:
        add(Birds(setup, horizon - 0.34 * unit))
    add(
        row(setup, horizon + 0.055 * unit, 0.075, cactus(light.far((84, 104, 70), 0.4)), depth=0.58, gap=0.42)
    )
    add(dunes(setup, horizon + 0.11 * unit, 0.15, SAND, SHADE, depth=0.70, far=0.20, period=1.2))
    add(_rocks(setup, line - 0.095 * unit))
    ripples = 0.0 if launch else 0.022
    add(dunes(setup, line - 0.07 * unit, 0.05, SAND, SHADE, depth=1.0, far=0.06, period=1.5, ripples=ripples))
    if launch:
        add(_pad(setup, line))
    near = stage.front.append
    near(_near_cactus(setup))
    near(ground(setup, height - 0.008 * unit, (150, 96, 70), (92, 56, 48), depth=1.5, high=0.05, soft=0.005))
    return stage


def _near_cactus(setup: Setup) -> Layer:
    """One cactus close to the camera, at the left edge and out of focus."""
    unit = setup.unit
    tall = 0.46 * unit
    art = np.zeros((int(tall * 1.1), int(tall * 0.8), 4), np.uint8)
    tone = times(setup.light.far((74, 84, 60), 0.0), 0.6)
    cactus(tone)(art, tall * 0.4, tall * 1.1, tall, setup.rng)
    return Layer(blur(art, 0.004 * unit), -0.02 * unit, setup.size.height - tall * 0.92, 1.35, unit)


def _rocks(setup: Setup, base: float) -> Layer:
    """Rocks and dry brush, in a few places."""
    board = Board(setup, base, 0.20, depth=0.86, far=0.10)
    rng = board.rng
    for _ in range(max(round(board.wide * 1.2), 1)):
        x, size = rng.uniform(0, board.wide), rng.uniform(0.02, 0.055)
        for n in range(int(rng.integers(1, 4))):
            wide, tall = size * rng.uniform(0.9, 1.9), size * rng.uniform(0.35, 0.9)
            left = x + n * rng.uniform(0.5, 0.9) * size
            a, b = rng.uniform(0.12, 0.30), rng.uniform(0.42, 0.62)
            brow, shoulder = rng.uniform(0.7, 0.9), rng.uniform(0.45, 0.75)
            corners = ((0.0, 0.25), (a, brow), (b, 1.0), (0.86, shoulder), (1.0, 0.15))
            rim = [(left + wide * u, tall * v) for u, v in corners]
            foot = (left + wide * (b + rng.uniform(-0.15, 0.15)), -0.02)
            board.shape([(left, -0.02), *rim, (left + wide, -0.02)], ROCK)
            away = (
                [(left, -0.02), *rim[:3], foot] if board.sunny > 0 else [foot, *rim[2:], (left + wide, -0.02)]
            )
            board.shape(away, board.shaded(ROCK))
        if rng.random() < 0.6:
            for _ in range(8):
                lean, long = rng.uniform(-0.8, 0.8), rng.uniform(0.012, 0.026)
                foot = (x - 0.03 + rng.uniform(-0.006, 0.006), -0.004)
                board.line([foot, (foot[0] + lean * long, foot[1] + long)], (172, 138, 88))
    return board.layer()


def _mesas(setup: Setup, horizon: float) -> Layer:
    """Flat-topped rocks in layers, lit from the sun's side."""
    rng, unit, light = setup.rng, setup.unit, setup.light
    margin, width = span(setup, 0.42)
    rows = int(0.30 * unit)
    art = np.zeros((rows, width, 4), np.uint8)
    for n in range(4):
        x, w, h = (
            (n + rng.uniform(0.1, 0.7)) * width / 4,
            rng.uniform(0.16, 0.40) * unit,
            rng.uniform(0.10, 0.24) * unit,
        )
        tone = light.far((168, 92, 66), 0.62)
        body = [
            (x, rows),
            (x + w * 0.10, rows - h * 0.45),
            (x + w * 0.16, rows - h),
            (x + w * 0.82, rows - h * 0.98),
            (x + w * 0.90, rows - h * 0.42),
            (x + w, rows),
        ]
        fill(art, body, tone)
        fill(
            art,
            [
                (x + w * 0.62, rows),
                (x + w * 0.66, rows - h * 0.99),
                (x + w * 0.82, rows - h * 0.98),
                (x + w * 0.90, rows - h * 0.42),
                (x + w, rows),
            ],
            _towards_sun(tone, light.sun),
        )
        for k in range(3):
            y = rows - h * (0.35 + 0.2 * k)
            fill(
                art,
                [
                    (x + w * 0.13, y),
                    (x + w * 0.88, y + 1),
                    (x + w * 0.88, y + h * 0.05),
                    (x + w * 0.13, y + h * 0.04),
                ],
                times(tone, 0.84),
            )
    return Layer(blur(art, 0.0022 * unit), -margin, horizon - rows + 0.03 * unit, 0.42, unit, wraps=True)


def _towards_sun(
    tone: tuple[float, float, float], sun: tuple[float, float, float]
) -> tuple[float, float, float]:
    return (tone[0] * 0.7 + sun[0] * 0.3, tone[1] * 0.7 + sun[1] * 0.3, tone[2] * 0.7 + sun[2] * 0.3)


def _pad(setup: Setup, line: float) -> Layer:
    """A launch pad with its gantry beside the middle of the frame, lamps on it after sunset."""
    unit, light = setup.unit, setup.light
    wide, high = int(0.9 * unit), int(0.86 * unit)
    art = np.zeros((high, wide, 4), np.uint8)
    steel = light.far((92, 88, 96), 0.12)
    base = high - int(0.05 * unit)
    concrete = light.far((150, 140, 136), 0.1)
    fill(art, [(wide * 0.10, high), (wide * 0.17, base), (wide * 0.83, base), (wide * 0.90, high)], concrete)
    fill(
        art,
        [
            (wide * 0.10, high),
            (wide * 0.90, high),
            (wide * 0.885, high - 0.012 * unit),
            (wide * 0.115, high - 0.012 * unit),
        ],
        times(concrete, 0.6),
    )
    left, right, top = wide * 0.235, wide * 0.335, high * 0.13
    ink = (*steel, 255)
    thick = max(int(0.008 * unit), 1)
    for x in (left, right):
        cv2.line(art, (int(x), base), (int(x), int(top)), ink, thick, cv2.LINE_AA)
    floors = 11
    for n in range(floors):
        low, up = base - (base - top) * n / floors, base - (base - top) * (n + 1) / floors
        cv2.line(art, (int(left), int(up)), (int(right), int(up)), ink, max(thick - 1, 1), cv2.LINE_AA)
        ends = (
            ((int(left), int(low)), (int(right), int(up)))
            if n % 2
            else ((int(right), int(low)), (int(left), int(up)))
        )
        cv2.line(art, *ends, ink, max(thick // 2, 1), cv2.LINE_AA)
    for n in (4, 8):
        y = base - (base - top) * n / floors
        cv2.line(art, (int(right), int(y)), (int(right + wide * 0.055), int(y)), ink, thick, cv2.LINE_AA)
    cv2.line(
        art,
        (int((left + right) / 2), int(top)),
        (int((left + right) / 2), int(top * 0.3)),
        ink,
        max(thick // 2, 1),
        cv2.LINE_AA,
    )
    _lamps(art, [(left, top), (right, base - (base - top) * 0.5), (left, base - (base - top) * 0.3)], unit)
    return Layer(art, setup.size.width / 2 - wide / 2, line - base, 1.0, unit)


def _lamps(art: Raster, places: list[tuple[float, float]], unit: float) -> None:
    for x, y in places:
        cv2.circle(art, (int(x), int(y)), max(int(0.006 * unit), 2), (255, 96, 70, 255), -1, cv2.LINE_AA)


PLACE = Place(
    name="desert",
    words=(
        "desert", "dune", "dunes", "sahara", "mars", "wasteland", "badlands", "oasis",
        "沙漠", "沙丘", "戈壁", "火星", "荒漠", "荒野", "荒原", "大漠",
    ),
    build=build,
    bed=WIND,
)  # fmt: skip
