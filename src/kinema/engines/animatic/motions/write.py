"""Writing: a pencil that goes along the lines of a sheet."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, still, strokes


def hands(t: float) -> tuple[Spot, Spot]:
    """One holds the sheet, the other goes along a line in two seconds, and back."""
    along = (t % 2.0) / 2.0
    return (0.04, 0.40), (0.16 + 0.12 * along, 0.45 + 0.012 * math.sin(t * 17) - 0.02 * along)


MOTION = Motion(
    name="write",
    words=("write", "写字", "写作", "写信", "写"),
    pose=still,
    sound=strokes(0.4, ((1500, -12), (4000, 0), (9000, -10)), 0.05, 0.03, attack=0.05),
    gesture=Gesture(
        hands=hands,
        things=(
            Thing("📄", 0.34, "none", (0.26, 0.44), 8, stands=True),
            Thing("✏️", 0.20, "near", (0.05, 0.06), 0, True),
        ),
        bow=lambda t: 0.28 + 0.05 * math.sin(t * 1.3),
        upright=True,
    ),
)
