"""Rolling: what a thing does that is chased."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Bouncing as it goes."""
    phase = t * 1.5 + performance.apart
    lift = 0.07 * abs(math.sin(math.pi * phase))
    facing = performance.facing
    return Pose(performance.across(t) * facing, lift, 0.0, facing, phase=phase)


MOTION = Motion(
    name="roll",
    words=(),
    pose=pose,
    gait="roll",
    speed=0.95,
)
