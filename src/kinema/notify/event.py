"""What is told of tasks: durable events, in one order, and progress in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kinema.db.pool import Database
from kinema.errors import NotFound
from kinema.tasks.task import ID, Task
from kinema.videos.status import Status

PAGE = 100


@dataclass(frozen=True)
class Event:
    """A status that a task came to. `id` orders all events; `task` is as it was then."""

    id: int
    task: Task

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Event:
        """Read a row of the task as it stands now, with the event's id and status."""
        then: dict[str, Any] = {"status": row["event_status"]}
        if not Status(row["event_status"]).is_final:
            then |= {"progress": 0.0, "error": None, "error_code": None}
        return cls(row["event_id"], Task.of({**row, **then}))


@dataclass(frozen=True)
class Progress:
    """How far a render is, in percent: the newest is all that matters, so none is kept."""

    task_id: str
    percent: int


async def history(
    database: Database, tenant_id: UUID, task_id: str | None, after: int, until: int
) -> list[Event]:
    """Return a page of a tenant's events, or of one of its tasks, behind `after` and up to `until`."""
    parameters = {
        "tenant_id": tenant_id,
        "task_id": task_id,
        "after": after,
        "until": until,
        "limit": PAGE,
    }
    return [Event.of(row) for row in await database.rows("events_of_tenant", parameters)]


async def can_resume(database: Database, after: int) -> bool:
    """Whether this is an event's id behind which none has been forgotten."""
    row = await database.row("events_kept")
    assert row is not None  # an aggregate has one
    return bool(row["oldest"] - 1 <= after <= row["newest"])


async def standing(database: Database, tenant_id: UUID, task_id: str, after: int) -> tuple[Task, int | None]:
    """Return the tenant's task and the id of its newest event behind `after`; raises NotFound."""
    row = None
    if ID.fullmatch(task_id):
        parameters = {"id": task_id, "tenant_id": tenant_id, "after": after}
        row = await database.row("tasks_standing", parameters)
    if row is None:
        raise NotFound("There is no task with this id.")
    return Task.of(row), row["newer"]
