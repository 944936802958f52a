"""Eating: bite by bite from the hand; animals from a bowl on the floor."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, smooth, still

FOOD = frozenset(
    chr(code) for code in (*range(0x1F345, 0x1F37B), *range(0x1F950, 0x1F970), *range(0x1F9C0, 0x1F9C3))
) | set("🐟🎍🦴")
"""What can be eaten: blocks of emoji that hold nothing else."""


def hands(t: float) -> tuple[Spot, Spot]:
    """To the mouth and down again."""
    up = float(smooth(t % 1.8, 0.0, 0.5)) * (1 - float(smooth(t % 1.8, 0.9, 1.4)))
    return (-0.16, 0.34), (0.20 - 0.13 * up, 0.38 + 0.21 * up)


def bow(t: float) -> float:
    """Down to the food, with a nod for every bite."""
    return 0.9 + 0.10 * math.sin(t * 7)


MOTION = Motion(
    name="eat",
    words=(
        "eat",
        "munch",
        "chew",
        "devour",
        "nibble",
        "feed on",
        "graze",
        "lick",
        "吃",
        "啃",
        "咀嚼",
        "吃着",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🍎", 0.19, "near", (0.02, 0.04)),),
        rising=(Rising("🟤", 0.035, (0.06, 0.60), (0.10, -0.34), 0.8, 4),),
        bow=bow,
        dish="🥣",
        takes=FOOD,
    ),
)
