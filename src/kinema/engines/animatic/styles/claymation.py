"""Claymation: warm, soft, saturated."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, clay, clay_bits, clay_body

STYLE = Style(
    name="claymation",
    words=(
        "claymation", "clay animation", "clay", "plasticine", "stop motion", "stop-motion",
        "puppet animation",
        "黏土", "粘土", "粘土动画", "定格动画", "粘土定格动画", "橡皮泥",
    ),
    grade=Grade((8, 3, 0), (8, 4, -4), 0.98, lift=0.02, colour=1.12, bloom=0.22, vignette=0.24, grain=2),
    scenery=clay,
    body=clay_body,
    bits=clay_bits,
    rate=12,
)  # fmt: skip
