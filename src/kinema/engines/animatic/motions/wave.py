"""Waving: an arm in the air, and both for joy."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, still


def hands(t: float) -> tuple[Spot, Spot]:
    """One waves; in turns of three seconds, so does the other."""
    both = 0.5 - 0.5 * math.cos(t * math.pi / 3)
    return (-0.17 - 0.05 * both, 0.36 + 0.40 * both), (0.26 + 0.07 * math.sin(t * 9), 0.80)


MOTION = Motion(
    name="wave",
    words=(
        "waving", "wave at", "wave to", "cheer", "sway", "swing in the wind",
        "挥手", "招手", "欢呼", "摇摆", "摇曳",
    ),
    pose=still,
    gesture=Gesture(hands=hands, bow=lambda t: 0.12 * math.sin(t * 2.3), upright=True),
)  # fmt: skip
