"""What must be mended every few seconds, because processes die where they like."""

from __future__ import annotations

from datetime import datetime

from kinema.db.pool import Database, rows
from kinema.queue import Queue, defer_renders, forget_stalled
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms

FILMS = "films"
REFERENCES = "references"


def film_key(task_id: str, attempt: int) -> str:
    """Return the object of one attempt's film: a late loser cannot overwrite the winner's."""
    return f"{FILMS}/{task_id}/{attempt}.mp4"


def reference_key(task_id: str) -> str:
    """Return the object of a task's inline reference image."""
    return f"{REFERENCES}/{task_id}/reference.png"


async def fail_exhausted(database: Database, terms: Terms) -> list[str]:
    """Fail tasks whose last attempt was lost; return their ids."""
    return [row["id"] for row in await database.rows("tasks_exhausted", {"max_attempts": terms.max_attempts})]


async def announce_waiting(database: Database, queue: Queue) -> int:
    """Add the tokens that waiting tasks lack (a lost worker took them along); return how many."""
    await forget_stalled(queue.app)
    async with database.transaction() as connection:
        missing = {
            row["engine"]: row["missing"]
            for row in await rows(connection, "tasks_missing_tokens")
            if row["missing"] > 0
        }
        engines = [engine for engine, count in missing.items() for _ in range(count)]
        await defer_renders(queue.app, engines, connection)
    return len(engines)


async def collect_expired(database: Database, storage: Storage) -> int:
    """Delete films past their time, the object before its record; return how many."""
    expired = await database.rows("tasks_expired")
    for row in expired:
        await storage.delete(row["artifact_key"])
    await database.run("tasks_collected", {"ids": [row["id"] for row in expired]})
    return len(expired)


async def collect_orphans(database: Database, storage: Storage, older_than: datetime) -> int:
    """Delete objects from before `older_than` that no task needs; return how many.

    They are left by attempts that lost their claim and by creations that failed after storing a reference.
    """
    collected = 0
    for room in (FILMS, REFERENCES):
        async for batch in storage.older_than(room, older_than):
            live = await database.rows("tasks_live_objects", {"objects": batch})
            for key in set(batch) - {row["object"] for row in live}:
                await storage.delete(key)
                collected += 1
    return collected
