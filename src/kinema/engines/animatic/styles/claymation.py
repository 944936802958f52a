"""Claymation: warm, soft, saturated."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="claymation",
    words=(
        "claymation", "clay animation", "clay", "plasticine", "stop motion", "stop-motion",
        "puppet animation",
        "黏土", "粘土", "粘土动画", "定格动画", "粘土定格动画", "橡皮泥",
    ),
    grade=Grade((6, 2, 0), (10, 6, 0), 1.06, colour=1.20, bloom=0.35, vignette=0.20, grain=2),
)  # fmt: skip
