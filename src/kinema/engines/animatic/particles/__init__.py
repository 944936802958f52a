"""Whatever falls, drifts or sparkles in the air: one module for each way of moving."""

from __future__ import annotations

from kinema.engines.animatic.particles.drifting import LIGHTS, PIECES, FogBank, Lights, Pieces
from kinema.engines.animatic.particles.falling import Splashes, rain, snow
from kinema.engines.animatic.stage import Element, Floor, Setup


def backdrop(setup: Setup) -> list[Element]:
    """What of the weather hangs between the scenery and the subjects."""
    outdoors = setup.scene.weather == "fog" and setup.scene.setting != "room"
    return [FogBank(setup, 0.0, strength=0.75, veil=0.34)] if outdoors else []


def air(setup: Setup, floor: Floor | None, fade_in: float = 0.0) -> list[Element]:
    """What is in the air in a scene's weather. It comes in over `fade_in` seconds; without a `floor`, over a
    picture whose ground nobody knows, nothing splashes."""
    weather = setup.scene.weather
    if setup.scene.setting == "room":
        weather = "motes"
    if weather == "rain":
        splashes: list[Element] = [Splashes(setup, floor)] if floor and floor.surface != "none" else []
        return [*splashes, rain(setup, fade_in)]
    if weather == "snow":
        return [snow(setup, fade_in=fade_in)]
    if weather == "fog":
        return [FogBank(setup, fade_in, strength=0.55)]
    if weather in PIECES:
        return [Pieces(setup, weather, fade_in)]
    if weather in LIGHTS:
        return [Lights(setup, weather, fade_in)]
    return [Lights(setup, "motes", fade_in)] if floor is None or setup.scene.mood == "dreamy" else []
