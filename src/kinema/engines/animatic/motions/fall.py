"""Falling: down through the frame, turning over."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose, around


def pose(performance: Performance, t: float) -> Pose:
    """Swinging to the side; who has fallen out of the frame falls into it again."""
    share = t / performance.seconds
    lift = around(0.40 - 0.8 * share, 1.0) + 0.35
    x = performance.spread() + 0.06 * math.sin(t * 2.2)
    return Pose(x, lift, tilt=t * 1.6 + performance.apart * 6, phase=t)


MOTION = Motion(
    name="fall",
    words=(
        "falling", "falls", "drop", "tumble", "land", "descend", "collapse", "sink", "crash",
        "落下", "坠落", "掉落", "飘落", "降落", "着陆", "下沉",
    ),
    pose=pose,
    footing="air",
)  # fmt: skip
