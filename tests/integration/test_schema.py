"""The schema on a real PostgreSQL: upgrades, and refusals in words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import psycopg
import pytest

from kinema.db import schema
from kinema.db.pool import Database
from kinema.errors import SchemaMismatch


async def _check(url: str) -> None:
    database = Database(url)
    await database.open()
    try:
        await schema.check(database)
    finally:
        await database.close()


async def test_an_empty_database_is_refused_and_says_what_to_run(empty_database: str) -> None:
    """A database without a schema is refused, naming the command that makes it."""
    with pytest.raises(SchemaMismatch, match="kinema db upgrade"):
        await _check(empty_database)


async def test_an_upgrade_makes_the_database_usable_and_can_be_repeated(empty_database: str) -> None:
    """After one upgrade, and after a second one, the code accepts the schema."""
    assert schema.upgrade(empty_database) == schema.head()
    assert schema.upgrade(empty_database) == schema.head()
    await _check(empty_database)
    schema.check_now(empty_database)


async def test_upgrades_at_once_do_not_collide(empty_database: str) -> None:
    """Replicas that start together may all upgrade: one does, the others wait and find it done."""
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(schema.upgrade, [empty_database] * 4)) == {schema.head()}


async def test_a_newer_schema_is_refused(database_url: str) -> None:
    """A schema of a later Kinema is refused by the check and left alone by the upgrade."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaMismatch, match="newer"):
        await _check(database_url)
    with pytest.raises(SchemaMismatch, match="newer"):
        schema.upgrade(database_url)


def test_the_head_read_off_file_names_is_alembics(database_url: str) -> None:
    """The cheap way to know the newest revision gives what Alembic wrote."""
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.head(),)


def test_a_newer_queue_brings_its_own_changes(empty_database: str) -> None:
    """A database from the days of an older procrastinate gets the files that came since, in order."""
    folder = files("procrastinate.sql.migrations")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    with psycopg.connect(empty_database, autocommit=True) as connection:
        for name in names[:-2]:
            connection.execute((folder / name).read_text())
        connection.execute("CREATE TABLE queue_schema AS SELECT %s::text AS version", [names[-3]])
    schema.upgrade(empty_database)
    with psycopg.connect(empty_database) as connection:
        assert connection.execute("SELECT version FROM queue_schema").fetchall() == [(names[-1],)]
        made = connection.execute("SELECT to_regproc('procrastinate_retry_job_v2') IS NOT NULL").fetchone()
    assert made == (True,)


def test_progress_is_written_without_bloat(database_url: str) -> None:
    """Renewing a lease and writing progress update within the page: no index is touched."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("INSERT INTO tenants (name) VALUES ('ana')")
        connection.execute(
            "INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed,"
            " status, lease_until) SELECT 'sora_1', id, 'm', 'e', 'q', 'p', 1, 1, 1, 1, 'processing', now()"
            " FROM tenants"
        )
        for step in range(20):
            connection.execute("UPDATE tasks SET progress = %s, lease_until = now()", [step / 20])
        connection.execute("SELECT pg_stat_force_next_flush()")
        connection.execute("SELECT 1")
        row = connection.execute(
            "SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'tasks'"
        ).fetchone()
    assert row == (20, 20)
