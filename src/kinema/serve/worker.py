"""The worker process: opens what rendering needs, and works until told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
from datetime import timedelta

import structlog

from kinema import lifeline
from kinema.db import schema
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.engines.registry import engine
from kinema.filelock import own_folder
from kinema.media.portraits.screen import Screen
from kinema.notify.courier import Courier
from kinema.queue import Queue
from kinema.settings import Settings
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms
from kinema.worker.run import Worker
from kinema.worker.tools import Tools

LAST_RESORT = 5.0
"""Seconds after the drain in which a worker that was told to stop must have stopped."""

log = structlog.get_logger("kinema.worker")


async def run(settings: Settings, url: str) -> None:
    """Work until SIGTERM, SIGINT or the end of whoever started this process.

    Raises Unavailable where the database was lost; a supervisor then starts the worker again.
    """
    for name in settings.slots:
        engine(name)  # an unknown one is refused before anything is opened
    screen = Screen.of(*settings.portraits)
    lifeline.watch()  # whoever started it is gone: at once, the leases tell the rest
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, stop, settings.drain_seconds)
    database, queue = Database(url), Queue(url)
    await database.open()
    await queue.open()
    try:
        with own_folder(settings.scratch, "worker") as scratch:
            await schema.until_usable(database)
            tools = Tools(
                database=database,
                queue=queue,
                storage=Storage(settings.objects),
                egress=Egress(allow=settings.egress_allow),
                screen=screen,
                models=settings.all_models,
                scratch=scratch,
                terms=Terms(timedelta(seconds=settings.lease_seconds), settings.max_attempts),
                retention=settings.retention,
                limit=settings.render_timeout,
                store_within=settings.store_within,
                charge_cancelled=settings.charge_cancelled,
            )
            courier = Courier(
                database,
                Egress(allow=settings.webhook_allow, timeout=settings.webhook_timeout),
                lease=timedelta(seconds=2 * settings.webhook_timeout),
                retries=settings.webhook_retries,
            )
            await Worker(tools, settings.slots, courier, drain=settings.drain_seconds).run(stop)
    finally:
        loop.call_later(LAST_RESORT, os._exit, 1)  # whatever hangs while it closes
        await screen.close()
        await queue.close()
        await database.close()


def _stop(stop: asyncio.Event, drain: float) -> None:
    if stop.is_set():
        return
    log.info("stopping")
    stop.set()
    # Whatever hangs, a worker that was told to stop ends: its lease runs out and another takes over.
    asyncio.get_running_loop().call_later(drain + 3 * LAST_RESORT, os._exit, 1)
