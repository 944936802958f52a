"""Feeding: crumbs from a hand, again and again."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, smooth, still

HANDFUL = 1.6
"""Seconds from one handful to the next."""


def hands(t: float) -> tuple[Spot, Spot]:
    """One holds the bag, the other goes out from it."""
    out = math.sin(math.pi * float(smooth((t / HANDFUL) % 1.0, 0.0, 1.0)))
    return (-0.02, 0.38), (0.10 + 0.24 * out, 0.38 + 0.03 * out)


MOTION = Motion(
    name="feed",
    words=("feed", "喂", "喂食", "投喂", "喂鸽子", "喂猫", "喂鸟"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🍞", 0.20, "far", (0.03, 0.04)),),
        rising=(Rising("🟤", 0.035, (0.36, 0.36), (0.14, -0.34), HANDFUL, 5, 0.5),),
        bow=lambda t: 0.32 + 0.05 * math.sin(t * 2),
        low=lambda t: 0.05 + 0.004 * math.sin(t),
        upright=True,
    ),
)  # fmt: skip
