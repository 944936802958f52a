"""Fighting: two who lunge in turns."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Gesture,
    Motion,
    Performance,
    Pose,
    Rising,
    Spot,
    Track,
    decay,
    facing_each_other,
    place,
    shaped,
)

BOUT = 1.1
"""Seconds from one blow to the same one's next."""


def pose(performance: Performance, t: float) -> Pose:
    """A blow, a step back, and the other's blow."""
    x, way = facing_each_other(performance, 0.46)
    turn = (t / BOUT + (0.5 if way < 0 else 0.0)) % 1.0
    blow, hit = _bump(turn, 0.10, 0.42), _bump(turn, 0.66, 0.98)
    x += way * (0.10 * blow - 0.07 * hit) + 0.03 * math.sin(t * 1.3)
    lift = 0.03 * blow + 0.012 * abs(math.sin(t * 8))
    return Pose(
        x,
        lift,
        way * (0.22 * blow - 0.20 * hit),
        way,
        stretch=1 - 0.06 * hit,
        phase=(turn - 0.2) % 1.0 * BOUT,
        power=0.2,
    )


def _bump(share: float, start: float, end: float) -> float:
    return math.sin(math.pi * min(max((share - start) / (end - start), 0.0), 1.0))


def hands(t: float) -> tuple[Spot, Spot]:
    """Fists before the chest, and one that hits."""
    blow = _bump((t / BOUT + 0.2) % 1.0, 0.10, 0.42)
    return (0.08, 0.52), (0.17 + 0.16 * blow, 0.54 + 0.03 * blow)


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """A thud with every blow."""
    length = int(0.2 * RATE)
    first = (0.26 - (0.5 if facing_each_other(performance, 1)[1] < 0 else 0.0)) % 1.0
    for at in np.arange(first * BOUT, len(track) / RATE, BOUT):
        thud = shaped(rng, length, [(60, 0), (180, -3), (900, -10), (5000, -24)]) * decay(length, 0.004, 0.05)
        place(track, thud, float(at), 0.22)


MOTION = Motion(
    name="fight",
    words=(
        "fight", "boxing", "battle", "wrestle", "duel", "spar", "attack",
        "战斗", "打斗", "搏斗", "打架", "决斗", "对战", "比武", "对打", "格斗",
    ),
    pose=pose,
    sound=sound,
    kick=(0.5, 0.1),
    lively=True,
    level=True,
    gesture=Gesture(
        hands=hands,
        bow=lambda t: 0.1 + 0.3 * hands(t)[1][0],
        rising=(Rising("💥", 0.30, (0.40, 0.55), (0.03, 0.02), BOUT, 1, 0.3),),
    ),
)  # fmt: skip
