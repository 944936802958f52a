"""A beach: sea and sky behind, sand in front with surf running up it, palms at the edge."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    WAVES,
    Floor,
    Mirror,
    Place,
    Setup,
    Shot,
    Stage,
    fog,
    ground,
    gulls,
    heavens,
    palm,
    profile,
    ridge,
    row,
)
from kinema.engines.animatic.places.sea import Glitter, surface


def build(setup: Setup) -> Stage:
    """Where sea and sand meet, seen from the sand."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    horizon = height * 0.52
    shore = horizon + 0.42 * (height - horizon)
    line = height * (0.87 if not setup.size.is_portrait else 0.80)
    stage = Stage(Floor(horizon, line, "sand", shore=shore), water=shore + 0.012 * unit)
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        ridge(
            setup,
            horizon + 0.004 * unit,
            0.08,
            (84, 120, 104),
            depth=0.22,
            far=0.75,
            period=1.4,
            down=horizon + 0.012 * unit,
        )
    )
    add(
        Mirror(
            setup,
            horizon,
            surface(setup, horizon),
            strength=0.62,
            streak=0.012,
            ripple=0.5 * (1 + 2 * setup.weather.wind),
        )
    )
    add(Glitter(setup, horizon))
    add(Surf(setup, shore))
    add(ground(setup, shore, (240, 214, 166), (206, 168, 118), depth=0.9, high=0.012, speckle=0.12))
    leaf, wood = light.far((52, 104, 62), 0.08), light.far((104, 78, 58), 0.08)
    if not any(
        subject.action == "surf" for subject in setup.scene.subjects
    ):  # whose wave is where they stand
        add(row(setup, line - 0.06 * unit, 0.78, palm(leaf, wood), bends=0.25, depth=0.92, gap=1.25))
    return stage


class Surf:
    """Foam that runs up the sand and back."""

    def __init__(self, setup: Setup, shore: float) -> None:
        self._setup = setup
        self._shore = shore
        self._edge = profile(setup.rng, setup.size.width * 2, 0.5 * setup.unit, 0.5)

    def drift(self, before: Shot, after: Shot) -> float:
        """The foam runs slowly, and is soft."""
        return (
            16 * (after.t - before.t) + abs(after.view.aside(0.9) - before.view.aside(0.9)) * self._setup.unit
        )

    def draw(self, shot: Shot) -> None:
        """Three lines of foam at their places now."""
        width, unit = self._setup.size.width, self._setup.unit
        rows = int(0.16 * unit)
        y = np.arange(rows, dtype=np.float32)[:, None]
        mask = np.zeros((rows, width), np.float32)
        start = int(shot.view.aside(0.9) * unit) % width
        edge = self._edge[start : start + width] * 0.018 * unit
        for n in range(3):
            run = rows * (0.25 + 0.26 * n) + 0.028 * unit * math.sin(shot.t * 1.1 - n * 1.3)
            mask += np.exp(
                -(((y - run - edge[None, :] * (1 - 0.2 * n)) / (0.0035 * unit + 1.0 + n)) ** 2)
            ) * (0.5 + 0.2 * n)
        level = self._shore - shot.view.y * 0.8 * unit - rows * 0.85
        fog(
            shot.frame,
            (cv2.GaussianBlur(np.clip(mask, 0, 1), (0, 0), 1.2) * 225).astype(np.uint8),
            0,
            int(level),
            self._setup.light.far((252, 254, 255), 0.05),
        )


PLACE = Place(
    name="beach",
    words=(
        "beach", "shore", "seaside", "coast", "coastline", "island", "tropical beach", "seashore",
        "shoreline", "by the sea",
        "海滩", "沙滩", "海边", "岸边", "海岸", "海岸公路", "海岛", "岛", "沙堡",
    ),
    build=build,
    broader="sea",
    bed=WAVES,
    life=gulls,
)  # fmt: skip
