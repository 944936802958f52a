"""Breaching: out of the water in an arc, nose first, and back into it."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose

_EVERY = 2.3
"""Seconds from one leap to the next."""


def pose(performance: Performance, t: float) -> Pose:
    """High and slow at the top, steep where it breaks the water."""
    turn = 2 * math.pi * (t / _EVERY + 0.02 + 0.37 * performance.nth)
    facing = performance.facing
    share = t / performance.seconds
    x = (-0.34 + 0.62 * min(share, 1.0) + 0.02 * math.sin(turn)) * performance.reach * facing
    lift = 0.33 * math.sin(turn) - 0.13
    return Pose(x + 0.55 * performance.place, lift, -0.85 * math.cos(turn) * facing, facing, phase=1.3 * t)


MOTION = Motion(
    name="breach",
    words=("breach",),
    pose=pose,
    gait="swim",
    footing="water",
    sunk=0.02,
    home="sea",
)
