"""Laughing: the whole body shakes."""

from __future__ import annotations

import math
from dataclasses import replace

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Spot, still, syllables


def pose(performance: Performance, t: float) -> Pose:
    """Shaking in bursts."""
    burst = 0.35 + 0.65 * max(0.0, math.sin(t * 1.9))
    shaken = still(performance, t)
    return replace(
        shaken,
        lift=0.018 * burst * abs(math.sin(t * 14)),
        stretch=1 + 0.05 * burst * math.sin(t * 28),
        tilt=-0.06 * burst,
    )


def hands(t: float) -> tuple[Spot, Spot]:
    """On the belly."""
    return (-0.09, 0.37 + 0.02 * math.sin(t * 14)), (0.09, 0.35 + 0.02 * math.sin(t * 14))


MOTION = Motion(
    name="laugh",
    words=("laugh", "giggle", "chuckle", "大笑", "欢笑"),
    pose=pose,
    lively=True,
    sound=syllables(math.pi / 14, "a", 0.12, 0.10, loud=lambda t: max(0.0, math.sin(t * 1.9))),
    gesture=Gesture(hands=hands, mouth="open", bow=lambda t: -0.45 + 0.15 * math.sin(t * 14)),
)
