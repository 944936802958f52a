"""Carrying: walking with something in both arms, before the chest."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing
from kinema.engines.animatic.motions import walk


def hands(t: float) -> tuple[Spot, Spot]:
    """Under it, which sinks a little with every step; `t` counts steps in pairs."""
    step = 0.010 * math.cos(4 * math.pi * t)
    return (0.12, 0.38 + step), (0.27, 0.36 + step)


MOTION = Motion(
    name="carry",
    words=(),
    pose=walk.pose,
    gait="walk",
    speed=walk.MOTION.speed,
    steps=walk.MOTION.steps,
    footfalls=walk.MOTION.footfalls,
    gesture=Gesture(
        hands=hands,
        things=(Thing("📦", 0.40, "both", (0.08, 0.13)),),
        takes=frozenset("📦🎁🧺🪣🧳📚🪵🪨🎃🍉🎂🖼📺💻🪴🥁🧱🏺🪑"),
        upright=True,
    ),
    camera="tracking",
)
