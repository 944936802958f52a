"""Clouds: an overcast sky, in whose light nothing throws a shadow."""

from __future__ import annotations

from dataclasses import replace

from kinema.engines.animatic.kit import Light, Weather, overcast


def light(light: Light, hour: str) -> Light:
    """Grey, and from everywhere."""
    grey = (70.0, 78.0, 96.0) if hour == "night" else (176.0, 182.0, 190.0)
    return replace(overcast(light, grey, 0.62), clouds=0.95)


WEATHER = Weather(
    name="clouds",
    words=("overcast", "cloudy", "gray sky", "grey sky", "阴天", "多云", "乌云", "阴云"),
    light=light,
    veils=True,
    wind=0.2,
    grey=0.30,
    vague=2,
)
