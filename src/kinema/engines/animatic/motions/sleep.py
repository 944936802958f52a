"""Sleeping: lying still, and breathing."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """A breath every three and a half seconds."""
    stretch = 1 + 0.018 * math.sin(t * 1.8)
    return Pose(performance.spread(-0.05), stretch=stretch, phase=t * 0.3, power=0)


MOTION = Motion(
    name="sleep",
    words=(
        "sleep", "nap", "rest", "lie", "snooze", "doze", "asleep", "dream", "relax", "nestle",
        "睡", "睡觉", "睡着", "打盹", "休息", "躺", "沉睡", "打瞌睡", "熟睡", "趴", "晒太阳",
    ),
    pose=pose,
    gait="sleep",
    keeps=True,
)  # fmt: skip
