"""Talking: with the hands, and a bubble over the head."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, still, voice


def hands(t: float) -> tuple[Spot, Spot]:
    """Open hands that underline it."""
    return (-0.22, 0.42 + 0.06 * math.sin(t * 4)), (0.24, 0.46 + 0.08 * math.sin(t * 5 + 1))


MOTION = Motion(
    name="talk",
    words=(
        "talk", "speak", "chat", "discuss", "whisper", "argue", "say", "shout",
        "说话", "聊天", "讨论", "交谈", "讲话", "说",
    ),
    pose=still,
    sound=voice(150.0, 0.06),
    gesture=Gesture(
        hands=hands, rising=(Rising("💬", 0.26, (0.26, 0.92), (0.08, 0.16), 2.6, 1),), mouth="open"
    ),
)  # fmt: skip
