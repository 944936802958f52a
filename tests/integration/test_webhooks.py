"""The outbox and the courier, on a real PostgreSQL and against a real receiver."""

from __future__ import annotations

import asyncio
import socket
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from tests.receiver import Receiver, Reply

from kinema.accounts import keys, tenants
from kinema.db import pool
from kinema.db.pool import Database
from kinema.db.queries import sql
from kinema.egress import Egress
from kinema.errors import Conflict, NotFound
from kinema.notify import courier as couriers
from kinema.notify import endpoints
from kinema.notify.courier import AT_ONCE, EACH, Courier
from kinema.notify.deliveries import Logged, forget_old, lend, page_of, redeliver
from kinema.notify.endpoints import Changes, Endpoint, drop_unwanted
from kinema.notify.webhook import CANCELLED, COMPLETED, EVENT_TYPES, FAILED
from kinema.tasks.claim import Terms, claim
from kinema.tasks.create import Creations, Order
from kinema.tasks.settle import Completed, Failed, call_off, complete, fail
from kinema.tasks.task import Task, new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE

REQUEST = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat dancing in the rain", LANDSCAPE, 4)
FILM = Completed("films/x/1.mp4", "ab", 1, 4.0, None, "1")
LEASE = timedelta(seconds=20)

Claimed = Callable[[], Awaitable[Task]]
End = Callable[[Database, Task], Awaitable[bool]]


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """Give a receiver; each test has paths of its own."""
    with Receiver.running() as running:
        yield running


@pytest.fixture
async def tenant_id(database: Database) -> UUID:
    """Give the id of a tenant called ana."""
    return (await tenants.create(database, "ana")).id


@pytest.fixture
async def claimed(database: Database, tenant_id: UUID) -> Claimed:
    """Give a function that makes a task of ana's and claims it."""
    key, _ = await keys.create(database, "ana")
    door = Creations(database)

    async def make() -> Task:
        await door.create(Order(new_id("video"), tenant_id, key.id, REQUEST))
        task = await claim(database, "w", "animatic", Terms(timedelta(seconds=60)))
        assert task is not None
        return task

    return make


@pytest.fixture(autouse=True)
def _eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have retries come as soon as they are due."""
    monkeypatch.setattr(couriers, "IDLE", 0.05)


async def _add(database: Database, tenant_id: UUID, url: str, *event_types: str) -> Endpoint:
    return await endpoints.create(
        database, tenant_id, name="", url=url, event_types=event_types or (COMPLETED, FAILED)
    )


async def _completed(database: Database, task: Task) -> bool:
    return await complete(database, task, FILM, timedelta(days=1))


async def _failed(database: Database, task: Task) -> bool:
    return await fail(database, task, Failed("x", "broken"))


@asynccontextmanager
async def _courier(
    database: Database, receiver: Receiver, *retries: float, **more: Any
) -> AsyncIterator[Courier]:
    egress = Egress(allow=[receiver.pair], timeout=more.pop("timeout", 5.0), **more)
    courier = Courier(database, egress, lease=LEASE, retries=retries)
    running = asyncio.create_task(courier.run())
    try:
        yield courier
    finally:
        running.cancel()
        await asyncio.wait({running})


async def _log(database: Database, endpoint: Endpoint) -> list[Logged]:
    return (await page_of(database, endpoint, 100, None))[0]


async def _over(database: Database, endpoint: Endpoint) -> list[Logged]:
    """Return the endpoint's log once nothing more is to be tried."""
    async with asyncio.timeout(20):
        while True:
            log = await _log(database, endpoint)
            if log and all(line.next_at is None for line in log):
                return log
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("end", "asked", "told"),
    [
        (_completed, EVENT_TYPES, [COMPLETED]),
        (_failed, EVENT_TYPES, [FAILED]),
        (call_off, EVENT_TYPES, [CANCELLED]),
        (call_off, (COMPLETED, FAILED), [FAILED]),
        (call_off, (COMPLETED,), []),
        (_completed, (FAILED, CANCELLED), []),
        (_failed, (COMPLETED, CANCELLED), []),
    ],
)
async def test_an_end_is_noted_once_for_whoever_asked(
    database: Database, tenant_id: UUID, claimed: Claimed, end: End, asked: tuple[str, ...], told: list[str]
) -> None:
    """The end of a task and what is to be told of it are written together: one event, and none for a
    settlement that came too late, for an endpoint that is off or for another tenant's.
    """
    endpoint = await _add(database, tenant_id, "https://example.com/", *asked)
    off = await _add(database, tenant_id, "https://example.com/", *EVENT_TYPES)
    await endpoints.update(database, tenant_id, off.id, endpoints.Changes(enabled=False))
    stranger = await tenants.create(database, "bob")
    theirs = await _add(database, stranger.id, "https://example.com/", *EVENT_TYPES)
    task = await claimed()
    assert await end(database, task)
    assert not await end(database, task)
    assert [(line.event_type, line.task_id) for line in await _log(database, endpoint)] == [
        (event_type, task.id) for event_type in told
    ]
    assert await _log(database, off) == await _log(database, theirs) == []


