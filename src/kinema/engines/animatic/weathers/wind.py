"""Wind: plants bend, clouds race, leaves fly by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.kit import WIND, Colour, Element, Floor, Light, Pieces, Setup, Weather

LEAVES: tuple[Colour, ...] = ((118, 150, 62), (166, 160, 78), (146, 112, 62), (96, 128, 60))


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Leaves that it has torn off."""
    return [Pieces(setup, LEAVES, length=0.017, speed=0.08, narrow=0.5, fade_in=fade_in, share=0.5)]


def light(light: Light, hour: str) -> Light:  # noqa: ARG001
    """Broken clouds."""
    return replace(light, clouds=max(light.clouds, 0.62))


WEATHER = Weather(
    name="wind",
    words=(
        "wind", "windy", "breeze", "gust", "gusty", "gale", "windswept", "breezy", "wind-swept", "windstorm",
        "strong wind", "风吹", "风中", "微风", "大风", "狂风", "清风", "刮风", "海风", "起风", "刮大风",
        "强风", "迎风",
    ),
    air=air,
    light=light,
    wind=0.8,
    bed=WIND,
    vague=1,
)  # fmt: skip
