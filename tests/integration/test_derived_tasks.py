"""Films that are read by others, on a real PostgreSQL: they are kept until then, and not longer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kinema.accounts import keys, tenants
from kinema.db.pool import Database, queried
from kinema.errors import InvalidRequest, NotFound
from kinema.storage.objects import Storage
from kinema.tasks.cancel import cancel, delete
from kinema.tasks.claim import Terms, claim
from kinema.tasks.create import Creations, Order
from kinema.tasks.find import depth, task_of
from kinema.tasks.objects import film_key
from kinema.tasks.settle import Completed, complete
from kinema.tasks.sweep import collect_expired
from kinema.tasks.task import Task, new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.origin import Kind, Origin
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE

REQUEST = VideoRequest(BUILT_IN["sora-2"], "A cat", LANDSCAPE, 4)

Create = Callable[[Origin | None], Awaitable[str]]


@pytest.fixture
async def tenant_id(database: Database) -> UUID:
    """Give the id of a tenant."""
    return (await tenants.create(database, "ana")).id


@pytest.fixture
async def create(database: Database, tenant_id: UUID) -> Create:
    """Give a function that creates a task, from a film or not, and returns its id."""
    key, _ = await keys.create(database, "ana")
    creations = Creations(database)

    async def create_one(origin: Origin | None = None) -> str:
        request = VideoRequest(**{**vars(REQUEST), "origin": origin})
        order = Order(new_id("video"), tenant_id, key.id, request)
        return (await creations.create(order)).task_id

    return create_one


@pytest.fixture
async def source(database: Database, storage: Storage, create: Create) -> Task:
    """Give a task whose film is stored, for a day."""
    await create(None)
    task = await claim(database, "w1", "animatic", Terms(timedelta(seconds=60)))
    assert task is not None
    film = Completed(film_key(task.id, task.attempt), "ab" * 32, 4, 4.0, {"subject": "cat"}, "2")
    await storage.put(film.key, b"film")
    await complete(database, task, film, timedelta(days=1))
    return task


async def expire(database: Database, task: Task) -> None:
    """Let a film's time be over."""
    async with database.connection() as connection:
        await connection.execute("UPDATE tasks SET expires_at = now() WHERE id = %s", (task.id,))


def extension(source: Task) -> Origin:
    """Return what an extension of a film comes from."""
    return Origin(Kind.EXTENSION, source.id, {"subject": "cat"}, 7, 4.0, 1, film=film_key(source.id, 1))


@pytest.mark.parametrize("deleted", [True, False])
async def test_a_film_is_kept_until_it_was_read(
    database: Database, storage: Storage, create: Create, source: Task, tenant_id: UUID, deleted: bool
) -> None:
    """Expired or deleted, the film stays while an extension of it waits, and goes once that is over."""
    waiting = await create(extension(source))
    kept = await task_of(database, tenant_id, waiting)
    assert (kept.origin, kept.length) == (extension(source), 8.0)
    if deleted:
        await delete(database, tenant_id, source.id)
    else:
        await expire(database, source)
    assert await collect_expired(database, storage) == 0
    assert await storage.get(film_key(source.id, 1)) == b"film"
    await cancel(database, tenant_id, waiting)
    assert await collect_expired(database, storage) == 1


async def test_a_film_that_is_gone_is_not_read(database: Database, create: Create, source: Task) -> None:
    """A film that expired between the look at its task and the creation refuses it, and nothing is made."""
    await expire(database, source)
    with pytest.raises(InvalidRequest, match="no longer kept") as refused:
        await create(extension(source))
    assert refused.value.code == "video_expired"
    assert await depth(database) == []


async def test_a_collection_waits_for_creations_under_way(
    database: Database, storage: Storage, source: Task, tenant_id: UUID
) -> None:
    """A creation that found the film kept, and commits only after it has expired, still gets to read it."""
    async with database.transaction() as connection:
        await queried(connection, "films_lock", {"reading": True})
        await connection.execute(
            "INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed,"
            " origin) SELECT %s, tenant_id, model, engine, quality, prompt, width, height, seconds, seed,"
            " jsonb_build_object('film', artifact_key) FROM tasks WHERE id = %s",
            (new_id("video"), source.id),
        )
        await expire(database, source)
        collecting = asyncio.create_task(collect_expired(database, storage))
        done, _ = await asyncio.wait({collecting}, timeout=0.3)
        assert not done
    assert await collecting == 0
    assert await storage.get(film_key(source.id, 1)) == b"film"


async def test_an_object_is_fetched_whole(storage: Storage, tmp_path: Path) -> None:
    """A film comes out of the storage as it went in, and one that is not there is NotFound."""
    await storage.put("films/a/1.mp4", b"film" * 300_000)
    await storage.fetch("films/a/1.mp4", tmp_path / "film.mp4")
    assert (tmp_path / "film.mp4").read_bytes() == b"film" * 300_000
    with pytest.raises(NotFound):
        await storage.fetch("films/b/1.mp4", tmp_path / "none.mp4")
