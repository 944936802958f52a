"""Plants, drawn straight into a layer's pixels: conifers, trunks, crowns, cacti, palms and grass."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, Raster, blur_around, mix, times
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.scenery.swaying import Swaying, swaying
from kinema.engines.animatic.stage import Setup

Plant = Callable[[Raster, float, float, float, np.random.Generator], None]
"""Draws into premultiplied RGBA pixels: (pixels, x, base, height, rng)."""

_SHIFT = 4


def fill(art: Raster, points: list[tuple[float, float]], colour: Colour) -> None:
    """A filled, smooth-edged, opaque polygon."""
    corners = np.array([[(round(x * 16), round(y * 16)) for x, y in points]], np.int32)
    cv2.fillPoly(art, [corners[0]], (*colour, 255), cv2.LINE_AA, _SHIFT)


def row(
    setup: Setup,
    base: float,
    high: float,
    plant: Plant,
    *,
    depth: float,
    gap: float,
    soft: float = 0.0,
    uneven: float = 0.3,
    bends: float = 0.0,
) -> Layer | Swaying:
    """Plants side by side, `gap` short sides apart on average, up to `high` short sides tall; repeats. In
    a wind their tops go up to `bends` of their height aside."""
    rng, unit = setup.rng, setup.unit
    margin, width = span(setup, depth)
    rows = int(high * unit * 1.25) + 8
    art = np.zeros((rows, width, 4), np.uint8)
    count = max(int(width / (gap * unit)), 1)
    for n in rng.permutation(count):
        x = (n + rng.uniform(-0.4, 0.4)) * width / count
        tall = high * unit * rng.uniform(1 - uneven, 1.0)
        for shifted in (x - width, x, x + width):
            if -0.6 * tall < shifted < width + 0.6 * tall:
                plant(art, shifted, rows - 4, tall, np.random.default_rng(int(n) * 77 + int(depth * 1000)))
    art = blur_around(art, soft * unit) if soft else art
    layer = Layer(art, -margin, base - rows + 4, depth, unit, wraps=True)
    return swaying(layer, setup.weather.wind, bends)


def conifer(colour: Colour, snow: Colour | None) -> Plant:
    """A fir of ragged tiers, darker to one side, with snow on its boughs."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        wide = tall * rng.uniform(0.17, 0.23)
        tone = times(colour, float(rng.uniform(0.85, 1.1)))
        fill(
            art,
            [
                (x - tall * 0.018, base),
                (x - tall * 0.014, base - tall * 0.2),
                (x + tall * 0.014, base - tall * 0.2),
                (x + tall * 0.018, base),
            ],
            times(tone, (0.9, 0.7, 0.6)),
        )
        tiers = 7
        for n in range(tiers):
            low = base - tall * (0.10 + 0.80 * n / tiers)
            top = low - tall * (0.25 - 0.010 * n)
            half = wide * (1 - n / tiers) ** 0.85 + tall * 0.015
            edge = [(x - half * (1 - k / 3) if k < 3 else x, 0.0) for k in range(1)]
            jag = [
                (x + half * u, low + tall * 0.022 * (1 if k % 2 else -0.6) + tall * 0.02 * abs(u))
                for k, u in enumerate(np.linspace(1, -1, 9))
            ]
            fill(art, [(x, top), *jag], tone)
            fill(art, [(x, top), *[(px, py) for px, py in jag if px <= x]], times(tone, 0.80))
            if snow is not None and edge:
                lean = half * 0.62
                fill(
                    art,
                    [
                        (x, top),
                        (x + lean, low - tall * 0.045),
                        (x + lean * 0.45, low - tall * 0.060),
                        (x, top + tall * 0.07),
                        (x - lean * 0.5, low - tall * 0.062),
                        (x - lean, low - tall * 0.042),
                    ],
                    snow,
                )

    return draw


