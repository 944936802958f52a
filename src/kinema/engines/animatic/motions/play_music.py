"""Playing an instrument: what somebody who plays does where the scene has one."""

from __future__ import annotations

import math
from dataclasses import replace

from kinema.engines.animatic.kit import TEMPO, Gesture, Motion, Performance, Pose, Rising, Spot, Thing, still


def hands(t: float) -> tuple[Spot, Spot]:
    """One at the neck, one at the strings, on the beat."""
    strum = math.sin(2 * math.pi * TEMPO * t)
    return (-0.06, 0.33 + 0.05 * strum), (0.26, 0.50 + 0.02 * math.sin(t * 2.3))


def pose(performance: Performance, t: float) -> Pose:
    """Swaying on the beat."""
    beat = math.pi * TEMPO * t
    held = still(performance, t)
    return replace(held, tilt=0.05 * math.sin(beat), stretch=1 - 0.03 * math.cos(2 * beat), power=0.5)


MOTION = Motion(
    name="play music",
    words=(),
    pose=pose,
    music="bright",
    lively=True,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🎸", 0.52, "far", (0.07, 0.05)),),
        rising=(Rising("🎵", 0.15, (0.34, 0.62), (0.20, 0.55), 2.0, 4),),
        takes=frozenset(("🎸", "🎻", "🥁", "🎺", "🎷", "🪕", "🪗", "🪈", "🪘", "🎤")),
        upright=True,
    ),
)
