"""Looking tasks up."""

from __future__ import annotations

from uuid import UUID

from kinema.db.pool import Database
from kinema.errors import LinkRefused, NotFound
from kinema.tasks.task import ID, Artifact, Task


async def task_of(database: Database, tenant_id: UUID, task_id: str) -> Task:
    """Return the tenant's task; raises the same NotFound for a foreign, a malformed and an unknown id."""
    row = None
    if ID.fullmatch(task_id):
        row = await database.row("tasks_get", {"id": task_id, "tenant_id": tenant_id})
    if row is None:
        raise NotFound("There is no task with this id.")
    return Task.of(row)


async def artifact_of(database: Database, task_id: str, attempt: int) -> Artifact:
    """Return the published film that a checked link leads to; raises LinkRefused once it is gone."""
    row = await database.row("tasks_artifact", {"id": task_id, "attempt": attempt})
    if row is None:
        raise LinkRefused("This film is no longer kept.")
    return Artifact(row["artifact_key"], row["artifact_sha256"], row["artifact_bytes"], row["expires_at"])


async def depth(database: Database) -> list[tuple[str, str, int]]:
    """Return (engine, status, tasks) of all that is queued or being rendered."""
    return [(row["engine"], row["status"], row["tasks"]) for row in await database.rows("tasks_depth")]
