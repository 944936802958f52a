"""Kicking: a ball that is played away, and comes back."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, still

KICK = 1.6
"""Seconds from one kick to the next."""


def hands(t: float) -> tuple[Spot, Spot]:
    """Out for balance."""
    swing = 0.05 * math.sin(t * 2 * math.pi / KICK)
    return (-0.26, 0.44 + swing), (0.26, 0.44 - swing)


MOTION = Motion(
    name="kick",
    words=(
        "kick",
        "dribble",
        "play soccer",
        "playing soccer",
        "plays soccer",
        "play football",
        "playing football",
        "plays football",
        "踢",
        "踢球",
        "踢足球",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        rising=(Rising("⚽", 0.24, (0.30, 0.10), (0.75, 0.42), KICK, 1),),
        kicks=KICK,
        bow=lambda t: 0.10 * math.sin(t * 2 * math.pi / KICK),
        upright=True,
    ),
)
