"""Settling: how a render came out, written once, and only by the attempt that is current."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg.types.json import Jsonb

from kinema.db.pool import Database
from kinema.tasks.task import Task
from kinema.videos.status import Status


@dataclass(frozen=True)
class Completed:
    """A film is stored: its object, the SHA-256 of its bytes in hex, its size and its measured seconds, and
    what its engine understood, with the engine's version."""

    key: str
    sha256: str
    bytes: int
    duration: float
    understood: Mapping[str, Any] | None
    engine_version: str


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


@dataclass(frozen=True)
class Cancelled:
    """Whoever asked for the film does not want it any more."""


Outcome = Completed | Failed | Interrupted | Lost | Cancelled


CALLED_OFF = Failed("cancelled", "The task was cancelled.")


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
        "engine_version": film.engine_version,
        "retention": retention,
    }
    return await database.row("tasks_complete", parameters) is not None


async def fail(database: Database, task: Task, failure: Failed) -> bool:
    """End the claimed task without a film; False where the claim is lost."""
    return await _end(database, Status.FAILED, failure, task.id, Status.PROCESSING, task.attempt)


async def call_off(database: Database, task: Task, *, charge: bool = False) -> bool:
    """End the claimed task as cancelled; False where the claim is lost.

    `charge`: the seconds that were rendered are settled, a begun one counted whole; else all is released.
    """
    return await _end(
        database, Status.CANCELLED, CALLED_OFF, task.id, Status.PROCESSING, task.attempt, charge=charge
    )


async def call_off_queued(database: Database, task_id: str) -> bool:
    """End a task that nobody has begun as cancelled; False where somebody has."""
    return await _end(database, Status.CANCELLED, CALLED_OFF, task_id, Status.QUEUED)


async def give_up(database: Database, task_id: str, attempt: int, times: int, *, cancelled: bool) -> bool:
    """End a task whose worker was lost and which is not to be begun again; False where that changed."""
    if cancelled:
        return await _end(database, Status.CANCELLED, CALLED_OFF, task_id, Status.PROCESSING, attempt)
    failure = Failed(
        "engine_failed",
        f"Rendering was interrupted {times} times. Create the task again, perhaps a simpler one.",
    )
    return await _end(database, Status.FAILED, failure, task_id, Status.PROCESSING, attempt)


async def _end(
    database: Database,
    status: Status,
    failure: Failed,
    task_id: str,
    only: Status,
    attempt: int | None = None,
    *,
    charge: bool = False,
) -> bool:
    parameters = {
        "id": task_id,
        "status": status,
        "from": only,
        "attempt": attempt,
        "error": failure.message,
        "error_code": failure.code,
        "charge": charge,
    }
    return await database.row("tasks_end", parameters) is not None
