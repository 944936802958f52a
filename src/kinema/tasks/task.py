"""A task as the database has it."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from kinema.videos.character import Character
from kinema.videos.model import Quality
from kinema.videos.origin import Origin
from kinema.videos.size import Size
from kinema.videos.status import Status

ID = re.compile(r"[a-z]{2,8}_[0-9a-f]{32}", re.ASCII)
"""What every id looks like: the dialect that made a task, or the kind of a thing, and what `new_id` says."""


def new_id(word: str) -> str:
    """Return an id that nobody can guess, as `sora_06…`: 56 bits of microseconds since 1970, 72 of chance.

    So ids of one word are in the order of their creation, and stand for a place in a list for good.
    """
    return f"{word}_{time.time_ns() // 1000:014x}{secrets.token_hex(9)}"


@dataclass(frozen=True)
class Artifact:
    """A published film: its object's key, the SHA-256 of its bytes in hex, its length in bytes, its end."""

    key: str
    sha256: str
    bytes: int
    expires_at: datetime


@dataclass(frozen=True)
class Task:
    """One row of `tasks`. Times are UTC; `progress` is a fraction of 0 to 1; `duration` in seconds; `seconds`
    are those to render."""

    id: str
    tenant_id: UUID
    model: str
    engine: str
    quality: Quality
    prompt: str
    width: int
    height: int
    seconds: int
    seed: int
    reference_url: str | None
    reference_key: str | None
    origin: Origin | None
    characters: tuple[Character, ...]
    status: Status
    progress: float
    attempt: int
    error: str | None
    error_code: str | None
    duration: float | None
    understood: Mapping[str, Any] | None
    engine_version: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    expires_at: datetime | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Task:
        """Read a row that has at least this class's columns."""
        values = {field.name: row[field.name] for field in fields(cls)}
        return cls(
            **{
                **values,
                "status": Status(row["status"]),
                "quality": Quality(row["quality"]),
                "origin": Origin.of(row["origin"]) if row["origin"] else None,
                "characters": tuple(map(Character.of, row["characters"] or ())),
            }
        )

    @property
    def size(self) -> Size:
        """The film's size in pixels."""
        return Size(self.width, self.height)

    @property
    def length(self) -> float:
        """Seconds that its film has in all, those of the film that it extends included."""
        return self.origin.length(self.seconds) if self.origin else self.seconds

    @property
    def gathered(self) -> list[str]:
        """The objects that were stored for its render alone."""
        brought = self.origin.film if self.origin and self.origin.source_id is None else None
        keys = [self.reference_key, brought, *(character.picture for character in self.characters)]
        return [key for key in keys if key is not None]

    def is_kept(self, now: datetime) -> bool:
        """Whether its film can be downloaded at that time."""
        return self.status is Status.COMPLETED and self.expires_at is not None and now < self.expires_at
