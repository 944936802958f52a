"""What must be mended every few seconds, because processes die where they like."""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog

from kinema.db.pool import Database, queried, rows
from kinema.errors import Unavailable
from kinema.queue import Queue, defer_renders, forget_stalled
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms
from kinema.tasks.objects import ROOMS
from kinema.tasks.settle import give_up

AT_ONCE = 8
"""Objects that are deleted at the same time: a bucket takes its time over each."""

log = structlog.get_logger("kinema.tasks.sweep")


async def end_exhausted(database: Database, terms: Terms) -> list[str]:
    """End tasks whose last attempt was lost, and cancelled ones whose worker was; return their ids."""
    lost = await database.rows("tasks_exhausted", {"max_attempts": terms.max_attempts})
    return [
        row["id"]
        for row in lost
        if await give_up(database, row["id"], row["attempt"], row["times"], cancelled=row["cancelled"])
    ]


async def announce_waiting(database: Database, queue: Queue) -> int:
    """Add the tokens that waiting tasks lack (a lost worker took them along); return how many."""
    await forget_stalled(queue.app)
    async with database.transaction() as connection:
        missing = {
            row["engine"]: row["missing"]
            for row in await rows(connection, "tasks_missing_tokens")
            if row["missing"] > 0
        }
        engines = [engine for engine, count in missing.items() for _ in range(count)]
        await defer_renders(connection, engines)
    return len(engines)


async def collect_expired(database: Database, storage: Storage) -> int:
    """Delete films past their time that no task waits to read, the object before its record; return how
    many."""
    async with database.transaction() as connection:
        await queried(connection, "films_lock", {"reading": False})
        expired = {row["artifact_key"]: row["id"] for row in await rows(connection, "tasks_expired")}
    deleted = await delete_objects(storage, list(expired))
    if deleted:
        await database.run("tasks_collected", {"ids": [expired[key] for key in deleted]})
    return len(deleted)


async def collect_orphans(database: Database, storage: Storage, older_than: datetime) -> int:
    """Delete objects from before `older_than` that no task needs; return how many.

    They are left by attempts that lost their claim, by creations that failed after storing a reference and by
    writers that died before their object was whole.
    """
    return await collect_unowned(database, storage, older_than, ROOMS, "tasks_live_objects")


async def collect_unowned(
    database: Database, storage: Storage, older_than: datetime, rooms: tuple[str, ...], live: str
) -> int:
    """Delete the objects of these rooms from before `older_than` that the query `live` does not return, and
    what writers left unfinished; return how many."""
    collected = 0
    for room in rooms:
        collected += await storage.clear(room, older_than)
        async for batch in storage.older_than(room, older_than):
            owned = {row["object"] for row in await database.rows(live, {"objects": batch})}
            collected += len(await delete_objects(storage, sorted(set(batch) - owned)))
    return collected


async def forget_old(database: Database) -> None:
    """Forget idempotency keys that have had their day and events that have had their week."""
    await database.drain("idempotency_forget")
    await database.drain("events_forget")


async def delete_objects(storage: Storage, keys: list[str]) -> list[str]:
    """Delete objects; return those that are gone. One that stays is named in the log and keeps no other."""
    room = asyncio.Semaphore(AT_ONCE)

    async def is_deleted(key: str) -> bool:
        async with room:
            try:
                await storage.delete(key)
            except Unavailable:
                return False
            return True

    gone = await asyncio.gather(*map(is_deleted, keys))
    if not all(gone):
        left = [key for key, is_gone in zip(keys, gone, strict=True) if not is_gone]
        log.warning("objects could not be deleted", objects=len(left), first=left[0])
    return [key for key, is_gone in zip(keys, gone, strict=True) if is_gone]
