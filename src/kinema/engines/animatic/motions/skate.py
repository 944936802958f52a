"""Skating, skiing and sliding: long strides, one foot after the other."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Leaning into each stride."""
    phase = t * 1.1 + performance.apart
    facing = performance.facing
    x = performance.across(t) + 0.02 * math.sin(2 * math.pi * phase)
    return Pose(x * facing, 0.0, facing * 0.10 + 0.07 * math.sin(math.pi * phase), facing, phase=phase)


MOTION = Motion(
    name="skate",
    words=(),
    pose=pose,
    gait="glide",
    speed=0.8,
    camera="tracking",
    lively=True,
)
