"""Neon: violet and cyan, and light that spills."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="neon",
    words=(
        "cyberpunk", "neon style", "synthwave", "vaporwave", "retrowave", "outrun",
        "赛博朋克", "霓虹风格", "蒸汽波",
    ),
    grade=Grade((16, -8, 34), (14, -6, 20), 1.18, colour=1.35, bloom=0.95, vignette=0.42, grain=4),
)  # fmt: skip
