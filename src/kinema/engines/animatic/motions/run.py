"""Running: through the frame in leaps."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Motion, Performance, Pose

LEAP = 0.75
"""How long the leap of a long shot lasts, in seconds."""


def pose(performance: Performance, t: float) -> Pose:
    """Four feet off the ground once in a cycle."""
    phase, reach = performance.paces(t, 2.3)
    lift = 0.030 * max(0.0, math.sin(2 * math.pi * (phase + 0.55)))
    tilt = 0.07 * math.sin(2 * math.pi * (phase + 0.30))
    facing = performance.facing
    leap = performance.within(t, LEAP)  # once, far over the ground
    if 0 < leap < 1:
        air = math.sin(math.pi * leap)
        lift += 0.17 * air
        tilt += 0.26 * -math.cos(math.pi * leap) * air
    return Pose(performance.across(t) * facing, lift, tilt * facing, facing, phase=phase, reach=reach)


MOTION = Motion(
    name="run",
    words=(
        "run", "sprint", "race", "gallop", "chase", "pursue", "dash", "jog", "bound", "charge", "flee",
        "stampede", "rush", "trot", "scurry", "escape",
        "跑", "奔跑", "跑步", "飞奔", "追逐", "疾驰", "奔驰", "奔腾", "跑过", "追", "追赶", "冲刺", "逃跑",
        "狂奔", "赛跑",
    ),
    pose=pose,
    gait="run",
    speed=0.95,
    steps=4.6,
    footfalls=2,
    leap=LEAP,
    kick=(1.0, 0.32),
    camera="tracking",
    lively=True,
)  # fmt: skip
