"""Performances: where somebody is and how they hold themselves at each moment, and when feet touch ground."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kinema.engines.animatic.raster import smooth
from kinema.engines.animatic.terms import Motion

TEMPO = 2.0
"""Beats a second (120 a minute): dancers, steps and music share it."""
VOICE = 1.1
"""How often a second an animal calls."""
BURSTS_EVERY, CLIMB = 0.85, 0.7
"""Fireworks: from one burst to the next, and from the ground to a burst, in phase."""
WHEEL_TURNS = 1.3
"""Turns of a train's driving wheels in one unit of its phase."""
EVENTFUL = 6.0
"""From this length on, in seconds, something happens in the second half of a shot."""


@dataclass(frozen=True)
class Pose:
    """One moment of a subject. `x` and `lift` are in short sides, from the frame's middle and above the floor
    line; `tilt` in radians, clockwise; `facing` 1 right, -1 left; `turn` the width seen of a body that spins;
    `stretch` above 1 is taller, thinner; `phase` counts cycles of the gait, or beats; `power` is 0 to 1."""

    x: float = 0.0
    lift: float = 0.0
    tilt: float = 0.0
    facing: float = 1.0
    turn: float = 1.0
    stretch: float = 1.0
    phase: float = 0.0
    power: float = 1.0
    size: float = 1.0
    reach: float = 1.0
    """How long steps are, as a part of what is usual for the body."""


@dataclass(frozen=True)
class Performance:
    """How one member of a group does a motion. `nth` of `count` sets it apart from the others; `facing` is
    the way it goes; `reach` is the half width of the frame in short sides; `airy` bodies have no floor, and
    what is not `alive` neither breathes nor hops.

    It is laid out for a shot of `seconds` and defined for ever after: who drives out of the frame comes
    back from the other side, who flies circles in it, who sails slows down.
    """

    motion: Motion
    seconds: float
    nth: int = 0
    count: int = 1
    facing: float = 1.0
    reach: float = 0.5
    tracked: bool = False
    alive: bool = True
    airy: bool = False
    rise: float = 1.2
    """How high a launch takes it by the end of the shot, in short sides."""
    until: float = 0.0
    """When the film ends, where it goes on after `seconds`."""
    ahead: float = 0.0
    """How far before its usual place it is: somebody is after it, or beside it."""

    stride: float = 0.0
    """How far a cycle of its gait carries its body, in short sides; 0 where nobody counts."""

    pace: float = 0.0
    """How fast the frame that follows it goes, in short sides a second; 0 is as its motion says."""

    @property
    def place(self) -> float:
        """Where in the group it is, -0.5 to 0.5."""
        return 0.0 if self.count == 1 else self.nth / (self.count - 1) - 0.5

    @property
    def apart(self) -> float:
        """A phase of its own, 0 to 1."""
        return (self.nth * 0.37) % 1.0

    @property
    def grounded(self) -> bool:
        """Whether its feet are on the floor of the stage."""
        return not self.airy

    def at(self, t: float) -> Pose:
        """The pose at `t` seconds."""
        pose = self.motion.pose(self, t)
        return replace(pose, x=pose.x + self.ahead * self.facing) if self.ahead else pose

    def steps(self) -> list[float]:
        """The moments at which feet touch the ground, in seconds."""
        rate = self.motion.steps
        if not rate or self.airy:
            return []
        last = max(self.seconds, self.until)
        start, end = self.moment(self.motion.leap) if self.motion.leap else (math.inf, math.inf)
        if self.stride and self.motion.speed:
            moments = self._footfalls(last)
        else:
            begun = self.at(0.0).phase * self.motion.footfalls % 1.0
            moments = [(n - begun) / rate for n in range(1, int(last * rate + begun))]
        return [t for t in moments if not start < t < end]

    def _footfalls(self, last: float) -> list[float]:
        """When the gait gets to the next footfall, where it goes as fast as the body does."""
        moments, fine = [], 48
        before = self.motion.footfalls * self.at(0.0).phase
        for n in range(1, int(last * fine)):
            now = self.motion.footfalls * self.at(n / fine).phase
            if math.floor(now) > math.floor(before):
                moments.append((n - (now % 1.0) / max(now - before, 1e-6)) / fine)
            before = now
        return moments

    def spread(self, middle: float = 0.0) -> float:
        """Its place among those who stay where they are, side by side about `middle`, in short sides."""
        return middle + self.place * min(0.34 * self.count, 1.2 * self.reach) * 1.05

    def across(self, t: float) -> float:
        """Its place on a way through the frame, to be multiplied by its facing: through it, or about the
        middle of a frame that follows it. All of a group are there from the beginning."""
        share = t / self.seconds
        if self.tracked:
            x = 0.42 * self.reach * (float(smooth(share, -0.25, 0.75)) - 0.72)
            x += 0.05 * math.sin(t * 1.1 + self.nth)
            return x + self.place * min(0.72, 0.8 * self.reach)
        x = self.reach * (1.22 * share - 0.46) + self.place * min(0.5, 0.55 * self.reach)
        return around(x, self.reach + 0.5)

    def gone(self, t: float) -> float:
        """How far it has gone over the ground, in short sides."""
        if not self.tracked:
            return self.reach * 1.22 * t / self.seconds
        return (self.pace or self.motion.speed) * t + self.across(t)

    def paces(self, t: float, usual: float) -> tuple[float, float]:
        """The cycles of a gait by a moment, about `usual` a second, and how long its steps are: such that
        feet stay where they touch the ground."""
        if not self.stride:
            return usual * t + self.apart, 1.0
        speed = max(self.gone(self.seconds) - self.gone(0.0), 1e-3) / self.seconds
        cadence = min(max(speed / self.stride, 0.6 * usual), 1.6 * usual)
        pace = speed / cadence
        return self.gone(t) / pace + self.apart + 1.0, pace / self.stride

    def moment(self, length: float, late: float = 0.62) -> tuple[float, float]:
        """When something happens that happens once: from when to when, in the second half of a shot that is
        long enough for it; past the end of time where it is not."""
        if self.seconds < EVENTFUL:
            return math.inf, math.inf
        start = late * self.seconds + 0.35 * self.apart
        return start, start + length

    def within(self, t: float, length: float, late: float = 0.62) -> float:
        """How far that has got at a moment: 0 before it, 1 after it."""
        start, end = self.moment(length, late)
        return 0.0 if t <= start else min((t - start) / (end - start), 1.0)


def around(x: float, limit: float) -> float:
    """`x` brought within ± `limit` by whole turns: who leaves on one side comes back on the other."""
    return (x + limit) % (2 * limit) - limit


def still(performance: Performance, t: float) -> Pose:
    """Whoever stays where they are to do something with their hands; `phase` is the time in seconds."""
    sway = 0.010 * math.sin(t * 1.7 + performance.apart * 6)
    return Pose(
        performance.spread(),
        stretch=1 + sway,
        tilt=sway,
        facing=performance.facing,
        phase=t + performance.apart,
        power=0.1,
    )


def facing_each_other(performance: Performance, apart: float) -> tuple[float, float]:
    """The place and the way of one of two who turn to each other, as far `apart` as said; one alone turns to
    the middle, where the other subject is."""
    if performance.count == 1:
        return -performance.facing * apart / 2, performance.facing
    way = 1.0 if performance.nth % 2 == 0 else -1.0
    row = performance.nth // 2 - ((performance.count + 1) // 2 - 1) / 2
    return -way * apart / 2 + row * 1.6 * apart, way
