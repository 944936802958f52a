"""Creating tasks: whatever was answered with a success is on disk, with the job that will render it.

One transaction holds all there is to a creation: the task, the reservation of what it costs, its event, the
idempotency key, the token for the queue. Creations that arrive while a commit is under way share the next
one: PostgreSQL serialises the commits of transactions that notify, and sharing them lifts the ceiling that
this sets. Within a commit each creation is admitted or refused by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncCursor
from psycopg.types.json import Jsonb

from kinema.accounts.admission import Standing
from kinema.accounts.once import Once
from kinema.db.pool import Connection, Database, Row, queried
from kinema.errors import InvalidRequest, KinemaError, Rate, Unauthorized, Unavailable
from kinema.queue import defer_renders
from kinema.videos.character import Character
from kinema.videos.request import ImageUrl, VideoRequest

MOST_WAITING = 1_000
"""Creations that may wait for a commit in one process; more are refused as overload."""

LARGEST_BATCH = 200


@dataclass(frozen=True)
class Order:
    """A film that a tenant asks for with one of its keys.

    `reference_key` is the object of a reference image, stored before, and `characters` are the task's own
    copies of those that the request names.
    """

    task_id: str
    tenant_id: UUID
    key_id: UUID
    request: VideoRequest
    reference_key: str | None = None
    characters: tuple[Character, ...] = ()
    priority: int = 0
    once: Once | None = None


@dataclass(frozen=True)
class Accepted:
    """A task is queued: its id, which is an earlier one's where the order repeats that; when; and how the
    rate of creations stands, None where it has no limit."""

    task_id: str
    created_at: datetime
    rate: Rate | None = None


Outcome = Accepted | Exception


@dataclass
class _Waiting:
    order: Order
    done: asyncio.Future[Accepted] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Creations:
    """The door through which one process creates tasks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Waiting] = []
        self._committing: asyncio.Task[None] | None = None

    async def create(self, order: Order) -> Accepted:
        """Accept the order as a queued task.

        Raises Unavailable, OverLimit, QuotaExceeded, Conflict, Unauthorized where the tenant is gone, or
        InvalidRequest where a film that it would read is; then nothing was accepted.
        """
        if len(self._waiting) >= MOST_WAITING:
            raise Unavailable("Too many requests are being accepted at this moment; nothing was accepted.")
        waiting = _Waiting(order)
        self._waiting.append(waiting)
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_all(), name="commit creations")
        return await waiting.done

    async def _commit_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:LARGEST_BATCH], self._waiting[LARGEST_BATCH:]
                try:
                    outcomes = await self._commit([waiting.order for waiting in batch])
                except Exception as error:  # noqa: BLE001 (handed to those who wait, each raises it)
                    outcomes = [error] * len(batch)
                for waiting, outcome in zip(batch, outcomes, strict=True):
                    _tell(waiting.done, outcome)
        finally:
            self._committing = None

    async def _commit(self, orders: list[Order]) -> list[Outcome]:
        try:
            return await self._write(orders)
        except Unavailable:
            # The connection may have been lost after the commit and before its answer. The ids are ours, so
            # writing once more tells: what is there already is found, and nothing is made twice.
            return await self._write(orders, again=True)

    async def _write(self, orders: list[Order], *, again: bool = False) -> list[Outcome]:
        async with self._database.pipeline() as connection:
            batch = await _look_up(connection, orders, again=again)
            outcomes = [batch.admit(order) for order in orders]
            inserted = await self._insert(connection, batch)
        created = {row["id"]: row["created_at"] for row in (await inserted.fetchall() if inserted else ())}
        return [
            replace(outcome, created_at=created.get(outcome.task_id, outcome.created_at))
            if isinstance(outcome, Accepted)
            else outcome
            for outcome in outcomes
        ]

    async def _insert(self, connection: Connection, batch: _Batch) -> AsyncCursor[Row] | None:
        if not batch.admitted:
            return None
        tasks, arrivals = [_row(order) for order in batch.admitted], batch.arrivals()
        inserted = await queried(
            connection, "tasks_create", {"tasks": Jsonb(tasks), "arrivals": Jsonb(arrivals)}
        )
        await defer_renders(connection, [order.request.model.engine for order in batch.admitted])
        return inserted


