"""Pixel art: large pixels and few tones."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, pixel, pixel_bits

STYLE = Style(
    name="pixel",
    words=("pixel", "pixel art", "pixelated", "8-bit", "8 bit", "16-bit", "voxel", "像素", "像素风"),
    grade=Grade(contrast=1.12, colour=1.25, bloom=0.0, vignette=0.0, grain=0, texture=pixel),
    rate=12,
    bits=pixel_bits,
    lens=False,
)
