"""Which workers live, and whether they could render: what readiness is read from."""

from __future__ import annotations

from kinema.db.pool import Database


async def seen(database: Database, worker: str, engines: list[str]) -> None:
    """Note that the worker lives, and which of its engines are loaded and could render."""
    await database.run("workers_seen", {"id": worker, "engines": engines})


async def gone(database: Database, worker: str) -> None:
    """Note that the worker takes nothing any more."""
    await database.run("workers_gone", {"id": worker})


async def forget_dead(database: Database) -> None:
    """Forget workers that were last seen long ago."""
    await database.run("workers_forget")


async def ready_engines(database: Database) -> set[str]:
    """Return the engines that some worker can render with right now."""
    return {row["engine"] for row in await database.rows("workers_ready")}
