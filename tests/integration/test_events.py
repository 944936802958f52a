"""Events on a real PostgreSQL: in one order, none missed and none twice, whatever commits when."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import psycopg
import pytest

from kinema.accounts import keys, tenants
from kinema.accounts.keys import Holder, authenticate
from kinema.db.pool import Database
from kinema.errors import OverLimit, Unavailable
from kinema.notify import subscription as subscriptions
from kinema.notify.event import Event, can_resume
from kinema.notify.fanout import Fanout
from kinema.notify.horizon import Horizon
from kinema.notify.subscription import Subscription
from kinema.tasks.claim import Terms, claim, renew
from kinema.tasks.create import Creations, Order
from kinema.tasks.settle import Failed, call_off_queued, fail
from kinema.tasks.sweep import forget_old
from kinema.tasks.task import new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE

REQUEST = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat dancing in the rain", LANDSCAPE, 8)
TERMS = Terms(timedelta(seconds=60))
INSERT = "INSERT INTO events (tenant_id, task_id, status) VALUES (%s, %s, 'queued') RETURNING id"
SOON = 5.0

Create = Callable[[], Awaitable[str]]


@pytest.fixture
async def holder(database: Database) -> Holder:
    """Give who holds a key of a tenant called ana."""
    await tenants.create(database, "ana")
    _, secret = await keys.create(database, "ana")
    return await authenticate(database, secret)


@pytest.fixture
def create(database: Database, holder: Holder) -> Create:
    """Give a function that creates a queued task and returns its id."""
    creations = Creations(database)

    async def create_one() -> str:
        task_id = new_id("sora")
        await creations.create(Order(task_id, holder.tenant_id, holder.key_id, REQUEST))
        return task_id

    return create_one


@asynccontextmanager
async def _fanout(database: Database, **options: float) -> AsyncIterator[Fanout]:
    fanout = Fanout(database, **options)  # type: ignore[arg-type]
    try:
        yield fanout
    finally:
        await fanout.close()


async def _told(subscription: Subscription, count: int) -> list[tuple[str, str]]:
    """Return (task, status) of the next events, so many, which must come in the order of their ids."""
    found: list[Event] = []
    async with asyncio.timeout(SOON):
        while len(found) < count:
            batch = await subscription.next(SOON)
            assert batch is not None, "the subscription ended"
            found += [told for told in batch if isinstance(told, Event)]
    assert [event.id for event in found] == sorted({event.id for event in found})
    return [(event.task.id, str(event.task.status)) for event in found]


async def _listeners(database: Database) -> int:
    async with database.connection() as connection:
        cursor = await connection.execute(
            "SELECT FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name = 'kinema, listening on kinema_events'"
        )
        return len(await cursor.fetchall())


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_commits_when_all_is_read_once_and_in_order(
    database: Database, database_url: str, create: Create, holder: Holder, seed: int
) -> None:
    """Reading behind the last id and up to the horizon gives every committed id once, in ascending order."""
    chance = random.Random(seed)
    task_id = await create()
    committed, read = set(), list[int]()
    horizon = Horizon()
    async with AsyncExitStack() as stack:
        writers = [
            await stack.enter_async_context(await psycopg.AsyncConnection.connect(database_url))
            for _ in range(4)
        ]
        reader = await stack.enter_async_context(database.connection())
        held: dict[int, list[int]] = {}

        async def look() -> None:
            await horizon.advance(reader)
            query = "SELECT id FROM events WHERE id > %s AND id <= %s ORDER BY id"
            found = await reader.execute(query, [read[-1] if read else 0, horizon.seen])
            read.extend(row["id"] for row in await found.fetchall())

        for _ in range(120):
            number = chance.randrange(len(writers))
            writer = writers[number]
            match chance.choice(["begin", "write", "write", "end", "look", "look"]):
                case "begin":  # its transaction's id may be old long before it takes an event's
                    await writer.execute("SELECT pg_current_xact_id()")
                case "write":
                    await writer.execute("SELECT pg_current_xact_id()")
                    row = await (await writer.execute(INSERT, [holder.tenant_id, task_id])).fetchone()
                    assert row is not None
                    held.setdefault(number, []).append(row[0])
                case "end" if chance.random() < 0.75:
                    await writer.commit()
                    committed.update(held.pop(number, []))
                case "end":
                    await writer.rollback()
                    held.pop(number, None)
                case "look":
                    await look()
        for writer in writers:
            await writer.commit()
        committed.update(event_id for ids in held.values() for event_id in ids)
        await look()
        await look()
    assert len(committed) > 10
    assert [event_id for event_id in read if event_id in committed] == sorted(committed)
    assert read == sorted(set(read))


async def test_an_event_that_commits_late_is_told_late_and_first(
    database: Database, database_url: str, create: Create, holder: Holder
) -> None:
    """What is newer waits for an open transaction with an older id, and both are told once it commits."""
    late, *early = [await create() for _ in range(4)]
    async with _fanout(database) as fanout, await psycopg.AsyncConnection.connect(database_url) as slow:
        subscription = await fanout.subscribe(holder)
        await slow.execute(INSERT, [holder.tenant_id, late])
        async with database.connection() as quick:
            for task_id in early:
                await quick.execute(INSERT, [holder.tenant_id, task_id])
        assert await subscription.next(0.3) == []
        await slow.commit()  # nobody is notified of it
        assert [task_id for task_id, _ in await _told(subscription, 4)] == [late, *early]


async def test_a_life_is_told_to_all_who_subscribed(
    database: Database, create: Create, holder: Holder
) -> None:
    """Each subscriber of the tenant or of the task is told every status once, and progress in between."""
    async with _fanout(database) as fanout:
        of_tenant = await fanout.subscribe(holder)
        task_id = await create()
        of_task = await fanout.subscribe(holder, task_id, after=0)
        of_other = await fanout.subscribe(holder, new_id("sora"))
        task = await claim(database, "w1", "animatic", TERMS)
        assert task is not None
        told = [(task_id, "queued"), (task_id, "processing")]
        for subscription in (of_tenant, of_task):
            assert await _told(subscription, 2) == told
        await renew(database, task, 0.42, TERMS)
        for subscription in (of_tenant, of_task):
            [progress] = await subscription.next(SOON) or []
            assert progress == subscriptions.Progress(task_id, 42)
        await fail(database, task, Failed("render_failed", "It broke."))
        for subscription in (of_tenant, of_task):
            assert await _told(subscription, 1) == [(task_id, "failed")]
        assert await of_other.next(0.1) == []
        assert await _listeners(database) == 1


async def test_a_slow_subscriber_is_told_all_in_the_end(
    database: Database, create: Create, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a full buffer cannot hold is read from the table, page by page, in order."""
    monkeypatch.setattr(subscriptions, "BUFFER", 4)
    monkeypatch.setattr(subscriptions, "PAGE", 100)
    async with _fanout(database) as fanout:
        slow, quick = await fanout.subscribe(holder), await fanout.subscribe(holder)
        ids = list(await asyncio.gather(*(create() for _ in range(230))))
        told = await _told(quick, 230)
        assert sorted(task_id for task_id, _ in told) == sorted(ids)
        assert await _told(slow, 230) == told
        await create()
        assert len(await _told(slow, 1)) == 1


