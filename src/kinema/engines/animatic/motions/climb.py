"""Climbing: hand over hand up a rock."""

from __future__ import annotations

import math
from dataclasses import replace

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Spot, Thing, still, strokes

HOLD = 1.1
"""Seconds from one hold to the next of the same hand."""


def pose(performance: Performance, t: float) -> Pose:
    """Close to the rock, a little higher with every hold."""
    share = (t + performance.apart) / HOLD
    return replace(still(performance, t), lift=0.02 + 0.018 * math.sin(4 * math.pi * share), tilt=0.10)


def hands(t: float) -> tuple[Spot, Spot]:
    """One pulls while the other reaches."""
    reach = 0.11 * math.sin(2 * math.pi * t / HOLD)
    return (0.10, 0.72 + reach), (0.22, 0.72 - reach)


MOTION = Motion(
    name="climb",
    words=("climb", "scale the", "rock climbing", "爬上", "攀登", "攀爬", "爬山", "爬树", "攀岩"),
    pose=pose,
    home="mountains",
    sound=strokes(HOLD / 2, ((200, -8), (900, 0), (4000, -12)), 0.05, 0.06),
    gesture=Gesture(
        hands=hands,
        things=(Thing("🪨", 0.98, "none", (0.38, 0.38), 16, behind=True),),
        bow=lambda t: -0.25 + 0.05 * math.sin(t * 2),
        low=lambda t: 0.03 + 0.03 * math.sin(4 * math.pi * t / HOLD),
    ),
)
