"""Pointing: an arm out at something far off, and the head after it."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, smooth, still


def hands(t: float) -> tuple[Spot, Spot]:
    """Out and up, held, and out again every four seconds."""
    out = float(smooth(t % 4.0, 0.0, 0.35)) * (1 - float(smooth(t % 4.0, 3.5, 4.0)))
    return (-0.16, 0.32), (0.18 + 0.20 * out, 0.34 + 0.34 * out + 0.01 * math.sin(t * 6))


MOTION = Motion(
    name="point",
    words=("point at", "point to", "point up", "point out", "point toward", "指着", "指向", "指了指"),
    pose=still,
    gesture=Gesture(hands=hands, bow=lambda t: -0.15 + 0.04 * math.sin(t * 1.7), upright=True),
)
