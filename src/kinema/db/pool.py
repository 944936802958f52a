"""Connections to PostgreSQL, and the one place where a lost database becomes `Unavailable`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Identifier
from psycopg_pool import AsyncConnectionPool, PoolTimeout, TooManyRequests

from kinema.db.queries import sql
from kinema.errors import Unavailable

Connection = psycopg.AsyncConnection[DictRow]
Row = dict[str, Any]

STATEMENT_TIMEOUT = 10
"""Seconds after which the server gives a statement up, so that no request hangs on one."""

BIT = 10_000
"""Rows that one statement of `drain` touches: it ends well before its time limit."""

_HOW: dict[str, Any] = {
    "row_factory": dict_row,
    "application_name": "kinema",
    # A server that neither answers nor hangs up, behind a partition say, is given up in seconds.
    "connect_timeout": 3,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "options": f"-c statement_timeout={STATEMENT_TIMEOUT}s -c timezone=UTC",
}


def connections(url: str, size: int) -> AsyncConnectionPool[Connection]:
    """Return a closed pool of at most `size` autocommitting connections whose rows are dicts.

    Reconnecting is tried for 4 s and then anew with every request, so the first one after an outage,
    however long that was, finds the database again.
    """
    return AsyncConnectionPool(
        url,
        check=AsyncConnectionPool.check_connection,  # one that an outage broke costs no request
        connection_class=psycopg.AsyncConnection[DictRow],
        min_size=1,
        max_size=size,
        timeout=3,
        reconnect_timeout=4,
        open=False,
        configure=_autocommit,
        kwargs=_HOW,
    )


async def _autocommit(connection: Connection) -> None:
    await connection.set_autocommit(True)


class Database:
    """A pool and the ways to ask it: named queries of `db/queries`, alone or in a transaction.

    Every method raises Unavailable where the database cannot be reached, is shutting down or is full.
    """

    def __init__(self, url: str, *, size: int = 8) -> None:
        self.pool = connections(url, size)
        self._url = url

    async def open(self) -> None:
        """Open the pool; does not wait for a connection."""
        await self.pool.open()

    async def close(self) -> None:
        """Close the pool and its connections."""
        await self.pool.close()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Lend a connection in autocommit mode."""
        try:
            async with (
                asyncio.timeout(STATEMENT_TIMEOUT + 2),
                _heedful(),
                self.pool.connection() as connection,
            ):
                yield connection
        except (
            psycopg.OperationalError,
            psycopg.InterfaceError,
            PoolTimeout,
            TooManyRequests,
            TimeoutError,
        ) as error:
            raise Unavailable("The database cannot be reached right now.") from error

    @asynccontextmanager
    async def listening(self, channel: str) -> AsyncIterator[Connection]:
        """Open a connection of its own, in autocommit mode, that hears what is notified on the channel."""
        try:
            how = {**_HOW, "application_name": f"kinema, listening on {channel}"}
            connection = await Connection.connect(self._url, autocommit=True, **how)
            async with connection:
                await connection.execute(SQL("LISTEN {}").format(Identifier(channel)))
                yield connection
        except (psycopg.OperationalError, psycopg.InterfaceError, TimeoutError) as error:
            raise Unavailable("The database cannot be reached right now.") from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Lend a connection inside a transaction, committed on leaving."""
        async with self.connection() as connection, connection.transaction():
            yield connection

    @asynccontextmanager
    async def pipeline(self) -> AsyncIterator[Connection]:
        """Lend a connection inside a transaction that saves round trips.

        Statements are sent together once an answer is fetched, and the last ones with the commit on leaving.
        """
        async with self.connection() as connection, connection.pipeline(), connection.transaction():
            yield connection

    async def rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run the named query; return all of its rows."""
        async with self.connection() as connection:
            return await rows(connection, query, parameters)

    async def row(self, query: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        """Run the named query; return its first row."""
        found = await self.rows(query, parameters)
        return found[0] if found else None

    async def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> int:
        """Run the named query; return how many rows it touched."""
        async with self.connection() as connection:
            return (await connection.execute(sql(query), parameters)).rowcount

    async def drain(self, query: str) -> None:
        """Run the named query, which touches at most `limit` rows, until it finds fewer."""
        while await self.run(query, {"limit": BIT}) == BIT:
            pass


@asynccontextmanager
async def _heedful() -> AsyncIterator[None]:
    """End as cancelled where the task was cancelled within and what it waited for swallowed that.

    Before Python 3.12 `asyncio.wait_for`, with which the pool waits for a connection, does so when the
    cancellation meets the connection that comes free (python/cpython#86296).
    """
    task = asyncio.current_task()
    assert task is not None
    asked = task.cancelling()
    yield
    if task.cancelling() > asked:
        raise asyncio.CancelledError


async def rows(connection: Connection, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
    """Run the named query on this connection; return all of its rows."""
    return await (await queried(connection, query, parameters)).fetchall()


async def queried(
    connection: Connection, query: str, parameters: Mapping[str, Any] | None = None
) -> psycopg.AsyncCursor[DictRow]:
    """Run the named query on this connection; return the cursor."""
    return await connection.execute(sql(query), parameters)
