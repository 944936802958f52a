"""A clear sky: what there is where nothing is said."""

from __future__ import annotations

from kinema.engines.animatic.kit import Weather

WEATHER = Weather(
    name="clear",
    words=(
        "clear sky", "clear skies", "clear day", "clear weather", "cloudless", "sunny", "clear",
        "晴", "晴朗", "万里无云", "晴天", "阳光明媚", "晴空",
    ),
    vague=3,
)  # fmt: skip
