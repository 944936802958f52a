"""Sweeping: a broom from side to side, and dust before it."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still, strokes


def hands(t: float) -> tuple[Spot, Spot]:
    """Both on the stick, that goes to and fro."""
    swing = math.sin(t * 3.4)
    return (0.06 + 0.02 * swing, 0.52), (0.18 + 0.08 * swing, 0.36)


MOTION = Motion(
    name="sweep",
    words=("sweep", "rake", "vacuum", "clean", "scrub", "扫地", "打扫", "清扫", "拖地", "扫"),
    pose=still,
    sound=strokes(math.pi / 1.7, ((500, -14), (2200, 0), (9000, -8)), 0.13, 0.05, late=1.5, attack=0.2),
    gesture=Gesture(
        hands=hands,
        things=(Thing("🧹", 0.66, "near", (0.10, -0.06), 20, True),),
        rising=(Rising("💨", 0.14, (0.48, 0.06), (0.18, 0.06), 0.92, 2, 0.7),),
        bow=lambda t: 0.25 + 0.08 * math.sin(t * 3.4),
        upright=True,
    ),
)
