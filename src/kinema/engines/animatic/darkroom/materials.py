"""Materials: what scenery and bodies are made of in some styles. All take and give premultiplied RGBA."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, blur, noise, smooth

_FULL = 224
"""What a gain of 1 is as a byte, in maps of light."""
_SWATCH = 640
"""The side of the sheets that fibres and finger prints are taken from, in pixels."""


def paper(art: Raster, unit: float) -> Raster:
    """Cut from sheets: flat tones, a clean edge with the white of the cut, fibres, and a shadow on what is
    behind it."""
    cut = _cut(_flat(art, unit, 28, 12))
    return _lifted(_edged(cut, unit), unit)


def paper_body(art: Raster, light: Light, _side: float, unit: float) -> Raster:
    """A figure cut from sheets."""
    return _lifted(_edged(_ambient(_cut(art), light), unit), unit)


def plain(art: Raster, unit: float) -> Raster:
    """Flat shapes."""
    return _cut(_flat(art, unit, 40, 16))


def plain_body(art: Raster, light: Light, side: float, _unit: float) -> Raster:
    """A flat figure with one flat shade, on the side away from the light."""
    return _shaded(art, light, side, 0.10, 0.84, 1.0)


def cel_body(art: Raster, light: Light, side: float, unit: float) -> Raster:
    """A figure painted on a cel: two tones with a hard edge between them, a light, and an ink line."""
    toned = _shaded(art, light, side, 0.055, 0.74, 1.06)
    width = max(round(0.0032 * unit), 1)
    alpha = cv2.extractChannel(art, 3)
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width + 1, 2 * width + 1))
    grown = cv2.dilate(alpha, around)
    # Inside it there is a line wherever a colour ends.
    red, green, blue, _ = cv2.split(cv2.morphologyEx(art, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)))
    edges = cv2.max(cv2.max(red, green), blue)
    inner = cv2.convertScaleAbs(cv2.subtract(edges, np.full_like(edges, 26)), alpha=1.1)
    inner = cv2.min(inner, alpha)
    cv2.multiply(toned, cv2.cvtColor(cv2.bitwise_not(inner), cv2.COLOR_GRAY2RGBA), dst=toned, scale=1 / 255)
    line = cv2.max(cv2.subtract(grown, alpha), inner)
    ink = [cv2.convertScaleAbs(line, alpha=c / 255) for c in (44, 30, 52)]
    inked = cv2.add(toned, cv2.merge([*ink, line]), dst=toned)
    return cv2.insertChannel(grown, inked, 3)


def clay(art: Raster, unit: float) -> Raster:
    """Rolled and pressed from plasticine: soft edges that catch the light, dents and finger prints."""
    return _moulded(_flat(art, unit, 22, 10), 0.010 * unit, 1.0)


def clay_body(art: Raster, light: Light, _side: float, unit: float) -> Raster:
    """A figure of plasticine."""
    return _moulded(_ambient(art, light), 0.014 * unit, 1.5)


def _ambient(art: Raster, light: Light) -> Raster:
    return (art * np.array((*_shares(light), 1.0), np.float32)).astype(np.uint8)


def _shares(light: Light) -> tuple[float, ...]:
    """How much of red, green and blue an hour leaves."""
    return tuple(min(channel * 1.02, 1.0) for channel in light.ambient)


def _flat(art: Raster, unit: float, step: int, hue: int) -> Raster:
    """Art in few tones: lightness in steps, colour in steps, both without the art's own grain."""
    alpha = cv2.extractChannel(art, 3)
    opaque = np.maximum(alpha, 1)[..., None]
    colour = np.minimum(art[..., :3].astype(np.uint16) * 255 // opaque, 255).astype(np.uint8)
    lab = cv2.cvtColor(blur(cv2.medianBlur(colour, 5), 0.0040 * unit), cv2.COLOR_RGB2LAB)
    values = np.arange(256)
    steps = (values // step * step + step // 2).clip(0, 255).astype(np.uint8)
    hues = ((values - 128 + hue // 2) // hue * hue + 128).clip(0, 255).astype(np.uint8)
    lightness, a, b = cv2.split(lab)
    lab = cv2.merge([cv2.LUT(lightness, steps), cv2.LUT(a, hues), cv2.LUT(b, hues)])
    flat = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)
    return np.dstack([cv2.multiply(flat, cv2.merge([alpha] * 3), scale=1 / 255), alpha])


def _cut(art: Raster) -> Raster:
    """The same with an outline that is sharp, however soft it was."""
    alpha = art[..., 3].astype(np.float32) / 255
    crisp = smooth(alpha, 0.42, 0.58)
    gain = (crisp / np.maximum(alpha, 0.05))[..., None]
    return np.asarray(np.clip(art * gain, 0, crisp[..., None] * 255)).astype(np.uint8)


def _edged(art: Raster, unit: float) -> Raster:
    """Paper: fibres all over, and the pale edge of the cut."""
    alpha = cv2.extractChannel(art, 3)
    height, width = alpha.shape
    inner = cv2.erode(alpha, np.ones((3, 3), np.uint8), iterations=max(round(0.0026 * unit), 1))
    edge = cv2.subtract(alpha, inner)
    fibre = np.tile(_fibres(), (-(-height // _SWATCH), -(-width // _SWATCH)))[:height, :width]
    colour = cv2.multiply(art[..., :3], cv2.merge([fibre] * 3), scale=1 / 224)
    pale = cv2.merge([cv2.convertScaleAbs(edge, alpha=share) for share in (0.26, 0.25, 0.22)])
    colour = cv2.min(cv2.add(colour, pale), cv2.merge([alpha] * 3))
    return np.dstack([colour, alpha])


def _lifted(art: Raster, unit: float) -> Raster:
    """Its shadow on the sheet behind, below and all around it."""
    alpha = cv2.extractChannel(art, 3)
    near, wide = max(0.0045 * unit, 1.0), 0.016 * unit
    down = np.array([[1, 0, -0.5 * near], [0, 1, 0.9 * near]], np.float32)
    size = (alpha.shape[1], alpha.shape[0])
    shadow = cv2.addWeighted(blur(alpha, near), 0.34, blur(alpha, wide), 0.36, 0)
    shadow = cv2.warpAffine(shadow, down, size, borderMode=cv2.BORDER_REPLICATE)
    under = cv2.multiply(shadow, cv2.bitwise_not(alpha), scale=1 / 255)
    return np.dstack([art[..., :3], cv2.add(alpha, under)])


def _shaded(art: Raster, light: Light, side: float, wide: float, dark: float, bright: float) -> Raster:
    """Art in a light's colour and two tones: `dark` where the form turns away from a light from `side` and
    above, `bright` elsewhere."""
    alpha = cv2.extractChannel(art, 3)
    height, width = alpha.shape
    half = (max(width // 2, 1), max(height // 2, 1))
    far = wide * height / 2
    shift = np.array([[1, 0, -side * far], [0, 1, 0.55 * far]], np.float32)
    form = blur(cv2.resize(alpha, half, interpolation=cv2.INTER_AREA), far * 0.35)
    moved = cv2.resize(cv2.warpAffine(form, shift, half), (width, height))
    tone = (dark + (bright - dark) * smooth(np.arange(256), 110, 150)) * _FULL
    gain = [cv2.LUT(moved, np.rint(tone * share).astype(np.uint8)) for share in _shares(light)]
    lit = cv2.multiply(art, cv2.merge([*gain, np.full_like(alpha, _FULL)]), scale=1 / _FULL)
    return cv2.min(lit, cv2.cvtColor(alpha, cv2.COLOR_GRAY2RGBA), dst=lit)


def _moulded(art: Raster, soft: float, strength: float) -> Raster:
    """Art as a relief under one large, soft lamp from the upper left, worked at half the size."""
    height, width = art.shape[:2]
    alpha = cv2.extractChannel(art, 3)
    half = (max(width // 2, 4), max(height // 2, 4))
    small = cv2.resize(art, half, interpolation=cv2.INTER_AREA)
    cover = small[..., 3].astype(np.float32) / 255
    grey = cv2.cvtColor(small[..., :3], cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    form = blur(cover, max(soft / 2, 1.0)) + blur(cover, max(soft * 1.6, 1.0)) * 1.2
    dents = np.tile(_dents(), (-(-half[1] // _SWATCH), -(-half[0] // _SWATCH)))[: half[1], : half[0]]
    relief = form * (soft * 0.55) + blur(grey, 1.5) * 1.6 + dents
    slope = cv2.Sobel(relief, cv2.CV_32F, 1, 0, scale=0.25) * 0.7 + cv2.Sobel(
        relief, cv2.CV_32F, 0, 1, scale=0.25
    )
    shade = np.clip(1 + 0.26 * strength * slope, 0.55, 1.45)
    shine = np.clip(slope * strength - 0.85, 0, 1) * 46 * cover
    gain = cv2.resize(shade, (width, height))
    lights = cv2.resize(shine, (width, height))
    colour = art[..., :3] * gain[..., None] + lights[..., None]
    return np.dstack([np.clip(colour, 0, alpha[..., None]).astype(np.uint8), alpha])


@lru_cache(1)
def _fibres() -> Raster:
    """Paper: a fine tooth, clouds of pulp and short fibres, about 224 of 255; its sides meet."""
    rng = np.random.default_rng(7)
    sheet = (
        224
        + 26 * (noise(rng, _SWATCH, _SWATCH, 26, 4) - 0.5)
        + 22 * (noise(rng, _SWATCH, _SWATCH, 3, 2) - 0.5)
    )
    threads: Raster = np.zeros((_SWATCH, _SWATCH), np.uint8)
    for x, y, angle, long in rng.uniform((0, 0, 0, 5), (_SWATCH, _SWATCH, 6.3, 22), (900, 4)):
        end = (int(x + np.cos(angle) * long), int(y + np.sin(angle) * long))
        cv2.line(threads, (int(x), int(y)), end, 255, 1, cv2.LINE_AA)
    sheet += 9 * (cv2.GaussianBlur(threads, (0, 0), 0.7).astype(np.float32) / 255) - 1
    return _meeting(sheet).clip(0, 255).astype(np.uint8)


@lru_cache(1)
def _dents() -> Raster:
    """Plasticine that was pressed: heights in pixels, with the ridges of finger tips; its sides meet."""
    rng = np.random.default_rng(11)
    sheet = 5.0 * (noise(rng, _SWATCH, _SWATCH, 44, 3) - 0.5)
    y, x = np.mgrid[0:_SWATCH, 0:_SWATCH].astype(np.float32)
    for cx, cy, turn, size in rng.uniform((0, 0, 0, 15), (_SWATCH, _SWATCH, 6.3, 26), (46, 4)):
        dx, dy = x - cx, y - cy
        across = dx * np.cos(turn) + dy * np.sin(turn)
        along = -dx * np.sin(turn) + dy * np.cos(turn)
        inside = np.exp(-(((across / size) ** 2 + (along / (size * 1.35)) ** 2) ** 2))
        whorl = np.hypot(across * 1.25, along + size * 0.6)
        sheet += inside * (0.22 * np.sin(whorl * 1.45) - 0.9)
    return _meeting(sheet).astype(np.float32)


def _meeting(sheet: Raster) -> Raster:
    """A sheet whose opposite sides meet: each side fades into what lies beyond the other."""
    edge = 48
    share = np.linspace(0, 1, edge, dtype=np.float32)
    for _ in range(2):
        sheet = sheet.astype(np.float32)
        sheet[:edge] = sheet[:edge] * share[:, None] + sheet[::-1][:edge] * (1 - share[:, None])
        sheet = np.ascontiguousarray(sheet.T)
    return sheet
