"""Blocks of a city: houses side by side, their windows lit by the hour, shops at the street."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, Raster, blur_around, mix, premultiplied, times
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.stage import Setup

WINDOWS: tuple[Colour, ...] = ((255, 206, 120), (255, 176, 90), (255, 232, 180), (150, 200, 255))
WALLS: tuple[Colour, ...] = (
    (168, 104, 84), (206, 186, 156), (150, 152, 160), (190, 150, 112), (120, 128, 146), (214, 204, 190),
)  # fmt: skip
AWNINGS: tuple[Colour, ...] = ((196, 62, 54), (46, 120, 92), (222, 164, 60), (52, 92, 150))


def blocks(
    setup: Setup,
    horizon: float,
    *,
    depth: float,
    far: float,
    tall: tuple[float, float],
    wide: tuple[float, float],
    soft: float,
) -> Layer:
    """A row of houses that repeats to the side, with windows lit by the hour."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    high = int(tall[1] * max(unit, setup.size.height * 0.62)) + 8
    colour = np.zeros((high, width, 3), np.float32)
    alpha = np.zeros((high, width), np.float32)
    x = 0.0
    while x < width:
        w = rng.uniform(*wide) * unit
        w = width - x if width - x - w < wide[0] * unit * 0.6 else w
        h = int(rng.uniform(tall[0] / tall[1], 1) * high)
        left, right = int(x), int(min(x + w, width))
        dusky = mix((86, 78, 84), (126, 104, 92), float(rng.random()))
        wall = light.far(mix(WALLS[int(rng.integers(len(WALLS)))], dusky, light.lamps), far)
        _house(setup, colour, left, right, high - h, wall, far)
        alpha[high - h :, left:right] = 1
        x += w
    # By night the lights melt into bokeh; by day the houses are what there is to see.
    sigma = soft * unit * (0.22 + 0.78 * light.lamps)
    art = premultiplied(colour, alpha)
    return Layer(blur_around(art, sigma), -margin, horizon - high + 2, depth, unit, wraps=True)


def _house(setup: Setup, colour: Raster, left: int, right: int, top: int, wall: Colour, far: float) -> None:
    rng, light, unit = setup.rng, setup.light, setup.unit
    high = colour.shape[0]
    shade = np.linspace(1.12, 0.8, max(high - top, 1), dtype=np.float32)[:, None, None]
    colour[top:, left:right] = np.array(wall, np.float32) * shade
    colour[top:, right - max(int(0.006 * unit), 1) : right] *= 0.7
    cell = (0.030 - 0.012 * far) * unit
    w, h = max(int(cell * rng.uniform(0.40, 0.66)), 1), max(int(cell * rng.uniform(0.5, 0.8)), 1)
    storey = cell * rng.uniform(1.12, 1.5)
    lit_share = 0.16 + 0.34 * light.lamps
    level = top + cell * 0.8
    while level < high - cell:
        column = left + cell * 0.5
        while column < right - cell * 0.9:
            if rng.random() < lit_share and light.lamps > 0.1:
                lamp = WINDOWS[int(rng.integers(len(WINDOWS)))]
                glass = mix(wall, lamp, (0.35 + 0.6 * float(rng.random())) * light.lamps * (1 - 0.45 * far))
            else:
                pane = mix(times(wall, 0.42), light.sky[1], 0.10 + 0.30 * float(rng.random()))
                glass = pane if light.lamps < 0.6 else mix(wall, (0, 0, 0), 0.30)
            colour[int(level) : int(level) + h, int(column) : int(column) + w] = glass
            column += cell
        level += storey
    snowy = setup.weather.lies == "snow"
    ledge = max(int((0.014 if snowy else 0.008) * unit), 1)
    bright = 0.95 if snowy else 0.35 * (1 - light.lamps)
    colour[top : top + ledge, left:right] = mix(wall, light.far((255, 250, 240), far), bright)
    if far < 0.5:
        _shop(setup, colour, left, right, wall, rng)


def _shop(
    setup: Setup, colour: Raster, left: int, right: int, wall: Colour, rng: np.random.Generator
) -> None:
    """What a house has at the street: wide panes and a striped awning."""
    light, unit, high = setup.light, setup.unit, colour.shape[0]
    top, low = high - int(0.105 * unit), high - int(0.012 * unit)
    pad = max(int(0.012 * unit), 1)
    pane = mix(times(wall, 0.35), light.sky[1], 0.22)
    glass = mix(pane, WINDOWS[int(rng.integers(len(WINDOWS)))], 0.75 * light.lamps)
    colour[top:low, left + pad : right - pad] = glass
    step = max(int(0.055 * unit), 4)
    for x in range(left + pad, right - pad, step):
        colour[top:low, x : x + max(pad // 3, 1)] = times(wall, 0.6)
    cloth = light.far(AWNINGS[int(rng.integers(len(AWNINGS)))], 0.2)
    pale = light.far((240, 234, 222), 0.2)
    stripe = max(int(0.014 * unit), 2)
    for n, x in enumerate(range(left + pad, right - pad, stripe)):
        end = min(x + stripe, right - pad)
        colour[top - int(0.010 * unit) : top + int(0.026 * unit), x:end] = cloth if n % 2 else pale
    if setup.weather.lies == "snow":
        colour[top - int(0.016 * unit) : top + int(0.006 * unit), left + pad : right - pad] = pale
