"""A cave: dark rock on all sides, stalactites, and daylight that falls in through its mouth."""

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
    blur,
    fill,
    ground,
    noise,
    premultiplied,
    row,
    smooth,
    span,
    times,
)

_ROCK: Colour = (104, 92, 88)
_SEAM = 0.12
"""Over how much of itself the wall melts into where it began, in short sides."""


def build(setup: Setup) -> Stage:
    """The mouth far behind, walls in two planes, the teeth of floor and ceiling before them."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    horizon, line = 0.62 * height, (0.85 if not setup.size.is_portrait else 0.80) * height
    stage = Stage(Floor(horizon, line, "stone"), rays=False)
    skies = light.sky[1:] if light.stars < 0.5 else (light.sky[1], times(light.sky[2], 1.4))
    add = stage.behind.append
    add(_wall(setup, horizon, skies))
    floor: Colour = times(_ROCK, 0.95)
    add(_teeth(setup, 0.0, 0.26, 0.46, 0.17, times(_ROCK, 0.50)))
    add(ground(setup, horizon + 0.02 * unit, floor, times(floor, 0.45), depth=0.45, high=0.05))
    add(row(setup, horizon + 0.05 * unit, 0.16, _stump(times(_ROCK, 0.62)), depth=0.5, gap=0.34))
    add(ground(setup, horizon + 0.12 * unit, times(floor, 1.1), times(floor, 0.5), depth=0.8, high=0.03))
    add(_teeth(setup, 0.0, 0.34, 0.9, 0.24, times(_ROCK, 0.34)))
    near = stage.front.append
    near(row(setup, height + 0.06 * unit, 0.24, _stump(times(_ROCK, 0.20)), depth=1.4, gap=0.75, soft=0.006))
    return stage


def _wall(setup: Setup, horizon: float, skies: tuple[Colour, ...]) -> Layer:
    """Rock around the mouth, lit from it."""
    rng, unit, light = setup.rng, setup.unit, setup.light
    margin, period = span(setup, 0.2)
    width = period + int(_SEAM * unit)
    height = setup.size.height + 2 * margin
    x = (np.arange(width, dtype=np.float32) - margin)[None, :] / unit
    y = (np.arange(height, dtype=np.float32) - margin)[:, None] / unit
    rough = noise(rng, width, height, 0.16 * unit, 5) - 0.5
    centre = (0.64 * setup.size.width / unit, horizon / unit - 0.08)
    r = np.sqrt(((x - centre[0]) / 0.34) ** 2 + ((y - centre[1]) / 0.26) ** 2) + 0.55 * rough
    mouth = smooth(r, 1.04, 0.98)
    lit = np.exp(-np.clip(r - 1, 0, None) * 1.15)
    crags = 1 - np.abs(2 * noise(rng, width, height, 0.14 * unit, 5) - 1) ** 0.7
    slope = np.gradient(cv2.GaussianBlur(crags, (0, 0), 0.004 * unit))
    relief = np.clip((slope[0] * 0.6 + slope[1]) * 0.10 * unit, -0.6, 0.9)
    body = np.array(_ROCK, np.float32) * ((0.20 + 0.62 * lit) * (0.62 + 0.4 * crags + relief))[..., None]
    body += (lit**3 * (0.6 + relief))[..., None] * np.array(skies[1], np.float32) * 0.30
    rise = np.clip((centre[1] + 0.06 - y) / 0.34, 0, 1)[..., None] ** 0.8
    outside = np.array(skies[1], np.float32) * (1 - rise) + np.array(skies[0], np.float32) * rise
    hill = smooth(y - (centre[1] + 0.03 + 0.035 * np.sin(9 * x)), 0.0, 0.004)[..., None]
    outside = outside + (np.array(light.far((86, 112, 84), 0.55), np.float32) - outside) * hill
    picture = body + (outside - body) * mouth[..., None]
    into = np.linspace(0, 1, width - period, dtype=np.float32)[:, None]
    picture[:, : width - period] *= into
    picture[:, : width - period] += picture[:, period:] * (1 - into)
    solid = premultiplied(np.clip(picture[:, :period], 0, 255), np.ones((height, period), np.float32))
    return Layer(solid, -margin, -margin, 0.2, unit, wraps=True)


def _teeth(setup: Setup, top: float, high: float, depth: float, gap: float, colour: Colour) -> Layer:
    """Stalactites that hang from the ceiling, over a band of it."""
    rng, unit = setup.rng, setup.unit
    margin, width = span(setup, depth)
    rows = int((high + 0.2) * unit) + margin
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    count = int(width / (gap * unit) * 2)
    base = margin + top * unit
    tone = setup.light.far(colour, 0.0)
    for n in range(count):
        x = (n + float(rng.uniform(-0.4, 0.4))) * width / count
        long = base + high * unit * float(rng.uniform(0.15, 1.0)) ** 1.6
        half = gap * unit * float(rng.uniform(0.22, 0.62))
        for at in (x - width, x, x + width):
            fill(
                art,
                [
                    (at - half, 0),
                    (at + half, 0),
                    (at + 0.5 * half, 0.5 * long),
                    (at, long),
                    (at - 0.4 * half, 0.55 * long),
                ],
                tone,
            )
            fill(art, [(at, 0), (at + half, 0), (at + 0.5 * half, 0.5 * long), (at, long)], times(tone, 0.8))
    cv2.rectangle(art, (0, 0), (width, int(base + 0.03 * unit)), (*tone, 255), -1)
    return Layer(blur(art, 0.003 * unit), -margin, -margin, depth, unit, wraps=True)


def _stump(colour: Colour) -> Plant:
    """A stalagmite, lit on one side."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        half = tall * float(rng.uniform(0.16, 0.34))
        tip = x + half * float(rng.uniform(-0.3, 0.3))
        fill(
            art,
            [(x - half, base), (x + half, base), (tip + 0.2 * half, base - tall), (tip, base - tall)],
            colour,
        )
        fill(art, [(x, base), (x + half, base), (tip + 0.2 * half, base - tall)], times(colour, 0.7))

    return draw


def lit(light: Light) -> Light:
    """Dim, from the mouth behind."""
    return replace(
        light, ambient=times(light.ambient, 0.80), haziness=0.25, shade=0.0, clouds=0.0, sun_at=(0.7, 0.5),
        lamps=max(light.lamps, 0.7),
    )  # fmt: skip


PLACE = Place(
    name="cave",
    words=(
        "cave", "cavern", "grotto", "inside a cave", "crystal cave", "underground cave", "dungeon",
        "mine shaft", "洞穴", "山洞", "岩洞", "溶洞", "洞窟", "地牢", "矿洞",
    ),
    build=build,
    bed=Bed(((60, -14), (180, 0), (500, -10), (1600, -22), (6000, -40)), 0.030, 5.0, 0.2),
    light=lit,
    broader="mountains",
    indoors=True,
)  # fmt: skip
