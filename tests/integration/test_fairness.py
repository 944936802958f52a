"""Whose turn it is, on a real PostgreSQL: weights, caps, priorities and nobody who waits for ever."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from kinema.accounts import keys, tenants
from kinema.db.pool import Database
from kinema.tasks.claim import Terms, claim
from kinema.tasks.settle import Failed, fail
from kinema.tasks.task import Task

TERMS = Terms(timedelta(seconds=600))
ENGINE = "animatic"


@dataclass
class Crowd:
    """Tenants of a database and many tasks of theirs, put there directly."""

    database: Database
    ids: dict[str, UUID]

    async def add(self, name: str, **limits: int) -> None:
        """Add a tenant with these columns."""
        tenant = await tenants.create(self.database, name)
        await keys.create(self.database, name)
        self.ids[name] = tenant.id
        async with self.database.connection() as connection:
            for column, value in limits.items():
                query = psycopg.sql.SQL("UPDATE tenants SET {} = %s WHERE id = %s")
                await connection.execute(query.format(psycopg.sql.Identifier(column)), [value, tenant.id])

    async def queue(self, name: str, count: int, seconds: int = 8, priority: int = 0) -> None:
        """Queue that many tasks of a tenant."""
        async with self.database.connection() as connection:
            await connection.execute(
                "INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds,"
                " seed, priority) SELECT 'sora_' || replace(gen_random_uuid()::text, '-', ''), %s, 'm', %s,"
                " 'standard', 'p', 1280, 720, %s, 1, %s FROM generate_series(1, %s)",
                [self.ids[name], ENGINE, seconds, priority, count],
            )

    async def claim(self) -> Task | None:
        """Claim the next task."""
        return await claim(self.database, "w", ENGINE, TERMS)

    async def served(self, count: int) -> Counter[str]:
        """Claim and end so many tasks one after the other; return the seconds of film each tenant got."""
        names = {tenant_id: name for name, tenant_id in self.ids.items()}
        got: Counter[str] = Counter()
        for _ in range(count):
            task = await self.claim()
            assert task is not None
            got[names[task.tenant_id]] += task.seconds
            await fail(self.database, task, Failed("x", "made room"))
        return got


@pytest.fixture
async def crowd(database: Database) -> Crowd:
    """Give a database without tenants."""
    return Crowd(database, {})


async def test_a_late_tenant_does_not_wait_behind_a_long_queue(crowd: Crowd) -> None:
    """One task that is queued behind another tenant's 10,000 is begun within the next two slots."""
    await crowd.add("many")
    await crowd.add("one")
    await crowd.queue("many", 10_000)
    await crowd.served(20)
    await crowd.queue("one", 1)
    assert (await crowd.served(2))["one"] == 8


async def test_shares_follow_the_weights(crowd: Crowd) -> None:
    """Over 500 tasks of different lengths, weights 1, 2 and 4 give seconds as 1 : 2 : 4, within 5 %."""
    for name, weight, seconds in (("a", 1, 4), ("b", 2, 12), ("c", 4, 8)):
        await crowd.add(name, weight=weight)
        await crowd.queue(name, 500, seconds)
    got = await crowd.served(500)
    whole = sum(got.values())
    for name, weight in (("a", 1), ("b", 2), ("c", 4)):
        assert got[name] / whole == pytest.approx(weight / 7, rel=0.05), got


async def test_being_idle_saves_up_nothing(crowd: Crowd) -> None:
    """A tenant that comes back after others were served for long gets its share, not what it missed."""
    await crowd.add("busy")
    await crowd.add("idle")
    await crowd.queue("idle", 1)
    await crowd.queue("busy", 400)
    await crowd.served(200)
    await crowd.queue("idle", 100)
    got = await crowd.served(100)
    assert got["idle"] == pytest.approx(got["busy"], rel=0.05)


async def test_a_capped_tenant_blocks_nobody(crowd: Crowd) -> None:
    """A tenant at its cap waits with all its tasks, and the others' are claimed."""
    await crowd.add("capped", max_running=2)
    await crowd.add("free")
    await crowd.queue("capped", 50)
    await crowd.queue("free", 3)
    claimed = [task for _ in range(6) if (task := await crowd.claim())]
    counts = Counter(task.tenant_id for task in claimed)
    assert counts == {crowd.ids["capped"]: 2, crowd.ids["free"]: 3}
    mine = next(task for task in claimed if task.tenant_id == crowd.ids["capped"])
    await fail(crowd.database, mine, Failed("x", "made room"))
    assert await crowd.claim() is not None


async def test_a_tenants_urgent_tasks_come_first_among_its_own(crowd: Crowd) -> None:
    """Priority orders a tenant's own tasks and takes nothing from other tenants."""
    await crowd.add("a")
    await crowd.add("b")
    await crowd.queue("a", 5)
    await crowd.queue("a", 1, seconds=12, priority=5)
    await crowd.queue("b", 5)
    first = [task for _ in range(2) if (task := await crowd.claim())]
    assert {task.tenant_id for task in first} == set(crowd.ids.values())
    assert next(task for task in first if task.tenant_id == crowd.ids["a"]).seconds == 12


async def test_the_claim_reads_a_few_rows_of_a_long_queue(crowd: Crowd) -> None:
    """With 100,000 tasks queued by 100 tenants a claim reads index entries by the hundred, not the queue."""
    for number in range(100):
        await crowd.add(f"t{number}")
        await crowd.queue(f"t{number}", 1000)
    async with crowd.database.connection() as connection:
        await connection.execute("ANALYZE tasks")
    for _ in range(30):
        assert await crowd.claim() is not None
    async with crowd.database.connection() as connection:
        await connection.execute("SELECT pg_stat_force_next_flush()")
        row = await (
            await connection.execute(
                "SELECT seq_scan, seq_tup_read FROM pg_stat_user_tables WHERE relname = 'tasks'"
            )
        ).fetchone()
    assert row is not None
    assert row["seq_tup_read"] == 0