def trunk(colour: Colour, snow: Colour | None) -> Plant:
    """A bare trunk that leaves the frame above, with a few branches and rime on one side."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        half = tall * rng.uniform(0.018, 0.034)
        lean = tall * rng.uniform(-0.05, 0.05)
        tone = times(colour, float(rng.uniform(0.8, 1.15)))
        body = [
            (x - half * 1.4, base),
            (x - half, base - tall * 0.1),
            (x - half * 0.8 + lean, 0),
            (x + half * 0.8 + lean, 0),
            (x + half, base - tall * 0.1),
            (x + half * 1.5, base),
        ]
        for n in range(5):
            y = base - tall * rng.uniform(0.35, 0.95)
            way = 1 if n % 2 else -1
            at = x + lean * (base - y) / tall
            long = tall * rng.uniform(0.05, 0.13)
            rise = long * rng.uniform(0.5, 1.1)
            fill(
                art,
                [(at, y + half * 0.30), (at + way * long, y - rise), (at, y - half * 0.10)],
                times(tone, 0.9),
            )
        fill(art, body, tone)
        fill(
            art,
            [
                (x - half * 1.4, base),
                (x - half * 0.8 + lean, 0),
                (x - half * 0.1 + lean, 0),
                (x - half * 0.4, base),
            ],
            times(tone, 0.72),
        )
        if snow is not None:
            fill(
                art,
                [
                    (x + half * 0.75, base - tall * 0.06),
                    (x + half * 0.5 + lean, 0),
                    (x + half * 0.82 + lean, 0),
                    (x + half * 1.12, base - tall * 0.06),
                ],
                snow,
            )

    return draw


def cactus(colour: Colour) -> Plant:
    """A saguaro with two arms."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:  # noqa: ARG001 - all cacti are alike
        thick = max(int(tall * 0.13), 2)
        dark = times(colour, 0.75)
        for offset, tone, width in ((0, dark, thick), (thick * 0.16, colour, max(int(thick * 0.62), 1))):
            ink = (*tone, 255)
            cv2.line(
                art,
                (int(x + offset), int(base)),
                (int(x + offset), int(base - tall * 0.93)),
                ink,
                width,
                cv2.LINE_AA,
            )
            for way, low, high in ((-1, 0.38, 0.70), (1, 0.50, 0.80)):
                elbow = (int(x + way * tall * 0.2 + offset), int(base - tall * low))
                cv2.line(
                    art,
                    (int(x + offset), int(base - tall * low)),
                    elbow,
                    ink,
                    int(width * 0.75) or 1,
                    cv2.LINE_AA,
                )
                cv2.line(
                    art, elbow, (elbow[0], int(base - tall * high)), ink, int(width * 0.75) or 1, cv2.LINE_AA
                )

    return draw


def palm(colour: Colour, wood: Colour) -> Plant:
    """A palm with a bent trunk and hanging fronds."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        lean = tall * rng.uniform(0.08, 0.22)
        stem = [(x + lean * (k / 8) ** 1.8, base - tall * 0.82 * k / 8) for k in range(9)]
        fill(
            art,
            [(px - tall * 0.022, py) for px, py in stem]
            + [(px + tall * 0.018, py) for px, py in reversed(stem)],
            wood,
        )
        top = stem[-1]
        for n in rng.permutation(11):
            angle = math.pi * (n + 0.5) / 11
            long, tone = tall * rng.uniform(0.30, 0.42), times(colour, float(rng.uniform(0.7, 1.15)))
            # A rib that rises, bends over and hangs, with leaflets that hang from it.
            along = np.linspace(0, 1, 10)
            across = top[0] - math.cos(angle) * long * along
            down = top[1] + long * (0.72 * along**2.4 - 0.75 * math.sin(angle) * along)
            hang = (
                long * 0.17 * np.sin(math.pi * along).clip(0) ** 0.7 * np.where(np.arange(10) % 2, 1.0, 0.55)
            )
            rib, below = zip(across, down, strict=True), zip(across, down + hang, strict=True)
            fill(art, [*rib, *reversed(list(below))], tone)

    return draw


def grass(colour: Colour, flowers: tuple[Colour, ...] = ()) -> Plant:
    """A tuft of blades, some of which flower."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        for _ in range(6):
            lean, long = rng.uniform(-0.35, 0.35) * tall, tall * rng.uniform(0.5, 1.0)
            foot = x + rng.uniform(-0.25, 0.25) * tall
            tone = times(colour, float(rng.uniform(0.7, 1.2)))
            fill(
                art,
                [
                    (foot - tall * 0.035, base),
                    (foot + lean * 0.5, base - long * 0.65),
                    (foot + lean, base - long),
                    (foot + tall * 0.045, base),
                ],
                tone,
            )
        if flowers and rng.random() < 0.55:
            bloom = flowers[int(rng.integers(len(flowers)))]
            at = (
                int((x + rng.uniform(-0.2, 0.2) * tall) * 16),
                int((base - tall * rng.uniform(0.7, 1.0)) * 16),
            )
            cv2.circle(art, at, int(max(tall * 0.11, 1.5) * 16), (*bloom, 255), -1, cv2.LINE_AA, _SHIFT)
            cv2.circle(
                art,
                at,
                int(max(tall * 0.04, 0.7) * 16),
                (*mix(bloom, (255, 230, 120), 0.7), 255),
                -1,
                cv2.LINE_AA,
                _SHIFT,
            )

    return draw
