"""Snowboarding: down a slope, sideways on one board, and once in a long shot through the air."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Prop, Spot, stream
from kinema.engines.animatic.motions.ski import HISS, SPRAY, TURNS

LEAP = 0.9
"""How long the leap of a long shot lasts, in seconds."""


def pose(performance: Performance, t: float) -> Pose:
    """From edge to edge."""
    time = t + 4 * performance.apart
    way = performance.facing
    turn = math.sin(TURNS * time)
    leap = performance.within(t, LEAP)
    air = math.sin(math.pi * leap) if 0 < leap < 1 else 0.0
    tilt = 0.10 + 0.11 * turn - 0.25 * math.sin(2 * math.pi * leap)
    x = performance.across(t) + 0.05 * turn
    return Pose(
        x * way, 0.01 + 0.01 * math.cos(TURNS * time) + 0.2 * air, way * tilt, way, phase=time, power=0.2
    )


def hands(t: float) -> tuple[Spot, Spot]:
    """Both arms out, for balance."""
    turn = 0.06 * math.sin(TURNS * t + 0.6)
    return (-0.30, 0.45 - turn), (0.32, 0.45 + turn)


def low(t: float) -> float:
    """Deep in the knees."""
    return 0.05 + 0.015 * math.cos(2 * TURNS * t)


def props() -> Sequence[Prop]:
    """The board under the feet."""
    from kinema.engines.animatic.actors.gear import Snowboard  # Skia: not needed to read a prompt

    return (Prop("snowboard", Snowboard(), 1.0, 1.0, 1),)


MOTION = Motion(
    name="snowboard",
    words=("snowboard", "snowboarding", "单板滑雪"),
    pose=pose,
    speed=1.0,
    sound=stream(HISS, 0.05, period=math.pi / TURNS),
    gesture=Gesture(hands=hands, low=low, rising=(SPRAY,), takes=frozenset("🏂"), upright=True),
    props=props,
    camera="tracking",
    home="snowfield",
    weather="snow",
    lively=True,
)
