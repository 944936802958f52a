"""Claiming tasks and keeping the claim: a lease that ends by itself, and an attempt number that fences.

Whoever holds the current attempt may write; everyone else's writes touch no row. So a worker that was
stopped, cut off or taken for dead can do no harm when it comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from kinema.db.pool import Database, queried, rows
from kinema.queue import defer_renders
from kinema.tasks.task import Task


@dataclass(frozen=True)
class Terms:
    """On which terms tasks are claimed.

    `lease`: how long a claim lasts without being renewed. `max_attempts`: how often a task may be begun.
    """

    lease: timedelta = timedelta(seconds=20)
    max_attempts: int = 5


class Claim(Enum):
    """How a claim stands."""

    HELD = "held"
    LOST = "lost"
    UNWANTED = "unwanted"


async def claim(database: Database, worker: str, engine: str, terms: Terms) -> Task | None:
    """Claim the next task for this engine; None where nothing waits that may be begun.

    Whose turn it is among tenants is decided by their weights, caps and what they were given so far.
    """
    parameters = {
        "worker": worker,
        "engine": engine,
        "lease": terms.lease,
        "max_attempts": terms.max_attempts,
    }
    async with database.pipeline() as connection:
        await queried(connection, "clock_lock")
        claimed = await queried(connection, "tasks_claim", parameters)
        row = await claimed.fetchone()
    return Task.of(row) if row else None


async def renew(database: Database, task: Task, progress: float, terms: Terms) -> Claim:
    """Keep the claim and note the progress; say whether it is still held, and the film still wanted."""
    parameters = {"id": task.id, "attempt": task.attempt, "progress": progress, "lease": terms.lease}
    row = await database.row("tasks_renew", parameters)
    if row is None:
        return Claim.LOST
    return Claim.UNWANTED if row["cancelled"] else Claim.HELD


async def release(database: Database, task: Task, *, in_order: bool) -> None:
    """Give the claim back, so that another worker begins anew at once; nothing where it is lost already.

    One that is given back `in_order`, by a worker that was told to stop, does not count against the task.
    """
    parameters = {"id": task.id, "attempt": task.attempt, "in_order": in_order}
    async with database.transaction() as connection:
        released = await rows(connection, "tasks_release", parameters)
        await defer_renders(connection, [row["engine"] for row in released])
