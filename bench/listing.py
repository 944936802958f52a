"""What a million tasks of a tenant cost a poll and a page of its list, beside a thousand.

Two databases of one embedded PostgreSQL take turns. Straight against them, without HTTP.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import uvloop

from bench.turns import taking_turns
from kinema.accounts import tenants
from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database
from kinema.tasks.find import page_of, task_of

TURNS = 500
SIZES = {"thousand": 1_000, "million": 1_000_000}
FILL = """
INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, status, error,
                   created_at)
SELECT 'video_' || md5(n::text), id, 'sora-2', 'animatic', 'standard',
       'A cat dancing in the rain, cinematic style', 720, 1280, 8, n, 'failed', '',
       now() - n * interval '1 second'
FROM tenants, generate_series(1, %s) AS n
"""
MIDDLE = "SELECT 'video_' || md5((%s / 2)::text)"

Ask = Callable[[], Awaitable[object]]


def measure() -> dict[str, Any]:
    """Return medians of milliseconds with a million tasks, and what times those with a thousand they are."""
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        with running(Path(folder, "data")) as url:
            with psycopg.connect(url, autocommit=True) as connection:
                for name in SIZES:
                    connection.execute(f"CREATE DATABASE {name}")
            return uvloop.run(_measure({name: url.replace("/kinema?", f"/{name}?") for name in SIZES}))


async def _measure(urls: dict[str, str]) -> dict[str, Any]:
    databases = {name: Database(url) for name, url in urls.items()}
    asked: dict[str, dict[str, Ask]] = {}
    for name, database in databases.items():
        schema.upgrade(urls[name])
        await database.open()
        await tenants.create(database, name)
        with psycopg.connect(urls[name], autocommit=True) as connection:
            connection.execute(FILL, [SIZES[name]])
            connection.execute("VACUUM ANALYZE tasks")  # as autovacuum has done by the time there are so many
            middle = connection.execute(MIDDLE, [SIZES[name]]).fetchone()
        assert middle is not None
        for what, ask in (await _asked(database, name, middle[0])).items():
            asked.setdefault(what, {})[name] = ask
    figures = {}
    for what, ways in asked.items():
        took = await taking_turns(ways, TURNS)
        figures[f"{what}, a million tasks, p50, ms"] = took["million"]
        figures[f"{what}, a million tasks / a thousand"] = took["million"] / took["thousand"]
    for database in databases.values():
        await database.close()
    return figures


async def _asked(database: Database, tenant: str, middle: str) -> dict[str, Ask]:
    tenant_id = (await tenants.tenant_named(database, tenant)).id
    page = partial(page_of, database, tenant_id, 20)
    return {
        "poll": partial(task_of, database, tenant_id, middle),
        "first page, newest first": partial(page, after=None, newest_first=True),
        "middle page, newest first": partial(page, after=middle, newest_first=True),
        "middle page, oldest first": partial(page, after=middle, newest_first=False),
    }
