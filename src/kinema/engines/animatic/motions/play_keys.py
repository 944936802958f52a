"""Playing the piano: behind the keys, each hand on its half of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.actors.piano import Piano
from kinema.engines.animatic.kit import TEMPO, Gesture, Motion, Performance, Pose, Prop, Rising, Spot, still


def hands(t: float) -> tuple[Spot, Spot]:
    """On the beat, up and down the keys."""
    beat = math.pi * TEMPO * t
    along = 0.05 * math.sin(0.5 * beat)
    far, near = (0.03 * abs(math.sin(beat + part)) for part in (0.0, 1.3))
    return (-0.17 + along, 0.49 + far), (0.19 + along, 0.49 + near)


def pose(performance: Performance, t: float) -> Pose:
    """Swaying with the music."""
    beat = math.pi * TEMPO * t
    held = still(performance, t)
    return replace(held, tilt=0.045 * math.sin(0.5 * beat), stretch=1 - 0.02 * math.cos(beat))


def props() -> Sequence[Prop]:
    """The piano, before whoever plays it."""
    return [Prop("piano", Piano(), tall=0.45, sway=0.0, layer=1)]


MOTION = Motion(
    name="play keys",
    words=(),
    pose=pose,
    music="bright",
    lively=True,
    props=props,
    gesture=Gesture(
        hands=hands,
        rising=(Rising("🎵", 0.15, (0.34, 0.72), (0.20, 0.45), 2.0, 4),),
        takes=frozenset("🎹"),
        upright=True,
    ),
)