async def test_a_lost_connection_loses_no_event(database: Database, create: Create, holder: Holder) -> None:
    """What happens while the reader's connection is cut is told once it has another."""
    async with _fanout(database) as fanout:
        subscription = await fanout.subscribe(holder)
        async with database.connection() as connection:
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            await connection.execute(cut + "AND pid <> pg_backend_pid()")
        ids = [await create() for _ in range(3)]
        assert [task_id for task_id, _ in await _told(subscription, 3)] == ids


async def test_subscribing_resumes_anywhere(database: Database, create: Create, holder: Holder) -> None:
    """Behind any event that was told, in any process, exactly the later ones follow."""
    async with _fanout(database) as one, _fanout(database) as other:
        first = await one.subscribe(holder)
        ids = [await create() for _ in range(4)]
        await _told(first, 4)
        for missed in range(5):
            resumed = await other.subscribe(holder, after=first.last - missed)
            ids.append(await create())
            following = ids[4 - missed :]
            assert [task_id for task_id, _ in await _told(resumed, len(following))] == following
            other.leave(resumed)


async def test_nobody_listens_where_nobody_subscribed(database: Database, holder: Holder) -> None:
    """The listening connection goes with the last subscriber and comes back with the next."""
    async with _fanout(database) as fanout:
        assert await _listeners(database) == 0
        for _ in range(2):
            subscription = await fanout.subscribe(holder)
            assert await _listeners(database) == 1
            fanout.leave(subscription)
            async with asyncio.timeout(SOON):
                while await _listeners(database):  # noqa: ASYNC110 (the database tells nobody)
                    await asyncio.sleep(0.05)


