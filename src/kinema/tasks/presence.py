"""Which workers live, and whether they could render: what readiness is read from."""

from __future__ import annotations

from kinema.db.pool import Database


async def seen(database: Database, worker: str, engines: list[str], *, ready: bool) -> None:
    """Note that the worker lives, and whether all of its engines are loaded."""
    await database.run("workers_seen", {"id": worker, "engines": engines, "ready": ready})


async def gone(database: Database, worker: str) -> None:
    """Note that the worker stopped in an orderly way, and forget those that died long ago."""
    await database.run("workers_gone", {"id": worker})
    await database.run("workers_forget")


async def ready_engines(database: Database) -> set[str]:
    """Return the engines that some worker can render with right now."""
    return {row["engine"] for row in await database.rows("workers_ready")}
