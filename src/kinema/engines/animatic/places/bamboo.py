"""A bamboo grove: culms in three planes that fade into the light, leaves in sprays, a path of earth."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Floor,
    Place,
    Plant,
    Raster,
    Setup,
    Shafts,
    Stage,
    Veil,
    fill,
    grass,
    ground,
    heavens,
    mix,
    row,
    times,
    wildlife,
)

_GREEN: Colour = (118, 164, 78)


def build(setup: Setup) -> Stage:
    """Far culms pale and thin, near ones as thick as an arm."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    snowy = setup.weather.lies == "snow"
    horizon, line = 0.62 * height, (0.85 if not setup.size.is_portrait else 0.80) * height
    tall = 1.25 if not setup.size.is_portrait else 1.8
    earth: tuple[Colour, Colour] = (
        ((244, 247, 254), (172, 190, 226)) if snowy else ((134, 136, 84), (62, 74, 44))
    )
    snow: Colour | None = (240, 244, 252) if snowy else None
    stage = Stage(Floor(horizon, line, "snow" if snowy else "grass"), rays=False)
    add = stage.behind.append
    add(heavens(setup, horizon))
    for depth, far, gap, thick in (
        (0.15, 0.84, 0.040, 0.006),
        (0.30, 0.60, 0.075, 0.010),
        (0.50, 0.34, 0.14, 0.014),
    ):
        culm = _culm(light.far(_GREEN, far), thick, light.far(snow, far) if snow else None)
        add(
            row(
                setup,
                horizon + (0.02 + 0.12 * depth) * unit,
                tall,
                culm,
                depth=depth,
                gap=gap,
                uneven=0.1,
                bends=0.03,
            )
        )
        add(Veil.band(setup, horizon, 0.22 * unit, 0.46 - 0.4 * depth, depth))
        if depth == 0.30:
            add(ground(setup, horizon + 0.045 * unit, *earth, depth=0.40, high=0.025))
    add(Shafts(setup, horizon))
    add(ground(setup, horizon + 0.10 * unit, *earth, depth=0.68, high=0.03))
    add(
        row(
            setup,
            horizon + 0.15 * unit,
            tall * 1.3,
            _culm(light.far(_GREEN, 0.12), 0.021, snow),
            depth=0.76,
            gap=0.44,
            uneven=0.1,
        )
    )
    add(ground(setup, horizon + 0.145 * unit, *earth, depth=0.88, high=0.03))
    near = stage.front.append
    if not snowy:
        blade = grass(light.far((86, 116, 52), 0.0), ())
        near(row(setup, line + 0.10 * unit, 0.07, blade, depth=1.15, gap=0.04, bends=0.8))
    dark = light.far(times(_GREEN, 0.45), 0.05)
    near(
        row(setup, height + 0.12 * unit, tall * 1.6, _culm(dark, 0.034, None), depth=1.7, gap=1.9, soft=0.012)
    )
    return stage


def _culm(colour: Colour, thick: float, snow: Colour | None) -> Plant:
    """A stem in joints that leaves the frame above, with a few sprays of leaves; `thick` in its heights."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        half, lean = thick * tall * float(rng.uniform(0.8, 1.15)) / 2, tall * float(rng.uniform(-0.04, 0.04))
        tone = mix(colour, (206, 200, 110), float(rng.uniform(0.0, 0.22)))
        joint = 0.085 * tall * float(rng.uniform(0.85, 1.15))
        y, n = base, 0
        while y > -joint:
            up = (base - y) / tall
            at, over = x + lean * up**2, x + lean * (up + joint / tall) ** 2
            top = y - joint
            fill(
                art,
                [(at - half, y), (at + half, y), (over + half * 0.96, top), (over - half * 0.96, top)],
                tone,
            )
            fill(
                art,
                [(at - half, y), (at - 0.35 * half, y), (over - 0.35 * half, top), (over - half, top)],
                times(tone, 0.72),
            )
            rim = max(0.16 * half, 0.5)
            fill(
                art,
                [
                    (at - 1.12 * half, y + rim),
                    (at + 1.12 * half, y + rim),
                    (at + 1.12 * half, y - rim),
                    (at - 1.12 * half, y - rim),
                ],
                times(tone, 1.22),
            )
            if n > 2 and rng.random() < 0.5:
                _spray(art, at, y, 0.13 * tall, times(tone, (0.82, 1.0, 0.80)), rng)
            y, n = top, n + 1
        if snow is not None:
            fill(
                art,
                [(x + 0.5 * half, base), (x + half, base), (x + half + lean, 0), (x + 0.5 * half + lean, 0)],
                snow,
            )

    return draw


def _spray(art: Raster, x: float, y: float, long: float, colour: Colour, rng: np.random.Generator) -> None:
    way = 1 if rng.random() < 0.5 else -1
    tip = (x + way * long * 0.6, y - long * 0.30)
    for n in range(6):
        share = 0.35 + 0.65 * n / 5
        at = (x + (tip[0] - x) * share, y + (tip[1] - y) * share)
        angle = math.pi / 2 - way * float(rng.uniform(0.15, 1.1))
        size = long * float(rng.uniform(0.28, 0.48))
        end = (at[0] + math.cos(angle) * size, at[1] + math.sin(angle) * size)
        wide = 0.10 * size
        across = (-math.sin(angle) * wide, math.cos(angle) * wide)
        middle = ((at[0] + end[0]) / 2, (at[1] + end[1]) / 2)
        leaf = [
            at,
            (middle[0] + across[0], middle[1] + across[1]),
            end,
            (middle[0] - across[0], middle[1] - across[1]),
        ]
        fill(art, leaf, times(colour, float(rng.uniform(0.85, 1.2))))


PLACE = Place(
    name="bamboo",
    words=(
        "bamboo forest", "bamboo grove", "bamboo thicket", "bamboo woods", "among bamboo", "in the bamboo",
        "竹林", "竹海", "竹林间", "竹林里", "翠竹",
    ),
    build=build,
    bed=BREEZE,
    life=wildlife,
    broader="forest",
)  # fmt: skip
