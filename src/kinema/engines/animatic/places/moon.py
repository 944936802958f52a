"""The Moon: grey plains and craters under a black sky, and the Earth above them."""

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
    Plant,
    Raster,
    Setup,
    Stage,
    ground,
    noise,
    premultiplied,
    ridge,
    row,
    smooth,
    starfield,
    times,
)

_DUST: Colour = (176, 174, 170)
_DEEP: Colour = (92, 92, 98)


def build(setup: Setup) -> Stage:
    """Rounded hills far away, plains with craters, the Earth to the upper left."""
    height, unit = setup.size.height, setup.unit
    horizon, line = 0.60 * height, (0.85 if not setup.size.is_portrait else 0.80) * height
    stage = Stage(Floor(horizon, line, "stone"), rays=False)
    add = stage.behind.append
    add(starfield(setup))
    add(_earth(setup, 0.23 * setup.size.width, 0.24 * height))
    add(
        ridge(
            setup, horizon, 0.16, times(_DUST, 0.62), depth=0.16, far=0.1, period=0.9, rough=0.35, relief=1.2
        )
    )
    add(
        ridge(
            setup, horizon + 0.03 * unit, 0.07, times(_DUST, 0.8), depth=0.3, far=0.0, period=0.7, relief=1.0
        )
    )
    for down, high, gap, depth in ((0.075, 0.05, 0.42, 0.5), (0.17, 0.09, 0.70, 0.8)):
        add(
            ground(setup, horizon + (down - 0.02) * unit, _DUST, _DEEP, depth=depth, high=0.025, speckle=0.16)
        )
        add(row(setup, horizon + (down + 0.04) * unit, high, _crater(setup.light), depth=depth, gap=gap))
    add(ground(setup, line - 0.06 * unit, times(_DUST, 1.06), _DEEP, depth=1.0, high=0.02, speckle=0.18))
    near = stage.front.append
    near(row(setup, line + 0.17 * unit, 0.10, _crater(setup.light), depth=1.25, gap=1.1))
    return stage


def _crater(light: Light) -> Plant:
    """A hollow with a bright rim, its shadow on the side of the sun."""
    side = 1 if light.sun_at[0] > 0.5 else -1

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        half = tall * float(rng.uniform(0.9, 1.7))
        for shift, size, colour in (
            (0.0, 1.0, times(_DUST, 1.18)),
            (0.05 * side, 0.86, times(_DEEP, 0.72)),
            (-0.14 * side, 0.66, times(_DEEP, 1.12)),
        ):
            centre = (int((x + shift * half) * 16), int((base - 0.4 * tall) * 16))
            axes = (int(half * size * 16), int(0.24 * half * size * 16))
            tone = tuple(light.far((colour[0], colour[1], colour[2]), 0.0))
            cv2.ellipse(art, centre, axes, 0, 0, 360, (*tone, 255), -1, cv2.LINE_AA, 4)

    return draw


def _earth(setup: Setup, x: float, y: float) -> Layer:
    """Half lit, as large as a moon never is."""
    rng, radius = setup.rng, int(0.095 * setup.unit)
    side = 2 * radius + 4
    across = (np.arange(side, dtype=np.float32) - side / 2) / radius
    dx, dy = across[None, :], across[:, None]
    r = np.sqrt(dx**2 + dy**2)
    z = np.sqrt(np.clip(1 - r**2, 0, 1))
    land, cloud = noise(rng, side, side, 0.9 * radius, 5), noise(rng, side, side, 0.5 * radius, 5)
    picture = np.empty((side, side, 3), np.float32)
    picture[:] = (26, 78, 156)
    picture += smooth(land, 0.52, 0.58)[..., None] * np.array([60, 40, -70], np.float32)
    picture += (np.array([250, 252, 255], np.float32) - picture) * (smooth(cloud, 0.5, 0.72) * 0.9)[..., None]
    lit = smooth(0.6 * dx - 0.5 * dy + 0.5 * z, -0.12, 0.6)
    picture = picture * (0.05 + 0.98 * lit)[..., None] + (smooth(r, 0.8, 1.0) * lit)[..., None] * np.array(
        [30, 60, 90], np.float32
    )
    alpha = np.clip((1 - r) * radius + 0.5, 0, 1)
    art = premultiplied(np.clip(picture, 0, 255), alpha)
    return Layer(art, x - side / 2, y - side / 2, 0.12, setup.unit)


def lit(light: Light) -> Light:
    """A hard sun in a black sky, whatever the hour."""
    return replace(
        light, sky=((4, 5, 10),) * 3, ambient=(0.80, 0.81, 0.86), rim=(250, 250, 255), haze=(20, 22, 30),
        haziness=0.2, stars=1.0, clouds=0.0, shade=0.8, sun_at=(0.8, 0.35), lamps=0.6,
    )  # fmt: skip


PLACE = Place(
    name="moon",
    words=(
        "on the moon", "lunar surface", "moon surface", "surface of the moon", "moonscape", "lunar landscape",
        "moon base", "lunar base", "月球", "月球上", "月球表面", "月面", "月球基地",
    ),
    build=build,
    bed=Bed(((30, -8), (60, 0), (120, -14), (400, -30), (2000, -60)), 0.050, 11.0, 0.25),
    light=lit,
    broader="space",
    nightly=True,
)  # fmt: skip