async def test_seats_are_counted(database: Database, holder: Holder) -> None:
    """A tenant's and the process's limits are told apart, and a seat that was left is free."""
    async with _fanout(database, most=3, most_per_tenant=2) as fanout:
        mine = [await fanout.subscribe(holder) for _ in range(2)]
        with pytest.raises(OverLimit, match="Your tenant may have 2"):
            await fanout.subscribe(holder)
        await tenants.create(database, "bo")
        _, secret = await keys.create(database, "bo")
        other = await authenticate(database, secret)
        await fanout.subscribe(other)
        with pytest.raises(OverLimit, match="This server may have 3"):
            await fanout.subscribe(other)
        fanout.leave(mine[0])
        await fanout.subscribe(holder)


async def test_a_revoked_key_ends_its_subscriptions(database: Database, holder: Holder) -> None:
    """The next look at the keys ends the streams of one that was revoked, and of no other."""
    key, secret = await keys.create(database, "ana")
    async with _fanout(database, keys_every=0.1) as fanout:
        staying = await fanout.subscribe(holder)
        leaving = await fanout.subscribe(await authenticate(database, secret))
        await keys.revoke(database, key.id)
        async with asyncio.timeout(SOON):
            while await leaving.next(SOON) is not None:
                pass
        assert await staying.next(0.01) == []


async def test_an_ending_process_takes_nobody(database: Database, holder: Holder) -> None:
    """Once it is to end, every subscription ends at once and a new one is refused."""
    async with _fanout(database) as fanout:
        subscription = await fanout.subscribe(holder)
        fanout.end()
        assert await subscription.next(SOON) is None
        with pytest.raises(Unavailable):
            await fanout.subscribe(holder)


async def test_old_events_are_forgotten(database: Database, create: Create, holder: Holder) -> None:
    """After a week an event goes but for the newest such, which tells how far back one may resume."""
    ids = [await create() for _ in range(6)]
    await call_off_queued(database, ids[0])
    async with database.connection() as connection:
        await connection.execute("UPDATE events SET at = now() - interval '8 days' WHERE id <= 4")
        await connection.execute("INSERT INTO idempotency SELECT tenant_id, 'k', '', id FROM tasks LIMIT 1")
        await connection.execute("UPDATE idempotency SET created_at = now() - interval '25 hours'")
        await forget_old(database)
        left = await (await connection.execute("SELECT id FROM events ORDER BY id")).fetchall()
        keys_left = await (await connection.execute("SELECT FROM idempotency")).fetchall()
    assert [row["id"] for row in left] == [4, 5, 6, 7]
    assert keys_left == []
    assert [await can_resume(database, after) for after in (0, 2, 3, 7, 8)] == [
        False,
        False,
        True,
        True,
        False,
    ]
