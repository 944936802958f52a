"""Standing: whoever stays where they are and breathes, and does all that has no motion of its own."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Swaying a little."""
    sway = 0.012 * math.sin(t * 1.7 + performance.apart * 6)
    return Pose(
        performance.spread(-0.08),
        stretch=1 + sway,
        tilt=sway,
        facing=performance.facing,
        phase=t * 0.5,
        power=0.1,
    )


MOTION = Motion(
    name="stand",
    words=("stand", "wait", "pose", "linger", "站", "站着", "等待", "站立", "停", "矗立", "伫立", "等"),
    pose=pose,
)
