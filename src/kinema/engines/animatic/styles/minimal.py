"""Minimal: light and plain."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="minimal",
    words=(
        "minimal", "minimalist", "minimalism", "minimalist animation", "flat design", "low poly",
        "low-poly", "isometric", "vector art",
        "极简", "简约", "扁平",
    ),
    grade=Grade(lift=0.05, contrast=0.96, colour=0.9, bloom=0.2, vignette=0.1, grain=0),
)  # fmt: skip
