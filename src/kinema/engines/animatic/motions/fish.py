"""Fishing: a rod in both hands, and a bite now and then."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kinema.engines.animatic.kit import (
    Gesture,
    Motion,
    Performance,
    Pose,
    Setup,
    Spot,
    Stage,
    Thing,
    Traces,
    smooth,
    still,
)

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor


def hands(t: float) -> tuple[Spot, Spot]:
    """The rod dips, and is pulled up."""
    bite = float(smooth(t % 4.0, 2.4, 2.7)) * (1 - float(smooth(t % 4.0, 3.2, 3.8)))
    return (0.06, 0.36), (0.20, 0.42 + 0.10 * bite + 0.01 * math.sin(t * 2))


def traces(setup: Setup, stage: Stage, actor: Actor) -> Traces:
    """A jetty to stand on, where there is water."""
    from kinema.engines.animatic.actors.actor import Actor
    from kinema.engines.animatic.actors.furniture import Jetty

    if stage.floor.surface != "water":
        return Traces()
    stood = replace(actor.performance, motion=replace(MOTION, pose=_planted))
    return Traces(behind=[Actor("jetty", Jetty(), stood, setup, stage.floor, actor.height, actor.line)])


def _planted(performance: Performance, t: float) -> Pose:
    return Pose(performance.spread(), 0.0, phase=0.0 * t)


MOTION = Motion(
    name="fish",
    words=("fishing", "angling", "钓鱼", "垂钓", "捕鱼"),
    pose=still,
    traces=traces,
    gesture=Gesture(hands=hands, things=(Thing("🎣", 0.72, "near", (0.20, 0.12), 0, True),), upright=True),
)
