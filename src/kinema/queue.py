"""The queue: which jobs exist.

A render job is a token, not a task: it says that one render slot's worth of work is waiting for an engine,
and the worker that takes it claims whichever task is next (`tasks.claim`). So procrastinate does what it is
good at, waking workers and bounding how much each does, and everything that must be right when processes die
stays in our own table: a lost token costs a wait of one sweep, a surplus one finds nothing to do. The one
other job, a character's, goes through the same queue, so that it gets a render slot too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from psycopg.types.json import Jsonb

from kinema.db.pool import Connection, connections, queried
from kinema.errors import Unavailable

RENDER = "render"
CAST = "cast"
"""A character is to be cut out, for somebody who waits for it: its argument is `character`, the id."""


def queue_of(engine: str) -> str:
    """Return the name of the queue whose tokens wake workers that have this engine."""
    return f"{RENDER}.{engine}"


class Queue:
    """The procrastinate app on a small pool of its own; open it before use."""

    def __init__(self, url: str) -> None:
        self._pool = connections(url, 3)
        self.app = App(connector=PsycopgConnector())

    async def open(self) -> None:
        """Open the pool; does not wait for the database."""
        await self._pool.open()
        await self.app.open_async(self._pool)

    async def close(self) -> None:
        """Close the pool."""
        await self.app.close_async()
        await self._pool.close()


async def defer_renders(connection: Connection, engines: list[str]) -> None:
    """Add one token an engine named in `engines`, inside the transaction that `connection` is in."""
    if engines:
        await _defer(connection, RENDER, engines)


async def defer_cast(connection: Connection, engine: str, character: str) -> None:
    """Have a worker with this engine cut a character out, before it renders anything more; in the transaction
    that `connection` is in."""
    await _defer(connection, CAST, [engine], priority=1, character=character)


async def forget_stalled(app: App) -> None:
    """Delete the tokens that workers held when they died: procrastinate would keep them for ever.

    A worker counts as dead once it has not written its heartbeat for a while.
    """
    with _outages():
        for job in await app.job_manager.get_stalled_jobs():
            with suppress(ConnectorException):  # another worker was quicker
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)


async def _defer(
    connection: Connection, job: str, engines: list[str], priority: int = 0, **arguments: str
) -> None:
    queues = [queue_of(engine) for engine in engines]
    parameters = {"job": job, "queues": queues, "priority": priority, "arguments": Jsonb(arguments)}
    await queried(connection, "jobs_add", parameters)


@contextmanager
def _outages() -> Iterator[None]:
    try:
        yield
    except ConnectorException as error:
        raise Unavailable("The queue cannot be reached right now.") from error
