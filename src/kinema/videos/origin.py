"""What a film comes from, other than its prompt alone: a film that it changes or continues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

MOST_EXTENSIONS = 6
"""How often a film may be extended."""

LONGEST_FILM = 120
"""Seconds of a film with all of its extensions."""


class Kind(StrEnum):
    """How a film comes from another."""

    REMIX = "remix"
    EDIT = "edit"
    EXTENSION = "extension"
    REGRADE = "regrade"


@dataclass(frozen=True)
class Origin:
    """Where a film comes from. It is a copy that is kept with the new film's task: whatever becomes of the
    source, the new film can be drawn.

    `source_id` is the task of that film; `scene` is what its engine understood of it, `seed` what it was
    drawn with, `seconds` how long it was measured to be; `pictured` says that it began with a picture that
    somebody gave. `extensions` is how many of them the new film holds. `film` is the object of the source's
    film, where the render reads it: it is kept until then. A film that somebody brought has no task and no
    scene; its object is the new task's own, and `seed` the new film's.
    """

    kind: Kind
    source_id: str | None
    scene: Mapping[str, Any]
    seed: int
    seconds: float
    extensions: int = 0
    pictured: bool = False
    film: str | None = None

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Self:
        """Read what `described` wrote."""
        return cls(**{**described, "kind": Kind(described["kind"])})

    def described(self) -> dict[str, Any]:
        """Return it as JSON."""
        return asdict(self)

    def length(self, new_seconds: int) -> float:
        """Return how many seconds the whole film has, of which so many are new."""
        match self.kind:
            case Kind.EXTENSION:
                return self.seconds + new_seconds
            case Kind.REGRADE:
                return self.seconds
            case _:
                return new_seconds
