"""Players: who is heard, by name, and where: there where the camera sees them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from kinema.engines.animatic.framing import Framing
from kinema.engines.animatic.performance import Performance, Pose


class Player(NamedTuple):
    """A subject's name, and what one of them does."""

    name: str
    performance: Performance


@dataclass(frozen=True)
class Seen(Performance):
    """A performance as the camera sees it: `x` is from the frame's middle."""

    of: Performance | None = None
    framing: Framing | None = None

    def at(self, t: float) -> Pose:
        """The pose at `t` seconds."""
        assert self.of is not None
        assert self.framing is not None
        pose, view = self.of.at(t), self.framing.at(t)
        return replace(pose, x=view.zoom * (pose.x - view.x - view.turn))


def seen(name: str, performance: Performance, framing: Framing) -> Player:
    """A player as the camera sees them."""
    values = {field.name: getattr(performance, field.name) for field in fields(Performance)}
    return Player(name, Seen(**values, of=performance, framing=framing))
