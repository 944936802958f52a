"""Dust: sand in the wind, and air the colour of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.kit import WIND, Element, Floor, Light, Lights, Setup, Weather, overcast


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Small lights that wander, glow and fade."""
    return [Lights(setup, (255, 224, 170), size=0.006, rise=0.02, fade_in=fade_in)]


def light(light: Light, hour: str) -> Light:  # noqa: ARG001
    """Ochre."""
    return replace(overcast(light, (206.0, 160.0, 106.0), 0.5), haziness=1.1)


WEATHER = Weather(
    name="dust",
    words=(
        "dust", "sandstorm", "dusty", "dust storm", "dust motes",
        "沙尘", "沙尘暴", "尘土", "尘土飞扬", "扬尘", "风沙",
    ),
    air=air,
    light=light,
    wind=0.6,
    grey=0.20,
    bed=WIND,
    home="desert",
)  # fmt: skip
