"""Whatever falls, drifts or sparkles in the air: one module for each way of moving."""

from __future__ import annotations

from kinema.engines.animatic.particles.falling import Splashes, rain, snow
from kinema.engines.animatic.stage import Element, Floor, Setup


def air(setup: Setup, floor: Floor, fade_in: float = 0.0) -> list[Element]:
    """What is in the air in a scene's weather; it comes in over `fade_in` seconds."""
    match setup.scene.weather:
        case "rain":
            splashes: list[Element] = (
                [Splashes(setup, floor)] if floor.surface != "none" and not fade_in else []
            )
            return [*splashes, *rain(setup, fade_in)]
        case "snow":
            return [*snow(setup, fade_in=fade_in)]
    return []
