"""Hiding: low, with hands before the face, and a look out now and then."""

from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Spot, smooth, still


def _out(t: float) -> float:
    """How far one looks out, once in three seconds."""
    share = (t / 3.0) % 1.0
    return float(smooth(share, 0.50, 0.60)) * (1 - float(smooth(share, 0.84, 0.90)))


def hands(t: float) -> tuple[Spot, Spot]:
    """Before the eyes, and away from them to look."""
    out = _out(t)
    return (-0.09 - 0.07 * out, 0.56 - 0.12 * out), (0.11 + 0.06 * out, 0.56 - 0.12 * out)


MOTION = Motion(
    name="hide",
    words=("hide", "lurk", "sneak", "cower", "躲", "藏", "躲藏", "潜伏", "躲起来", "捉迷藏", "hide and seek"),
    pose=still,
    gesture=Gesture(
        hands=hands,
        low=lambda t: 0.17 - 0.11 * _out(t),
        bow=lambda t: 0.15 - 0.2 * _out(t),
    ),
)
