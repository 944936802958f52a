"""Standing: whoever stays where they are and breathes, and does all that has no motion of its own."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose


def pose(performance: Performance, t: float) -> Pose:
    """Swaying a little, and a hop once in a long shot; a thing stands still."""
    if not performance.alive:
        return Pose(performance.spread(-0.08), facing=performance.facing, phase=t * 0.5, power=0.1)
    sway = 0.012 * math.sin(t * 1.7 + performance.apart * 6)
    hop = performance.within(t, 0.8)
    air = math.sin(math.pi * min(max((hop - 0.3) / 0.5, 0.0), 1.0))
    sway -= 0.13 * (
        math.sin(math.pi * min(hop / 0.3, 1.0)) + 0.7 * math.sin(math.pi * max((hop - 0.8) / 0.2, 0.0))
    )
    return Pose(
        performance.spread(-0.08),
        0.07 * air,
        stretch=1 + sway + 0.08 * air,
        tilt=0.012 * math.sin(t * 1.7 + performance.apart * 6),
        facing=performance.facing,
        phase=t * 0.5,
        power=0.1,
    )


MOTION = Motion(
    name="stand",
    words=("stand", "wait", "pose", "linger", "站", "站着", "等待", "站立", "停", "矗立", "伫立", "等"),
    pose=pose,
)
