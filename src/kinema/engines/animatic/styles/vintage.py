"""Vintage: faded old film, with scratches and dust."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, film

STYLE = Style(
    name="vintage",
    words=(
        "vintage", "vintage film", "retro", "sepia", "old film", "super 8", "super 8 film", "8mm",
        "8mm film", "nostalgic film", "home video", "vhs", "silent film", "1950s", "1960s", "1970s",
        "1980s",
        "复古", "老电影", "怀旧", "胶片", "复古胶片", "老照片",
    ),
    grade=Grade(
        (18, 6, -8), (14, 4, -26), 0.94, lift=0.06, colour=0.62, bloom=0.5, vignette=0.5, grain=10,
        texture=film,
    ),
)  # fmt: skip
