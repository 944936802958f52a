"""Typing: a laptop on a desk, and fingers that hurry over it."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, still, strokes


def hands(t: float) -> tuple[Spot, Spot]:
    """Each on its half of the keys, and a pause for thought."""
    busy = 0.0 if t % 4.0 > 3.3 else 1.0
    far, near = (0.022 * busy * abs(math.sin(t * rate)) for rate in (13.0, 11.0))
    return (0.16, 0.42 + far), (0.26, 0.40 + near)


MOTION = Motion(
    name="type",
    words=("type", "coding", "打字", "敲键盘", "敲代码"),
    pose=still,
    sound=strokes(0.16, ((900, -12), (2600, 0), (7000, -8)), 0.008, 0.07),
    home="office",
    gesture=Gesture(
        hands=hands,
        things=(Thing("💻", 0.36, "none", (0.38, 0.46), stands=True),),
        takes=frozenset("💻"),
        bow=lambda t: 0.22 + 0.05 * math.sin(t * 1.1),
        upright=True,
    ),
)
