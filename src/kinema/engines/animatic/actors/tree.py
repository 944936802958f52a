"""Trees as subjects: the scenery's own, one picture each, that stand where somebody looks at them."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, limb, paint, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, Raster, times
from kinema.engines.animatic.scenery.flora import Plant, conifer, palm
from kinema.engines.animatic.scenery.trees import broadleaf

TREES = {"🌳": "broadleaf", "🌲": "conifer", "🌴": "palm"}
"""The kinds of tree by artwork."""
_HIGH, _WIDE = 760, 960
"""Pixels of a tree's picture."""
_SNOW: Colour = (242, 246, 252)
_WOOD: Colour = (98, 72, 54)
_BLOSSOM: Colour = (244, 178, 196)


class Tree:
    """A tree of one `kind`, the `nth` of its group, as it looks where snow or leaves `lie` on the ground."""

    def __init__(self, kind: str, colour: Colour | None = None, *, lies: str = "", nth: int = 0) -> None:
        self.box = Box(side=0.66, up=1.04, down=0.06, seat=_SEATS.get(kind, (0.10, 0.36)), room=0.36)
        self._image = _pictured(kind, colour, lies, nth % 4)

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw its picture."""
        half = _WIDE / _HIGH / 2
        where = skia.Rect.MakeLTRB(-half, -1.02, half, 0.02)
        canvas.drawImageRect(self._image, where, skia.SamplingOptions(skia.FilterMode.kLinear))


class Bough:
    """A bough that grows out of a trunk to one side, with twigs and leaves."""

    box = Box(side=1.3, up=2.1, down=0.05, seat=(0.12, 0.86), room=0.62, rigid=True)
    _TWIGS = ((0.42, -0.83, 0.62, -1.06), (0.80, -0.86, 1.02, -0.70), (-0.20, -0.80, -0.06, -0.62))
    _LEAVES = (
        (0.60, -1.10, 0.10), (0.72, -1.02, 0.08), (0.50, -1.16, 0.07), (1.04, -0.66, 0.09),
        (1.10, -0.78, 0.08), (1.22, -0.90, 0.11), (1.08, -0.98, 0.09), (-0.02, -0.58, 0.08),
        (0.06, -0.66, 0.06), (1.30, -0.80, 0.08),
    )  # fmt: skip

    def __init__(self, colour: Colour = (104, 158, 72)) -> None:
        self._leaf = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the trunk, the bough over it, twigs, and leaves that stir."""
        dark = times(_WOOD, 0.72)
        trunk = [(-1.12, 0.02), (-1.06, -0.55), (-1.10, -1.05), (-1.02, -2.1)]
        canvas.drawPath(limb(trunk, [0.26, 0.20, 0.19, 0.16], 17), paint(dark))
        canvas.drawPath(limb([(x + 0.05, y) for x, y in trunk], [0.18, 0.13, 0.12, 0.10], 17), paint(_WOOD))
        bough = [(-1.02, -0.72), (-0.50, -0.79), (0.20, -0.80), (0.80, -0.86), (1.24, -0.88)]
        canvas.drawPath(limb(bough, [0.115, 0.080, 0.065, 0.048, 0.020], 25), paint(dark))
        top = [(x, y - 0.018) for x, y in bough]
        canvas.drawPath(limb(top, [0.09, 0.060, 0.046, 0.030, 0.010], 25), paint(times(_WOOD, 1.16)))
        for left, low, right, high in self._TWIGS:
            canvas.drawLine(left, low, right, high, stroke(dark, 0.03))
        for n, (x, y, size) in enumerate(self._LEAVES):
            sway = 0.012 * math.sin(1.7 * pose.phase + n)
            for dx, dy, share in (
                (0.0, 0.0, 0.84),
                (-0.55, 0.30, 0.70),
                (0.50, 0.34, 0.76),
                (0.05, -0.30, 1.12),
            ):
                leaf = skia.Rect.MakeXYWH(
                    x + sway + dx * size - 0.62 * size, y + dy * size - 0.42 * size, 1.24 * size, 0.84 * size
                )
                canvas.drawOval(leaf, paint(times(self._leaf, share)))


_SEATS = {"palm": (0.06, 0.80), "conifer": (0.08, 0.30)}
"""Where others are on one; on the lowest bough of the others."""


@lru_cache(maxsize=16)
def _pictured(kind: str, colour: Colour | None, lies: str, nth: int) -> skia.Image:
    art: Raster = np.zeros((_HIGH, _WIDE, 4), np.uint8)
    rng = np.random.default_rng(nth)
    _plant(kind, colour, lies)(art, _WIDE / 2, _HIGH * 0.985, _HIGH * 0.88, rng)
    return skia.Image.fromarray(art, skia.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType)


def _plant(kind: str, colour: Colour | None, lies: str) -> Plant:
    snowy, autumn = lies == "snow", lies == "leaves"
    if kind == "palm":
        return palm(colour or (74, 140, 70), (142, 104, 70))
    if kind == "conifer":
        return conifer(colour or (48, 104, 74), _SNOW if snowy else None)
    if kind == "cherry":
        return broadleaf(colour or _BLOSSOM, _WOOD)
    leaf = colour or ((206, 118, 46) if autumn else (92, 146, 66))
    return broadleaf(
        leaf, _WOOD, leafy=0.0 if snowy else 0.75 if autumn else 1.0, snow=_SNOW if snowy else None
    )
