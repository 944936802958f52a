"""The worker: it takes tokens off the queue and carries one task for each, as many at once as it has slots.

It ends, rather than limps, when it loses its database or its queue breaks: films being rendered are carried
on and settled once the database is back, nothing new is begun, and whoever supervises starts it again.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import structlog
from procrastinate import JobContext

from kinema.errors import Misconfigured, Unavailable
from kinema.notify import deliveries, endpoints
from kinema.notify.courier import Courier
from kinema.queue import CAST, RENDER, queue_of
from kinema.tasks.claim import claim
from kinema.tasks.presence import forget_dead, gone, seen
from kinema.tasks.sweep import forget_old
from kinema.worker.casting import cast
from kinema.worker.host import EngineHost
from kinema.worker.render import render
from kinema.worker.sweeper import sweep
from kinema.worker.tools import Tools

PULSE = 3.0
"""Seconds between two signs of life."""

PATIENCE = 6.0
"""Seconds without the database after which the worker takes nothing new."""

LEAVE_TAKING = 10.0

HOUSEKEEPING = "housekeeping"
"""The job, and the queue, of what is to be done once an hour."""

log = structlog.get_logger("kinema.worker")


class Worker:
    """One worker process's work: `slots` maps each of its engines to how many films it renders at once."""

    def __init__(
        self, tools: Tools, slots: Mapping[str, int], courier: Courier, *, drain: float = 10.0
    ) -> None:
        if not slots or any(count < 1 for count in slots.values()):
            raise Misconfigured("A worker needs at least one engine, and at least one slot for each.")
        self.id = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
        self._tools = tools
        self._slots = dict(slots)
        self._courier = courier
        self._drain = drain
        self._hosts = [EngineHost(engine) for engine, count in slots.items() for _ in range(count)]
        self._free = {engine: asyncio.Queue[EngineHost]() for engine in slots}
        for host in self._hosts:
            self._free[host.engine].put_nowait(host)
        self._rendering: set[asyncio.Task[Any]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set; raises Unavailable where the database or the queue was lost."""
        self._define_jobs()
        side = [asyncio.create_task(host.keep(), name=f"keep {host.engine}") for host in self._hosts]
        side.append(asyncio.create_task(sweep(self._tools), name="sweep"))
        side.append(asyncio.create_task(self._courier.run(), name="courier"))
        pulse = asyncio.create_task(self._pulse(), name="pulse")
        stopped = asyncio.create_task(_wait(stop), name="stop")
        consumers = [
            asyncio.create_task(self._consume(engine, count), name=f"consume {engine}")
            for engine, count in self._slots.items()
        ]
        try:
            done, _ = await asyncio.wait({*consumers, pulse, stopped}, return_when=asyncio.FIRST_COMPLETED)
            pulse.cancel()
            await self._wind_down(consumers, in_order=stopped in done)
        finally:
            for task in (*side, pulse, stopped):
                task.cancel()
            await asyncio.gather(*side, pulse, stopped, return_exceptions=True)
        if stopped not in done:
            raise Unavailable("The worker lost its database or its queue.") from _first_error(done)

    def _define_jobs(self) -> None:
        app = self._tools.queue.app
        app.task(name=RENDER, pass_context=True)(self._job)
        app.task(name=CAST, pass_context=True)(self._cast)
        # procrastinate watches over its listener and its heartbeat only for as long as it has something
        # periodic to defer: without this job, a worker that lost them would stay, deaf.
        app.periodic(cron="0 * * * *")(app.task(name=HOUSEKEEPING, queue=HOUSEKEEPING)(self._housekeeping))

    async def _consume(self, engine: str, count: int) -> None:
        await self._tools.queue.app.run_worker_async(
            queues=[queue_of(engine), HOUSEKEEPING],
            name=self.id,
            concurrency=count,
            delete_jobs="always",
            install_signal_handlers=False,
        )

    async def _wind_down(self, consumers: list[asyncio.Task[None]], *, in_order: bool) -> None:
        """Take nothing new; see what is rendered to its end or, told to stop, to the end of the drain."""
        with suppress(Unavailable):
            await gone(self._tools.database, self.id)
        for task in consumers:
            task.cancel()  # procrastinate takes nothing new and waits for what is running
        if in_order:
            await asyncio.wait(consumers, timeout=self._drain)
            for rendering in self._rendering:
                rendering.cancel()
        while self._rendering:
            await asyncio.wait(self._rendering)
        # What remains is procrastinate's own leave-taking; it has been seen to hang after an outage.
        await asyncio.wait(consumers, timeout=LEAVE_TAKING)

    async def _job(self, context: JobContext) -> None:
        """Serve one token: claim the next task of its engine and carry it to its end."""
        async with self._slot(context) as host:
            task = await claim(self._tools.database, self.id, host.engine, self._tools.terms)
            if task is not None:
                with self._at_work():
                    await render(task, host, self._tools)
                self._courier.wake()

    async def _cast(self, context: JobContext, character: str) -> None:
        """Cut a character out for somebody who waits for it."""
        async with self._slot(context) as host:
            with self._at_work():
                await cast(character, host, self._tools)

    @asynccontextmanager
    async def _slot(self, context: JobContext) -> AsyncIterator[EngineHost]:
        """Lend an engine of the job's queue, loaded and idle."""
        free = self._free[context.job.queue.removeprefix(queue_of(""))]
        host = await free.get()
        try:
            await host.ready.wait()
            yield host
        finally:
            free.put_nowait(host)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Have the end of the drain end this job too."""
        current = asyncio.current_task()
        assert current is not None  # a coroutine runs in one
        self._rendering.add(current)
        try:
            yield
        finally:
            self._rendering.discard(current)

    async def _housekeeping(self, timestamp: int) -> None:
        log.info("housekeeping", due=timestamp)
        await forget_dead(self._tools.database)
        await forget_old(self._tools.database)
        await deliveries.forget_old(self._tools.database)
        await endpoints.drop_unwanted(self._tools.database)

    async def _pulse(self) -> None:
        """Tell the database that this worker lives; return once it could not for too long."""
        heard = time.monotonic()
        while time.monotonic() - heard < PATIENCE:
            ready = {host.engine for host in self._hosts if host.ready.is_set()}
            try:
                await seen(self._tools.database, self.id, sorted(ready))
                heard = time.monotonic()
            except Unavailable:
                log.warning("database away", seconds=round(time.monotonic() - heard, 1))
            await asyncio.sleep(PULSE if ready == set(self._slots) else 0.2)


def _first_error(done: set[asyncio.Task[None]]) -> BaseException | None:
    errors = (task.exception() for task in done if not task.cancelled())
    return next((error for error in errors if error is not None), None)


async def _wait(event: asyncio.Event) -> None:
    await event.wait()
