"""Bowing: down before somebody, held, and up again; kneeling and proposing too."""

from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Spot, smooth, still


def _down(t: float) -> float:
    """How far: down and up again in three seconds."""
    share = (t / 3.0) % 1.0
    return float(smooth(share, 0.10, 0.35)) * (1 - float(smooth(share, 0.70, 0.95)))


def hands(t: float) -> tuple[Spot, Spot]:
    """One before the chest, the other swept aside."""
    down = _down(t)
    return (-0.18 - 0.08 * down, 0.34), (0.10, 0.42 - 0.06 * down)


MOTION = Motion(
    name="bow",
    words=(
        "bowing",
        "bows to",
        "bow to",
        "bow down",
        "kneel",
        "curtsy",
        "propose",
        "鞠躬",
        "跪",
        "跪下",
        "求婚",
        "敬礼",
        "行礼",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        low=lambda t: 0.09 * _down(t),
        bow=lambda t: 0.9 * _down(t),
        upright=True,
    ),
)
