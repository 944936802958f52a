"""Wind: which nobody sees."""

from __future__ import annotations

from kinema.engines.animatic.kit import Weather

WEATHER = Weather(
    name="wind",
    words=(
        "wind", "windy", "breeze", "gust", "gusty", "gale", "windswept", "breezy",
        "风吹", "风中", "微风", "大风", "狂风", "清风", "刮风", "海风",
    ),
    vague=1,
)  # fmt: skip
