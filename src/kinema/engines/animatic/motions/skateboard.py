"""Skateboarding: rolling along on a board, knees loose, and once in a long shot off the ground with it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Prop, Spot, stream

LEAP = 0.7
"""How long the leap of a long shot lasts, in seconds."""


def pose(performance: Performance, t: float) -> Pose:
    """Upright over the board, the board's front up as it leaps."""
    phase, turned = performance.paces(t, 1.0)
    way = performance.facing
    leap = performance.within(t, LEAP)
    air = math.sin(math.pi * leap) if 0 < leap < 1 else 0.0
    tilt = 0.04 * math.sin(1.9 * t + 3 * performance.apart) - 0.22 * math.sin(2 * math.pi * leap)
    x = performance.across(t) * way
    return Pose(x, 0.05 + 0.17 * air, way * tilt, way, phase=phase, power=0.2, reach=turned)


def hands(t: float) -> tuple[Spot, Spot]:
    """Both arms out, swaying for balance."""
    sway = 0.05 * math.sin(1.9 * t + 0.8)
    return (-0.30, 0.47 - sway), (0.30, 0.47 + sway)


def low(t: float) -> float:
    """In the knees, as the ground asks for it."""
    return 0.025 + 0.015 * math.sin(1.9 * t)


def props() -> Sequence[Prop]:
    """The board under the feet."""
    from kinema.engines.animatic.actors.gear import Skateboard  # Skia: not needed to read a prompt

    return (Prop("skateboard", Skateboard(), 1.0, 1.0, 1),)


MOTION = Motion(
    name="skateboard",
    words=("skateboarding", "skateboards", "玩滑板", "滑板"),
    pose=pose,
    runs_on="path",
    speed=0.8,
    sound=stream(((150, -6), (500, 0), (1600, -4), (5000, -14)), 0.05),
    gesture=Gesture(hands=hands, low=low, takes=frozenset("🛹"), upright=True),
    props=props,
    camera="tracking",
    lively=True,
)
