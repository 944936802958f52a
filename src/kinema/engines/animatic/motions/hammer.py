"""Building: a hammer that comes down on what is made."""

from __future__ import annotations

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, smooth, still


def _stroke(t: float) -> float:
    """How high the hammer is: it is lifted, waits, and strikes."""
    share = (t / 0.8) % 1.0
    return float(smooth(share, 0.05, 0.55)) * (1 - float(smooth(share, 0.68, 0.78)))


def hands(t: float) -> tuple[Spot, Spot]:
    """One holds the work, the other strikes."""
    up = _stroke(t)
    return (0.24, 0.30), (0.24 - 0.06 * up, 0.40 + 0.34 * up)


MOTION = Motion(
    name="hammer",
    words=(
        "hammer",
        "build a",
        "build the",
        "repair",
        "fix",
        "construct",
        "锤",
        "打铁",
        "修理",
        "建造",
        "盖房子",
        "钉钉子",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(
            Thing("🪵", 0.28, "none", (0.44, 0.24), stands=True),
            Thing("🔨", 0.32, "near", (0.12, 0.04), 20, True),
        ),
        rising=(Rising("✨", 0.16, (0.44, 0.36), (0.04, 0.10), 0.8, 1, 0.3),),
        bow=lambda t: 0.28 - 0.2 * _stroke(t),
        upright=True,
    ),
)