@pytest.mark.parametrize("end", [_completed, _failed])
async def test_a_settlement_passes_over_an_endpoint_that_is_being_deleted(
    database: Database, database_url: str, tenant_id: UUID, claimed: Claimed, end: End
) -> None:
    """Deleting an endpoint while a task ends costs the task nothing, and its other endpoint is told."""
    doomed = await _add(database, tenant_id, "https://example.com/a")
    kept = await _add(database, tenant_id, "https://example.com/b")
    task = await claimed()
    async with await psycopg.AsyncConnection.connect(database_url) as other:
        await other.execute("DELETE FROM webhook_endpoints WHERE id = %s", [doomed.id])
        settling = asyncio.create_task(end(database, task))
        await asyncio.sleep(0.2)
        assert not settling.done()
        await other.commit()
        assert await settling
    assert len(await _log(database, kept)) == 1


async def test_a_retry_has_the_same_id_and_a_new_timestamp(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """What fails is sent again as the same webhook, later where the endpoint asks for it, and logged."""
    receiver.replies["/flaky"] = [Reply(503, {"Retry-After": "1"}), Reply(500), Reply(200)]
    endpoint = await _add(database, tenant_id, receiver.url("/flaky"))
    async with _courier(database, receiver, 0.01, 0.01, 0.01):
        await _completed(database, await claimed())
        (line,) = await _over(database, endpoint)
    first, second, third = receiver.at("/flaky")
    assert first.id == second.id == third.id == line.id
    assert first.body == second.body == third.body
    assert second.at - first.at >= 1
    assert int(second.headers["webhook-timestamp"]) > int(first.headers["webhook-timestamp"])
    assert second.headers["webhook-signature"] != first.headers["webhook-signature"]
    assert line.status == "delivered"
    assert [(tried["status_code"], tried["error"]) for tried in line.attempts] == [
        (503, "It answered 503."),
        (500, "It answered 500."),
        (200, None),
    ]


@pytest.mark.parametrize(
    ("path", "reply", "status_code", "error"),
    [
        ("/moved", Reply(302, {"Location": "/elsewhere"}), 302, "Redirects are not followed"),
        ("/slow", Reply(delay=5), None, "did not answer in time"),
        ("/missing", Reply(404), 404, "answered 404"),
    ],
)
async def test_what_keeps_failing_is_given_up(
    database: Database,
    tenant_id: UUID,
    claimed: Claimed,
    receiver: Receiver,
    path: str,
    reply: Reply,
    status_code: int | None,
    error: str,
) -> None:
    """A redirect, a late answer and a refusal are failures; after the last try the log says so."""
    receiver.replies[path] = [reply]
    endpoint = await _add(database, tenant_id, receiver.url(path))
    async with _courier(database, receiver, 0.01, 0.01, timeout=0.3):
        await _failed(database, await claimed())
        (line,) = await _over(database, endpoint)
    assert line.status == "failed"
    assert [tried["status_code"] for tried in line.attempts] == [status_code] * 3
    assert error in line.attempts[0]["error"]
    assert len(receiver.at(path)) == 3
    assert receiver.at("/elsewhere") == []


async def test_an_answer_without_end_is_an_answer(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """Of an answer only the head is read."""
    receiver.replies["/endless"] = [Reply(200, endless=True)]
    endpoint = await _add(database, tenant_id, receiver.url("/endless"))
    async with _courier(database, receiver):
        await _completed(database, await claimed())
        (line,) = await _over(database, endpoint)
    assert line.status == "delivered"


async def test_410_switches_the_endpoint_off(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """After a 410 nothing more is sent, what waits is dropped, and only switching on changes that."""
    receiver.replies["/gone"] = [Reply(500), Reply(410), Reply(204)]
    endpoint = await _add(database, tenant_id, receiver.url("/gone"))
    await _completed(database, await claimed())
    async with _courier(database, receiver, 600.0):
        await asyncio.to_thread(receiver.wait_for, "/gone")
        await _completed(database, await claimed())
        lines = await _over(database, endpoint)
        assert [line.status for line in lines] == ["failed", "failed"]
        assert (await endpoints.endpoint_of(database, tenant_id, endpoint.id)).disabled_at is not None
        await _completed(database, await claimed())
        assert len(await _log(database, endpoint)) == 2
        off = await endpoints.endpoint_of(database, tenant_id, endpoint.id)
        with pytest.raises(Conflict, match="switched off"):
            await redeliver(database, off, lines[0].id)
        on = await endpoints.update(database, tenant_id, endpoint.id, endpoints.Changes(enabled=True))
        await redeliver(database, on, lines[0].id)
        assert [line.status for line in await _over(database, endpoint)] == ["delivered", "failed"]
    ids = [one.id for one in receiver.at("/gone")]
    assert ids == [lines[1].id, lines[0].id, lines[0].id]


async def test_410_of_an_old_address_switches_nothing_off(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """An endpoint that was changed while its old address answers 410 stays on, and the webhook is sent to the
    new one."""
    receiver.replies["/old"] = [Reply(410, delay=0.3)]
    endpoint = await _add(database, tenant_id, receiver.url("/old"))
    await _completed(database, await claimed())
    async with _courier(database, receiver, 0.01):
        await asyncio.to_thread(receiver.wait_for, "/old")
        await endpoints.update(database, tenant_id, endpoint.id, Changes(url=receiver.url("/new")))
        (line,) = await _over(database, endpoint)
    assert (await endpoints.endpoint_of(database, tenant_id, endpoint.id)).disabled_at is None
    assert [(tried["status_code"], tried["error"]) for tried in line.attempts] == [
        (410, "It answered 410."),
        (204, None),
    ]
    assert [one.id for one in receiver.at("/new")] == [line.id]


async def test_a_name_that_leads_inside_is_never_contacted(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """The address is judged when it is dialled: a public name for a private one reaches nobody."""

    def lying(*_: object) -> list[tuple[object, ...]]:
        port = int(receiver.pair.rpartition(":")[2])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    endpoint = await _add(database, tenant_id, "http://hooks.example.com/inside")
    async with _courier(database, receiver, resolver=lying):
        await _completed(database, await claimed())
        (line,) = await _over(database, endpoint)
    assert line.status == "failed"
    assert (
        line.attempts[0]["error"]
        == "The address is not public, cannot be reached, or did not answer in time."
    )
    assert receiver.at("/inside") == []


async def _fill(database: Database, endpoint: Endpoint, count: int) -> None:
    async with database.connection() as connection:
        await connection.execute(
            "INSERT INTO webhook_deliveries (endpoint_id, task_id, event_type)"
            " SELECT %s, 'video_' || number, 'video.failed' FROM generate_series(1, %s) AS number",
            [endpoint.id, count],
        )


async def _hanging(database: Database, receiver: Receiver, count: int) -> list[str]:
    """Add endpoints that never answer, ten to a tenant, each with a backlog; return their paths."""
    paths = [f"/stuck-{number}" for number in range(count)]
    receiver.replies |= {path: [Reply(delay=60)] for path in paths}
    for place in range(0, count, endpoints.MOST):
        tenant = await tenants.create(database, f"hanging-{place}")
        for path in paths[place : place + endpoints.MOST]:
            await _fill(database, await _add(database, tenant.id, receiver.url(path)), 50)
    return paths


async def test_endpoints_that_hang_hold_nobody_up(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """With backlogs at more endpoints that never answer than webhooks are sent at once, another is told at
    once, both before it is known who hangs and after, and each of those has but its few requests open.
    """
    stuck = await _hanging(database, receiver, AT_ONCE + 36)
    quick = await _add(database, tenant_id, receiver.url("/quick"))
    async with _courier(database, receiver, timeout=30) as courier:
        await asyncio.to_thread(receiver.wait_for, stuck[0])
        for told in (1, 2):
            await _completed(database, await claimed())
            courier.wake()
            began = time.monotonic()
            await asyncio.to_thread(receiver.wait_for, "/quick", told)
            assert time.monotonic() - began < 8
            await asyncio.gather(*(asyncio.to_thread(receiver.wait_for, path) for path in stuck))
        assert max(len(receiver.at(path)) for path in stuck) <= EACH
        receiver.closing.set()
    receiver.closing.clear()
    assert [line.status for line in await _log(database, quick)] == ["delivered"] * 2


async def test_slow_endpoints_take_turns(
    database: Database, tenant_id: UUID, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past the most that slow endpoints may have open together, each is sent one in its turn, and one that
    answers in time again is sent its webhooks side by side.
    """
    monkeypatch.setattr(couriers, "PATIENCE", 0.1)
    monkeypatch.setattr(couriers, "SLOW", 2)
    late = [Reply(delay=0.3)] * (EACH + 2)
    paths = [f"/late-{number}" for number in range(4)]
    receiver.replies |= {path: [*late, Reply()] for path in paths}
    slow = [await _add(database, tenant_id, receiver.url(path)) for path in paths]
    for endpoint in slow:
        await _fill(database, endpoint, EACH + 10)
    async with _courier(database, receiver):
        for endpoint in slow:
            await _over(database, endpoint)
    received = [one.path for one in receiver.received if one.path in paths]
    first, then = received[: 4 * EACH], received[4 * EACH : 4 * EACH + 8]
    assert Counter(first) == dict.fromkeys(paths, EACH)
    assert Counter(then[:4]) == Counter(then[4:]) == dict.fromkeys(paths, 1)


async def test_tenants_take_turns(database: Database, tenant_id: UUID) -> None:
    """What is lent goes round by tenant, however many endpoints and however long a backlog one has."""
    bob = await tenants.create(database, "bob")
    for owner, count in ((bob.id, 9), (tenant_id, 2)):
        for _ in range(count):
            await _fill(database, await _add(database, owner, "https://example.com/"), 20)
    lent = await lend(database, most=8, each=EACH, lease=LEASE)
    assert Counter(loan.tenant_id for loan in lent) == {bob.id: 4, tenant_id: 4}
    of_bob = [loan.endpoint_id for loan in lent if loan.tenant_id == bob.id]
    assert len(set(of_bob)) == 4


async def test_two_couriers_send_each_webhook_once(
    database: Database, database_url: str, tenant_id: UUID, receiver: Receiver
) -> None:
    """Couriers of several workers share the work, and what is lent to one is not sent by the other."""
    paths = [f"/shared-{number}" for number in range(5)]
    filled = [await _add(database, tenant_id, receiver.url(path)) for path in paths]
    for endpoint in filled:
        await _fill(database, endpoint, 40)
    other = Database(database_url)
    await other.open()
    async with _courier(database, receiver), _courier(other, receiver):
        logs = [await _over(database, endpoint) for endpoint in filled]
    await other.close()
    sent = Counter(one.id for path in paths for one in receiver.at(path))
    assert sent == Counter({line.id: 1 for log in logs for line in log})
    assert len(sent) == 200


async def test_what_is_on_its_way_at_a_stop_arrives_once(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """A courier that is told to stop settles what it has sent, so that nobody sends it again."""
    receiver.replies["/late"] = [Reply(delay=0.5)]
    endpoint = await _add(database, tenant_id, receiver.url("/late"))
    await _completed(database, await claimed())
    async with _courier(database, receiver):
        await asyncio.to_thread(receiver.wait_for, "/late")
    assert [line.status for line in await _log(database, endpoint)] == ["delivered"]


async def test_sending_again_what_is_on_its_way_logs_both(
    database: Database, tenant_id: UUID, claimed: Claimed, receiver: Receiver
) -> None:
    """A webhook that is asked for again while it is on its way is sent twice, and the log tells of both."""
    receiver.replies["/twice"] = [Reply(500, delay=0.3), Reply(200)]
    endpoint = await _add(database, tenant_id, receiver.url("/twice"))
    await _completed(database, await claimed())
    async with _courier(database, receiver):
        await asyncio.to_thread(receiver.wait_for, "/twice")
        await redeliver(database, endpoint, (await _log(database, endpoint))[0].id)
        (line,) = await _over(database, endpoint)
    assert line.status == "delivered"
    assert [tried["status_code"] for tried in line.attempts] == [500, 200]


async def test_waking_does_not_keep_a_courier_from_stopping(database: Database) -> None:
    """A courier that is woken at the moment in which it is told to stop, stops."""
    courier = Courier(database, Egress(), lease=LEASE)
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(0.1)
    courier.wake()
    running.cancel()
    done, _ = await asyncio.wait({running}, timeout=2)
    assert done == {running}


def _most_rows(plan: dict[str, Any]) -> float:
    """Return the most rows that any part of an analysed plan went through."""
    own = (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    return max(own, *map(_most_rows, plan.get("Plans", ())), 0)


async def test_lending_does_not_read_the_backlog(database: Database, tenant_id: UUID) -> None:
    """What is due is found by a few probes of the index, however much waits for later."""
    for _ in range(endpoints.MOST):
        await _fill(database, await _add(database, tenant_id, "https://example.com/"), 1_000)
    lend = {"free": AT_ONCE, "each": EACH, "passed_over": [], "among": None, "lease": LEASE}
    async with database.connection() as connection:
        await connection.execute(
            "UPDATE webhook_deliveries SET next_at = now() + interval '1 hour' WHERE task_id <> 'video_7'"
        )
        await connection.execute("VACUUM ANALYZE webhook_deliveries")
        cursor = await connection.execute(
            "EXPLAIN (ANALYZE, FORMAT JSON) " + sql("webhook_deliveries_lend"), lend
        )
        ((found,),) = [row.values() for row in await cursor.fetchall()]
    assert _most_rows(found[0]["Plan"]) <= 5 * endpoints.MOST


async def test_what_came_while_it_was_switched_off_is_not_sent(database: Database, tenant_id: UUID) -> None:
    """A webhook that a settlement was just writing when its endpoint was switched off is dropped."""
    endpoint = await _add(database, tenant_id, "https://example.com/")
    await endpoints.update(database, tenant_id, endpoint.id, Changes(enabled=False))
    await _fill(database, endpoint, 3)
    assert await lend(database, most=AT_ONCE, each=EACH, lease=LEASE) == []
    await drop_unwanted(database)
    assert [line.status for line in await _log(database, endpoint)] == ["failed"] * 3


async def test_a_long_backlog_is_dropped_bit_by_bit(
    database: Database, tenant_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Switching off drops an endpoint's backlog and no other's, however many statements that takes."""
    off, on = [await _add(database, tenant_id, "https://example.com/") for _ in range(2)]
    for endpoint in (off, on):
        await _fill(database, endpoint, 25)
    monkeypatch.setattr(pool, "BIT", 10)
    await endpoints.update(database, tenant_id, off.id, Changes(enabled=False))
    assert {line.status for line in await _log(database, off)} == {"failed"}
    assert {line.status for line in await _log(database, on)} == {"pending"}


async def test_old_lines_are_forgotten(database: Database, tenant_id: UUID) -> None:
    """The log keeps 30 days, and what is still to be tried."""
    endpoint = await _add(database, tenant_id, "https://example.com/")
    await _fill(database, endpoint, 3)
    async with database.connection() as connection:
        await connection.execute(
            "UPDATE webhook_deliveries SET created_at = now() - interval '31 days' WHERE task_id <> 'video_3'"
        )
        await connection.execute(
            "UPDATE webhook_deliveries SET status = 'failed', next_at = NULL WHERE task_id <> 'video_2'"
        )
    await forget_old(database)
    assert {line.task_id for line in await _log(database, endpoint)} == {"video_2", "video_3"}


async def test_a_tenant_has_so_many_endpoints(database: Database, tenant_id: UUID) -> None:
    """Of many creations at once, the tenant's maximum succeed; one that is deleted makes room."""
    made = await asyncio.gather(
        *(_add(database, tenant_id, "https://example.com/") for _ in range(endpoints.MOST + 5)),
        return_exceptions=True,
    )
    kept = [one for one in made if isinstance(one, Endpoint)]
    assert len(kept) == endpoints.MOST
    assert sum(isinstance(one, Conflict) for one in made) == 5
    await endpoints.delete(database, tenant_id, kept[0].id)
    with pytest.raises(NotFound):
        await endpoints.delete(database, tenant_id, kept[0].id)
    await _add(database, tenant_id, "https://example.com/")
