"""Looking tasks up."""

from __future__ import annotations

from uuid import UUID

from psycopg.types.json import Jsonb

from kinema.accounts.once import Once
from kinema.db.pool import Database
from kinema.errors import LinkRefused, NotFound
from kinema.tasks.task import ID, Artifact, Task


async def task_of(database: Database, tenant_id: UUID, task_id: str) -> Task:
    """Return the tenant's task; raises the same NotFound for a foreign, a malformed and an unknown id."""
    row = None
    if ID.fullmatch(task_id):
        row = await database.row("tasks_get", {"id": task_id, "tenant_id": tenant_id})
    if row is None:
        raise _unknown()
    return Task.of(row)


async def page_of(
    database: Database, tenant_id: UUID, limit: int, *, after: str | None, newest_first: bool
) -> tuple[list[Task], bool]:
    """Return at most `limit` of the tenant's tasks by time of creation, and whether there are more.

    They begin behind the task `after`, which may have been deleted meanwhile. Raises NotFound where it never
    was the tenant's.
    """
    if after is not None and not ID.fullmatch(after):
        raise _unknown()
    parameters = {"tenant_id": tenant_id, "limit": limit + 1, "after": after}
    found = await database.rows("tasks_newest" if newest_first else "tasks_oldest", parameters)
    if not found and after is not None and not await database.rows("tasks_cursor", parameters):
        raise _unknown()
    return [Task.of(row) for row in found[:limit]], len(found) > limit


async def repeated(database: Database, tenant_id: UUID, once: Once) -> Task | None:
    """Return the task that the same creation made before, deleted or not, None where there was none.

    Raises Conflict where the key was used for another request.
    """
    pair = [str(tenant_id), once.key]
    earlier = await database.row("idempotency_find", {"pairs": Jsonb([pair])})
    if earlier is None:
        return None
    once.check(earlier)
    row = await database.row("tasks_once", {"id": earlier["made"], "tenant_id": tenant_id})
    return Task.of(row) if row else None


async def artifact_of(database: Database, task_id: str, attempt: int) -> Artifact:
    """Return the published film that a checked link leads to; raises LinkRefused once it is gone."""
    row = await database.row("tasks_artifact", {"id": task_id, "attempt": attempt})
    if row is None:
        raise LinkRefused("This film is no longer kept.")
    return Artifact(row["artifact_key"], row["artifact_sha256"], row["artifact_bytes"], row["expires_at"])


async def depth(database: Database) -> list[tuple[str, str, int]]:
    """Return (engine, status, tasks) of all that is queued or being rendered."""
    return [(row["engine"], row["status"], row["tasks"]) for row in await database.rows("tasks_depth")]


def _unknown() -> NotFound:
    return NotFound("There is no task with this id.")
