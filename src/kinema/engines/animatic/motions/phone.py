"""A telephone in the hand: held up for a picture of oneself."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still


def hands(t: float) -> tuple[Spot, Spot]:
    """One raised with the telephone, the other on the hip."""
    return (-0.17, 0.36), (0.27, 0.62 + 0.014 * math.sin(t * 2.0))


MOTION = Motion(
    name="phone",
    words=(
        "texting",
        "scrolling",
        "phoning",
        "selfie",
        "take a selfie",
        "taking a selfie",
        "takes a selfie",
        "自拍",
        "玩手机",
        "看手机",
        "打电话",
        "拍照",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(Thing("📱", 0.19, "near", (0.02, 0.05), 12),),
        rising=(Rising("✨", 0.14, (0.32, 0.74), (0.02, 0.06), 2.0, 1, 0.16),),
        bow=lambda t: -0.16 + 0.08 * math.sin(t * 1.7),
        takes=frozenset("📱📷📸☎️🤳"),
        upright=True,
    ),
)
