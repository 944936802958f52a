"""Embers: sparks that rise."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Element, Floor, Lights, Setup, Weather


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Small lights that wander, glow and fade."""
    return [Lights(setup, (255, 140, 50), size=0.008, rise=0.22, fade_in=fade_in)]


WEATHER = Weather(
    name="embers",
    words=("ember", "sparks", "火花", "火星四溅", "火花四溅", "余烬", "火星子"),
    air=air,
)
