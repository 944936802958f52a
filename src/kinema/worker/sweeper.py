"""The sweeper: every few seconds it mends what dead processes left behind. Every worker runs one."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import structlog

from kinema.errors import Unavailable
from kinema.tasks.sweep import announce_waiting, collect_expired, collect_orphans, fail_exhausted
from kinema.worker.render import Tools

INTERVAL = 5.0
ORPHANS_EVERY = 600.0
ORPHAN_AGE = timedelta(hours=1)
"""Younger objects may belong to a task that is being created or settled at this moment."""

log = structlog.get_logger("kinema.worker.sweeper")


async def sweep(tools: Tools) -> None:
    """Sweep until cancelled; an outage skips a round."""
    orphans_due = time.monotonic()
    while True:
        try:
            await _round(tools)
            if time.monotonic() >= orphans_due:
                orphans_due = time.monotonic() + ORPHANS_EVERY
                older_than = datetime.now(UTC) - ORPHAN_AGE
                orphans = await collect_orphans(tools.database, tools.storage, older_than)
                if orphans:
                    log.info("orphaned objects collected", objects=orphans)
        except Unavailable as error:
            log.warning("sweep skipped", reason=error.message)
        except Exception:
            log.exception("sweep broke")
        await asyncio.sleep(INTERVAL)


async def _round(tools: Tools) -> None:
    for task_id in await fail_exhausted(tools.database, tools.terms):
        log.error("task failed after its last attempt", task=task_id)
    announced = await announce_waiting(tools.database, tools.queue)
    if announced:
        log.info("waiting tasks announced again", tasks=announced)
    collected = await collect_expired(tools.database, tools.storage)
    if collected:
        log.info("expired films collected", films=collected)
