"""Meditating: on the ground with hands together, breathing slowly."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, still


def hands(t: float) -> tuple[Spot, Spot]:
    """Palm to palm before the chest."""
    breath = 0.012 * math.sin(t * 1.2)
    return (0.00, 0.40 + breath), (0.055, 0.40 + breath)


MOTION = Motion(
    name="meditate",
    words=("meditate", "pray", "打坐", "冥想", "祈祷", "祷告", "许愿"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        rising=(Rising("✨", 0.13, (0.0, 0.80), (0.10, 0.40), 3.0, 3),),
        low=lambda t: 0.16 + 0.006 * math.sin(t * 1.2),
        bow=lambda t: 0.25 + 0.06 * math.sin(t * 1.2),
    ),
)
