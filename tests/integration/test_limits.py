"""Rates, budgets, idempotency and cancelling, on a real PostgreSQL and from several doors at once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kinema.accounts import keys, tenants
from kinema.accounts.once import Once
from kinema.accounts.tenants import change
from kinema.accounts.usage import By, Period, by_day, sums
from kinema.db.pool import Connection, Database
from kinema.errors import (
    Conflict,
    InvalidRequest,
    NotFound,
    OverLimit,
    QuotaExceeded,
    Unauthorized,
    Unavailable,
)
from kinema.tasks.cancel import cancel, delete
from kinema.tasks.claim import Claim, Terms, claim, renew
from kinema.tasks.create import Accepted, Creations, Order
from kinema.tasks.find import task_of
from kinema.tasks.settle import Completed, Failed, call_off, complete, fail
from kinema.tasks.task import Task, new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE
from kinema.videos.status import Status

PRICE = 1000
MODEL = replace(BUILT_IN["openAiSora2Plus"], price=PRICE)
REQUEST = VideoRequest(MODEL, "A cat dancing in the rain", LANDSCAPE, 8)
COST = PRICE * 8
TERMS = Terms(timedelta(seconds=60))
DAY = timedelta(days=1)

Create = Callable[..., Awaitable[Accepted]]


@pytest.fixture
async def tenant_id(database: Database) -> UUID:
    """Give the id of a tenant called ana."""
    return (await tenants.create(database, "ana")).id


@pytest.fixture
async def create(database: Database, database_url: str, tenant_id: UUID) -> AsyncIterator[Create]:
    """Give a function that creates tasks through three doors in turn, as three API processes would."""
    key, _ = await keys.create(database, "ana")
    others = [Database(database_url) for _ in range(2)]
    for other in others:
        await other.open()
    doors = [Creations(each) for each in (database, *others)]
    turn = iter(range(10**9))

    async def create_one(once: Once | None = None, engine: str = MODEL.engine) -> Accepted:
        request = replace(REQUEST, model=replace(MODEL, engine=engine))
        order = Order(new_id("sora"), tenant_id, key.id, request, once=once)
        return await doors[next(turn) % 3].create(order)

    yield create_one
    for other in others:
        await other.close()


async def _check_books(database: Database) -> None:
    """One reservation, one settlement or release for what is over, and usage that is their sum."""
    async with database.connection() as connection:
        wrong = await (
            await connection.execute(
                "SELECT tasks.id, status, array_agg(kind ORDER BY ledger.id) AS kinds FROM tasks"
                " LEFT JOIN ledger ON ledger.task_id = tasks.id GROUP BY tasks.id, status"
                " HAVING array_agg(kind ORDER BY ledger.id) IS DISTINCT FROM CASE"
                "   WHEN status IN ('queued', 'processing') THEN ARRAY['reserve']"
                "   WHEN status = 'completed' THEN ARRAY['reserve', 'settle']"
                "   WHEN status = 'cancelled' AND 'settle' = ANY (array_agg(kind))"
                "     THEN ARRAY['reserve', 'settle']"
                "   ELSE ARRAY['reserve', 'release'] END"
            )
        ).fetchall()
        assert wrong == []
        agree = await (
            await connection.execute(
                "SELECT coalesce(sum(micros), 0) = (SELECT coalesce(sum(micros), 0) FROM usage) AS micros,"
                " coalesce(sum(seconds), 0) = (SELECT coalesce(sum(seconds), 0) FROM usage) AS seconds"
                " FROM (SELECT DISTINCT ON (task_id) * FROM ledger ORDER BY task_id, id DESC) AS latest"
                " WHERE kind <> 'release'"
            )
        ).fetchone()
    assert agree == {"micros": True, "seconds": True}


async def _claimed(database: Database) -> Task:
    task = await claim(database, "w", "animatic", TERMS)
    assert task is not None
    return task


@pytest.mark.parametrize(
    "limits",
    [
        {"micros_per_day": COST},
        {"micros_per_month": 2 * COST - 1},
        {"seconds_per_day": 8},
        {"seconds_per_month": 15},
    ],
)
async def test_a_budget_for_one_admits_one(
    database: Database, create: Create, limits: dict[str, int]
) -> None:
    """Of 200 creations at once, from several processes, a budget that covers one admits exactly one."""
    await change(database, "ana", limits)
    outcomes = await asyncio.gather(*(create() for _ in range(200)), return_exceptions=True)
    assert len([outcome for outcome in outcomes if isinstance(outcome, Accepted)]) == 1
    assert len([outcome for outcome in outcomes if isinstance(outcome, QuotaExceeded)]) == 199
    await _check_books(database)


class _Forgetful(Database):
    """A database whose first commit is never answered."""

    is_lost = False

    @asynccontextmanager
    async def pipeline(self) -> AsyncIterator[Connection]:
        """Lend a connection; once, lose it when all is committed."""
        async with super().pipeline() as connection:
            yield connection
        if not self.is_lost:
            self.is_lost = True
            raise Unavailable


async def test_a_creation_whose_answer_was_lost_is_admitted_once(
    database: Database, database_url: str, tenant_id: UUID
) -> None:
    """A creation that was committed and not answered is found again: by its own cost it is not refused."""
    await change(database, "ana", {"micros_per_day": COST, "creations_per_minute": 1, "max_queued": 1})
    key, _ = await keys.create(database, "ana")
    forgetful = _Forgetful(database_url)
    await forgetful.open()
    order = Order(new_id("sora"), tenant_id, key.id, REQUEST)
    accepted = await Creations(forgetful).create(order)
    await forgetful.close()
    assert forgetful.is_lost
    assert accepted.task_id == order.task_id
    assert accepted.created_at == (await task_of(database, tenant_id, order.task_id)).created_at
    await _check_books(database)


async def test_a_tenant_that_is_gone_is_refused_by_itself(database: Database, tenant_id: UUID) -> None:
    """A tenant that is deleted while it asks is unknown; others in the same commit get their tasks."""
    key, _ = await keys.create(database, "ana")
    gone = Order(new_id("sora"), UUID(int=7), UUID(int=8), REQUEST)
    orders = [gone, Order(new_id("sora"), tenant_id, key.id, REQUEST)]
    door = Creations(database)
    refused, accepted = await asyncio.gather(*map(door.create, orders), return_exceptions=True)
    assert isinstance(refused, Unauthorized)
    assert isinstance(accepted, Accepted)


async def test_a_failure_gives_the_budget_back_and_a_completion_does_not(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """What was reserved is free again after a failure or a cancel, and spent after a completion."""
    await change(database, "ana", {"micros_per_day": COST})
    await create()
    await fail(database, await _claimed(database), Failed("x", "broken"))
    queued = await create()
    await cancel(database, tenant_id, queued.task_id)
    await create()
    task = await _claimed(database)
    await complete(database, task, Completed(f"films/{task.id}/1.mp4", "ab", 1, 8.0, None, "1"), DAY)
    with pytest.raises(QuotaExceeded):
        await create()
    assert [(row["micros"], row["seconds"]) for row in await by_day(database, tenant_id, 1)] == [(COST, 8)]
    today = Period.of(None, None)
    for by in By:
        rows = await sums(database, tenant_id, today, by)
        assert [(row["tasks"], row["seconds"], row["micros"]) for row in rows] == [(1, 8, COST)]
    assert await sums(database, tenant_id, Period(today.first, today.last - DAY), By.DAY) == []
    await _check_books(database)


async def test_the_rate_is_exact_over_several_processes(database: Database, create: Create) -> None:
    """Of 100 creations at once, a rate of 30 a minute admits 30, and says when to come back."""
    await change(database, "ana", {"creations_per_minute": 30})
    outcomes = await asyncio.gather(*(create() for _ in range(100)), return_exceptions=True)
    accepted = [outcome for outcome in outcomes if isinstance(outcome, Accepted)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, OverLimit)]
    assert 30 <= len(accepted) <= 31  # the batches take a moment, in which the rate goes on
    assert len(accepted) + len(refused) == 100
    assert {refusal.retry_after for refusal in refused} <= {1, 2, 3}
    assert min(outcome.rate.remaining for outcome in accepted if outcome.rate) == 0


async def test_the_queue_of_a_tenant_is_bounded(database: Database, create: Create) -> None:
    """Past its bound a tenant's creations are refused, for any engine, until some of its tasks have begun."""
    await change(database, "ana", {"max_queued": 3})
    outcomes = await asyncio.gather(*(create() for _ in range(10)), return_exceptions=True)
    assert len([outcome for outcome in outcomes if isinstance(outcome, Accepted)]) == 3
    await _claimed(database)
    await create()
    for engine in (MODEL.engine, "another"):
        with pytest.raises(OverLimit, match="3 of your tasks"):
            await create(engine=engine)