class _Batch:
    """The orders of one commit, admitted one after the other."""

    def __init__(
        self,
        standings: dict[UUID, Standing],
        earlier: dict[tuple[UUID, str], Row],
        kept: set[str],
        made: dict[str, datetime],
    ) -> None:
        self.admitted: list[Order] = []
        self._standings = standings
        self._before = dict(standings)
        self._earlier = earlier
        self._kept = kept
        self._made = made

    def admit(self, order: Order) -> Outcome:
        """Say what becomes of the order, and remember it where it is admitted."""
        try:
            return self._repeated(order) or self._new(order)
        except KinemaError as refusal:
            return refusal

    def arrivals(self) -> list[dict[str, str]]:
        """Return the rate's new state of the tenants that have one."""
        return [
            {"id": str(tenant_id), "arrival": standing.arrival.isoformat()}
            for tenant_id, standing in self._standings.items()
            if standing.arrival is not None and standing.arrival != self._before[tenant_id].arrival
        ]

    def _repeated(self, order: Order) -> Accepted | None:
        if order.task_id in self._made:
            return Accepted(order.task_id, self._made[order.task_id])
        if order.once is None:
            return None
        earlier = self._earlier.get((order.tenant_id, order.once.key))
        if earlier is None:
            return None
        order.once.check(earlier)
        return Accepted(earlier["made"], earlier["created_at"])

    def _new(self, order: Order) -> Accepted:
        origin = order.request.origin
        if origin and origin.film and origin.source_id and origin.film not in self._kept:
            raise InvalidRequest(
                f"The film of {origin.source_id} is needed for this and no longer kept. Create it again.",
                code="video_expired",
            )
        standing = self._standings.get(order.tenant_id)
        if standing is None:  # deleted since its key was looked up
            raise Unauthorized
        standing = standing.after(order.request.micros, order.request.seconds)
        self._standings[order.tenant_id] = standing
        self.admitted.append(order)
        if order.once is not None:
            self._earlier[order.tenant_id, order.once.key] = {
                "body": order.once.body,
                "made": order.task_id,
                "created_at": standing.now,
            }
        return Accepted(order.task_id, standing.now, standing.rate())


async def _look_up(connection: Connection, orders: list[Order], *, again: bool) -> _Batch:
    """Lock the tenants of a batch; look how they stand, what their idempotency keys made before, and which of
    the films that the orders would read are kept; `again`, what was made of the orders the first time."""
    tenants = list({order.tenant_id for order in orders})
    pairs = [[str(order.tenant_id), order.once.key] for order in orders if order.once]
    read = {o.source_id: o.film for order in orders if (o := order.request.origin) and o.film and o.source_id}
    async with connection.pipeline():  # one round trip; each statement sees what was committed before it
        await queried(connection, "tenants_lock", {"ids": tenants})
        standings = await queried(connection, "tenants_standing", {"ids": tenants})
        earlier = await queried(connection, "idempotency_find", {"pairs": Jsonb(pairs)}) if pairs else None
        kept = await _kept(connection, read) if read else None
        ids = [order.task_id for order in orders]
        made = await queried(connection, "tasks_made", {"ids": ids}) if again else None
    return _Batch(
        {row["id"]: Standing.of(row) for row in await standings.fetchall()},
        {(row["tenant_id"], row["key"]): row for row in (await earlier.fetchall() if earlier else [])},
        {row["artifact_key"] for row in (await kept.fetchall() if kept else [])},
        {row["id"]: row["created_at"] for row in (await made.fetchall() if made else [])},
    )


async def _kept(connection: Connection, films: Mapping[str, str]) -> AsyncCursor[Row]:
    await queried(connection, "films_lock", {"reading": True})
    return await queried(connection, "tasks_kept", {"ids": list(films), "films": list(films.values())})


def _tell(done: asyncio.Future[Accepted], outcome: Outcome) -> None:
    if done.done():  # whoever asked has gone
        return
    if isinstance(outcome, Exception):
        done.set_exception(outcome)
    else:
        done.set_result(outcome)


def _row(order: Order) -> Mapping[str, Any]:
    request = order.request
    return {
        "id": order.task_id,
        "tenant_id": str(order.tenant_id),
        "key_id": str(order.key_id),
        "model": request.model.name,
        "engine": request.model.engine,
        "quality": request.model.quality,
        "prompt": request.prompt,
        "width": request.size.width,
        "height": request.size.height,
        "seconds": request.seconds,
        "seed": request.seed,
        "reference_url": request.reference.url if isinstance(request.reference, ImageUrl) else None,
        "reference_key": order.reference_key,
        "origin": request.origin.described() if request.origin else None,
        "characters": [character.described() for character in order.characters] or None,
        "priority": order.priority,
        "micros": request.micros,
        "idempotency_key": order.once.key if order.once else None,
        "body": order.once.body.hex() if order.once else None,
    }
