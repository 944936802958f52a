"""Sketch: pencil on paper."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, sketch, sketch_bits

STYLE = Style(
    name="sketch",
    words=(
        "sketch", "pencil", "charcoal", "charcoal drawing", "pen and ink", "line art",
        "炭笔", "线稿",
        "pencil sketch", "hand drawn", "hand-drawn",
        "素描", "铅笔", "手绘",
    ),
    grade=Grade(contrast=1.0, colour=0.0, bloom=0.0, vignette=0.0, grain=0, texture=sketch),
    bits=sketch_bits,
    lens=False,
)  # fmt: skip