async def test_limits_are_lifted_and_bad_ones_refused(database: Database, create: Create) -> None:
    """None lifts a limit, what is not named stays, and a number that cannot be is refused in words."""
    now = await change(database, "ana", {"max_queued": 1, "weight": 4})
    assert (now.limits["max_queued"], now.limits["weight"]) == (1, 4)
    await create()
    now = await change(database, "ana", {"max_queued": None})
    assert (now.limits["max_queued"], now.limits["weight"]) == (None, 4)
    await create()
    for bad in ({"max_queued": 0}, {"weight": 10**6}, {"micros_per_day": -1}):
        with pytest.raises(InvalidRequest):
            await change(database, "ana", bad)


async def test_one_idempotency_key_makes_one_task(database: Database, create: Create) -> None:
    """100 creations at once with one key, from several processes, are one task with one answer."""
    once = Once("key-1", b"body")
    outcomes = await asyncio.gather(*(create(once) for _ in range(100)))
    assert len({outcome.task_id for outcome in outcomes}) == 1
    assert len({outcome.created_at for outcome in outcomes}) == 1
    with pytest.raises(Conflict, match="key-1"):
        await create(Once("key-1", b"another body"))
    assert (await create(Once("key-2", b"body"))).task_id != outcomes[0].task_id
    await _check_books(database)


