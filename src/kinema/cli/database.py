"""Reaching the database from a command: the one that is set, or the embedded one of the data folder."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import psycopg

from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database
from kinema.errors import Misconfigured, SchemaMismatch, Unavailable
from kinema.settings import Settings

T = TypeVar("T")


@contextmanager
def database_url(settings: Settings) -> Iterator[str]:
    """Lend the URL of the database, starting the embedded server for the while where none runs."""
    if settings.database_url:
        try:
            yield settings.database_url
        except psycopg.OperationalError as error:  # libpq's words hold host and user, never the password
            raise Unavailable(f"The database of KINEMA_DATABASE_URL cannot be used: {error}") from error
        return
    with running(settings.data_dir) as url:
        yield url


def with_database(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    """Run `work` with the open database, its schema checked; an embedded one is brought up to date first."""

    async def run(url: str) -> T:
        database = Database(url, size=3)
        await database.open()
        try:
            await schema.check(database)
            return await work(database)
        finally:
            await database.close()

    with database_url(settings) as url:
        if not settings.database_url:
            _bring_up_to_date(url)
        return asyncio.run(run(url))


def _bring_up_to_date(url: str) -> None:
    try:
        schema.check_now(url)  # nearly always enough, and what follows is slow to import
    except SchemaMismatch:
        schema.upgrade(url)


def required_url(settings: Settings) -> str:
    """Return the database's URL for a role that runs apart; raises Misconfigured where none is set."""
    if not settings.database_url:
        raise Misconfigured(
            "This role runs apart from the others, so it needs a PostgreSQL that they share: set "
            "KINEMA_DATABASE_URL. For everything on one machine, run `kinema serve`."
        )
    return settings.database_url
