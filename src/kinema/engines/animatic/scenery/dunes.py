"""Dunes and drifts: crests with a lit side and a shaded one, whose edge runs down towards the viewer."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, between, mix, noise, premultiplied, smooth
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.stage import Setup


def dunes(
    setup: Setup,
    y: float,
    high: float,
    colour: Colour,
    shadow: Colour,
    *,
    depth: float,
    far: float,
    period: float = 0.9,
    ripples: float = 0.0,
) -> Layer:
    """Dunes about `period` short sides apart whose feet are at `y` pixels, up to `high` short sides tall, to
    the frame's end; the sides away from the sun have the colour of `shadow`. `ripples` is how much the wind
    has combed them."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    count = max(round(width / (period * unit)), 1)
    apart = width / count
    way = -1.0 if light.sun_at[0] > 0.5 else 1.0  # the steep side, away from the sun
    top = int(y - 1.15 * high * unit)
    rows = int(setup.size.height + 0.35 * unit) - top
    x = np.arange(width, dtype=np.float32)[None, :]
    line = np.zeros((1, width), np.float32)
    peaks = [(n + rng.uniform(0.25, 0.75)) * apart for n in range(count)]
    talls = rng.uniform(0.5, 1.0, count) * high * unit
    for peak, tall in zip(peaks, talls, strict=True):
        away = ((x - peak) * way + width / 2) % width - width / 2
        reach = np.where(away > 0, 0.72, 1.05) * apart
        hump = tall * np.clip(np.cos(np.clip(away / reach, -1, 1) * np.pi / 2), 0, 1) ** 1.6
        line = np.maximum(line, hump) + 0.12 * np.minimum(line, hump)
    edge = y - line[0] - top
    below = np.arange(rows, dtype=np.float32)[:, None] - edge[None, :]
    down = np.arange(rows, dtype=np.float32)[:, None]
    shade = np.zeros((rows, width), np.float32)
    for peak, tall in zip(peaks, talls, strict=True):
        under = np.clip(down - (y - tall - top), 0, None)
        bend = (
            0.10
            * apart
            * np.sin(under / (0.55 * tall + 1) + rng.uniform(0, 6))
            * smooth(under / (0.8 * tall + 1))
        )
        crest = peak + way * (0.55 * under + bend)
        past = ((x - crest) * way + width / 2) % width - width / 2
        fall = np.exp(-np.clip(past, 0, None) / (0.42 * apart)) * np.exp(-under / (2.2 * tall + 1))
        shade = np.maximum(shade, np.clip(past / 1.5 + 0.5, 0, 1) * fall)
    grain = noise(rng, width, rows, 0.08 * unit, 4) - 0.5
    body, dark = light.far(colour, far), light.far(shadow, far * 0.9)
    near = smooth(below / max(rows, 1)) * np.ones_like(shade)
    picture = between(mix(body, light.sun, 0.22 * min(light.shade + 0.3, 1.0)), mix(body, dark, 0.42), near)
    picture = between(picture, dark, np.clip(shade * 0.95, 0, 1))
    comb = (
        np.sin((below + 0.10 * x * way + 0.10 * unit * grain) / (0.0052 * unit + 0.014 * down))
        if ripples
        else 0.0
    )
    picture *= (1 + 0.10 * grain + ripples * comb * smooth(below, 0, 0.05 * unit))[..., None]
    alpha = np.clip(below + 0.5, 0, 1)
    return Layer(premultiplied(np.clip(picture, 0, 255), alpha), -margin, top, depth, unit, wraps=True)