async def test_an_idempotency_key_is_free_again_after_a_day(database: Database, create: Create) -> None:
    """A key is remembered for 24 hours, and makes a new task after that."""
    first = await create(Once("key", b"body"))
    async with database.connection() as connection:
        await connection.execute("UPDATE idempotency SET created_at = now() - interval '25 hours'")
    second = await create(Once("key", b"another"))
    assert second.task_id != first.task_id
    assert (await create(Once("key", b"another"))).task_id == second.task_id


async def test_a_queued_task_is_cancelled_at_once(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """Nobody claims a cancelled task, its error says so, and cancelling again changes nothing."""
    accepted = await create()
    task = await cancel(database, tenant_id, accepted.task_id)
    assert task.status is Status.CANCELLED
    assert task.error is not None
    assert "cancelled" in task.error
    assert await claim(database, "w", "animatic", TERMS) is None
    assert await cancel(database, tenant_id, accepted.task_id) == task
    await _check_books(database)


async def test_the_worker_hears_of_a_cancel_with_its_next_sign_of_life(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """A task that is rendered stays processing until its worker, told so, ends it as cancelled."""
    await create()
    task = await _claimed(database)
    assert (await cancel(database, tenant_id, task.id)).status is Status.PROCESSING
    assert await renew(database, task, 0.5, TERMS) is Claim.UNWANTED
    assert await call_off(database, task)
    assert (await task_of(database, tenant_id, task.id)).status is Status.CANCELLED
    await _check_books(database)


@pytest.mark.parametrize(("progress", "seconds"), [(0.0, 0), (0.01, 1), (0.5, 4), (0.51, 5), (1.0, 8)])
async def test_what_was_rendered_of_a_cancelled_film_can_be_charged(
    database: Database, create: Create, tenant_id: UUID, progress: float, seconds: int
) -> None:
    """Where the operator charges, the seconds rendered are settled, rounded up; the rest is given back."""
    await create()
    task = await _claimed(database)
    await renew(database, task, progress, TERMS)
    assert await call_off(database, task, charge=True)
    (today,) = await by_day(database, tenant_id, 1)
    assert (today["micros"], today["seconds"]) == (seconds * PRICE, seconds)
    for by in By:
        (part,) = await sums(database, tenant_id, Period(today["day"], today["day"]), by)
        assert (part["tasks"], part["micros"], part["seconds"]) == (
            int(seconds > 0),
            seconds * PRICE,
            seconds,
        )
    await _check_books(database)


async def test_a_cancel_that_races_a_completion_has_one_outcome(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """However a cancel and the worker's settlement interleave, the task ends once and the books agree."""
    chance = random.Random(7)

    async def race() -> Status:
        await create()
        task = await _claimed(database)
        film = Completed(f"films/{task.id}/1.mp4", "ab", 1, 8.0, None, "1")

        async def settle() -> bool:
            await asyncio.sleep(chance.random() / 200)
            claim = await renew(database, task, 0.9, TERMS)
            if claim is Claim.UNWANTED:
                return await call_off(database, task)
            return await complete(database, task, film, DAY)

        async def give_up() -> None:
            await asyncio.sleep(chance.random() / 200)
            await cancel(database, tenant_id, task.id)

        won, _ = await asyncio.gather(settle(), give_up())
        assert won
        return (await task_of(database, tenant_id, task.id)).status

    ends = [await race() for _ in range(150)]
    assert set(ends) == {Status.COMPLETED, Status.CANCELLED}
    await _check_books(database)


async def test_a_deleted_task_is_not_found_and_its_film_is_collected(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """After a deletion the id is unknown, and the sweep is told of the film; the books stay as they were."""
    await create()
    task = await _claimed(database)
    await complete(database, task, Completed(f"films/{task.id}/1.mp4", "ab", 1, 8.0, None, "1"), DAY)
    await delete(database, tenant_id, task.id)
    with pytest.raises(NotFound):
        await task_of(database, tenant_id, task.id)
    assert [row["id"] for row in await database.rows("tasks_expired")] == [task.id]
    queued = await create()
    await delete(database, tenant_id, queued.task_id)
    with pytest.raises(NotFound):
        await delete(database, tenant_id, queued.task_id)
    await _check_books(database)
