"""Framing: how much of the scene the camera takes in, and a cut to a closer look in a long shot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.camera import Move, View
from kinema.engines.animatic.performance import Performance

LONG = 10.0
"""From this length on, in seconds, a film whose camera nobody asked for cuts to a closer look and back."""
_CLOSER = (0.5, 0.8)
"""When it cuts, in parts of the shot."""
_FURTHEST = 0.5

CLOSENESS = {"close-up": 0.68, "medium": 0.54}
"""How much of the frame's height a subject fills in a shot."""
_CLOSEST = 2.6
_LOOK = 0.58
"""The same, after a cut."""


@dataclass(frozen=True)
class Framing:
    """A camera move, seen closer for the whole of a shot, or within `cut`. `subject` is whose way it
    follows, `middle` how far below the frame's middle theirs is, in short sides; `zoom` how much closer."""

    move: Move
    zoom: float = 1.0
    middle: float = 0.0
    subject: Performance | None = None
    cut: tuple[float, float] | None = None

    def at(self, t: float) -> View:
        """The view at `t` seconds."""
        view = self.move.at(t)
        closer = self.cut is None or self.cut[0] <= t < self.cut[1]
        if self.zoom == 1 or self.subject is None or not closer:
            return view
        pose = self.subject.at(t)
        x = min(max(pose.x, -_FURTHEST), _FURTHEST)
        y = self.middle - pose.lift * (0.2 if self.subject.grounded else 1.0)
        return replace(view, x=view.x * 0.5 + x, y=view.y * 0.5 + y, zoom=view.zoom * self.zoom)


def framed(
    move: Move, *, shot: str | None, free: bool, subject: Performance, tall: float, middle: float
) -> Framing:
    """How a move is framed: by the `shot` that was asked for or, where the camera is `free` and the film
    long, with a cut. `tall` is the subject's height and `middle` its middle's place, in short sides."""
    if subject.motion.rises:
        return Framing(move)
    if shot in CLOSENESS:
        return Framing(move, min(max(CLOSENESS[shot] / tall, 1.0), _CLOSEST), middle, subject)
    if shot is None and free and move.seconds >= LONG:
        zoom = min(max(_LOOK / tall, 1.2), 1.8)
        return Framing(move, zoom, middle, subject, (_CLOSER[0] * move.seconds, _CLOSER[1] * move.seconds))
    return Framing(move)
