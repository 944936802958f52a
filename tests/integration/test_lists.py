"""Lists of tasks on a real PostgreSQL: pages that meet without a gap, and what one reads."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from psycopg import AsyncConnection
from psycopg.rows import DictRow

from kinema.accounts import tenants
from kinema.db.pool import Database
from kinema.db.queries import sql
from kinema.errors import NotFound
from kinema.tasks.find import page_of
from kinema.tasks.task import new_id

FILL = """
INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, created_at,
                   deleted_at)
SELECT 'video_' || md5(%(tenant_id)s::text || n), %(tenant_id)s, 'sora-2', 'fake', 'standard', 'A cat',
       720, 1280, 4, n, now() - n / 3 * interval '1 second', CASE WHEN n %% 2 = 0 THEN now() END
FROM generate_series(1, %(tasks)s) AS n
"""
"""Tasks three at a time, every second one deleted."""


async def _filled(database: Database, name: str, tasks: int) -> UUID:
    tenant_id = (await tenants.create(database, name)).id
    async with database.connection() as connection:
        await connection.execute(FILL, {"tenant_id": tenant_id, "tasks": tasks})
    return tenant_id


@pytest.mark.parametrize("newest_first", [True, False])
async def test_pages_meet_without_a_gap(database: Database, newest_first: bool) -> None:
    """All pages together are the tenant's tasks that are not deleted, each once and in order."""
    tenant_id = await _filled(database, "ana", 50)
    await _filled(database, "bob", 10)
    seen, after, more = [], None, True
    while more:
        page, more = await page_of(database, tenant_id, 7, after=after, newest_first=newest_first)
        seen += page
        after = seen[-1].id
    assert [(task.created_at, task.id) for task in seen] == sorted(
        ((task.created_at, task.id) for task in seen), reverse=newest_first
    )
    assert len({task.id for task in seen}) == 25


async def test_a_page_begins_behind_a_deleted_task_and_behind_nobody_elses(database: Database) -> None:
    """A deleted task keeps its place, another tenant's or none at all is NotFound."""
    ana, bob = await _filled(database, "ana", 6), await _filled(database, "bob", 6)
    async with database.connection() as connection:
        rows = await (
            await connection.execute(
                "SELECT id FROM tasks WHERE tenant_id = %s ORDER BY created_at, id", [ana]
            )
        ).fetchall()
    ids = [row["id"] for row in rows]
    kept = {task.id for task in (await page_of(database, ana, 9, after=None, newest_first=True))[0]}
    for place, after in enumerate(ids):
        page, _ = await page_of(database, ana, 9, after=after, newest_first=False)
        assert [task.id for task in page] == [later for later in ids[place + 1 :] if later in kept]
        with pytest.raises(NotFound):
            await page_of(database, bob, 9, after=after, newest_first=False)
    for unknown in (new_id("video"), "nonsense"):
        with pytest.raises(NotFound):
            await page_of(database, ana, 9, after=unknown, newest_first=True)


async def test_a_page_of_many_tasks_reads_a_few_blocks(database: Database) -> None:
    """A page is read off an index, also right after thousands of tasks came that no statistics tell of."""
    async with database.connection() as connection:
        await connection.execute("ALTER TABLE tasks SET (autovacuum_enabled = false)")
        tenant_id = await _filled(database, "ana", 20_000)
        for name in ("tasks_newest", "tasks_oldest"):
            for place in (None, 10_000):
                assert await _blocks(connection, name, tenant_id, place) < 60, (name, place)


async def _blocks(connection: AsyncConnection[DictRow], name: str, tenant_id: UUID, place: int | None) -> int:
    """Return how many blocks of 8 KiB the page behind that task reads."""
    found = await (
        await connection.execute(
            "SELECT id FROM tasks WHERE tenant_id = %s AND seed = %s", [tenant_id, place]
        )
    ).fetchone()
    explained = await (
        await connection.execute(
            "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql(name),
            {"tenant_id": tenant_id, "limit": 21, "after": found["id"] if found else None},
        )
    ).fetchone()
    assert explained is not None
    plan = json.loads(json.dumps(explained["QUERY PLAN"]))[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])
