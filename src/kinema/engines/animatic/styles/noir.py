"""Noir: black and white, hard, with dark corners and grain."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="noir",
    words=(
        "noir", "film noir", "neo-noir", "black-and-white", "black and white", "monochrome", "b&w",
        "黑白", "黑色电影",
    ),
    grade=Grade((0, 0, 2), (2, 2, 0), 1.45, colour=0.0, bloom=0.6, vignette=0.62, grain=10),
)  # fmt: skip
