"""Characters that nobody cuts out, and the collection of what nobody owns, on a real database and storage."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kinema.accounts.once import Once, remember
from kinema.accounts.tenants import create as create_tenant
from kinema.db.pool import Database, queried
from kinema.errors import Conflict, NotFound, OverLimit, QuotaExceeded, Unavailable
from kinema.library import characters, files, sweep
from kinema.library.characters import Casting, Made
from kinema.library.objects import cutout_key, file_key, film_key
from kinema.storage.objects import Storage
from kinema.tasks.task import new_id

LATER = timedelta(minutes=1)


@pytest.fixture
async def tenant(database: Database) -> UUID:
    """Give a tenant."""
    return (await create_tenant(database, "librarian")).id


def casting(tenant: UUID) -> Casting:
    """What somebody asks for."""
    character_id = new_id("char")
    return Casting(character_id, tenant, "Zed", "fake", film_key(character_id))


async def asked_for(database: Database, asked: Casting) -> None:
    """Return once the character waits for a worker."""
    async with asyncio.timeout(10):
        while await characters.pending(database, asked.id) is None:  # noqa: ASYNC110 another process may tell
            await asyncio.sleep(0.01)


async def jobs(database: Database) -> list[tuple[str, str, int]]:
    """Name, queue and priority of what waits for workers."""
    async with database.connection() as connection:
        found = await connection.execute("SELECT task_name, queue_name, priority FROM procrastinate_jobs")
        return [tuple(row.values()) for row in await found.fetchall()]


async def test_nobody_waits_for_ever(
    database: Database, storage: Storage, tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no worker comes, the one who asked is told to come again, and nothing is left of it."""
    monkeypatch.setattr(characters, "PATIENCE", 0.3)
    asked = casting(tenant)
    await storage.put(asked.film_key, b"film")
    with pytest.raises(Unavailable, match="No worker"):
        await characters.make(database, storage, asked)
    assert await jobs(database) == [("cast", "render.fake", 1)]
    assert await characters.pending(database, asked.id) is None
    with pytest.raises(NotFound):
        await storage.get(asked.film_key)
    assert not await characters.settle(database, asked.id, Made([], 0, 1.0))


async def test_who_asked_and_went_leaves_nothing(database: Database, storage: Storage, tenant: UUID) -> None:
    """A request that is cancelled takes its character along."""
    asked = casting(tenant)
    waiting = asyncio.create_task(characters.make(database, storage, asked))
    await asked_for(database, asked)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await characters.pending(database, asked.id) is None


async def test_who_asks_again_waits_for_the_same_character(
    database: Database, storage: Storage, tenant: UUID
) -> None:
    """A repeated request joins the first, even where who asked first is dead; where the sweeper takes what
    nobody waits for, the key is free again."""
    once, asked = Once("cast-1", b"body"), casting(tenant)
    row = {"id": asked.id, "tenant_id": tenant, "name": "Zed", "engine": "fake", "film_key": asked.film_key}
    async with database.transaction() as connection:  # a process that was killed after this
        await queried(connection, "characters_create", row)
        await remember(connection, tenant, once, asked.id)
    with pytest.raises(Conflict, match="another request"):
        await characters.make(database, storage, casting(tenant), Once("cast-1", b"another"))
    waiting = asyncio.create_task(characters.make(database, storage, casting(tenant), once))
    await asyncio.sleep(2 * characters.LOOK_EVERY)
    assert await characters.settle(database, asked.id, Made([], 0, 1.0))
    assert (await waiting).id == asked.id
    async with database.connection() as connection:
        await connection.execute(
            "UPDATE characters SET state = 'broken', quality = NULL, created_at = now() - interval '11 min'"
        )
    assert await sweep.collect_expired(database, storage) == 1
    assert await characters.made_before(database, tenant, once) is None


async def test_a_tenant_waits_for_one_character_at_a_time(
    database: Database, storage: Storage, tenant: UUID
) -> None:
    """Who waits for a character gets no second one into the line ahead of the films; one that a dead process
    left waiting counts no more."""
    stranger = (await create_tenant(database, "stranger")).id
    first, strangers, later = casting(tenant), casting(stranger), casting(tenant)
    waiting = [asyncio.create_task(characters.make(database, storage, first))]
    await asked_for(database, first)
    with pytest.raises(OverLimit, match="one at a time"):
        await characters.make(database, storage, casting(tenant))
    waiting.append(asyncio.create_task(characters.make(database, storage, strangers)))
    await asked_for(database, strangers)
    assert len(await jobs(database)) == 2
    async with database.connection() as connection:
        await connection.execute("UPDATE characters SET created_at = now() - interval '61 s'")
    waiting.append(asyncio.create_task(characters.make(database, storage, later)))
    await asked_for(database, later)
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)


