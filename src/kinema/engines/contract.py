"""What an engine is.

A local engine is a class found by the entry-point group `kinema.engines`. Its module imports nothing heavy:
`spec` must be readable by processes that never render; models and drawing libraries are imported in `load`.
It lives in a child process of a worker, which stays up between tasks, renders one film at a time, and is
killed where it overruns: an engine needs no time limits, no threads for its own safety and no clean-up of
its scratch folder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from kinema.videos.model import Quality
from kinema.videos.size import Size

if TYPE_CHECKING:  # processes that never render read this module for its `EngineSpec`
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    """A picture: shape (height, width, 3), RGB, 0 to 255."""
    Cutout = NDArray[np.uint8]
    """A picture with nothing around it: shape (height, width, 4), RGBA, 0 to 255, not premultiplied."""


class Capability(StrEnum):
    """What an engine may be able to do beyond drawing a prompt. What it does not claim is refused at
    creation."""

    REMIX = "remix"
    """Draw the scene of one of its own films again, changed by a new prompt (`Remix`)."""
    EDIT = "edit"
    """The same with one change, for one of its own films (`Edit`)."""
    REGRADE = "regrade"
    """Change a film that anybody made, frame by frame (`Regrade`)."""
    EXTEND = "extend"
    """Go on where one of its own films ends (`Extension`)."""
    EXTEND_BROUGHT = "extend_brought"
    """Go on where a film ends that anybody made (`Extension` without a scene)."""
    CHARACTERS = "characters"
    """Make characters from films, and let them play in others (`Character`, `CastingEngine`)."""


@dataclass(frozen=True)
class EngineSpec:
    """What an engine can do, without loading it.

    `sizes` None means any even size; `seconds` is the inclusive range of lengths; `reference` and `sound`
    say whether it takes a first frame and whether its films have a sound track (without one it can serve no
    model yet, for clients are promised sound); `can` is what else it does.
    """

    name: str
    version: str
    title: str
    sizes: frozenset[Size] | None = None
    seconds: range = field(default=range(1, 121))
    reference: bool = False
    sound: bool = False
    can: frozenset[Capability] = frozenset()


@dataclass(frozen=True)
class Remix:
    """Another take on a film of this engine's: `scene` is what it understood of that one
    (`Rendered.understood`), and `seed` what that one was drawn with. What the new prompt names is changed,
    the rest stays in its place."""

    scene: Mapping[str, Any]
    seed: int


@dataclass(frozen=True)
class Edit:
    """The same film once more with one change: fields as of `Remix`."""

    scene: Mapping[str, Any]
    seed: int


@dataclass(frozen=True)
class Regrade:
    """A film that somebody brought. `film` is our own normalised copy of it (H.264, 24 fps, the size of the
    request, sound in AAC or none), never the file as it was uploaded; it is read frame by frame, and only
    while the render runs. `seconds` is its length, and exactly the new film's: the request's is that, rounded
    up."""

    film: Path
    seconds: float


@dataclass(frozen=True)
class Extension:
    """The seconds that follow a film: the render is as long as the request says and begins where that film
    ends, `start` seconds after its first frame. `scene` and `seed` are of the film's latest part; a film that
    somebody brought has no scene, and the seed is the new film's. `film` is that film, our own normalised
    copy as of `Regrade`, for what has to be read of it: how it ends, where no scene says so. The request's
    reference and characters are those of that film, where it had any."""

    scene: Mapping[str, Any]
    seed: int
    start: float
    film: Path | None = None


Origin = Remix | Edit | Regrade | Extension
"""Where a film comes from, other than its prompt alone."""


@dataclass(frozen=True)
class Character:
    """Somebody cut out of a film, who can play in others.

    `pixels` is at most 512 on its longer side; `palette` is its colours as "#rrggbb", the largest share
    first; `facing` is the way it looks (-1 left, 1 right, 0 unknown); `quality` is how clean the cut seems,
    0 to 1: below 0.4 it is worth telling its owner to try a film with one subject before a still background.
    """

    name: str
    pixels: Cutout
    palette: tuple[str, ...] = ()
    facing: int = 0
    quality: float = 1.0


@dataclass(frozen=True)
class RenderRequest:
    """One film to draw. The same request gives the same frames for one version of an engine.

    Where `origin` has a seed, that one counts, and `seed` should be the same: it is kept with the new film.
    """

    prompt: str
    size: Size
    seconds: int
    quality: Quality
    seed: int
    reference: Pixels | None = None
    """The first frame, exactly `size`: already decoded and checked, never a user's file."""
    origin: Origin | None = None
    characters: Sequence[Character] = ()
    """Who may play in it: each appears where the prompt names it."""


@dataclass(frozen=True)
class Rendered:
    """A film on disk (MP4, H.264, with sound where the engine makes any) and what the engine understood.

    `understood` can be written as JSON. An engine that remixes, edits or extends must be able to draw the
    same scene again from it, and says in it which version of itself it is: keep it with the film.
    """

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


class CastingEngine(LocalEngine, Protocol):
    """An engine whose spec claims `Capability.CHARACTERS`."""

    def cut_out(self, film: Path, name: str) -> Character:
        """Cut the subject out of `film`, our own normalised copy of a short film; EngineFailed where there is
        nothing to cut out."""
