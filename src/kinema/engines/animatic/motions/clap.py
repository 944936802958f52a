"""Clapping, and cheering."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Gesture,
    Motion,
    Performance,
    Spot,
    Track,
    decay,
    place,
    shaped,
    still,
)

RATE_OF_CLAPS = 2.5
"""Claps a second."""


def hands(t: float) -> tuple[Spot, Spot]:
    """Apart, and together on the clap."""
    apart = 0.035 + 0.16 * abs(math.sin(math.pi * RATE_OF_CLAPS * t)) ** 0.8
    return (0.02 - apart, 0.56), (0.02 + apart, 0.56)


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """A clap whenever the hands meet."""
    length = int(0.12 * RATE)
    for n in range(int(len(track) / RATE * RATE_OF_CLAPS)):
        at = n / RATE_OF_CLAPS - performance.apart
        clap = shaped(rng, length, [(300, -14), (1200, 0), (2600, -2), (9000, -14)]) * decay(
            length, 0.002, 0.022
        )
        place(track, clap, at, 0.11, float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8)))


MOTION = Motion(
    name="clap",
    words=("clap", "applaud", "鼓掌", "拍手"),
    pose=still,
    sound=sound,
    gesture=Gesture(hands=hands, mouth="open", upright=True),
)
