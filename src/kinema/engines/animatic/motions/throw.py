"""Throwing: an arm drawn back, a ball that flies off and comes back into the hand."""

from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, smooth, still, strokes

THROW = 1.8
"""Seconds from one throw to the next."""


def hands(t: float) -> tuple[Spot, Spot]:
    """Back over the shoulder, forward at once, and open to catch."""
    share = (t / THROW) % 1.0
    drawn = float(smooth(share, 0.60, 0.90)) * (1 - float(smooth(share, 0.93, 1.0)))
    thrown = 1 - float(smooth(share, 0.05, 0.35))
    return (-0.20, 0.42), (0.22 + 0.10 * thrown - 0.36 * drawn, 0.50 + 0.14 * thrown + 0.28 * drawn)


MOTION = Motion(
    name="throw",
    words=("throw", "toss", "hurl", "play catch", "扔", "投掷", "投篮", "接球"),
    pose=still,
    sound=strokes(THROW, ((300, -14), (1400, 0), (6000, -12)), 0.09, 0.05, attack=0.08),
    gesture=Gesture(
        hands=hands,
        rising=(Rising("🥎", 0.15, (0.36, 0.66), (0.75, 0.45), THROW, 1, 0.62),),
        bow=lambda t: -0.10 * float(smooth((t / THROW) % 1.0, 0.0, 0.3)),
        upright=True,
    ),
)
