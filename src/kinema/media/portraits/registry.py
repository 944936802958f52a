"""Finding detectors: entry points of the group `kinema.detectors`, ours and other packages'."""

from __future__ import annotations

from importlib.metadata import entry_points

from kinema.errors import Misconfigured
from kinema.media.portraits.detector import FaceDetector

GROUP = "kinema.detectors"


def detector(name: str) -> type[FaceDetector]:
    """Return the detector class called `name`; raises Misconfigured, which lists those there are."""
    found = entry_points(group=GROUP, name=name)
    if not found:
        known = ", ".join(sorted(entry.name for entry in entry_points(group=GROUP))) or "none"
        raise Misconfigured(f"There is no face detector called {name!r}. Installed: {known}.")
    try:
        loaded: type[FaceDetector] = next(iter(found)).load()
    except (ImportError, AttributeError) as error:
        raise Misconfigured(f"The face detector {name!r} is installed but does not load: {error}.") from error
    return loaded
