"""Sailing: through the water, heeling, with a wake."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Motion,
    Performance,
    Pose,
    Setup,
    Stage,
    Traces,
    Track,
    decay,
    place,
    shaped,
)
from kinema.engines.animatic.particles.wake import Wake

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor


def pose(performance: Performance, t: float) -> Pose:
    """Heaving and heeling; past the shot it slows."""
    share = t / performance.seconds
    if share > 1:
        share = 1.45 - 0.45 * math.exp(-(share - 1) / 0.45)
    x = (-0.50 + 0.90 * share) * max(performance.reach * 1.1, 0.60) * performance.facing
    heave = 0.010 * math.sin(t * 1.7 + performance.nth)
    heel = 0.055 + 0.045 * math.sin(t * 1.15 + performance.nth)
    facing = performance.facing
    return Pose(x + performance.place * 0.6, heave, heel * facing, facing, phase=t)


def traces(setup: Setup, stage: Stage, actor: Actor) -> Traces:  # noqa: ARG001
    """A wake, where there is water."""
    return Traces(before=[Wake(setup, actor)] if actor.surface == "water" else [])


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:  # noqa: ARG001
    """Water that laps at a hull."""
    at = 0.1
    while at < len(track) / RATE:
        samples = int(rng.uniform(0.5, 0.9) * RATE)
        lap = shaped(rng, samples, [(150, -8), (500, 0), (1500, -4), (5000, -16)])
        place(track, lap * decay(samples, 0.16, 0.2), at, 0.085, rng.uniform(-0.3, 0.3))
        at += rng.uniform(0.55, 0.95)


MOTION = Motion(
    name="sail",
    words=("sail", "row", "cruise", "航行", "扬帆", "划船", "启航"),
    pose=pose,
    sound=sound,
    traces=traces,
)
