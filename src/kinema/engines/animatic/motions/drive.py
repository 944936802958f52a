"""Driving: through the frame on wheels, with lights by night."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kinema.engines.animatic.kit import Motion, Performance, Pose, Setup, Stage, Traces, Track
from kinema.engines.animatic.particles.headlights import Headlights, Headlit
from kinema.engines.animatic.sound.engines import CAR, running

if TYPE_CHECKING:
    import numpy as np

    from kinema.engines.animatic.actors.actor import Actor


def pose(performance: Performance, t: float) -> Pose:
    """Shaking a little."""
    phase, reach = performance.paces(t, 1.4)
    lift = 0.003 * math.sin(t * 23 + performance.nth)
    facing = performance.facing
    return Pose(performance.across(t) * facing, max(lift, 0), 0.0, facing, phase=phase, reach=reach)


def traces(setup: Setup, stage: Stage, actor: Actor) -> Traces:  # noqa: ARG001
    """Headlights in the dark; a train has its own lamps."""
    lit = setup.light.lamps > 0.6 and actor.name != "train"
    return Traces([Headlit(setup, actor)], [Headlights(setup, actor)]) if lit else Traces()


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """An engine and its tyres, from where it is."""
    running(track, performance, CAR, rng)


MOTION = Motion(
    name="drive",
    words=("drive", "speed", "开车", "行驶", "驾驶", "驶", "驶来"),
    pose=pose,
    runs_on="road",
    speed=1.1,
    sound=sound,
    traces=traces,
    camera="tracking",
)
