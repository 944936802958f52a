"""Under water: light from above, rocks and corals that fade into blue, weed that sways, bubbles."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Floor,
    Layer,
    Place,
    Plant,
    Raster,
    Scene,
    Setup,
    Shafts,
    Shot,
    Stage,
    Track,
    bubbling,
    fill,
    ground,
    mix,
    ramp,
    ridge,
    row,
    shine,
    span,
    times,
    to_bytes,
)

CORALS: tuple[Colour, ...] = ((226, 92, 110), (240, 150, 90), (170, 100, 200), (240, 200, 110))


def build(setup: Setup) -> Stage:
    """A reef with open water above it."""
    height, unit = setup.size.height, setup.unit
    night = setup.scene.time == "night"
    deep: Colour = (4, 22, 56) if night else (8, 62, 116)
    bright: Colour = (30, 90, 150) if night else (120, 214, 232)
    light = replace(
        setup.light,
        haze=mix(deep, bright, 0.30),
        haziness=1.05,
        ambient=(0.58, 0.86, 0.98),
        sun=(190, 240, 255),
        rim=(170, 236, 255),
        sun_at=(0.62, 0.1),
    )
    setup = replace(setup, light=light)
    stage = Stage(Floor(height, height * (0.98 if not setup.size.is_portrait else 0.86), "none"), rays=False)
    add = stage.behind.append
    margin, width = span(setup, 0.1)
    rows = height + 2 * margin
    water = ramp(rows, [(0, bright), (0.32, mix(deep, bright, 0.48)), (1, deep)])
    add(Layer(to_bytes(np.repeat(water, width, axis=1), setup.rng), -margin, -margin, 0.08, unit))
    add(
        ridge(
            setup,
            height * 0.80,
            0.30,
            (60, 90, 110),
            depth=0.25,
            far=0.85,
            period=0.7,
            rough=0.55,
            soft=0.004,
        )
    )
    add(Shafts(setup, height * 0.5, 0.5, above=True))
    add(
        ridge(
            setup, height * 0.90, 0.20, (76, 92, 104), depth=0.5, far=0.5, period=0.6, rough=0.55, soft=0.002
        )
    )
    add(row(setup, height * 0.96, 0.20, _coral(light.far((226, 92, 110), 0.45)), depth=0.6, gap=0.26))
    add(ground(setup, height * 0.93, (176, 170, 140), (60, 90, 104), depth=0.8, high=0.05))
    add(row(setup, height * 1.0, 0.24, _coral(light.far((240, 150, 90), 0.2)), depth=0.95, gap=0.42))
    add(Bubbles(setup))
    stage.front.append(
        row(setup, height * 1.06, 0.36, _coral(light.far((40, 70, 96), 0.0)), depth=1.6, gap=0.8, soft=0.010)
    )
    return stage


def _coral(colour: Colour) -> Plant:
    """A branching coral."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        tone = times(colour, float(rng.uniform(0.75, 1.2)))
        for n in range(7):
            angle = (n - 3) * 0.22 + rng.uniform(-0.08, 0.08)
            long = tall * rng.uniform(0.55, 1.0)
            tip = (x + math.sin(angle) * long * 0.8, base - math.cos(angle) * long)
            half = tall * 0.045
            fill(
                art,
                [
                    (x - half, base),
                    (tip[0] - half * 0.5, tip[1]),
                    (tip[0] + half * 0.5, tip[1]),
                    (x + half, base),
                ],
                times(tone, 0.85 + 0.05 * n),
            )
            cv2.circle(
                art, (int(tip[0] * 16), int(tip[1] * 16)), int(half * 12), (*tone, 255), -1, cv2.LINE_AA, 4
            )

    return draw


class Bubbles:
    """Bubbles in columns that rise, swing and grow."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        rng = setup.rng
        many = 2.0 if setup.scene.weather == "bubbles" else 1.0
        count = int((70 if setup.fine else 44) * many)
        self._x = rng.choice(rng.random(6), count) + rng.normal(0, 0.03, count)
        self._start, self._pace = rng.random(count), rng.uniform(0.12, 0.30, count)
        self._size = rng.uniform(0.003, 0.013, count) ** 1.0
        side = 48
        axis = (np.arange(side, dtype=np.float32) + 0.5) / side * 2 - 1
        r = np.hypot(axis[:, None], axis[None, :])
        ring = np.exp(-(((r - 0.85) / 0.10) ** 2)) * 0.8 + np.clip(1 - r, 0, 1) * 0.12
        spark = np.exp(-(((axis[:, None] + 0.4) / 0.18) ** 2) - ((axis[None, :] + 0.35) / 0.18) ** 2)
        self._art = (np.clip(ring + spark, 0, 1) * (r < 1) * 235).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Add every bubble at its place."""
        width, height = self._setup.size
        rise = (self._start + shot.t * self._pace) % 1.0
        for x, up, size, start in zip(self._x, rise, self._size, self._start, strict=True):
            side = max(int(size * self._setup.unit * 2 * (0.7 + 0.6 * up)), 3)
            sx = (
                x * width
                + 0.012 * self._setup.unit * math.sin(shot.t * 3 + start * 20)
                - (shot.view.x + shot.view.turn) * self._setup.unit
            )
            shine(
                shot.frame,
                cv2.resize(self._art, (side, side), interpolation=cv2.INTER_AREA),
                int(sx),
                int(height * (1.05 - 1.15 * up)),
                (200, 240, 255),
            )


def bubbles(track: Track, scene: Scene, rng: np.random.Generator) -> None:
    """Some are always heard; where they are the weather, that sounds of them."""
    if scene.weather != "bubbles":
        bubbling(track, rng)


PLACE = Place(
    name="underwater",
    words=(
        "underwater", "under water", "coral reef", "reef", "seabed", "deep sea", "under the sea",
        "aquarium", "beneath the waves", "ocean floor", "under the ocean", "coral", "scuba",
        "水下", "海底", "珊瑚礁", "深海", "水底", "水族馆", "珊瑚", "海里", "深海里",
    ),
    build=build,
    broader="sea",
    bed=Bed(((30, 0), (90, -3), (220, -14), (600, -30), (4000, -60)), 0.100, 7.0, 0.30),
    life=bubbles,
)  # fmt: skip
