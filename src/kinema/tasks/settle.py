"""Settling: how a render came out, written once, and only by the attempt that is current."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg.types.json import Jsonb

from kinema.db.pool import Database
from kinema.tasks.task import Task


@dataclass(frozen=True)
class Completed:
    """A film is stored: its object, the SHA-256 of its bytes in hex, its size and its measured seconds."""

    key: str
    sha256: str
    bytes: int
    duration: float
    understood: Mapping[str, Any] | None


@dataclass(frozen=True)
class Failed:
    """There will be no film; `message` is for the task's owner, `code` for programs."""

    code: str
    message: str


@dataclass(frozen=True)
class Interrupted:
    """The engine or its worker ended in mid-render: another attempt may succeed.

    `in_order`: because the worker was told to stop, and not because anything broke.
    """

    reason: str
    in_order: bool = False


@dataclass(frozen=True)
class Lost:
    """Another worker holds the task by now: whatever this one made is nobody's."""


Outcome = Completed | Failed | Interrupted | Lost


async def complete(database: Database, task: Task, film: Completed, retention: timedelta) -> bool:
    """Publish the film, to be kept for `retention`; False where the claim is lost."""
    parameters = {
        "id": task.id,
        "attempt": task.attempt,
        "artifact_key": film.key,
        "artifact_sha256": film.sha256,
        "artifact_bytes": film.bytes,
        "duration": film.duration,
        "understood": Jsonb(film.understood) if film.understood is not None else None,
        "retention": retention,
    }
    return await database.row("tasks_complete", parameters) is not None


async def fail(database: Database, task: Task, failure: Failed) -> bool:
    """End the task without a film; False where the claim is lost."""
    parameters = {
        "id": task.id,
        "attempt": task.attempt,
        "error": failure.message,
        "error_code": failure.code,
    }
    return await database.row("tasks_fail", parameters) is not None
