"""Swimming at the surface, for those who breathe air: head and shoulders above it, stroke by stroke."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Forward with each stroke, bobbing; past the shot it slows."""
    share = t / performance.seconds
    if share > 1:
        share = 1.35 - 0.35 * math.exp(-(share - 1) / 0.35)
    stroke = math.sin(2 * math.pi * 0.8 * t + performance.nth)
    x = (-0.42 + 0.72 * share) * max(performance.reach * 0.9, 0.5) * performance.facing + 0.012 * stroke
    facing = performance.facing
    lift = 0.012 * math.sin(1.9 * t + performance.nth) + 0.008 * stroke
    return Pose(x + performance.place * 0.5, lift, 0.20 * facing, facing, phase=1.6 * t)


MOTION = Motion(
    name="bathe",
    words=("bathe", "wade"),
    pose=pose,
    gait="swim",
    footing="water",
    sunk=0.48,
    home="lake",
)
