"""Digging: a pick is raised, comes down hard, and earth flies."""

from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, smooth, still, strokes


def _stroke(t: float) -> float:
    """How high the tool is: slowly up, and down at once."""
    share = (t / 1.2) % 1.0
    return float(smooth(share, 0.0, 0.62)) * (1 - float(smooth(share, 0.66, 0.76)))


def hands(t: float) -> tuple[Spot, Spot]:
    """Both on the handle."""
    up = _stroke(t)
    return (0.10, 0.34 + 0.24 * up), (0.22 - 0.05 * up, 0.36 + 0.30 * up)


MOTION = Motion(
    name="dig",
    words=("dig", "mine", "挖", "挖矿", "挖土", "锄地", "种地"),
    pose=still,
    sound=strokes(1.2, ((70, 0), (260, -2), (1500, -12), (6000, -22)), 0.06, 0.22, late=0.9),
    gesture=Gesture(
        hands=hands,
        things=(Thing("⛏️", 0.46, "near", (0.10, 0.04), 30, True),),
        rising=(Rising("🟤", 0.06, (0.40, 0.04), (0.16, 0.22), 1.2, 3, 0.4),),
        bow=lambda t: 0.42 - 0.5 * _stroke(t),
        upright=True,
    ),
)
