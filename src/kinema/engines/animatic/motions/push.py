"""Pushing and pulling: hands against something heavy that moves by jerks."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import (
    Gesture,
    Motion,
    Performance,
    Pose,
    Rising,
    Spot,
    Thing,
    smooth,
    strokes,
)

SHOVE = 1.4
"""Seconds from one shove to the next."""


def pose(performance: Performance, t: float) -> Pose:
    """Leaning into it, a little further with every shove, and as far back in the end."""
    time = t + performance.apart
    shoves = math.floor(time / SHOVE) + float(smooth(time % SHOVE, 0.2, 0.7))
    way = performance.facing
    gone = 0.12 * math.sin(0.35 * shoves)
    return Pose(performance.spread() + way * gone, tilt=way * 0.16, facing=way, phase=time, power=0.2)


def hands(t: float) -> tuple[Spot, Spot]:
    """Both flat against it."""
    press = 0.02 * math.sin(2 * math.pi * t / SHOVE)
    return (0.24 + press, 0.52), (0.28 + press, 0.40)


MOTION = Motion(
    name="push",
    words=("push", "shove", "推", "推车", "推着"),
    pose=pose,
    sound=strokes(SHOVE, ((60, -4), (180, 0), (900, -8), (3000, -20)), 0.16, 0.10, late=0.2, attack=0.15),
    gesture=Gesture(
        hands=hands,
        things=(Thing("📦", 0.62, "none", (0.62, 0.27)),),
        rising=(Rising("💨", 0.11, (-0.10, 0.05), (-0.16, 0.05), SHOVE, 2, 0.5),),
        bow=lambda t: 0.25 + 0.08 * math.sin(2 * math.pi * t / SHOVE),
        low=lambda t: 0.03 + 0.01 * math.sin(2 * math.pi * t / SHOVE),
        takes=frozenset("📦🛒🛷🪨🛞"),
        upright=True,
    ),
)
