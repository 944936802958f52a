"""Driving by: one after the other through the frame of a camera that stays."""

from __future__ import annotations

from kinema.engines.animatic.kit import Motion, Performance, Pose
from kinema.engines.animatic.motions import drive

SPEED = 1.0
"""Short sides a second."""
WINGS = 0.45
"""How far outside of the frame they turn up and go, in short sides."""


def pose(performance: Performance, t: float) -> Pose:
    """In the frame from its beginning on; who has left it comes again."""
    way = 2 * (performance.reach + WINGS)
    gone = (0.7 + performance.nth / performance.count) * way + SPEED * t
    driven = drive.pose(performance, t)
    return Pose(
        (gone % way - way / 2) * performance.facing, driven.lift, 0.0, performance.facing, phase=driven.phase
    )


MOTION = Motion(
    name="drive by",
    words=("drive by", "drive past", "race by", "race past", "speed by", "speed past", "zoom by", "zoom past",
           "rush by", "rush past", "whizz by", "whizz past", "开过", "飞驰而过", "疾驰而过", "呼啸而过"),
    pose=pose,
    runs_on="road",
    sound=drive.sound,
    traces=drive.traces,
    camera="static",
)  # fmt: skip
