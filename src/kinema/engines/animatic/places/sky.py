"""The open sky: above a sea of clouds."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    WIND,
    Floor,
    Layer,
    Place,
    Setup,
    Stage,
    Veil,
    glow,
    heavens,
    mix,
    noise,
    over,
    premultiplied,
    smooth,
    span,
)


def build(setup: Setup) -> Stage:
    """Banks of cloud below, in depth, under sun or stars."""
    height, unit = setup.size.height, setup.unit
    horizon = height * 0.66
    stage = Stage(
        Floor(horizon, height * (0.92 if not setup.size.is_portrait else 0.80), "none"), raised=0.20
    )
    add = stage.behind.append
    add(heavens(setup, horizon))
    for depth, y, size, far in ((0.15, 0.69, 0.13, 0.70), (0.30, 0.78, 0.20, 0.42), (0.55, 0.90, 0.30, 0.18)):
        add(_bank(setup, height * y, size, depth, far))
        add(Veil.band(setup, height * y + 0.03 * unit, 0.14 * unit, 0.25, depth))
    stage.front.append(_bank(setup, height * 1.06, 0.36, 1.4, 0.0))
    return stage


def _bank(setup: Setup, y: float, size: float, depth: float, far: float) -> Layer:
    """A bank of billows about `size` short sides across, whose tops are about `y` pixels; repeats."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    top = int(y - size * unit)
    rows = int(setup.size.height + 0.35 * unit) - top
    white = mix((222, 228, 240), light.sun, 0.22)
    bright, dark = light.far(white, far), mix(light.far(white, far), light.sky[1], 0.62)
    art = np.zeros((rows, width, 4), np.uint8)
    art[int(1.1 * size * unit) :] = (*(int(c) for c in mix(bright, dark, 0.35)), 255)
    side = 160
    x = np.linspace(-1, 1, side, dtype=np.float32)
    way = 1.0 if light.sun_at[0] > 0.5 else -1.0
    billows = []
    for _ in range(4):
        field = noise(rng, side, side, 50, 4)
        alpha = smooth(glow(side // 2, 0.75) * (0.75 + 0.5 * field), 0.16, 0.44)
        lit = np.clip(0.62 + 0.26 * way * x[None, :] - 0.50 * x[:, None] + (field - 0.5) * 0.5, 0, 1)
        colour = np.array(dark, np.float32) + (np.subtract(bright, dark) * lit[..., None]).astype(np.float32)
        billows.append(premultiplied(colour, alpha))
    count = int(width / (size * unit) * 9)
    for n, low in enumerate(np.sort(rng.random(count))):  # those further down stand before the others
        wide = int(size * unit * rng.uniform(0.55, 1.15))
        at = int(rng.random() * width)
        piece = cv2.resize(billows[n % 4], (wide, wide), interpolation=cv2.INTER_AREA)
        down = int((0.85 + 0.55 * low) * size * unit - wide * (0.62 - 0.25 * low))
        for shifted in (at - width, at, at + width):
            over(art, piece, shifted - wide // 2, down)
    return Layer(art, -margin, top, depth, unit, wraps=True)


PLACE = Place(
    name="sky",
    words=(
        "above the clouds", "through the clouds", "through clouds", "among the clouds", "in the clouds",
        "in the sky", "into the sky", "across the sky", "across the night sky",
        "into the night sky",
        "天空", "天空中", "云端", "云层", "空中", "云海",
    ),
    build=build,
    bed=WIND,
)  # fmt: skip
