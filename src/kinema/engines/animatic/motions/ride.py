"""Riding: sitting on a back, whose motion carries whoever rides."""

from __future__ import annotations

from kinema.engines.animatic.kit import Motion
from kinema.engines.animatic.motions.stand import pose

MOTION = Motion(
    name="ride",
    words=(),
    pose=pose,
    gait="ride",
)
