"""What tests of several rooms share: a real PostgreSQL, databases in it, and real servers."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database
from kinema.queue import Queue
from kinema.storage.objects import Storage
from tests.seaweed import Seaweed
from tests.servers import Server, temporary_folder

settings.register_profile("kinema", deadline=None)  # a machine that is busy is no fault of what is tested
settings.load_profile("kinema")

TEMPLATE = "template_kinema"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the URL of a PostgreSQL server of this test run's own."""
    with temporary_folder("kinema-test-") as folder, running(folder / "data") as url:
        yield url


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """Give the server's URL, once it holds a database with the current schema to copy."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    schema.upgrade(_in(postgres, TEMPLATE))
    return postgres


_numbers = itertools.count(1)


@pytest.fixture
def empty_database(postgres: str) -> Iterator[str]:
    """Give the URL of a new database with nothing in it."""
    yield from _new_database(postgres, "template1")


@pytest.fixture
def database_url(template: str) -> Iterator[str]:
    """Give the URL of a new database with the current schema."""
    yield from _new_database(template, TEMPLATE)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Give an open database with the current schema and nothing in it."""
    opened = Database(database_url)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def queue(database_url: str) -> AsyncIterator[Queue]:
    """Give the open queue of that database."""
    opened = Queue(database_url)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    """Give a storage with nothing in it."""
    return Storage(tmp_path / "objects")


@pytest.fixture(scope="session")
def seaweed() -> Iterator[Seaweed]:
    """Give a real S3 server that checks signatures, shared by all tests."""
    with Seaweed.running() as running_server:
        yield running_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give a running `kinema serve` with the fake engine, shared by tests that leave it as it is."""
    with Server.running() as running_server:
        yield running_server


def _new_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(create.format(sql.Identifier(name), sql.Identifier(template)))
        yield _in(server, name)
        # FORCE would end autovacuum's workers too, which only a superuser may; without it the server itself
        # asks them to leave.
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = current_user",
            [name],
        )
        connection.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def _in(server: str, name: str) -> str:
    return server.replace("/kinema?", f"/{name}?")
