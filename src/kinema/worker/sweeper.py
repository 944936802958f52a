"""The sweeper: every few seconds it mends what dead processes left behind. Every worker runs one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog

from kinema.errors import Unavailable
from kinema.library import sweep as sweep_library
from kinema.tasks.sweep import announce_waiting, collect_expired, collect_orphans, end_exhausted
from kinema.worker.tools import Tools

INTERVAL = 5.0
ORPHANS_EVERY = 600.0
ORPHAN_AGE = timedelta(hours=1)
"""Younger objects may belong to a task that is being created or settled at this moment."""

log = structlog.get_logger("kinema.worker.sweeper")


async def sweep(tools: Tools) -> None:
    """Sweep until cancelled; an outage skips a round. A slow storage keeps no task waiting for its worker."""
    async with asyncio.TaskGroup() as group:
        group.create_task(_forever(lambda: _mend(tools), INTERVAL), name="mend")
        group.create_task(_forever(lambda: _collect(tools), INTERVAL), name="collect")
        group.create_task(_forever(lambda: _collect_orphans(tools), ORPHANS_EVERY), name="collect orphans")


async def _forever(work: Callable[[], Awaitable[None]], interval: float) -> None:
    while True:
        try:
            await work()
        except Unavailable as error:
            log.warning("sweep skipped", reason=error.message)
        except Exception:
            log.exception("sweep broke")
        await asyncio.sleep(interval)


async def _mend(tools: Tools) -> None:
    for task_id in await end_exhausted(tools.database, tools.terms):
        log.error("task ended after its worker was lost", task=task_id)
    announced = await announce_waiting(tools.database, tools.queue)
    if announced:
        log.info("waiting tasks announced again", tasks=announced)


async def _collect(tools: Tools) -> None:
    collected = await collect_expired(tools.database, tools.storage)
    if collected:
        log.info("expired films collected", films=collected)
    collected = await sweep_library.collect_expired(tools.database, tools.storage)
    if collected:
        log.info("files and characters collected", collected=collected)


async def _collect_orphans(tools: Tools) -> None:
    older_than = datetime.now(UTC) - ORPHAN_AGE
    orphans = await collect_orphans(tools.database, tools.storage, older_than)
    orphans += await sweep_library.collect_orphans(tools.database, tools.storage, older_than)
    if orphans:
        log.info("orphaned objects collected", objects=orphans)
