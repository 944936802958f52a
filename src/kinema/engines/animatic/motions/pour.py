"""Pouring: a pot that is tilted over a cup or a plant."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still, stream


def hands(t: float) -> tuple[Spot, Spot]:
    """One holds the pot, the other the lid."""
    tilt = 0.02 * math.sin(t * 1.5)
    return (0.08, 0.44), (0.20, 0.50 + tilt)


MOTION = Motion(
    name="pour",
    words=("pour", "watering", "waters the", "倒茶", "倒水", "浇水", "浇花", "泡茶", "沏茶"),
    pose=still,
    sound=stream(((300, -20), (900, -4), (2400, 0), (7000, -14)), 0.028, period=0.4),
    gesture=Gesture(
        hands=hands,
        things=(
            Thing("🫖", 0.30, "near", (0.10, 0.02), 32, True),
            Thing("🪴", 0.34, "none", (0.52, 0.16)),
        ),
        rising=(Rising("💧", 0.09, (0.44, 0.44), (0.04, -0.22), 0.6, 3),),
        bow=lambda t: 0.22 + 0.05 * math.sin(t * 1.5),
        upright=True,
    ),
)
