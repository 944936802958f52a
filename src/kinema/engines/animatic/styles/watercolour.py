"""Watercolour: pigment on rough paper."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, watercolour

STYLE = Style(
    name="watercolour",
    words=(
        "watercolour", "watercolor", "aquarelle", "ink wash", "ink painting", "watercolour illustration",
        "watercolor illustration", "watercolor painting",
        "国画", "水彩", "水彩画", "水墨", "水墨画",
    ),
    grade=Grade(
        (10, 10, 18), (6, 6, 2), 0.92, lift=0.10, colour=0.98, bloom=0.25, vignette=0.0, grain=0,
        texture=watercolour, coarse=True,
    ),
    lens=False,
)  # fmt: skip
