"""Connections lent by the pool of a real PostgreSQL."""

from __future__ import annotations

import asyncio

import pytest

from kinema.db.pool import Database


@pytest.mark.parametrize("turns", range(8))
async def test_who_is_cancelled_as_a_connection_comes_free_ends(database_url: str, turns: int) -> None:
    """A cancellation is heeded at whichever turn of the loop it meets the one who waits for a connection."""
    database = Database(database_url, size=1)
    await database.open()
    waiting = asyncio.Event()

    async def work_for_ever() -> None:
        waiting.set()
        while True:
            async with database.connection() as connection:
                await connection.execute("SELECT 1")
            await asyncio.sleep(0.01)

    try:
        async with database.connection():
            worker = asyncio.create_task(work_for_ever())
            await waiting.wait()
            await asyncio.sleep(0)
        for _ in range(turns):
            await asyncio.sleep(0)
        worker.cancel()
        done, _ = await asyncio.wait([worker], timeout=2)
        assert worker in done
    finally:
        worker.cancel()
        await asyncio.wait([worker], timeout=2)
        await database.close()