async def test_a_tenant_keeps_so_many_files(
    database: Database, storage: Storage, tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are bounded by their number too, however small they are; one too many leaves no object."""
    monkeypatch.setattr(files, "MOST_FILES", 2)
    outcomes = await asyncio.gather(
        *(
            files.keep(database, storage, tenant, b"x", filename="a", purpose="vision", lifetime=None)
            for _ in range(4)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, files.File) for outcome in outcomes) == 2
    assert sum(isinstance(outcome, QuotaExceeded) for outcome in outcomes) == 2
    stored = [key async for batch in storage.older_than("files", datetime.now(UTC) + LATER) for key in batch]
    assert len(stored) == 2


async def test_a_character_that_is_ready_is_returned_once_settled(
    database: Database, storage: Storage, tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits sees what a worker wrote; a second settlement changes nothing; one more is too many."""
    asked = casting(tenant)
    waiting = asyncio.create_task(characters.make(database, storage, asked))
    await asked_for(database, asked)
    assert await characters.settle(database, asked.id, Made(["#102030"], 1, 0.5))
    assert not await characters.settle(database, asked.id, Made([], 0, 0.1))
    made = await waiting
    assert (made.palette, made.facing, made.quality, made.state) == (["#102030"], 1, 0.5, "ready")
    monkeypatch.setattr(characters, "MOST_KEPT", 1)
    with pytest.raises(QuotaExceeded, match="Delete some"):
        await characters.make(database, storage, casting(tenant))
    assert (await characters.character_of(database, tenant, asked.id)).name == "Zed"


async def test_what_nobody_owns_is_collected(database: Database, storage: Storage, tenant: UUID) -> None:
    """Files past their time, characters whose request died, and objects of neither go; the others stay."""
    kept = await files.keep(
        database, storage, tenant, b"x", filename="a", purpose="vision", lifetime=timedelta(hours=1)
    )
    async with database.connection() as connection:
        await connection.execute(
            "INSERT INTO characters (id, tenant_id, name, engine, film_key, state, quality, created_at) "
            "SELECT id, %(tenant)s, id, 'fake', 'x', state, quality, now() - age FROM (VALUES "
            "('char_1', 'pending', NULL, interval '11 minutes'), "
            "('char_2', 'pending', NULL, interval '0'), "
            "('char_3', 'ready', 1, interval '1 day')) AS made (id, state, quality, age)",
            {"tenant": tenant},
        )
    every = [
        film_key("char_1"),
        film_key("char_2"),
        film_key("char_3"),
        cutout_key("char_3"),
        file_key("file_1"),
    ]
    for key in every:
        await storage.put(key, b"x")
    assert await sweep.collect_expired(database, storage) == 1
    assert await sweep.collect_orphans(database, storage, datetime.now(UTC) + LATER) == 2
    for key in (film_key("char_1"), film_key("char_3"), file_key("file_1")):
        with pytest.raises(NotFound):
            await storage.get(key)
    for key in (film_key("char_2"), cutout_key("char_3"), file_key(kept.id)):
        assert await storage.get(key) == b"x"
    async with database.connection() as connection:
        await connection.execute("UPDATE files SET expires_at = now()")
    assert await sweep.collect_expired(database, storage) == 1
    with pytest.raises(NotFound):
        await storage.get(file_key(kept.id))


async def test_characters_are_listed_behind_one_that_is_deleted(
    database: Database, storage: Storage, tenant: UUID
) -> None:
    """Pages of the newest first hold each character once, also where those of each page are deleted."""
    ids = [new_id("char") for _ in range(5)]
    async with database.connection() as connection:
        for character_id in ids:
            await connection.execute(
                "INSERT INTO characters (id, tenant_id, name, engine, film_key, state, quality)"
                " VALUES (%s, %s, 'Zed', 'fake', '', 'ready', 1)",
                [character_id, tenant],
            )
    seen: list[str] = []
    more = True
    while more:
        after = seen[-1] if seen else None
        page, more = await characters.page_of(database, tenant, 2, after=after)
        for character in page:
            await characters.forget(database, storage, tenant, character.id)
        seen += [character.id for character in page]
    assert seen == sorted(ids, reverse=True)
