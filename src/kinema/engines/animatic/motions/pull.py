"""Pulling: leaning forward on a rope over the ground, what hangs on it behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.kit import Gesture, Motion, Performance, Pose, Prop, Spot, Thing
from kinema.engines.animatic.motions import walk

ROPE: Spot = (-0.66, 0.16)
"""Where the rope is tied."""
GRIP: tuple[Spot, Spot] = ((-0.13, 0.38), (-0.17, 0.40))


def pose(performance: Performance, t: float) -> Pose:
    """Walking against the weight."""
    walked = walk.pose(performance, t)
    return replace(walked, tilt=walked.tilt + 0.09 * walked.facing)


def hands(t: float) -> tuple[Spot, Spot]:  # noqa: ARG001 - they hold on
    """Both behind the body, at the rope."""
    return GRIP


def props() -> Sequence[Prop]:
    """The rope."""
    from kinema.engines.animatic.actors.gear import Rope  # Skia: not needed to read a prompt

    return (Prop("rope", Rope(GRIP[1], ROPE), 1.0, 1.0, 1),)


MOTION = Motion(
    name="pull",
    words=(),
    pose=pose,
    gait="walk",
    speed=walk.MOTION.speed,
    steps=walk.MOTION.steps,
    footfalls=walk.MOTION.footfalls,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🛷", 0.44, "none", (-0.78, 0.22)),),
        takes=frozenset("🛷🧳🛒📦🪵🪨"),
        upright=True,
    ),
    props=props,
    camera="tracking",
)
