"""Stretching: arms up and over, down to the toes, and up again, as in yoga."""

# ruff: noqa: E501 - its words are one row
from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Spot, smooth, still

ROUND = 5.0
"""Seconds from one stretch to the next."""


def _down(t: float) -> float:
    share = (t / ROUND) % 1.0
    return float(smooth(share, 0.35, 0.60)) * (1 - float(smooth(share, 0.78, 1.0)))


def hands(t: float) -> tuple[Spot, Spot]:
    """Overhead, then to the ground."""
    down = _down(t)
    return (-0.10 + 0.22 * down, 0.86 - 0.56 * down), (0.10 + 0.14 * down, 0.86 - 0.56 * down)


MOTION = Motion(
    name="stretch",
    words=("stretch", "do yoga", "doing yoga", "practice yoga", "practise yoga", "warm up", "瑜伽", "做瑜伽", "伸懒腰", "拉伸", "做操"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        bow=lambda t: -0.2 + 0.9 * _down(t),
        low=lambda t: 0.10 * _down(t),
        upright=True,
    ),
)  # fmt: skip
