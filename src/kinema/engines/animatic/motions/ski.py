"""Skiing: down a slope in turns, poles in both hands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Prop, Rising, Spot, stream

TURNS = 1.6
"""Of the angle with which one turns, in radians a second."""
HISS = ((400, -22), (1800, -8), (5000, 0), (12000, -8))


def pose(performance: Performance, t: float) -> Pose:
    """Knees bent, tips down, leaning into each turn."""
    time = t + 4 * performance.apart
    way = performance.facing
    turn = math.sin(TURNS * time)
    x = performance.across(t) + 0.05 * turn
    lift = 0.015 + 0.015 * math.cos(TURNS * time)
    return Pose(x * way, lift, way * (0.13 + 0.07 * turn), way, phase=time, power=0.2)


def hands(t: float) -> tuple[Spot, Spot]:
    """Before the body, one a little higher in each turn."""
    turn = 0.03 * math.sin(TURNS * t)
    return (0.10, 0.44 - turn), (0.30, 0.42 + turn)


def low(t: float) -> float:
    """Lower in the middle of each turn."""
    return 0.04 + 0.015 * math.cos(2 * TURNS * t)


def gripped(t: float) -> tuple[Spot, Spot]:
    """Where the poles are held, over the skis."""
    (far, high), (near, up) = hands(t)
    return (far, high - low(t)), (near, up - low(t))


SPRAY = Rising("❄️", 0.10, (-0.30, 0.04), (-0.55, 0.16), 0.9, 5, 0.8)
"""Snow behind whoever glides over it."""


def props() -> Sequence[Prop]:
    """Skis under the feet, and the poles."""
    from kinema.engines.animatic.actors.gear import Skis  # Skia: not needed to read a prompt

    return (Prop("skis", Skis(gripped), 1.0, 1.0, -1),)


MOTION = Motion(
    name="ski",
    words=("ski", "skiing", "滑雪"),
    pose=pose,
    speed=1.0,
    sound=stream(HISS, 0.045, period=math.pi / TURNS),
    gesture=Gesture(hands=hands, low=low, rising=(SPRAY,), takes=frozenset("🎿⛷"), upright=True),
    props=props,
    camera="tracking",
    home="snowfield",
    weather="snow",
    lively=True,
)
