"""A jungle: walls of green in the mist, great leaves, lianas that hang from above."""

from __future__ import annotations

import math

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
    Setup,
    Shafts,
    Stage,
    Veil,
    broadleaf,
    fill,
    ground,
    heavens,
    mix,
    palm,
    row,
    span,
    times,
    trunk,
    wildlife,
)

_LEAF: Colour = (58, 118, 62)
_WOOD: Colour = (86, 70, 54)
RUSTLE = Bed(((150, -16), (600, -8), (1800, -2), (4200, 0), (8000, -8)), level=0.030, period=5.3, depth=0.3)


def build(setup: Setup) -> Stage:
    """Three walls of trees, ferns on the ground, leaves close to the camera."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    horizon, line = 0.62 * height, (0.85 if not setup.size.is_portrait else 0.80) * height
    tall = 0.66 if not setup.size.is_portrait else 1.0
    stage = Stage(Floor(horizon, line, "grass"), rays=False)
    add = stage.behind.append
    add(heavens(setup, horizon))
    for depth, far, gap in ((0.14, 0.86, 0.16), (0.28, 0.62, 0.24)):
        tree = broadleaf(light.far(times(_LEAF, 1.25), far), light.far(_WOOD, far))
        add(
            row(
                setup,
                horizon + 0.10 * depth * unit,
                tall * (0.9 + 0.5 * depth),
                tree,
                depth=depth,
                gap=gap,
                soft=0.002,
            )
        )
        add(Veil.band(setup, horizon, 0.24 * unit, 0.50 - 0.3 * depth, depth))
    frond = palm(light.far((70, 140, 74), 0.40), light.far(_WOOD, 0.40))
    add(row(setup, horizon + 0.06 * unit, tall * 0.95, frond, depth=0.45, gap=0.42, bends=0.12))
    add(Shafts(setup, horizon))
    add(ground(setup, horizon + 0.06 * unit, (84, 112, 60), (36, 58, 36), depth=0.55, high=0.05))
    add(
        row(
            setup, horizon + 0.10 * unit, 0.15, _fern(light.far(_LEAF, 0.28)), depth=0.60, gap=0.10, bends=0.3
        )
    )
    add(
        row(
            setup,
            horizon + 0.15 * unit,
            tall * 2.0,
            trunk(light.far(_WOOD, 0.16), None),
            depth=0.74,
            gap=0.85,
        )
    )
    add(_lianas(setup))
    add(ground(setup, horizon + 0.14 * unit, (96, 116, 66), (40, 58, 38), depth=0.86, high=0.03))
    near = stage.front.append
    near(
        row(
            setup,
            line + 0.11 * unit,
            0.13,
            _fern(light.far(times(_LEAF, 0.9), 0.05)),
            depth=1.15,
            gap=0.16,
            bends=0.4,
        )
    )
    dark = light.far(times(_LEAF, 0.42), 0.0)
    near(row(setup, height + 0.10 * unit, 0.36, _fern(dark), depth=1.6, gap=0.62, soft=0.010))
    return stage


def _fern(colour: Colour) -> Plant:
    """Long leaves that rise from one place and bend over, lighter along the middle."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        blades = 9
        for n in rng.permutation(blades):
            angle = (n / (blades - 1) - 0.5) * 2.5 + float(rng.uniform(-0.15, 0.15))
            long = tall * float(rng.uniform(0.75, 1.1))
            tone = times(colour, float(rng.uniform(0.78, 1.16)))
            spine = []
            for k in range(7):
                s = k / 6
                spine.append(
                    (
                        x + math.sin(angle) * long * s,
                        base - long * (math.cos(angle) * s - 0.34 * abs(angle) * s * s),
                    )
                )
            wide = [0.055 * tall * math.sin(math.pi * min(k / 6 + 0.12, 1.0)) for k in range(7)]
            left = [(px - w, py - 0.4 * w) for (px, py), w in zip(spine, wide, strict=True)]
            right = [(px + w, py + 0.4 * w) for (px, py), w in zip(spine, wide, strict=True)]
            fill(art, left + right[::-1], tone)
            pale = mix(tone, (220, 240, 160), 0.22)
            points = (np.array(spine) * 16).round().astype(np.int32)
            cv2.polylines(art, [points], False, (*pale, 255), max(int(0.008 * tall), 1), cv2.LINE_AA, 4)

    return draw


def _lianas(setup: Setup) -> Layer:
    """Ropes of green in bows from side to side, and ends that hang."""
    rng, unit = setup.rng, setup.unit
    margin, width = span(setup, 0.8)
    rows = margin + int(0.42 * unit)
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    ink = setup.light.far((58, 92, 52), 0.14)
    thick = max(int(0.007 * unit), 1)
    apart = 0.46 * unit
    for n in range(int(width / apart) + 1):
        left = n * apart + float(rng.uniform(-0.2, 0.2)) * apart
        right, sag = left + apart * float(rng.uniform(0.7, 1.5)), float(rng.uniform(0.10, 0.34)) * unit
        t = np.linspace(0, 1, 40)
        bow = np.stack([left + (right - left) * t, margin - 0.06 * unit + 4 * sag * t * (1 - t)], axis=1)
        cv2.polylines(art, [(bow * 16).astype(np.int32)], False, (*ink, 255), thick, cv2.LINE_AA, 4)
        for at in bow[4:-4:3]:
            size = float(rng.uniform(0.010, 0.022)) * unit
            tone = times(ink, float(rng.uniform(0.9, 1.5)))
            centre = (int(at[0] * 16), int((at[1] + size) * 16))
            cv2.ellipse(
                art,
                centre,
                (int(size * 7), int(size * 16)),
                float(rng.uniform(-40, 40)),
                0,
                360,
                (*tone, 255),
                -1,
                cv2.LINE_AA,
                4,
            )
    return Layer(art, -margin, -margin, 0.8, unit, wraps=True)


PLACE = Place(
    name="jungle",
    words=(
        "jungle", "rainforest", "tropical forest", "amazon", "amazon rainforest", "tropical jungle",
        "rain forest", "雨林", "热带雨林", "丛林", "热带丛林",
    ),
    build=build,
    bed=RUSTLE,
    life=wildlife,
    broader="forest",
)  # fmt: skip
