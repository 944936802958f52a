"""Walking: through the frame, step by step."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import TEMPO, Motion, Performance, Pose

LEAP = 0.5
"""How long the skip in a long shot lasts, in seconds."""


def pose(performance: Performance, t: float) -> Pose:
    """One cycle a second, and a skip once in a long shot."""
    phase, reach = performance.paces(t, 1.0)
    lift = 0.008 * abs(math.sin(2 * math.pi * phase))
    skip = math.sin(math.pi * performance.within(t, LEAP))
    lift += 0.06 * max(skip, 0.0)
    tilt = 0.02 * math.sin(2 * math.pi * phase)
    facing = performance.facing
    return Pose(performance.across(t) * facing, lift, tilt * facing, facing, phase=phase, reach=reach)


MOTION = Motion(
    name="walk",
    words=(
        "walk", "stroll", "wander", "crawl", "hike", "march", "explore", "tread", "stomp", "trudge",
        "limp", "tiptoe", "creep", "pace", "prowl", "roam", "stalk", "slither",
        "走", "行走", "散步", "漫步", "走路", "徘徊", "走过", "爬行", "爬", "踱步", "溜达", "前行",
    ),
    pose=pose,
    gait="walk",
    speed=0.32,
    steps=TEMPO,
    footfalls=2,
    leap=LEAP,
    camera="tracking",
)  # fmt: skip
