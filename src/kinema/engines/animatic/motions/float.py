"""Floating: turning slowly, without weight."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose, onward


def pose(performance: Performance, t: float) -> Pose:
    """Drifting and tumbling a little."""
    share = onward(t / performance.seconds, 1.0, 0.8)
    x = performance.spread(-0.20) + 0.26 * share + 0.02 * math.sin(t * 0.7)
    lift = 0.36 + 0.06 * math.sin(t * 0.55 + performance.nth) + 0.05 * share
    tilt = -0.30 + 0.42 * share + 0.06 * math.sin(t * 0.8)
    return Pose(x, lift, tilt, performance.facing, phase=t * 0.4 + performance.apart)


MOTION = Motion(
    name="float",
    words=(
        "float", "drift", "levitate", "hover", "weightless", "spacewalk", "bob",
        "漂浮", "飘浮", "漂", "飘", "悬浮", "失重", "漂流", "悬停", "飘着",
    ),
    pose=pose,
    gait="float",
    footing="air",
)  # fmt: skip
