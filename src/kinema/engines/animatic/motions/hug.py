"""Hugging and kissing: two meet, and hearts rise."""

from __future__ import annotations

import math
from dataclasses import replace

from kinema.engines.animatic.kit import (
    Gesture,
    Motion,
    Performance,
    Pose,
    Rising,
    Spot,
    facing_each_other,
    smooth,
    still,
)


def pose(performance: Performance, t: float) -> Pose:
    """From a little apart into each other's arms."""
    apart = 0.50 - 0.31 * float(smooth(t / min(performance.seconds, 8.0), 0.04, 0.30))
    x, way = facing_each_other(performance, apart)
    together = 0.09 * float(smooth(0.5 - apart, 0.2, 0.31))
    return replace(still(performance, t), x=x, facing=way, tilt=way * (together + 0.015 * math.sin(t * 2.2)))


def hands(t: float) -> tuple[Spot, Spot]:
    """Round the other."""
    return (0.05, 0.40), (0.28, 0.49 + 0.012 * math.sin(t * 3))


MOTION = Motion(
    name="hug",
    words=("hug", "embrace", "cuddle", "kiss", "拥抱", "亲吻", "接吻"),
    pose=pose,
    level=True,
    gesture=Gesture(
        hands=hands,
        rising=(Rising("❤️", 0.15, (0.12, 0.85), (0.08, 0.50), 2.4, 3),),
        clasps=True,
        bow=lambda t: 0.2 + 0.04 * math.sin(t * 2),
    ),
)
