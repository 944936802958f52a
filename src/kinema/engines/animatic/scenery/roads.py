"""What wheels run on: asphalt with its lines, a track in sand, a lane cleared of snow."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Raster, between, noise, premultiplied, smooth
from kinema.engines.animatic.scenery.relief import profile, span
from kinema.engines.animatic.stage import Setup

BEHIND, BEFORE = 0.085, 0.105
"""How far a road reaches to either side of the line of those on it, in short sides."""
OPEN = frozenset({"grass", "sand", "snow", "dry"})
"""Floors that carry no wheels without a road."""

_ASPHALT = (96, 96, 104)
_TRACK = (176, 142, 104)
_PAINT = (236, 230, 214)
_LINES = ((0.05, 0.010), (0.94, 0.016))
"""Where the lines at its edges are, and how wide, in parts of the road's width as it is seen."""
_DASHES = 3.2
"""Dashes of the line in the middle, to a short side."""


def road(setup: Setup, line: float, *, paved: bool) -> Layer:
    """A layer that repeats for ever, with a road from side to side about `line` pixels: of asphalt, or of
    earth."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, 1.0)
    rows = int((BEHIND + BEFORE) * unit)
    y = np.arange(rows, dtype=np.float32)[:, None]
    away = np.broadcast_to(y / rows, (rows, width))
    base = light.far(_ASPHALT if paved else _TRACK, 0.06)
    tone = np.broadcast_to(np.array(base, np.float32), (rows, width, 3))
    grit = 0.93 + 0.14 * rng.random((rows, width), dtype=np.float32)
    patched = 0.90 + 0.20 * noise(rng, width, rows, 0.05 * unit, 3)
    worn = 1.0 - 0.10 * (np.exp(-(((away - 0.30) / 0.05) ** 2)) + np.exp(-(((away - 0.62) / 0.07) ** 2)))
    nearer = 0.90 + 0.16 * away
    picture = tone * (grit * patched * (worn if paved else 2 * worn - 1) * nearer)[..., None]
    if paved:
        picture = between(picture, light.far(_PAINT, 0.06), 0.85 * _lines(away, width, unit))
    edge = profile(rng, width, 0.25 * unit, 0.5) * (0.004 if paved else 0.014) * unit
    verge = max((0.004 if paved else 0.012) * unit, 1.0)
    alpha = smooth((y + edge) / verge) * smooth((rows - 1 - y + edge) / verge)
    art = premultiplied(np.clip(picture, 0, 255), np.clip(alpha, 0, 1))
    return Layer(art, -margin, line - BEHIND * unit, 1.0, unit, wraps=True)


def _lines(away: Raster, width: int, unit: float) -> Raster:
    """How much paint there is, 0 to 1: a line at each edge, and dashes in the middle that lean away."""
    rows = away.shape[0]
    painted = np.zeros_like(away)
    for at, half in _LINES:
        painted += smooth(1.5 - np.abs(away - at) / half)
    dashes = max(round(_DASHES * width / unit), 1)
    x = np.arange(width, dtype=np.float32)[None, :] + 0.6 * (rows / 2 - away * rows)
    on = np.mod(x * dashes / width, 1.0) < 0.5
    middle = smooth(1.5 - np.abs(away - 0.44) / 0.016) * on
    paint: Raster = cv2.GaussianBlur(np.clip(painted + middle, 0, 1, dtype=np.float32), (0, 0), 0.6)
    return paint
