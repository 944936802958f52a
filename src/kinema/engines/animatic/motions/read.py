"""Reading: a book in both hands, and a page turned now and then."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Spot, Thing, smooth, still, strokes


def hands(t: float) -> tuple[Spot, Spot]:
    """The near hand goes over a page every three seconds."""
    turned = float(smooth(t % 3.0, 0.0, 0.7)) * (1 - float(smooth(t % 3.0, 0.7, 1.1)))
    return (-0.13, 0.43), (0.13 - 0.20 * turned, 0.43 + 0.05 * math.sin(math.pi * turned))


MOTION = Motion(
    name="read",
    words=("read", "study", "看书", "读书", "阅读", "读"),
    pose=still,
    sound=strokes(3.0, ((900, -10), (3500, 0), (9000, -8)), 0.06, 0.06, late=0.35, attack=0.12),
    gesture=Gesture(
        hands=hands,
        things=(Thing("📖", 0.36, "far", (0.13, 0.03)),),
        bow=lambda t: 0.35 + 0.10 * math.sin(t * 1.3),
        takes=frozenset("📖📚📕📗📘📙📓📰🗞️"),
        upright=True,
    ),
)
