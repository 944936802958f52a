"""Drinking: the cup to the mouth; animals from a bowl on the floor."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, smooth, still


def hands(t: float) -> tuple[Spot, Spot]:
    """Up for a sip, and down."""
    up = float(smooth(t % 2.6, 0.0, 0.6)) * (1 - float(smooth(t % 2.6, 1.3, 1.9)))
    return (-0.16, 0.34), (0.20 - 0.12 * up, 0.40 + 0.20 * up)


def bow(t: float) -> float:
    """Down to the water."""
    return 0.95 + 0.05 * math.sin(t * 11)


MOTION = Motion(
    name="drink",
    words=("drink", "sip", "喝", "饮"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🥤", 0.24, "near", (0.02, 0.05)),),
        bow=bow,
        dish="🥣",
        takes=frozenset("☕🍵🥤🧋🍺🍻🍷🥛🧃🍸🍹🥂🍾🫖🧉🍶"),
    ),
)
