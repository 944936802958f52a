"""What a face detector is: one method on a picture, in a class that a package brings.

A detector is a class found by the entry-point group `kinema.detectors`. Its module imports nothing heavy:
libraries are imported, and weights read, where an object of it is made. It lives in a child process that
stays up between pictures, and is killed where it takes too long: a detector needs no limits of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # processes that only start a screen import this too
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    """A picture: shape (height, width, 3), RGB, 0 to 255."""


class Face(NamedTuple):
    """Where a person's face seems to be, in pixels from the top left corner.

    `score` is the detector's own measure of how sure it is; more is surer.
    """

    x: int
    y: int
    width: int
    height: int
    score: float

    @classmethod
    def scaled(cls, box: Iterable[float], by: float, score: float) -> Face:
        """Return a face that was found in a picture of another size."""
        x, y, width, height = (round(float(side) * by) for side in box)
        return cls(x, y, width, height, score)


class FaceDetector(Protocol):
    """What finds the faces of real people, and leaves drawings, animals and scenery alone."""

    def __init__(self, model: bytes | None) -> None:
        """Make ready: import and read weights. `model` is the operator's own file, its hash checked."""

    def faces(self, picture: Pixels) -> Sequence[Face]:
        """Return the faces that it takes for real; none is an answer, any exception a failure."""
