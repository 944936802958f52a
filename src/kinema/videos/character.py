"""Characters, as a film's task holds them: a copy, so that one that is deleted is missed by no task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

MOST = 2
"""Characters in one film."""


@dataclass(frozen=True)
class Character:
    """Who may play in a film: `id` of what was copied, `picture` the object of its cut-out, which is the
    task's own; `palette` and `facing` as of `engines.contract.Character`."""

    id: str
    name: str
    picture: str
    palette: tuple[str, ...]
    facing: int

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Self:
        """Read what `described` wrote."""
        return cls(**{**described, "palette": tuple(described["palette"])})

    def described(self) -> dict[str, Any]:
        """Return it as JSON."""
        return asdict(self)
