"""Cycling: on a bicycle through the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kinema.engines.animatic.kit import Motion, Performance, Pose, Prop


def pose(performance: Performance, t: float) -> Pose:
    """In the saddle, treading."""
    facing = performance.facing
    phase, reach = performance.paces(t, 1.2)
    lean = 0.03 * math.sin(t * 2.6)
    return Pose(performance.across(t) * facing, 0.09, facing * 0.06 + lean, facing, phase=phase, reach=reach)


def props() -> Sequence[Prop]:
    """The bicycle under whoever rides it."""
    from kinema.engines.animatic.actors.fleet import Bicycle  # Skia: not needed to read a prompt

    return (Prop("bicycle", Bicycle(), 0.80, 0.0, -1),)


MOTION = Motion(
    name="cycle",
    words=("cycle", "cycling", "biking", "pedal", "骑车", "骑行", "骑单车"),
    pose=pose,
    runs_on="path",
    gait="ride",
    props=props,
    speed=0.7,
    camera="tracking",
    home="meadow",
)
