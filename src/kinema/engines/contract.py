"""What an engine is.

A local engine is a class found by the entry-point group `kinema.engines`. Its module imports nothing heavy:
`spec` must be readable by processes that never render; models and drawing libraries are imported in `load`.
It lives in a child process of a worker, which stays up between tasks, renders one film at a time, and is
killed where it overruns: an engine needs no time limits, no threads for its own safety and no clean-up of
its scratch folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from kinema.videos.model import Quality
from kinema.videos.size import Size

if TYPE_CHECKING:  # processes that never render read this module for its `EngineSpec`
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    """A picture: shape (height, width, 3), RGB, 0 to 255."""


@dataclass(frozen=True)
class EngineSpec:
    """What an engine can do, without loading it.

    `sizes` None means any even size; `seconds` is the inclusive range of lengths; `reference` and `sound`
    say whether it takes a first frame and whether its films have a sound track; without one it can serve no
    model yet, for clients are promised sound.
    """

    name: str
    version: str
    title: str
    sizes: frozenset[Size] | None = None
    seconds: range = field(default=range(1, 121))
    reference: bool = False
    sound: bool = False


@dataclass(frozen=True)
class RenderRequest:
    """One film to draw. The same request gives the same frames for one version of an engine."""

    prompt: str
    size: Size
    seconds: int
    quality: Quality
    seed: int
    reference: Pixels | None = None
    """The first frame, exactly `size`: already decoded and checked, never a user's file."""


@dataclass(frozen=True)
class Rendered:
    """A film on disk (MP4, H.264, with sound where the engine makes any) and what the engine understood."""

    path: Path
    understood: Mapping[str, Any] | None = None


class Report(Protocol):
    """How far a render is: call it with a fraction of 0 to 1, as often as you like.

    It raises `Cancelled` where the render should stop; let that pass.
    """

    def __call__(self, fraction: float) -> None:
        """Tell it."""


class Cancelled(BaseException):
    """Raised by `Report` in a render that nobody wants any more. Not an Exception, so nothing swallows it."""


class LocalEngine(Protocol):
    """An engine that renders in a child process on this machine."""

    spec: ClassVar[EngineSpec]

    def load(self) -> None:
        """Make ready to render: import, read weights, warm up. Called once, before the first render."""

    def render(self, request: RenderRequest, folder: Path, report: Report) -> Rendered:
        """Draw the film into `folder`, which is empty and deleted afterwards. Blocks until it is done."""

    def close(self) -> None:
        """Let go of everything. Called once, where the process ends in an orderly way."""
