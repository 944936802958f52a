"""Faces: artwork of heads as images, whose eyes can be shut."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import skia

from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.actors.brush import Canvas, argb, paint, stroke
from kinema.engines.animatic.actors.wardrobe import BUSTS, DARK, SKIN
from kinema.engines.animatic.raster import Colour, Raster

FACE = 320
"""How wide a face is, in pixels."""
_LEAST = 40
"""The same where it is as small as it is kept."""
_EYE = (102, 33, 19)
"""The colour that the artwork's eyes have."""
_HAIR = ((255, 172, 51), 1.0)
_GREY = {"👴": (((209, 211, 212), 1.0),), "🧓": (((209, 211, 212), 1.0),),
         "👵": (((128, 130, 133), 1.0), ((109, 110, 113), 0.84))}  # fmt: skip
"""The same of their hair, and how bright that is as a part of the rest of it."""
_CROP = (8.0, 28.0, 27.0)
"""Where a bust's head is in the artwork: left, right and lower end."""
_WIDE = frozenset(("👰", "🕵️", "🧛", "🧙"))
"""Those with wide hats, veils and collars, and nothing in a hand beside them."""
_LARGER = 1.45


class Face:
    """A head's artwork, standing on its chin, with `hair`, `skin` and `eyes` of a colour; `tint` is one laid
    over all of it, and how strongly."""

    def __init__(
        self,
        emoji: str,
        tint: tuple[Colour, float] | None = None,
        hair: Colour | None = None,
        skin: Colour = SKIN,
        eyes: Colour = DARK,
    ) -> None:
        self._images, self._eyes = _drawn(emoji, tint, hair, skin, eyes)

    @property
    def eyes(self) -> tuple[float, tuple[float, float]]:
        """How far apart they are, as a part of usual ones, and where their middle is; of a head one unit
        high, on its chin."""
        if not self._eyes:
            return 1.0, (0.0, -0.48)
        (x, y, *_), (other, level, *_) = self._eyes
        size = min(max(abs(x - other) / (0.28 * FACE), 0.75), 1.6)
        return size, ((x + other) / (2 * FACE), (y + level) / (2 * FACE))

    def draw(self, canvas: Canvas, how: Any) -> None:
        """Draw it with its chin at the origin."""
        # Of images that are each half as large as the one before, that which is less than twice too large:
        # it needs no mipmaps, which take three times as long.
        scale = canvas.getTotalMatrix().getMaxScale()
        nth = min(max(int(-math.log2(max(scale, 1e-3))), 0), len(self._images) - 1)
        image, size = self._images[nth], 2.0**nth
        canvas.save()
        canvas.scale(size, size)
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.drawImage(image, -image.width() / 2, -image.height(), sampling, how)
        canvas.restore()

    def shut(self, canvas: Canvas) -> None:
        """Draw lids over the eyes."""
        for x, y, wide, high, skin in self._eyes:
            canvas.drawOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high), paint(skin))
            canvas.drawLine(x - wide, y, x + wide, y, stroke(_EYE, 0.022 * FACE))


@lru_cache(maxsize=64)
def _drawn(
    emoji: str, tint: tuple[Colour, float] | None, hair: Colour | None, skin: Colour, iris: Colour
) -> tuple[tuple[Any, ...], tuple[tuple[float, float, float, float, Colour], ...]]:
    """The image and smaller ones; of each eye the middle, half the width and height, and its colour."""
    bust = emoji in BUSTS or ("\u200d" in emoji and emoji[0] in "👨👩🧑")
    high = round(FACE * _CROP[2] * _LARGER / VIEW) if bust else FACE
    broad = round(1.3 * FACE) if emoji in _WIDE else FACE
    pixels = np.zeros((high, broad, 4), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()
    if bust:
        scale = FACE / VIEW * _LARGER
        canvas.translate(broad / 2 - VIEW / 2 * scale, 0)
        canvas.scale(scale, scale)
        left, right, low = (4.2, 31.8, _CROP[2]) if emoji in _WIDE else _CROP
        canvas.clipRect(skia.Rect.MakeLTRB(left, 0, right, low))
    else:
        canvas.scale(FACE / VIEW, FACE / VIEW)
    canvas.drawPicture(picture(emoji, "#{:02x}{:02x}{:02x}".format(*skin) if skin != SKIN else ""))
    if tint:
        canvas.drawColor(argb(*tint), skia.BlendMode.kSrcATop)
    if hair:
        coloured = pixels[..., :3]
        drawn = coloured.astype(int)
        for tone, bright in _GREY.get(emoji, (_HAIR,)):
            near = np.abs(drawn - tone).sum(axis=2) < 40
            coloured[near & (pixels[..., 3] > 0)] = np.multiply(hair, bright)
    dark = (np.abs(pixels[..., :3].astype(int) - _EYE).sum(axis=2) < 30) & (pixels[..., 3] > 200)
    _, _, stats, middles = cv2.connectedComponentsWithStats(dark.astype(np.uint8))
    eyes = []
    for (_, _, wide, tall, area), (x, y) in zip(stats[1:], middles[1:], strict=True):
        if area > 60 and wide < 0.2 * FACE and tall < 0.25 * FACE:
            around = pixels[min(int(y + tall * 0.5 + 6), high - 1), int(x), :3]
            lid = (float(around[0]), float(around[1]), float(around[2]))
            eyes.append((float(x) - broad / 2, float(y) - high, wide * 0.78, tall * 0.68, lid))
    if len(eyes) == 2:  # larger, with a light in each, to be seen from afar
        canvas.resetMatrix()
        for x, y, wide, tall, _ in eyes:
            at = (x + broad / 2, y + high)
            canvas.drawOval(skia.Rect.MakeLTRB(*_about(*at, wide * 0.96, tall)), paint(iris))
            if iris != DARK:
                canvas.drawOval(skia.Rect.MakeLTRB(*_about(*at, wide * 0.5, tall * 0.6)), paint(DARK))
            glint = _about(at[0] + 0.25 * wide, at[1] - 0.4 * tall, 0.3 * wide, 0.3 * wide)
            canvas.drawOval(skia.Rect.MakeLTRB(*glint), paint((255, 255, 255)))
    smaller: Raster = pixels.copy()
    images = [skia.Image.fromarray(smaller, skia.kRGBA_8888_ColorType)]
    while min(smaller.shape[:2]) > _LEAST:
        half = (smaller.shape[1] // 2, smaller.shape[0] // 2)
        smaller = cv2.resize(smaller, half, interpolation=cv2.INTER_AREA)
        images.append(skia.Image.fromarray(smaller, skia.kRGBA_8888_ColorType))
    return tuple(images), tuple(eyes) if len(eyes) == 2 else ()


def _about(x: float, y: float, wide: float, tall: float) -> tuple[float, float, float, float]:
    """The edges of what reaches so far to each side and up and down from a place."""
    return x - wide, y - tall, x + wide, y + tall
