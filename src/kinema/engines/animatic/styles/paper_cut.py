"""Paper cut: flat colours on a rough ground."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, canvas

STYLE = Style(
    name="paper cut",
    words=(
        "paper cut", "papercut", "paper-cut", "paper cutout", "paper cut-out", "cut paper", "origami",
        "paper craft", "papercraft",
        "剪纸", "剪纸风格", "折纸", "纸艺",
    ),
    grade=Grade((4, 2, 6), (8, 6, 2), 1.10, colour=1.15, bloom=0.0, vignette=0.15, grain=2, texture=canvas),
)  # fmt: skip
