"""Juggling and throwing: balls that go up from one hand and come down in the other."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, still


def hands(t: float) -> tuple[Spot, Spot]:
    """Each throws in its turn."""
    return (-0.20, 0.42 + 0.06 * math.sin(t * 6.3)), (0.22, 0.42 + 0.06 * math.sin(t * 6.3 + math.pi))


MOTION = Motion(
    name="juggle",
    words=("juggle", "抛", "杂耍", "抛球", "抛接"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        rising=(
            Rising("🔴", 0.13, (0.22, 0.52), (-0.10, 0.52), 1.0, 1),
            Rising("🟡", 0.13, (-0.20, 0.52), (0.10, 0.60), 1.0, 1),
            Rising("🔵", 0.13, (0.0, 0.56), (0.06, 0.66), 1.0, 1),
        ),
        bow=lambda t: -0.18 + 0.04 * math.sin(t * 6.3),
        upright=True,
    ),
)
