"""Trees as subjects: the scenery's own, one picture each, that stand where somebody looks at them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, Raster
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
        self.box = Box(side=0.66, up=1.04, down=0.06, seat=_SEATS.get(kind, (0.10, 0.36)), room=0.5)
        self._image = _pictured(kind, colour, lies, nth % 4)

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw its picture."""
        half = _WIDE / _HIGH / 2
        where = skia.Rect.MakeLTRB(-half, -1.02, half, 0.02)
        canvas.drawImageRect(self._image, where, skia.SamplingOptions(skia.FilterMode.kLinear))


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
