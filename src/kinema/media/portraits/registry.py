"""Finding detectors: entry points of the group `kinema.detectors`, ours and other packages'."""

from __future__ import annotations

from kinema import entrypoints
from kinema.media.portraits.detector import FaceDetector


def detector(name: str) -> type[FaceDetector]:
    """Return the detector class called `name`; raises Misconfigured, which lists those there are."""
    found: type[FaceDetector] = entrypoints.named(name, "kinema.detectors", "face detector")
    return found
