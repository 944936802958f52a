"""Cooking: a pan over the fire, tossed and steaming."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still, stream
from kinema.engines.animatic.motions.eat import FOOD


def hands(t: float) -> tuple[Spot, Spot]:
    """The pan is tossed."""
    toss = max(0.0, math.sin(t * 4.2)) ** 2
    return (-0.14, 0.36 + 0.03 * math.sin(t * 2.1)), (0.25, 0.40 + 0.06 * toss)


MOTION = Motion(
    name="cook",
    words=("cook", "bake", "fry", "grill", "stir", "做饭", "烹饪", "烤", "炒", "煮"),
    pose=still,
    sound=stream(((900, -24), (2500, -6), (6000, 0), (14000, -10)), 0.030, period=0.75),
    home="kitchen",
    gesture=Gesture(
        hands=hands,
        things=(Thing("🍳", 0.40, "near", (0.17, 0.0), 45, True),),
        rising=(Rising("☁️", 0.15, (0.36, 0.52), (0.02, 0.42), 1.8, 4),),
        takes=FOOD,
        bow=lambda t: 0.25 + 0.1 * math.sin(t * 2.1),
        upright=True,
    ),
)
