"""Swimming: the way that others fly."""

from __future__ import annotations

from kinema.engines.animatic.kit import Motion
from kinema.engines.animatic.motions.fly import pose

MOTION = Motion(
    name="swim",
    words=("swim", "dive", "snorkel", "paddle", "游", "游泳", "潜水", "游动", "遨游", "游过"),
    pose=pose,
    gait="swim",
    footing="air",
)
