"""Paving: flags of stone, joint by joint smaller to the horizon, that repeat to the side."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, between, noise, premultiplied, smooth
from kinema.engines.animatic.scenery.mirror import Mirror
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.scenery.seasons import WHITE
from kinema.engines.animatic.stage import Element, Setup

_DARKER = 0.55
"""What wet stone keeps of its own brightness."""
_STONE: Colour = (176, 168, 158)


def court(setup: Setup, y: float, line: float, *, colour: Colour = _STONE) -> Element:
    """Flags from `y` pixels to the frame's end; wet ones mirror what is above them. `line` is where the
    subjects stand."""
    lies = setup.weather.lies
    flags = _paving(setup, y, line, colour, snowy=lies == "snow")
    if lies != "wet":
        return flags
    start = int(-flags.x)
    surface = cv2.convertScaleAbs(flags.art[:, start : start + setup.size.width, :3], alpha=_DARKER)
    return Mirror(setup, y, surface, strength=0.50, streak=0.04)


def _paving(setup: Setup, y: float, line: float, colour: Colour, *, snowy: bool) -> Layer:
    """The flags as a layer; under snow only a few of their joints show."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, 1.0)
    rows = int(setup.size.height + 0.35 * unit - y)
    down = np.arange(rows, dtype=np.float32)[:, None]
    # The far edge is as far as a court is deep; rows of flags grow towards the viewer.
    depth = np.log1p(7 * down / max(line - y, 1.0)) * 3.2
    course = np.floor(depth).astype(int)
    count = max(round(width / (0.24 * unit)), 1)
    shift = rng.random(64).astype(np.float32)[course % 64]
    across = np.arange(width, dtype=np.float32)[None, :] * count / width + shift
    tone = rng.uniform(0.90, 1.06, (64, count)).astype(np.float32)
    flags = tone[np.broadcast_to(course % 64, across.shape), across.astype(int) % count]
    seam = np.minimum(depth % 1.0, 1 - depth % 1.0) / np.maximum(np.gradient(depth, axis=0), 1e-4)
    beside = np.minimum(across % 1.0, 1 - across % 1.0) * width / count
    gap = np.maximum(0.0016 * unit, 0.8)
    joint = np.maximum(
        np.exp(-((seam / gap) ** 2)), np.exp(-((beside / gap) ** 2)) * smooth(down, 0, 0.04 * unit)
    )
    near = smooth(down / rows)
    stone = light.far(WHITE if snowy else colour, 0.10)
    far = light.far(WHITE if snowy else colour, 0.35)
    worn = noise(rng, width, rows, 0.10 * unit, 4)
    if snowy:
        joint, flags = joint * smooth(worn, 0.5, 0.75) * 0.6, 0.5 + 0.5 * flags
    picture = between(far, stone, near * np.ones_like(worn))
    picture *= ((0.90 + 0.20 * worn) * flags * (1 - 0.30 * joint))[..., None]
    alpha = np.clip(down + 0.5, 0, 1) * np.ones_like(worn)
    return Layer(premultiplied(np.clip(picture, 0, 255), alpha), -margin, y, 1.0, unit, wraps=True)
