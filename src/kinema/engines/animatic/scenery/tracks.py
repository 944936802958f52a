"""What a train runs on: rails on a bank of stones, across a valley on the arches of a viaduct."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Raster, mix, noise
from kinema.engines.animatic.scenery.flora import fill
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.stage import Setup

_ARCH = 0.44
"""How far apart the piers of a viaduct stand, in short sides."""


def tracks(setup: Setup, line: float, *, bridged: bool) -> Layer:
    """A layer that repeats for ever, whose rails are at `line` pixels."""
    unit, light = setup.unit, setup.light
    margin, width = span(setup, 1.0)
    bays = max(round(width / (_ARCH * unit)), 1)
    rows = int(setup.size.height + 0.2 * unit - line) if bridged else int(0.075 * unit)
    top = int(0.012 * unit)
    art = np.zeros((top + rows, width, 4), np.uint8)
    if bridged:
        _arches(art, setup, top, bays)
    else:
        stones = light.far((124, 116, 108), 0.05)
        rough = noise(setup.rng, width, rows, 0.012 * unit, 2)
        bank = np.clip(np.linspace(1.2, 0.0, rows, dtype=np.float32)[:, None] * 3 - rough, 0, 1)
        shade = (0.7 + 0.5 * rough)[..., None] * np.array(stones, np.float32)
        art[top:] = np.dstack([shade * bank[..., None], bank * 255]).clip(0, 255).astype(np.uint8)
        tie = light.far((78, 60, 48), 0.05)
        for n in range(bays * 9):
            x = (n + 0.5) * width / (bays * 9)
            half, deep = 0.010 * unit, 0.022 * unit
            fill(
                art,
                [
                    (x - half, top),
                    (x + half, top),
                    (x + half * 1.3, top + deep),
                    (x - half * 1.3, top + deep),
                ],
                tie,
            )
    rail = light.far((176, 178, 186), 0.05)
    for y, thick in ((0.0, 0.005), (0.014, 0.007)) if not bridged else ((0.0, 0.006),):
        at, half = top + y * unit, thick * unit / 2
        fill(art, [(0, at - half), (width, at - half), (width, at + half), (0, at + half)], rail)
    return Layer(art, -margin, line - top, 1.0, unit, wraps=True)


def _arches(art: Raster, setup: Setup, top: int, bays: int) -> None:
    """Stone arches, darker inside, lighter at the parapet, with courses of masonry."""
    unit, light, rng = setup.unit, setup.light, setup.rng
    rows, width = art.shape[0] - top, art.shape[1]
    bay, deck = width / bays, int(0.075 * unit)
    y = np.arange(rows, dtype=np.float32)[:, None]
    x = (np.arange(width, dtype=np.float32)[None, :] % bay) - bay / 2
    radius = bay * 0.39
    spring = deck + 0.03 * unit + radius
    arch = np.where(y < spring, np.hypot(x, y - spring) - radius, np.abs(x) - radius)
    solid = np.clip(arch + 0.5, 0, 1)
    course = 0.013 * unit
    joint = 1 - 0.13 * (np.mod(y, course) < max(course * 0.16, 1.0))
    side = 1.0 if light.sun_at[0] > 0.5 else -1.0
    rounded = 1 + 0.16 * side * np.clip(x / bay * 2, -1, 1) * (np.abs(x) > radius * 0.9) * (y > deck)
    ring = 1 + 0.22 * np.exp(-(((arch - 0.014 * unit) / (0.009 * unit)) ** 2))
    rough = 0.86 + 0.28 * noise(rng, width, rows, 0.03 * unit, 3)
    stone = light.far((164, 148, 130), 0.06)
    tone = np.array(stone, np.float32) * (joint * rounded * ring * rough)[..., None]
    low = np.array(mix(stone, light.haze, 0.55), np.float32)
    sunk = np.clip((y - deck) / (0.42 * unit), 0, 1)[..., None] * min(light.haziness, 1.0)
    picture = tone + (low - tone) * sunk
    picture[: int(0.02 * unit)] *= 1.18
    picture[int(0.02 * unit) : int(0.026 * unit)] *= 0.6
    art[top:] = np.dstack([picture * solid[..., None], solid * 255]).clip(0, 255).astype(np.uint8)
    cv2.line(art, (0, top), (width, top), (*(int(c * 0.6) for c in stone), 255), 1)
