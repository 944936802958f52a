"""Crying: tears, and fists that wipe them away."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, still, syllables


def hands(t: float) -> tuple[Spot, Spot]:
    """One fist after the other to the eyes."""
    left = 0.5 + 0.5 * math.sin(t * 3.1)
    return (-0.15, 0.40 + 0.26 * left), (0.15, 0.66 - 0.26 * left)


MOTION = Motion(
    name="cry",
    words=("cry", "weep", "sob", "哭", "哭泣", "流泪"),
    pose=still,
    sound=syllables(1.4, "u", 0.55, 0.08, hertz=330.0),
    gesture=Gesture(
        hands=hands,
        rising=(
            Rising("💧", 0.15, (-0.11, 0.72), (-0.14, -0.55), 0.9, 3),
            Rising("💧", 0.15, (0.11, 0.72), (0.14, -0.55), 0.9, 3),
        ),
        mouth="sad",
        bow=lambda t: 0.30 + 0.10 * math.sin(t * 9),
    ),
)
