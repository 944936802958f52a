"""Painting: a brush that goes over a picture on its easel, a palette in the other hand."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, still


def hands(t: float) -> tuple[Spot, Spot]:
    """Strokes up and down, each a little further."""
    return (-0.16, 0.40), (0.27 + 0.04 * math.sin(t * 1.1), 0.47 + 0.09 * math.sin(t * 4.3))


MOTION = Motion(
    name="paint",
    words=("paint a", "paint the", "draw a", "sketch a", "画画", "绘画", "作画"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(
            Thing("🖼️", 0.46, "none", (0.60, 0.58), behind=True, stands=True),
            Thing("🎨", 0.26, "far", (-0.02, 0.02)),
            Thing("🖌️", 0.24, "near", (0.07, 0.06), 90),
        ),
        upright=True,
    ),
)
