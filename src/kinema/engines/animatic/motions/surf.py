"""Surfing: down the face of a wave and up it again, on a board."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Prop, onward
from kinema.engines.animatic.motions.sail import sound


def pose(performance: Performance, t: float) -> Pose:
    """Leaning into each turn; once in a long shot off the crest into the air."""
    share = t / performance.seconds
    turn = math.sin(t * 1.7)
    x = (-0.34 + 0.42 * onward(share, 0.8, 0.5)) * performance.reach + 0.06 * turn
    lift = 0.10 + 0.045 * math.cos(t * 1.7) + performance.place * 0.04
    air = math.sin(math.pi * performance.within(t, 1.1))
    lift += 0.15 * max(air, 0.0)
    lean = 0.10 + 0.13 * math.sin(t * 1.7 + 0.9) - 0.25 * math.sin(2 * math.pi * performance.within(t, 1.1))
    return Pose(x + performance.place * 0.4, lift, lean, stretch=0.90 - 0.05 * turn, phase=t, power=0.4)


def props() -> Sequence[Prop]:
    """The wave behind, and the board under the feet."""
    from kinema.engines.animatic.actors.surf import Surfboard, Wave  # Skia: not needed to read a prompt

    return Prop("wave", Wave(), 1.3, 0.0, -1), Prop("surfboard", Surfboard(), 1.35, 1.0, 1)


MOTION = Motion(
    name="surf",
    words=("surf", "冲浪"),
    pose=pose,
    gait="surf",
    gesture=Gesture(takes=frozenset("🏄")),
    footing="water",
    sound=sound,
    props=props,
    home="beach",
)
