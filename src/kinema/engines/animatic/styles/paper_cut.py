"""Paper cut: flat colours on a rough ground."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, paper, paper_bits, paper_body

STYLE = Style(
    name="paper cut",
    words=(
        "paper cut", "papercut", "paper-cut", "paper cutout", "paper cut-out", "cut paper", "origami",
        "paper craft", "papercraft",
        "剪纸", "剪纸风格", "折纸", "纸艺",
    ),
    grade=Grade((4, 2, 6), (8, 6, 2), 1.06, colour=1.10, bloom=0.0, vignette=0.18, grain=2),
    scenery=paper,
    body=paper_body,
    bits=paper_bits,
    rate=12,
)  # fmt: skip
