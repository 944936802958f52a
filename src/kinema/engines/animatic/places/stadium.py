"""A stadium: a mown pitch with its lines, boards, stands full of people, floodlights on their masts."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Floor,
    Layer,
    Light,
    Place,
    Raster,
    Setup,
    Shot,
    Stage,
    fill,
    glow,
    heavens,
    premultiplied,
    shine,
    span,
    times,
)

_CROWD: tuple[Colour, ...] = (
    (206, 70, 66), (70, 110, 190), (236, 232, 226), (232, 188, 70), (60, 64, 76), (96, 160, 110),
    (224, 176, 146),
)  # fmt: skip
_BOARDS: tuple[Colour, ...] = ((196, 52, 52), (44, 90, 170), (240, 240, 236), (236, 170, 44), (40, 130, 90))
ROAR = Bed(((120, -12), (350, -2), (800, 0), (1600, -6), (4000, -18)), level=0.070, period=4.7, depth=0.45)


def build(setup: Setup) -> Stage:
    """Sky, masts, stands, boards and grass."""
    height = setup.size.height
    horizon, line = 0.60 * height, (0.85 if not setup.size.is_portrait else 0.80) * height
    stage = Stage(Floor(horizon, line, "grass"), rays=False)
    add = stage.behind.append
    add(heavens(setup, horizon))
    masts = _masts(setup, horizon)
    add(masts)
    add(_stands(setup, horizon))
    add(_pitch(setup, horizon))
    if setup.light.lamps > 0.3:
        add(Floodlights(setup, horizon))
    return stage


def _stands(setup: Setup, horizon: float) -> Layer:
    """Rows of people under a roof, and boards before them."""
    rng, unit, light = setup.rng, setup.unit, setup.light
    margin, width = span(setup, 0.35)
    rows = int(0.36 * unit)
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    top, foot = int(0.07 * unit), rows - int(0.045 * unit)
    deep = light.far((70, 74, 88), 0.35)
    cv2.rectangle(art, (0, top), (width, foot), (*deep, 255), -1)
    tiers = 13
    for tier in range(tiers):
        y = top + (foot - top) * (tier + 0.6) / tiers
        seat = max(0.0105 * unit * (0.75 + 0.5 * tier / tiers), 1.5)
        for x in np.arange(0, width, 2.3 * seat):
            if rng.random() < 0.12 or (tier == 6):
                continue
            colour = light.far(_CROWD[int(rng.integers(len(_CROWD)))], 0.40)
            at = (int((x + rng.uniform(-0.5, 0.5) * seat) * 16), int(y * 16))
            cv2.circle(art, at, int(seat * 0.62 * 16), (*colour, 255), -1, cv2.LINE_AA, 4)
    roof = light.far((214, 218, 226), 0.30)
    fill(art, [(0, top), (width, top), (width, top - 0.045 * unit), (0, top - 0.045 * unit)], roof)
    fill(
        art, [(0, top), (width, top), (width, top + 0.012 * unit), (0, top + 0.012 * unit)], times(roof, 0.5)
    )
    board = 0.34 * unit
    for n in range(int(width / board) + 1):
        colour = light.far(_BOARDS[n % len(_BOARDS)], 0.15)
        left, right = int(n * board), int((n + 1) * board - 0.006 * unit)
        cv2.rectangle(art, (left, foot), (right, rows), (*colour, 255), -1)
    return Layer(art, -margin, horizon - rows + 0.02 * unit, 0.35, unit, wraps=True)


def _masts(setup: Setup, horizon: float) -> Layer:
    unit = setup.unit
    margin, width = span(setup, 0.28)
    rows = int(0.52 * unit)
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    steel = setup.light.far((120, 126, 140), 0.45)
    for x in _MASTS:
        at = margin + x * setup.size.width
        fill(
            art,
            [
                (at - 0.008 * unit, rows),
                (at + 0.008 * unit, rows),
                (at + 0.005 * unit, 0),
                (at - 0.005 * unit, 0),
            ],
            steel,
        )
        fill(
            art,
            [
                (at - 0.07 * unit, 0),
                (at + 0.07 * unit, 0),
                (at + 0.06 * unit, 0.075 * unit),
                (at - 0.06 * unit, 0.075 * unit),
            ],
            steel,
        )
        for n in range(12):
            spot = (
                int((at + (n % 4 - 1.5) * 0.030 * unit) * 16),
                int((0.016 + 0.021 * (n // 4)) * unit * 16),
            )
            cv2.circle(art, spot, int(0.0085 * unit * 16), (255, 252, 236, 255), -1, cv2.LINE_AA, 4)
    return Layer(art, -margin, horizon - rows, 0.28, unit)


def lit(light: Light) -> Light:
    """By night the lamps on the masts light all of it."""
    if light.lamps < 0.3:
        return light
    return replace(light, ambient=(0.92, 0.94, 1.0), rim=(240, 246, 255), haze=(70, 80, 112), haziness=0.3)


_MASTS = (0.16, 0.84)
"""Where they stand, in frame widths."""


class Floodlights:
    """The glare of the lamps on their masts."""

    def __init__(self, setup: Setup, horizon: float) -> None:
        self._setup = setup
        self._y = horizon - 0.48 * setup.unit
        side = int(0.55 * setup.unit)
        self._glare = cv2.resize((glow(64, 3.2) * 210 * setup.light.lamps).astype(np.uint8), (side, side))

    def draw(self, shot: Shot) -> None:
        """Add it to the frame."""
        width, height = self._setup.size
        half, view, unit = self._glare.shape[0] / 2, shot.view, self._setup.unit
        zoom = 1 + (view.zoom - 1) * 0.28
        for place in _MASTS:
            x = width / 2 + zoom * ((place - 0.5) * width - (0.28 * view.x + view.turn) * unit)
            y = height / 2 + zoom * (self._y - height / 2) - 0.28 * view.y * unit
            shine(shot.frame, self._glare, int(x - half), int(y - half), (255, 250, 232))


def _pitch(setup: Setup, horizon: float) -> Layer:
    """Stripes of mown grass that run away from us, and white lines."""
    rng, unit, light = setup.rng, setup.unit, setup.light
    margin, width = span(setup, 1.0)
    top = horizon + 0.012 * unit
    rows = int(setup.size.height + 0.35 * unit - top)
    y = np.arange(rows, dtype=np.float32)[:, None]
    x = np.arange(width, dtype=np.float32)[None, :]
    near = 0.16 + y / (0.42 * unit)
    across = (x - width / 2) / unit / near
    stripe = 0.5 + 0.5 * np.tanh(8 * np.sin(across * 4.4))
    light_green = np.array(light.far((112, 176, 78), 0.10), np.float32)
    dark_green = np.array(light.far((84, 148, 62), 0.10), np.float32)
    picture = dark_green + (light_green - dark_green) * stripe[..., None]
    line = np.zeros((rows, width), np.float32)
    for down, thick in ((0.03, 0.004), (0.30, 0.011)):
        line = np.maximum(line, np.broadcast_to(np.exp(-(((y / unit - down) / thick) ** 4)), line.shape))
    ring = np.sqrt((across * 1.0) ** 2 + ((near - 0.72) * 1.35) ** 2)
    line = np.maximum(line, np.exp(-(((ring - 0.55) / 0.016) ** 4)))
    picture += (np.array(light.far((244, 248, 244), 0.0), np.float32) - picture) * (0.8 * line)[..., None]
    picture *= (0.96 + 0.08 * rng.random((rows, width), dtype=np.float32))[..., None]
    return Layer(
        premultiplied(np.clip(picture, 0, 255), np.ones((rows, width), np.float32)), -margin, top, 1.0, unit
    )


PLACE = Place(
    name="stadium",
    words=(
        "stadium", "football pitch", "soccer pitch", "soccer field", "football field", "football stadium",
        "soccer stadium", "baseball field", "baseball stadium", "olympic stadium", "sports field",
        "athletics track", "running track", "体育场", "足球场", "球场", "运动场", "田径场",
    ),
    build=build,
    bed=ROAR,
    light=lit,
    broader="stage",
)  # fmt: skip
