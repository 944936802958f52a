"""Snow: flakes in depth that sway as they fall, and a bright haze."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    HUSH,
    Curtain,
    Element,
    Floor,
    Light,
    Raster,
    Setup,
    Sheet,
    Weather,
    overcast,
    repeated,
    tile_size,
)


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Snow in three depths, five in fine quality."""
    sheets = []
    depths: tuple[tuple[float, int, float], ...] = ((0.4, 200, 0.0024), (0.8, 90, 0.0042), (1.5, 22, 0.0085))
    if setup.fine:
        depths = (
            (0.3, 260, 0.0018),
            (0.5, 160, 0.0028),
            (0.8, 90, 0.0042),
            (1.2, 44, 0.0062),
            (1.9, 15, 0.012),
        )
    cut = setup.style.bits is not None
    white = (245.0, 248.0, 255.0)
    rng = setup.rng
    for nth, (depth, count, radius) in enumerate(depths):
        columns, rows = tile_size(setup)
        tile: Raster = np.zeros((rows, columns), np.uint8)
        area = columns * rows / setup.unit**2
        for _ in range(int(count * area * (0.5 if cut else 1.0))):
            x, y = int(rng.integers(columns)), int(rng.integers(rows))
            size = max(radius * setup.unit * rng.uniform(0.6, 1.3), 0.8)
            for ox in (0, -columns):
                for oy in (0, -rows):
                    if cut:
                        cv2.fillPoly(tile, [_star(x + ox, y + oy, 2.2 * size)], 255, cv2.LINE_AA, 4)
                        continue
                    cv2.circle(
                        tile,
                        ((x + ox) * 16, (y + oy) * 16),
                        int(size * 16),
                        int(rng.uniform(120, 235)),
                        -1,
                        cv2.LINE_AA,
                        4,
                    )
        tile = tile if cut else cv2.GaussianBlur(tile, (0, 0), 0.6 + 2.2 * max(depth - 0.7, 0))
        speed = (0.07 + 0.10 * depth) * setup.unit
        sway = 0.012 * setup.unit * (nth + 1)
        sheets.append(Sheet(repeated(tile, setup, white), speed, speed * 0.35, depth, setup.unit, sway))
    return [Curtain(sheets, white, fade_in)]


def _star(x: float, y: float, size: float) -> Raster:
    """A flake with six rays, for `cv2.fillPoly` with four bits of a pixel."""
    angles = np.arange(12) * np.pi / 6 + x
    radii = size * np.where(np.arange(12) % 2, 0.55, 1.0)
    points = np.stack([x + radii * np.cos(angles), y + radii * np.sin(angles)], axis=1)
    return np.asarray((points * 16).round().astype(np.int32))


def light(light: Light, hour: str) -> Light:
    """White clouds, and air that is full of it."""
    return replace(overcast(light, (206.0, 206.0, 216.0), 0.22 if hour == "day" else 0.08), haziness=0.85)


WEATHER = Weather(
    name="snow",
    words=(
        "snow", "snowy", "snowing", "snows", "snowfall", "blizzard", "snowflakes", "snowflake",
        "snowstorm", "winter", "snow covered", "snow-covered",
        "雪", "下雪", "雪中", "大雪", "暴风雪", "雪花", "飘雪", "冬天", "冬日", "雪景", "下着雪", "风雪",
        "冬季", "雪林",
    ),
    air=air,
    light=light,
    lies="snow",
    grey=0.30,
    bed=HUSH,
    home="snowfield",
)  # fmt: skip
