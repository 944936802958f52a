"""Motions: where a subject is and how its body is held at each moment, and when its feet touch the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kinema.engines.animatic.camera import onward
from kinema.engines.animatic.raster import smooth

TEMPO = 2.0
"""Beats a second (120 a minute): dancers, steps and music share it."""


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


@dataclass(frozen=True)
class Motion:
    """How one member of a group does its action. `nth` of `count` sets it apart from the others; `facing` is
    the way it goes; `reach` is the half width of the frame in short sides; `airy` bodies have no floor.

    It is laid out for a shot of `seconds` and defined for ever after: who drives out of the frame comes
    back from the other side, who flies circles in it, who sails slows down.
    """

    action: str
    seconds: float
    nth: int = 0
    count: int = 1
    facing: float = 1.0
    reach: float = 0.5
    tracked: bool = False
    airy: bool = False
    rise: float = 1.2
    """How high a launch takes it by the end of the shot, in short sides."""
    until: float = 0.0
    """When the film ends, where it goes on after `seconds`."""
    ahead: float = 0.0
    """How far before its usual place it is: somebody is after it, or beside it."""

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
        pose = self._pose(t)
        return replace(pose, x=pose.x + self.ahead * self.facing) if self.ahead else pose

    def _pose(self, t: float) -> Pose:
        share = t / self.seconds
        match self.action:
            case "dance":
                return self._dance(t, share)
            case "run" | "drive" | "walk" | "roll":
                return self._travel(t, share)
            case "surf":
                return self._surf(t, share)
            case "jump":
                return self._jump(t)
            case "fly" | "swim":
                return self._glide(t, share)
            case "float":
                return self._float(t, share)
            case "sail":
                return self._sail(t, share)
            case "launch":
                return self._launch(t)
            case "spin":
                return Pose(self._spread(), 0.02, turn=math.cos(t * 3.2), phase=t * TEMPO)
            case "fall":
                lift = _around(0.40 - 0.8 * share, 1.0) + 0.35
                x = self._spread() + 0.06 * math.sin(t * 2.2)
                return Pose(x, lift, tilt=t * 1.6 + self.apart * 6, phase=t)
            case "sleep":
                return Pose(
                    self._spread(-0.05), stretch=1 + 0.018 * math.sin(t * 1.8), phase=t * 0.3, power=0
                )
            case _:
                sway = 0.012 * math.sin(t * 1.7 + self.apart * 6)
                return Pose(
                    self._spread(-0.08),
                    stretch=1 + sway,
                    tilt=sway,
                    facing=self.facing,
                    phase=t * 0.5,
                    power=0.1,
                )

    def steps(self) -> list[float]:
        """The moments at which feet touch the ground, in seconds."""
        rate = {"dance": TEMPO, "run": 4.6, "walk": TEMPO, "jump": 1 / 0.9}.get(self.action, 0.0)
        if not rate or self.airy:
            return []
        last = max(self.seconds, self.until)
        return [n / rate + 0.02 * self.nth for n in range(1, int(last * rate))]

    def _spread(self, middle: float = 0.0) -> float:
        return middle + self.place * min(0.34 * self.count, 1.5 * self.reach) * 1.05

    def _dance(self, t: float, share: float) -> Pose:
        beat = t * TEMPO + (0.5 * self.nth if self.nth else 0)
        within = beat % 1.0
        big = 1.5 if int(beat) // 8 % 2 else 1.0  # every second phrase is danced larger
        hop = abs(math.sin(math.pi * beat)) * (0.035 + 0.05 * (int(beat) % 4 == 3)) * big
        # Steps carry it to the side on the beat: it stands while the foot is down, and goes between.
        gone = int(beat) + float(smooth(within, 0.15, 0.85))
        bar = gone % 8
        side = (bar if bar < 4 else 8 - bar) / 4 * (1.4 if gone // 8 % 2 else 1.0) - 0.5
        entry = (1 - float(smooth(share, 0.0, 0.22))) * 0.34
        turn = 1.0
        if int(beat) % 8 in ((1, 3, 7) if big > 1 else (3, 7)):
            turn = math.cos(2 * math.pi * float(smooth(within, 0.05, 0.95)))
        squash = 1 - 0.07 * math.cos(2 * math.pi * beat) ** 3
        lean = 0.10 * math.sin(math.pi * beat)
        x = self._spread() + (0.30 * side if self.count == 1 else 0.12 * side) - entry
        return Pose(x, hop, lean, 1.0, turn, squash, beat)

    def _travel(self, t: float, share: float) -> Pose:
        rate = {"run": 2.3, "walk": 1.0, "drive": 1.4, "roll": 1.5}[self.action]
        phase = t * rate + self.apart
        start = -self.reach * 0.95 if self.count == 1 else -self.reach
        if self.tracked:
            x = (
                start
                + (self.reach * 0.85 + 0.04) * float(smooth(share, -0.25, 0.75))
                + 0.05 * math.sin(t * 1.1 + self.nth)
            )
            x += self.place * min(0.72, 0.62 * self.reach * 2)
        else:
            x = -self.reach * 1.15 + 2.3 * self.reach * (share + 0.02) + self.place * 0.5
            x = _around(x, self.reach + 0.5)
        lift = tilt = 0.0
        if self.action == "roll":
            lift = 0.07 * abs(math.sin(math.pi * phase))
        elif self.action == "run":
            lift = 0.030 * max(0.0, math.sin(2 * math.pi * (phase + 0.55)))
            tilt = 0.07 * math.sin(2 * math.pi * (phase + 0.30))
        elif self.action == "walk":
            lift = 0.008 * abs(math.sin(2 * math.pi * phase))
            tilt = 0.02 * math.sin(2 * math.pi * phase)
        else:
            lift = 0.003 * math.sin(t * 23 + self.nth)
        return Pose(x * self.facing, max(lift, 0), tilt * self.facing, self.facing, phase=phase)

    def _jump(self, t: float) -> Pose:
        cycle = (t / 0.9 + self.apart) % 1.0
        air = max(0.0, math.sin(math.pi * (cycle - 0.25) / 0.75)) if cycle > 0.25 else 0.0
        squash = 1 - 0.16 * math.sin(math.pi * cycle / 0.25) if cycle < 0.25 else 1 + 0.10 * air
        hops, there = math.floor(t / 0.9 + self.apart), math.floor(self.seconds / 0.9) + 2
        # Past the shot it turns, and hops to and fro.
        back = hops // there % 2
        forward = hops % there + float(smooth(cycle, 0.25, 1.0))
        x = self._spread(-0.3) + 0.14 * (there - forward if back else forward) * (
            min(1.0, 4 / self.seconds) * self.facing
        )
        way = -self.facing if back else self.facing
        return Pose(x, 0.20 * air, 0.12 * (0.5 - cycle) * air, way, stretch=squash, phase=cycle)

    def _glide(self, t: float, share: float) -> Pose:
        slow = 0.55 + 0.25 * self.apart
        gone, way, turn = -0.62 + share, self.facing, 1.0
        if share > 1:
            # Past the shot it circles: a sine with the place and the speed that it has there.
            angle = math.asin(0.38 / 0.62) + (share - 1) / math.sqrt(0.62**2 - 0.38**2)
            gone, turn = 0.62 * math.sin(angle), float(smooth(abs(math.cos(angle)), 0.0, 0.4))
            way = self.facing if math.cos(angle) >= 0 else -self.facing
        x = self.facing * gone * self.reach * 1.2 + self.place * 0.5
        x += 0.05 * math.sin(t * slow + self.nth * 2)
        lift = 0.42 + 0.05 * math.sin(t * 1.3 + self.nth * 2.1) + 0.20 * self.place * (-1) ** self.nth
        slope = 0.05 * 1.3 * math.cos(t * 1.3 + self.nth * 2.1)
        return Pose(x, lift, -slope * way, way, turn, phase=t * 1.1 + self.apart)

    def _float(self, t: float, share: float) -> Pose:
        share = onward(share, 1.0, 0.8)
        x = self._spread(-0.20) + 0.26 * share + 0.02 * math.sin(t * 0.7)
        lift = 0.36 + 0.06 * math.sin(t * 0.55 + self.nth) + 0.05 * share
        tilt = -0.30 + 0.42 * share + 0.06 * math.sin(t * 0.8)
        return Pose(x, lift, tilt, self.facing, phase=t * 0.4 + self.apart)

    def _sail(self, t: float, share: float) -> Pose:
        if share > 1:
            share = 1.45 - 0.45 * math.exp(-(share - 1) / 0.45)
        x = (-0.44 + 0.62 * share) * max(self.reach * 1.1, 0.60) * self.facing + self.place * 0.6
        heave = 0.010 * math.sin(t * 1.7 + self.nth)
        heel = 0.055 + 0.045 * math.sin(t * 1.15 + self.nth)
        return Pose(x, heave, heel * self.facing, self.facing, phase=t)

    def _surf(self, t: float, share: float) -> Pose:
        """Down the face of a wave and up it again, leaning into each turn."""
        turn = math.sin(t * 1.7)
        x = (-0.34 + 0.42 * onward(share, 0.8, 0.5)) * self.reach + 0.06 * turn
        lift = 0.10 + 0.045 * math.cos(t * 1.7) + self.place * 0.04
        lean = 0.10 + 0.13 * math.sin(t * 1.7 + 0.9)
        return Pose(x + self.place * 0.4, lift, lean, stretch=0.90 - 0.05 * turn, phase=t, power=0.4)

    def _launch(self, t: float) -> Pose:
        ignition = 0.18 * self.seconds
        up = max(0.0, t - ignition)
        whole = self.seconds - ignition
        lift = self.rise * (min(up, whole) / whole) ** 1.8
        past = max(up - whole, 0.0)
        # The camera has no more sky to tilt into: it catches up, and what goes on climbing gets smaller.
        lift += 1.8 * self.rise / whole * past * math.exp(-past / 0.35)
        shake = (
            0.0035
            * math.sin(t * 71)
            * float(smooth(t, 0.1, ignition))
            * (1 - 0.7 * float(smooth(up, 0, whole)))
        )
        power = float(smooth(t, 0.05 * self.seconds, ignition))
        size = 1 / (1 + 0.16 * past)
        return Pose(self._spread() + shake, lift, 0.012 * math.sin(t * 1.5), power=power, phase=t, size=size)


def sinking(motion: Motion, t: float) -> float:
    """How far what a rocket left behind has sunk in the frame, where the camera keeps up with it past its
    shot."""
    return 0.30 * motion.rise / motion.seconds * max(t - motion.seconds, 0.0)


def _around(x: float, limit: float) -> float:
    """`x` brought within ± `limit` by whole turns: who leaves on one side comes back on the other."""
    return (x + limit) % (2 * limit) - limit
