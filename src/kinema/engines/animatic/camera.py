"""The camera: where it looks at each moment of a shot."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinema.engines.animatic.raster import smooth


@dataclass(frozen=True)
class View:
    """The camera at one moment: `x`, `y` in parts of the frame's short side at the subject's distance, where
    positive looks right and down; `zoom` about 1; `travel` is how far a tracking camera has gone, `speed` how
    fast it goes, a second, and `turn` how far one that turns has moved all that it sees, near or far."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    travel: float = 0.0
    turn: float = 0.0
    speed: float = 0.0

    def aside(self, depth: float) -> float:
        """How far what follows that much of the camera has moved to the left, in short sides."""
        return (self.x + self.travel) * depth + self.turn


_TURN = 0.145
"""The furthest that a pan turns, in short sides: backdrops are not much wider than the frame."""


def onward(share: float, speed: float, room: float) -> float:
    """A course from 0 to 1 in time with `share`, continued past 1: it goes on from there at `speed`, then
    sways within `room`, however long the film is extended."""
    return share if share <= 1 else 1 + room * math.sin(speed * (share - 1) / room)


@dataclass(frozen=True)
class Move:
    """One camera move through a shot of `seconds`, eased at both ends, with a little life in it; it goes on
    after that at the speed which it has then."""

    name: str
    seconds: float
    speed: float = 0.0
    strength: float = 1.0
    tilt: float = 0.0
    """How far the scenery lets the camera tilt, in short sides."""

    def at(self, t: float) -> View:
        """The view at `t` seconds."""
        share = t / self.seconds
        eased = 0.5 * share + 0.5 * float(smooth(share)) if share <= 1 else onward(share, 0.5, 0.5)
        centred = (eased - 0.5) * self.strength
        x = 0.006 * math.sin(t * 0.9)
        y = 0.004 * math.sin(t * 1.3 + 1)
        zoom, travel, turn, speed = 1.0 + 0.015 * onward(share, 1.0, 1.0), 0.0, 0.0, 0.0
        match self.name:
            case "pan" | "pan left":
                way = 1 if self.name == "pan" else -1
                x += way * 0.20 * centred
                turn = way * _TURN * math.sin(centred * math.pi / 2)
            case "tilt up":
                y -= self.tilt * float(smooth(share, 0.34, 1.02)) if self.tilt else 0.16 * centred
            case "tilt down":
                y += 0.16 * centred
            case "dolly in":
                zoom = 1.0 + 0.24 * eased * self.strength
            case "dolly out":
                zoom = 1.0 + 0.24 * (1 - eased) * self.strength
            case "tracking":  # on rails
                travel, speed = self.speed * t, self.speed
                zoom, y = 1.0, 0.0
            case "handheld":
                x += 0.012 * math.sin(t * 2.7) + 0.006 * math.sin(t * 6.1)
                y += 0.010 * math.sin(t * 3.3 + 2) + 0.005 * math.sin(t * 7.3)
            case "orbit":
                x += 0.22 * math.sin((eased - 0.5) * 2.4)
                zoom = 1.03 + 0.03 * math.cos((eased - 0.5) * 4)
            case _:
                zoom = 1.0
                x = y = 0.0
        return View(x, y, zoom, travel, turn, speed)
