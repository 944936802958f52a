"""Hills, dunes, mountains and banks: ridges that repeat to the side, lit from the side of the sun."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import (
    Colour,
    Raster,
    between,
    blur_around,
    mix,
    noise,
    premultiplied,
    smooth,
    thrice,
)
from kinema.engines.animatic.scenery.heavens import MARGIN
from kinema.engines.animatic.stage import Setup


def span(setup: Setup, depth: float) -> tuple[int, int]:
    """The margin and the width of a layer at a depth, in pixels."""
    margin = int((MARGIN + 0.25 * depth) * setup.unit)
    return margin, setup.size.width + 2 * margin


def profile(
    rng: np.random.Generator, width: int, period: float, rough: float = 0.5, sharp: bool = False
) -> Raster:
    """A ridge line of -1 to 1 whose ends meet: hills about `period` pixels wide; `sharp` makes peaks."""
    x = np.arange(width, dtype=np.float32) / width
    base = max(width / period, 1.0)
    total = np.zeros(width, np.float32)
    amplitude, norm = 1.0, 0.0
    for octave in range(7 if sharp else 5):
        cycles = max(round(base * 2**octave), 1)
        wave = np.sin(2 * np.pi * (cycles * x + rng.random())) * 0.6 + 0.4 * np.sin(
            2 * np.pi * (max(cycles - 1, 1) * x + rng.random())
        )
        total += amplitude * ((1 - 2 * np.abs(wave) ** 0.8) if sharp else wave)
        norm += amplitude
        amplitude *= rough
    return total / norm * 1.6


def ridge(
    setup: Setup,
    y: float,
    high: float,
    colour: Colour,
    *,
    depth: float,
    far: float,
    period: float = 0.8,
    rough: float = 0.45,
    sharp: bool = False,
    cap: Colour | None = None,
    soft: float = 0.0,
    relief: float = 0.5,
    down: float | None = None,
) -> Layer:
    """A ridge about `y` pixels, `high` short sides from valley to top, filled to `down` pixels or the end.

    `far` is its distance for the haze, `cap` the colour of snow on its upper part, `relief` how strongly
    its slopes are lit.
    """
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    line = profile(rng, width, period * unit, rough, sharp) * high * unit / 2
    top = int(y - high * unit)
    bottom = int(down if down is not None else setup.size.height + 0.35 * unit)
    rows = max(bottom - top, 8)
    edge = (y - line - top).astype(np.float32)
    below = np.arange(rows, dtype=np.float32)[:, None] - edge[None, :]
    alpha = np.clip(below + 0.5, 0, 1)
    side = 1.0 if light.sun_at[0] > 0.5 else -1.0
    fine, coarse = (_slope(line, max(sigma * unit, 1.0)) * -side for sigma in (0.006, 0.026))
    texture = noise(rng, width, rows, 0.09 * unit, 4) - 0.5
    # A slope's light runs down the hill from its ridge, wandering a little; the lower, the less of the
    # ridge's small teeth is left in it.
    crag = noise(rng, width, rows, 0.022 * unit, 3) - 0.5 if sharp else 0.0
    run = below * 0.25 * side + texture * (0.05 if sharp else 0.16) * unit + crag * 0.02 * unit
    wander = (np.arange(width)[None, :] + run).astype(int) % width
    low = smooth(below / unit, 0.0, 0.10 if sharp else 0.4)
    slope = fine[wander] * (1 - low) + coarse[wander] * 1.5 * low
    lit = np.clip(slope * (0.9 if sharp else 2.6) + 0.5 * crag, -1, 1)
    reach = np.exp(-np.clip(below, 0, None) / max(high * unit * (0.9 if sharp else 0.55), 1))
    shade = 1 + relief * (0.42 * lit * reach + 0.30 * texture)
    body = light.far(colour, far)
    warm = np.clip(lit, 0, 1) * reach * relief
    sunlit = np.subtract(mix(body, light.sun, 0.34), body)
    valley = smooth(below / max(rows, 1), 0.25, 1.0) * min(far * light.haziness, 1) * 0.55
    cover: Raster | None = None
    if cap is not None:
        bright, white = 0.80 + 0.35 * lit * reach, light.far(cap, far * 0.9)
        if sharp:  # above the snow line, which wanders
            height = np.arange(rows, dtype=np.float32)[:, None] / (high * unit)
            cover = np.clip((0.46 - height - texture * 0.55 + 0.10 * lit) * 7, 0, 1)
        else:
            snow = 1 - smooth(below / (high * unit), 0.10, 0.42) - texture * 0.9
            cover = np.clip(snow * 1.6, 0, 1) * smooth(edge, rows, 0)[None, :]
    planes = []
    for i in range(3):  # a plane at a time is twice as fast as three at once
        plane = body[i] * shade + float(sunlit[i]) * warm
        if cap is not None:
            plane += (white[i] * bright - plane) * cover
        plane += (light.haze[i] - plane) * valley
        planes.append((np.clip(plane, 0, 255) * alpha).astype(np.uint8))
    art = cv2.merge([*planes, (alpha * 255).astype(np.uint8)])
    return Layer(blur_around(art, soft * unit) if soft else art, -margin, top, depth, unit, wraps=True)


def _slope(line: Raster, sigma: float) -> Raster:
    """How steeply a line that repeats rises to the right, without what is smaller than `sigma` pixels."""
    width = len(line)
    soft = cv2.GaussianBlur(np.tile(line, 3)[None], (0, 0), sigma)[0]
    return np.asarray(np.gradient(soft)[width : 2 * width].astype(np.float32))


def ground(
    setup: Setup,
    y: float,
    colour: Colour,
    shadow: Colour,
    *,
    depth: float,
    high: float = 0.03,
    soft: float = 0.0,
    speckle: float = 0.10,
) -> Layer:
    """A bank of ground whose upper edge waves about `y` pixels, to the frame's end: snow, sand, grass."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    line = profile(rng, width, 0.9 * unit, 0.4) * high * unit / 2
    top = int(y - high * unit - 2)
    rows = int(setup.size.height + 0.35 * unit) - top
    below = np.arange(rows, dtype=np.float32)[:, None] - (y - line - top).astype(np.float32)[None, :]
    alpha = np.clip(below * 0.7 + 0.5, 0, 1)
    drift = cv2.resize(noise(rng, width // 2, max(rows // 1, 8), 0.05 * unit, 4), (width, rows))
    drift = cv2.resize(drift[: max(rows // 3, 2)], (width, rows))
    near = smooth(below / max(rows * 0.8, 1))
    upper, lower = light.far(colour, 0.18 / max(depth, 0.2)), light.far(shadow, 0.0)
    picture = between(upper, lower, np.clip(near * 0.75 + (drift - 0.5) * 0.7, 0, 1))
    glint = np.exp(-np.clip(below, 0, None) / (0.02 * unit)) * 0.45
    picture = between(picture, mix(upper, light.sun, 0.5), glint)
    fleck = rng.random((rows, width), dtype=np.float32)
    picture *= thrice(1 + speckle * (fleck - 0.5))
    art = premultiplied(np.clip(picture, 0, 255), alpha)
    return Layer(blur_around(art, soft * unit) if soft else art, -margin, top, depth, unit, wraps=True)
