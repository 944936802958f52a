"""Jumping: hop by hop to the side, and back again in a long film."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import EVENTFUL, Motion, Performance, Pose, smooth


def pose(performance: Performance, t: float) -> Pose:
    """A hop every 0.9 s: down, up through the air, down."""
    cycle = (t / 0.9 + performance.apart) % 1.0
    air = max(0.0, math.sin(math.pi * (cycle - 0.25) / 0.75)) if cycle > 0.25 else 0.0
    squash = 1 - 0.16 * math.sin(math.pi * cycle / 0.25) if cycle < 0.25 else 1 + 0.10 * air
    hops, there = math.floor(t / 0.9 + performance.apart), math.floor(performance.seconds / 0.9) + 2
    # Past the shot it turns, and hops to and fro.
    back = hops // there % 2
    forward = hops % there + float(smooth(cycle, 0.25, 1.0))
    x = performance.spread(-0.3) + 0.14 * (there - forward if back else forward) * (
        min(1.0, 4 / performance.seconds) * performance.facing
    )
    over = 0.0
    if performance.seconds >= EVENTFUL and hops == int(
        0.62 * performance.seconds / 0.9
    ):  # one goes head over heels
        over = 2 * math.pi * float(smooth(cycle, 0.3, 0.95))
        air *= 1.25
    way = -performance.facing if back else performance.facing
    return Pose(x, 0.20 * air, 0.12 * (0.5 - cycle) * air + over * way, way, stretch=squash, phase=cycle)


MOTION = Motion(
    name="jump",
    words=(
        "jump", "hop", "leap", "bounce", "skip", "somersault", "backflip", "splash", "swing",
        "跳", "跳跃", "蹦", "跃起", "跃出", "蹦跳", "跳过", "荡",
    ),
    pose=pose,
    gait="jump",
    steps=1 / 0.9,
    kick=(0.9, 0.0),
    keeps=True,
    lively=True,
)  # fmt: skip
