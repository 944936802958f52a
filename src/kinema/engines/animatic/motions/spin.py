"""Spinning on the spot."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import TEMPO, Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Once round in two seconds."""
    return Pose(performance.spread(), 0.02, turn=math.cos(t * 3.2), phase=t * TEMPO)


MOTION = Motion(
    name="spin",
    words=("spin", "rotate", "roll", "pirouette", "whirl", "旋转", "转圈", "滚动", "打滚"),
    pose=pose,
    keeps=True,
)
