"""The performance of whoever stands to another: a rider goes where the horse goes, a chaser after it."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

from kinema.engines.animatic.performance import Performance, Pose


@dataclass(frozen=True)
class Bound(Performance):
    """A performance carried by another's: `dx` ahead of that one's foot and `up` above it, in short sides.

    `sway` is how much of the leader's lean and hop it takes part in, `own` how much of its own way it goes,
    `hops` whether it lifts and leans of its own, `stray` how far it wanders to and fro.
    """

    leader: Performance | None = None
    dx: float = 0.0
    up: float = 0.0
    sway: float = 1.0
    own: float = 0.0
    hops: bool = True
    stray: float = 0.0
    turned: bool = True
    """Whether it faces the way that the leader does."""

    @property
    def grounded(self) -> bool:
        """Whether its feet are on the floor of the stage."""
        return super().grounded and not self.up

    def at(self, t: float) -> Pose:
        """The pose at `t` seconds."""
        assert self.leader is not None
        lead, self_at = self.leader.at(t), super().at(t)
        lean = lead.tilt * self.sway
        ahead = lead.facing * (self.dx + self.stray * math.sin(t * 1.1 + self.apart * 6))
        up = self.up * (1 + (lead.stretch - 1) * self.sway)
        facing = lead.facing if self.turned else self_at.facing
        lift = lead.lift * self.sway + up * math.cos(lean) - ahead * math.sin(lean)
        return replace(
            self_at,
            x=lead.x + ahead * math.cos(lean) + up * math.sin(lean) + self_at.x * self.own,
            lift=lift + self_at.lift * self.hops,
            tilt=lean + self_at.tilt * self.hops,
            facing=facing,
            turn=self_at.turn,
            size=lead.size,
        )


def bound(performance: Performance, leader: Performance, **how: float | bool) -> Bound:
    """A performance tied to a leader's. Whoever is carried has no floor where the leader has none."""
    values = {field.name: getattr(performance, field.name) for field in fields(Performance)} | how
    return Bound(**(values | {"leader": leader, "airy": leader.airy, "ahead": 0.0}))
