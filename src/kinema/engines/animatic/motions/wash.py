"""Washing: a sponge round and round in both hands, and bubbles that rise."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still, stream


def hands(t: float) -> tuple[Spot, Spot]:
    """One rubs what the other holds."""
    x, y = 0.06 * math.cos(t * 7), 0.04 * math.sin(t * 7)
    return (0.06, 0.36), (0.20 + x, 0.38 + y)


MOTION = Motion(
    name="wash",
    words=(
        "wash",
        "rinse",
        "scour",
        "do the dishes",
        "wash dishes",
        "wash the dishes",
        "洗",
        "洗碗",
        "洗手",
        "洗衣服",
        "洗车",
    ),
    pose=still,
    sound=stream(((300, -16), (1100, -2), (3200, 0), (9000, -14)), 0.035, period=0.9, depth=0.6),
    gesture=Gesture(
        hands=hands,
        things=(Thing("🧽", 0.20, "near"),),
        rising=(Rising("🫧", 0.16, (0.22, 0.44), (0.10, 0.46), 2.2, 4),),
        bow=lambda t: 0.35 + 0.06 * math.sin(t * 3.5),
        upright=True,
    ),
)
