"""Whatever is in the air or leaves a trace: one module for each way of moving."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.particles.drifting import Lights
from kinema.engines.animatic.stage import Element, Floor, Setup
from kinema.engines.animatic.vocabulary import vocabulary


def backdrop(setup: Setup) -> Sequence[Element]:
    """What of the weather hangs between the scenery and the subjects."""
    weather, place = vocabulary().weathers[setup.scene.weather], vocabulary().places[setup.scene.setting]
    return weather.backdrop(setup) if weather.backdrop and not place.indoors else []


def air(setup: Setup, floor: Floor | None, fade_in: float = 0.0) -> Sequence[Element]:
    """What is in the air in a scene's weather. It comes in over `fade_in` seconds; without a `floor`, over a
    picture whose ground nobody knows, nothing splashes."""
    weather, place = vocabulary().weathers[setup.scene.weather], vocabulary().places[setup.scene.setting]
    if weather.air and not place.indoors:
        return weather.air(setup, floor, fade_in)
    if place.indoors or floor is None or setup.scene.mood == "dreamy":
        return [Lights(setup, (255, 240, 214), size=0.005, rise=0.012, fade_in=fade_in)]
    if setup.fine and setup.sunlit:  # what hangs in the air is seen against the sun
        return [Lights(setup, setup.light.sun, size=0.004, rise=0.006, fade_in=fade_in)]
    return []
