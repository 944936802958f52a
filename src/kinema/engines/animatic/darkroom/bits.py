"""Bits: what flakes, drops, leaves and puffs of smoke are made of in some styles. All take and give
premultiplied RGBA, of one or of a sheet of them, and the short side in pixels."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, smooth, thrice

_INK = 96
_BARE = 250


def paper_bits(art: Raster, unit: float) -> Raster:
    """Cut out of paper: the white of the cut around it, and its shadow on what is behind."""
    cut = _crisp(art)
    alpha = cv2.extractChannel(cut, 3)
    edge = cv2.subtract(alpha, cv2.erode(alpha, np.ones((3, 3), np.uint8)))
    colour = cv2.min(cv2.add(cut[..., :3], thrice(cv2.convertScaleAbs(edge, alpha=0.24))), thrice(alpha))
    far = max(0.003 * unit, 1.0)
    fallen = _moved(alpha, -0.5 * far, far)
    under = cv2.multiply(fallen, cv2.bitwise_not(alpha), scale=0.42 / 255)
    return np.dstack([colour, cv2.add(alpha, under)])


def clay_bits(art: Raster, unit: float) -> Raster:
    """Rolled from plasticine: round, and shining at the upper left."""
    round_ = _crisp(art)
    alpha = cv2.extractChannel(round_, 3)
    far = max(0.0045 * unit, 1.0)
    form = cv2.GaussianBlur(alpha, (0, 0), far).astype(np.float32)
    slope = (form - _moved(form, far, far)) / 255
    gain = np.clip(1 + 0.75 * slope, 0.6, 1.3)
    shine = np.clip(slope - 0.22, 0, 1) * 150
    colour = round_[..., :3] * thrice(gain) + thrice(shine)
    return np.dstack([np.minimum(colour, thrice(alpha)).astype(np.uint8), alpha])


def plain_bits(art: Raster, _unit: float) -> Raster:
    """Flat, in one tone."""
    flat = _crisp(art)
    seen = flat[..., 3] > 128
    if not seen.any():
        return flat
    tone = flat[..., :3][seen].mean(axis=0)
    return np.dstack([(flat[..., 3:] / 255 * tone).astype(np.uint8), flat[..., 3]])


def pixel_bits(art: Raster, unit: float) -> Raster:
    """As large as one square of the picture at least, and whole."""
    grown = cv2.dilate(art, np.ones((max(round(unit / 240), 1),) * 2, np.uint8))
    whole = _crisp(grown)
    return whole * (whole[..., 3:] > 128)


def sketch_bits(art: Raster, unit: float) -> Raster:
    """Drawn with a pencil: an outline around bare paper, hatched on the side away from the light."""
    alpha = cv2.extractChannel(_crisp(art), 3)
    thick = max(round(0.0022 * unit), 1)
    inner = cv2.erode(alpha, np.ones((2 * thick + 1,) * 2, np.uint8))
    far = 0.010 * unit
    shaded = cv2.subtract(inner, _moved(inner, -far, -far))
    rows, columns = alpha.shape
    across = np.add.outer(np.arange(rows), np.arange(columns)) % max(round(0.010 * unit), 4)
    hatched = np.where(across < max(round(0.003 * unit), 1), shaded, 0).astype(np.uint8)
    ink = cv2.add(cv2.subtract(alpha, inner), cv2.convertScaleAbs(hatched, alpha=0.8))
    grey = cv2.subtract(
        cv2.convertScaleAbs(alpha, alpha=_BARE / 255), cv2.convertScaleAbs(ink, alpha=(_BARE - _INK) / 255)
    )
    return cv2.merge([grey, grey, grey, alpha])


def _crisp(art: Raster) -> Raster:
    """The same with a clean outline, however soft it was, and nothing that shows through."""
    alpha = art[..., 3].astype(np.float32) / 255
    crisp = smooth(alpha, 0.24, 0.42)
    colour = art[..., :3] * thrice(crisp / np.maximum(alpha, 0.05))
    return np.dstack([np.minimum(colour, 255 * thrice(crisp)), 255 * crisp]).astype(np.uint8)


def _moved(sheet: Raster, right: float, down: float) -> Raster:
    matrix = np.array([[1, 0, right], [0, 1, down]], np.float32)
    return cv2.warpAffine(sheet, matrix, (sheet.shape[1], sheet.shape[0]))
