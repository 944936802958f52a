"""Minimal: light and plain."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, plain, plain_bits, plain_body

STYLE = Style(
    name="minimal",
    words=(
        "minimal", "minimalist", "minimalism", "minimalist animation", "flat design", "low poly",
        "low-poly", "isometric", "vector art",
        "极简", "简约", "扁平",
    ),
    grade=Grade(lift=0.04, contrast=0.98, colour=0.9, bloom=0.0, vignette=0.0, grain=0),
    scenery=plain,
    body=plain_body,
    bits=plain_bits,
)  # fmt: skip
