"""Looking tasks up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from kinema.db.pool import Database
from kinema.errors import LinkRefused, NotFound
from kinema.tasks.create import Once
from kinema.tasks.task import ID, Artifact, Task


async def task_of(database: Database, tenant_id: UUID, task_id: str) -> Task:
    """Return the tenant's task; raises the same NotFound for a foreign, a malformed and an unknown id."""
    row = None
    if ID.fullmatch(task_id):
        row = await database.row("tasks_get", {"id": task_id, "tenant_id": tenant_id})
    if row is None:
        raise NotFound("There is no task with this id.")
    return Task.of(row)


async def page_of(
    database: Database, tenant_id: UUID, limit: int, *, after: str | None, newest_first: bool
) -> tuple[list[Task], bool]:
    """Return at most `limit` of the tenant's tasks by time of creation, and whether there are more.

    They begin behind the task `after`, which may have been deleted meanwhile. Raises NotFound where it never
    was the tenant's.
    """
    parameters: dict[str, Any] = {"tenant_id": tenant_id, "limit": limit + 1}
    if after is None:
        # Behind which everything lies: PostgreSQL's own words, for Python's datetime has none for it.
        parameters |= {"created_at": "infinity" if newest_first else "-infinity", "id": ""}
    else:
        row = None
        if ID.fullmatch(after):
            row = await database.row("tasks_cursor", {"id": after, "tenant_id": tenant_id})
        if row is None:
            raise NotFound("There is no task with this id.")
        parameters |= row
    found = await database.rows("tasks_newest" if newest_first else "tasks_oldest", parameters)
    return [Task.of(row) for row in found[:limit]], len(found) > limit


async def repeated(database: Database, tenant_id: UUID, once: Once) -> Task | None:
    """Return the task that the same creation made before, None where there was none; raises NotFound where it
    was deleted."""
    pair = [str(tenant_id), once.key]
    row = await database.row("idempotency_find", {"pairs": Jsonb([pair])})
    if row is None or row["body"] != once.body:
        return None
    return await task_of(database, tenant_id, row["task_id"])


async def artifact_of(database: Database, task_id: str, attempt: int) -> Artifact:
    """Return the published film that a checked link leads to; raises LinkRefused once it is gone."""
    row = await database.row("tasks_artifact", {"id": task_id, "attempt": attempt})
    if row is None:
        raise LinkRefused("This film is no longer kept.")
    return Artifact(row["artifact_key"], row["artifact_sha256"], row["artifact_bytes"], row["expires_at"])


async def depth(database: Database) -> list[tuple[str, str, int]]:
    """Return (engine, status, tasks) of all that is queued or being rendered."""
    return [(row["engine"], row["status"], row["tasks"]) for row in await database.rows("tasks_depth")]
