"""Knitting: two needles that cross, and a ball of wool that hops."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, still, strokes


def hands(t: float) -> tuple[Spot, Spot]:
    """Needle under needle."""
    turn = 0.025 * math.sin(t * 6.0)
    return (-0.03, 0.38 + turn), (0.13 - turn, 0.38 - turn)


MOTION = Motion(
    name="knit",
    words=("knit", "sew", "crochet", "weave", "embroider", "织", "编织", "织毛衣", "缝", "刺绣", "缝纫"),
    pose=still,
    sound=strokes(0.55, ((1800, -14), (4200, 0), (8000, -10)), 0.010, 0.05),
    home="room",
    gesture=Gesture(
        hands=hands,
        things=(
            Thing("🧣", 0.28, "both", (0.0, -0.10)),
            Thing("🥢", 0.22, "both", (0.0, 0.05), 0),
            Thing("🧶", 0.20, "none", (0.34, 0.10)),
        ),
        low=lambda _: 0.07,
        bow=lambda t: 0.24 + 0.05 * math.sin(t * 1.2),
        upright=True,
    ),
)
