"""Clouds: an overcast sky, which is drawn as a clear one."""

from __future__ import annotations

from kinema.engines.animatic.kit import Weather

WEATHER = Weather(
    name="clouds",
    words=("overcast", "cloudy", "gray sky", "grey sky", "阴天", "多云", "乌云", "阴云"),
    vague=2,
)
