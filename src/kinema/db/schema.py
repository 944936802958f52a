"""Bringing the schema to this code's version, and refusing one that it cannot use.

Two histories share the database: ours, numbered revisions that Alembic runs, and procrastinate's, SQL files
that its package carries. The newest of its files that was applied is noted in `queue_schema`, so that a
newer procrastinate brings its own changes with the next upgrade.
"""

from __future__ import annotations

import asyncio
from importlib.resources import files

import psycopg
import structlog
from procrastinate.schema import SchemaManager

from kinema.db.pool import Database
from kinema.errors import SchemaMismatch, Unavailable

log = structlog.get_logger("kinema.db")

LOCK = 0x6B696E65
"""The advisory lock under which one process at a time changes the schema ("kine")."""


def head() -> str:
    """Return the newest revision of ours, read off the file names, without importing Alembic."""
    folder = files("kinema.db.migrations") / "versions"
    return max(file.name[1:5] for file in folder.iterdir() if file.name.startswith("r"))


def upgrade(url: str) -> str:
    """Bring the database at `url` to this code's schema, whatever it has; return the revision.

    Safe to run at once from any number of processes. Raises SchemaMismatch where a newer Kinema was here.
    """
    with psycopg.connect(url, autocommit=True, application_name="kinema upgrade") as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        _refuse_newer(_revision(connection))
        _upgrade_queue(connection)
        _upgrade_ours(url)
    return head()


async def check(database: Database) -> None:
    """Raise SchemaMismatch, in words, where the schema is not exactly this code's."""
    async with database.connection() as connection:
        known = await (await connection.execute("SELECT to_regclass('alembic_version') AS it")).fetchone()
        current = None
        if known and known["it"]:
            row = await (await connection.execute("SELECT version_num FROM alembic_version")).fetchone()
            current = row["version_num"] if row else None
    _judge(current)


async def until_usable(database: Database) -> None:
    """Return once the database answers with the right schema; raises SchemaMismatch for another one."""
    while True:
        try:
            await check(database)
            return
        except Unavailable:
            log.warning("waiting for the database")
            await asyncio.sleep(0.5)


def _judge(current: str | None) -> None:
    _refuse_newer(current)
    if current != head():
        raise SchemaMismatch(
            f"The database's schema is at revision {current or 'none'} and this Kinema needs {head()}. "
            "Run `kinema db upgrade` (KINEMA_DATABASE_URL must be set to it), then start again."
        )


def _refuse_newer(current: str | None) -> None:
    if current is not None and current > head():
        raise SchemaMismatch(
            f"The database's schema is at revision {current}, newer than this Kinema's {head()}: "
            "a newer version upgraded it. Install that version, or restore a backup from before."
        )


def _revision(connection: psycopg.Connection) -> str | None:
    if connection.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,):
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def _upgrade_ours(url: str) -> None:
    # Alembic and SQLAlchemy are needed here only; the servers never load them.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, pool

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(url), poolclass=pool.NullPool
    )
    config = Config()
    config.set_main_option("script_location", "kinema.db:migrations")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _upgrade_queue(connection: psycopg.Connection) -> None:
    folder = files("procrastinate.sql.migrations")
    available = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    with connection.transaction():
        connection.execute("CREATE TABLE IF NOT EXISTS queue_schema (version text NOT NULL)")
        row = connection.execute("SELECT version FROM queue_schema").fetchone()
        if row is None:
            connection.execute(SchemaManager.get_schema())
            connection.execute("INSERT INTO queue_schema VALUES (%s)", [available[-1]])
            return
    for name in (name for name in available if name > row[0]):
        with connection.transaction():
            connection.execute((folder / name).read_text())
            connection.execute("UPDATE queue_schema SET version = %s", [name])


def check_now(url: str) -> None:
    """As `check`, for a command: on a connection of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        _judge(_revision(connection))
