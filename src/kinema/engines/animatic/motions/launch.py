"""Launching: fire, smoke, and up out of the frame."""

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
    smooth,
)
from kinema.engines.animatic.particles.exhaust import Exhaust

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor


def pose(performance: Performance, t: float) -> Pose:
    """Ignition, then faster and faster."""
    ignition = 0.18 * performance.seconds
    up = max(0.0, t - ignition)
    whole = performance.seconds - ignition
    lift = performance.rise * (min(up, whole) / whole) ** 1.8
    past = max(up - whole, 0.0)
    # The camera has no more sky to tilt into: it catches up, and what goes on climbing gets smaller.
    lift += 1.8 * performance.rise / whole * past * math.exp(-past / 0.35)
    shake = (
        0.0035 * math.sin(t * 71) * float(smooth(t, 0.1, ignition)) * (1 - 0.7 * float(smooth(up, 0, whole)))
    )
    power = float(smooth(t, 0.05 * performance.seconds, ignition))
    size = 1 / (1 + 0.16 * past)
    tilt = 0.012 * math.sin(t * 1.5)
    return Pose(performance.spread() + shake, lift, tilt, power=power, phase=t, size=size)


def traces(setup: Setup, stage: Stage, actor: Actor) -> Traces:  # noqa: ARG001
    """Fire and smoke."""
    return Traces(behind=[Exhaust(setup, actor)])


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """A rumble that crackles, and grows distant."""
    samples, seconds = len(track), performance.seconds
    t = np.arange(samples, dtype=np.float32) / RATE
    start = 0.08 * seconds
    rise = np.clip((t - start) / (0.12 * seconds), 0, 1) ** 1.5
    far = 1 - 0.45 * np.clip((t / seconds - 0.5) * 2, 0, 1)
    for side in (0, 1):
        rumble = shaped(rng, samples, [(25, -2), (60, 0), (160, -4), (600, -14), (3000, -24), (12000, -40)])
        crackle = shaped(rng, samples, [(100, -20), (700, -4), (3000, 0), (9000, -10)])
        gate = np.clip(np.abs(shaped(rng, samples, [(4, 0), (25, 0), (60, -30), (400, -80)])) - 0.6, 0, 2)
        track[:, side] += (0.34 * rumble + 0.07 * crackle * gate) * rise * far


MOTION = Motion(
    name="launch",
    words=(
        "launch", "take off", "lift off", "liftoff", "blast off", "rise", "ascend",
        "发射", "升空", "起飞", "升起", "腾空", "升上",
    ),
    pose=pose,
    rises=True,
    sound=sound,
    traces=traces,
    camera="tilt up",
    music="grand",
)  # fmt: skip
