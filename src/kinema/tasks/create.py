"""Creating tasks: whatever was answered with a success is on disk, with the job that will render it.

Creations that arrive while a commit is under way share the next one. PostgreSQL serialises the commits of
transactions that notify, and the queue's insert trigger does; sharing them lifts the ceiling that this sets.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from kinema.db.pool import Database, rows
from kinema.errors import Unavailable
from kinema.queue import Queue, defer_renders
from kinema.videos.request import ImageUrl, VideoRequest

MOST_WAITING = 1_000
"""Creations that may wait for a commit in one process; more are refused as overload."""

LARGEST_BATCH = 200


@dataclass
class _Creation:
    row: dict[str, object]
    done: asyncio.Future[datetime] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Creations:
    """The door through which one process creates tasks."""

    def __init__(self, database: Database, queue: Queue) -> None:
        self._database = database
        self._queue = queue
        self._waiting: list[_Creation] = []
        self._committing: asyncio.Task[None] | None = None

    async def create(
        self, task_id: str, tenant_id: UUID, request: VideoRequest, reference_key: str | None
    ) -> datetime:
        """Accept the request as a queued task; return the time of its creation.

        `reference_key` is the object of an inline reference image, stored before. Raises Unavailable where
        nothing was accepted.
        """
        if len(self._waiting) >= MOST_WAITING:
            raise Unavailable("Too many requests are being accepted at this moment; nothing was accepted.")
        creation = _Creation(_row(task_id, tenant_id, request, reference_key))
        self._waiting.append(creation)
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_all(), name="commit creations")
        return await creation.done

    async def _commit_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:LARGEST_BATCH], self._waiting[LARGEST_BATCH:]
                try:
                    times = await self._commit(batch)
                except Exception as error:  # noqa: BLE001 (handed to those who wait, each raises it)
                    _settle(batch, error)
                else:
                    _settle(batch, times)
        finally:
            self._committing = None

    async def _commit(self, batch: list[_Creation]) -> dict[str, datetime]:
        try:
            return await self._write(batch)
        except Unavailable:
            # The connection may have been lost after the commit and before its answer. The ids are ours, so
            # writing once more tells: what is there already is found, and nothing is made twice.
            return await self._write(batch)

    async def _write(self, batch: list[_Creation]) -> dict[str, datetime]:
        async with self._database.transaction() as connection:
            created = await rows(connection, "tasks_create", {"tasks": Jsonb([c.row for c in batch])})
            engines = [row["engine"] for row in created if row["is_new"]]
            await defer_renders(self._queue.app, engines, connection)
        return {row["id"]: row["created_at"] for row in created}


def _settle(batch: list[_Creation], outcome: dict[str, datetime] | Exception) -> None:
    for creation in batch:
        if creation.done.done():  # whoever asked has gone
            continue
        if isinstance(outcome, Exception):
            creation.done.set_exception(outcome)
        else:
            creation.done.set_result(outcome[str(creation.row["id"])])


def _row(
    task_id: str, tenant_id: UUID, request: VideoRequest, reference_key: str | None
) -> dict[str, object]:
    return {
        "id": task_id,
        "tenant_id": str(tenant_id),
        "model": request.model.name,
        "engine": request.model.engine,
        "quality": request.model.quality,
        "prompt": request.prompt,
        "width": request.size.width,
        "height": request.size.height,
        "seconds": request.seconds,
        "seed": request.seed,
        "reference_url": request.reference.url if isinstance(request.reference, ImageUrl) else None,
        "reference_key": reference_key,
    }
