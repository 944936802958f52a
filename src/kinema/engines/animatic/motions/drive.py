"""Driving: through the frame on wheels, with lights by night."""

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
    shaped,
)
from kinema.engines.animatic.particles.headlights import Headlights

if TYPE_CHECKING:
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
    return Traces(before=[Headlights(setup, actor)] if lit else [])


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """An engine and its tyres, from where it is."""
    samples = len(track)
    t = np.arange(samples, dtype=np.float32) / RATE
    hertz = 62 + 10 * performance.apart + 5 * np.sin(t * 0.9)
    angle = 2 * np.pi * np.cumsum(hertz) / RATE
    hum = sum(np.sin(n * angle) / n for n in range(1, 6)) * 0.035
    tyres = shaped(rng, samples, [(80, -10), (500, 0), (1600, -8), (6000, -26)]) * 0.035
    heard = (np.asarray(hum) + tyres).astype(np.float32)
    moments = np.arange(0, samples / RATE + 0.2, 0.2)
    x = np.array([performance.at(s).x for s in moments])
    pan = np.interp(t, moments, np.clip(x, -0.8, 0.8))
    track[:, 0] += heard * np.cos((pan + 1) * np.pi / 4).astype(np.float32)
    track[:, 1] += heard * np.sin((pan + 1) * np.pi / 4).astype(np.float32)


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
