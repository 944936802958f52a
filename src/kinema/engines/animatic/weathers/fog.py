"""Fog: banks that drift before and behind whoever is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.kit import HUSH, Element, Floor, FogBank, Light, Setup, Weather, mix, overcast


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """A thin bank before everybody."""
    return [FogBank(setup, fade_in, strength=0.55)]


def backdrop(setup: Setup) -> Sequence[Element]:
    """A thick one behind them."""
    return [FogBank(setup, 0.0, strength=0.75, veil=0.34)]


def light(light: Light, hour: str) -> Light:  # noqa: ARG001
    """Nothing far can be seen."""
    return replace(overcast(light, mix(light.haze, (206, 210, 214), 0.35), 0.85), haziness=1.3)


WEATHER = Weather(
    name="fog",
    words=(
        "fog", "foggy", "mist", "misty", "haze", "hazy",
        "雾", "薄雾", "大雾", "雾气", "迷雾", "晨雾", "浓雾", "雾中", "云雾",
    ),
    air=air,
    backdrop=backdrop,
    light=light,
    veils=True,
    grey=0.45,
    bed=HUSH,
)  # fmt: skip
