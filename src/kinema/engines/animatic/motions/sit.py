"""Sitting: on a chair in rooms, on the ground elsewhere, animals on their haunches, looking about."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, still


def hands(t: float) -> tuple[Spot, Spot]:
    """In the lap."""
    breath = 0.006 * math.sin(t * 1.9)
    return (-0.10, 0.27 + breath), (0.12, 0.27 + breath)


MOTION = Motion(
    name="sit",
    keeps=True,
    words=("sit", "perch", "squat", "seated", "坐", "坐着", "坐在", "蹲", "蹲着", "crouch"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        low=lambda t: 0.14 + 0.004 * math.sin(t * 1.9),
        bow=lambda t: 0.10 * math.sin(t * 0.9),
    ),
)
