"""Fireflies: by night, over the grass."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Element, Floor, Lights, Setup, Weather


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Small lights that wander, glow and fade."""
    return [Lights(setup, (214, 255, 120), size=0.012, rise=0.015, fade_in=fade_in)]


WEATHER = Weather(
    name="fireflies",
    words=("firefly", "fireflies", "lightning bugs", "萤火虫"),
    air=air,
    nightly=True,
)
