"""Cancelling and deleting: a queued task ends at once, another as soon as its worker hears of it."""

from __future__ import annotations

import asyncio
import time
from uuid import UUID

from kinema.db.pool import Database
from kinema.errors import Conflict
from kinema.tasks.find import task_of
from kinema.tasks.settle import call_off_queued
from kinema.tasks.task import Task

PATIENCE = 5.0
"""Seconds for which a deletion waits for the render to end."""


async def cancel(database: Database, tenant_id: UUID, task_id: str) -> Task:
    """Call a task off; return it as it stands then: one that is rendered ends within two seconds.

    A task that is over stays as it is. Raises NotFound.
    """
    await task_of(database, tenant_id, task_id)
    if not await call_off_queued(database, task_id):
        await database.run("tasks_ask_cancel", {"id": task_id, "tenant_id": tenant_id})
    return await task_of(database, tenant_id, task_id)


async def delete(database: Database, tenant_id: UUID, task_id: str) -> None:
    """Cancel a task where it is not over, then forget it: nobody finds it, and its film is collected.

    Raises NotFound, and Conflict where its render does not end in time; then it is cancelled all the same.
    """
    task = await cancel(database, tenant_id, task_id)
    deadline = time.monotonic() + PATIENCE
    while not task.status.is_final:
        if time.monotonic() > deadline:
            raise Conflict("The task is being cancelled, and can be deleted once it is. Try again shortly.")
        await asyncio.sleep(0.1)
        task = await task_of(database, tenant_id, task_id)
    await database.run("tasks_delete", {"id": task_id, "tenant_id": tenant_id})
