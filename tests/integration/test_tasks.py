"""Tasks on a real PostgreSQL: creation, claims that fence, settlement, sweeping."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from kinema.accounts import keys, tenants
from kinema.db.pool import Database
from kinema.errors import NotFound, Unavailable
from kinema.queue import Queue
from kinema.storage.objects import Storage
from kinema.tasks import sweep
from kinema.tasks.claim import Claim, Terms, claim, release, renew
from kinema.tasks.create import Creations, Order
from kinema.tasks.find import artifact_of, depth, task_of
from kinema.tasks.objects import film_key, reference_key
from kinema.tasks.settle import Completed, Failed, complete, fail
from kinema.tasks.task import Task, new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE
from kinema.videos.status import Status

REQUEST = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat dancing in the rain", LANDSCAPE, 8)
ENGINE = "animatic"
DAY = timedelta(days=1)
LASTING = Terms(timedelta(seconds=60))
ENDED = Terms(timedelta(seconds=-1))
"""A lease that is over as soon as it is taken: its worker is as good as dead."""

Create = Callable[[], Awaitable[str]]


@pytest.fixture
async def tenant_id(database: Database) -> UUID:
    """Give the id of a tenant."""
    return (await tenants.create(database, "ana")).id


@pytest.fixture
async def key_id(database: Database, tenant_id: UUID) -> UUID:
    """Give the id of a key of that tenant."""
    key, _ = await keys.create(database, "ana")
    return key.id


@pytest.fixture
def create(database: Database, tenant_id: UUID, key_id: UUID) -> Create:
    """Give a function that creates a queued task and returns its id."""
    creations = Creations(database)

    async def create_one() -> str:
        task_id = new_id("sora")
        await creations.create(Order(task_id, tenant_id, key_id, REQUEST))
        return task_id

    return create_one


async def _claimed(database: Database, worker: str = "w1", terms: Terms = LASTING) -> Task:
    task = await claim(database, worker, ENGINE, terms)
    assert task is not None
    return task


def _film(task: Task) -> Completed:
    return Completed(film_key(task.id, task.attempt), "ab" * 32, 1000, 8.0, {"subject": "cat"}, "1")


async def _tokens(database: Database) -> int:
    async with database.connection() as connection:
        row = await (
            await connection.execute("SELECT count(*) AS n FROM procrastinate_jobs WHERE status = 'todo'")
        ).fetchone()
    assert row is not None
    return int(row["n"])


async def test_a_created_task_is_queued_with_its_token(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """A creation leaves one queued task and one token, and says nothing else about it."""
    task = await task_of(database, tenant_id, await create())
    assert (task.status, task.attempt, task.progress, task.error) == (Status.QUEUED, 0, 0.0, None)
    assert (task.prompt, task.size, task.seconds, task.seed) == (
        REQUEST.prompt,
        LANDSCAPE,
        8,
        REQUEST.seed,
    )
    assert await _tokens(database) == 1


async def test_creations_at_once_share_commits_and_lose_nobody(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """A thousand simultaneous creations are a thousand tasks and tokens, in far fewer transactions."""
    ids = await asyncio.gather(*(create() for _ in range(1000)))
    assert len(set(ids)) == 1000
    async with database.connection() as connection:
        rows = await (
            await connection.execute("SELECT count(*) AS n, count(DISTINCT xmin::text) AS commits FROM tasks")
        ).fetchall()
    assert rows[0]["n"] == 1000
    assert rows[0]["commits"] <= 20
    assert await _tokens(database) == 1000


async def test_a_creation_that_the_database_refuses_reaches_its_caller(
    database: Database, tenant_id: UUID
) -> None:
    """An error in a shared commit is raised to everyone in it, and nothing of it is kept."""
    creations = Creations(database)
    stranger = UUID(int=7)
    outcomes = await asyncio.gather(
        *(creations.create(Order(new_id("sora"), tenant_id, stranger, REQUEST)) for _ in range(3)),
        return_exceptions=True,
    )
    assert all(isinstance(outcome, psycopg.errors.ForeignKeyViolation) for outcome in outcomes)
    assert await _tokens(database) == 0


async def test_a_lost_database_is_unavailable() -> None:
    """Where the database cannot be reached, a creation raises Unavailable, soon."""
    nowhere = Database("postgresql://nobody@/nothing?host=/nonexistent")
    await nowhere.open()
    async with asyncio.timeout(15):
        with pytest.raises(Unavailable):
            await Creations(nowhere).create(Order(new_id("sora"), UUID(int=1), UUID(int=1), REQUEST))
    await nowhere.close()


async def test_tasks_are_claimed_once_and_oldest_first(database: Database, create: Create) -> None:
    """Any number of workers at once claim each task exactly once, in the order of their creation."""
    ids = [await create() for _ in range(20)]
    first = await _claimed(database)
    assert first.id == ids[0]
    rest = await asyncio.gather(*(claim(database, f"w{n}", ENGINE, LASTING) for n in range(30)))
    assert sorted(task.id for task in rest if task) == sorted(ids[1:])


async def test_a_worker_claims_only_what_its_engines_can_render(database: Database, create: Create) -> None:
    """A task is not claimed by a worker without its engine."""
    await create()
    assert await claim(database, "w1", "another", LASTING) is None


async def test_a_claim_whose_lease_is_over_goes_to_another_and_fences_the_first(
    database: Database, create: Create, tenant_id: UUID
) -> None:
    """After a takeover the first worker can neither renew, settle, fail nor give back the task."""
    await create()
    first = await _claimed(database, "w1", ENDED)
    second = await _claimed(database, "w2")
    assert (second.id, second.attempt) == (first.id, 2)
    before = await task_of(database, tenant_id, first.id)
    assert await renew(database, first, 0.9, LASTING) is Claim.LOST
    assert not await complete(database, first, _film(first), DAY)
    assert not await fail(database, first, Failed("engine_failed", "too late"))
    assert await task_of(database, tenant_id, first.id) == before
    assert await complete(database, second, _film(second), DAY)
    assert (await artifact_of(database, second.id, 2)).key == _film(second).key


async def test_a_claim_lasts_while_it_is_renewed(database: Database, create: Create) -> None:
    """A lease that was renewed in time is nobody else's, and keeps the progress that was told."""
    await create()
    task = await _claimed(database, "w1", Terms(timedelta(seconds=1)))
    assert await renew(database, task, 0.5, LASTING) is Claim.HELD
    assert await claim(database, "w2", ENGINE, LASTING) is None


async def test_a_settled_task_never_changes(database: Database, create: Create, tenant_id: UUID) -> None:
    """Whatever comes after a completion touches nothing: a status never goes back."""
    await create()
    task = await _claimed(database)
    assert await complete(database, task, _film(task), DAY)
    settled = await task_of(database, tenant_id, task.id)
    assert settled.status is Status.COMPLETED
    assert settled.understood == {"subject": "cat"}
    assert not await complete(database, task, _film(task), DAY)
    assert not await fail(database, task, Failed("x", "y"))
    assert await renew(database, task, 0.1, LASTING) is Claim.LOST
    assert await claim(database, "w2", ENGINE, ENDED) is None
    assert await task_of(database, tenant_id, task.id) == settled


async def test_a_task_given_back_is_announced_and_claimed_again(database: Database, create: Create) -> None:
    """A release ends the lease at once and leaves a token for whoever is next."""
    await create()
    task = await _claimed(database)
    await release(database, task, in_order=False)
    assert await _tokens(database) == 2
    assert (await _claimed(database, "w2")).attempt == 2


async def test_attempts_are_bounded(database: Database, create: Create, tenant_id: UUID) -> None:
    """A task whose last permitted attempt was lost is failed by the sweep, with a reason, and once."""
    await create()
    terms = Terms(timedelta(seconds=-1), max_attempts=2)
    task = await _claimed(database, "w1", terms)
    assert await sweep.end_exhausted(database, terms) == []
    await _claimed(database, "w2", terms)
    assert await claim(database, "w3", ENGINE, terms) is None
    assert await sweep.end_exhausted(database, terms) == [task.id]
    assert await sweep.end_exhausted(database, terms) == []
    failed = await task_of(database, tenant_id, task.id)
    assert failed.status is Status.FAILED
    assert failed.error is not None
    assert "2 times" in failed.error


async def test_lost_tokens_are_made_again(database: Database, queue: Queue, create: Create) -> None:
    """Where tokens went with dead workers, a sweep announces exactly the tasks that wait, and no more."""
    for _ in range(5):
        await create()
    await _claimed(database, "w1", ENDED)
    await _claimed(database, "w1")
    async with database.connection() as connection:
        await connection.execute("DELETE FROM procrastinate_jobs WHERE id % 2 = 0")
    await sweep.announce_waiting(database, queue)
    assert await _tokens(database) == 4  # three queued, one whose lease is over
    assert await sweep.announce_waiting(database, queue) == 0


async def test_a_long_queue_hides_no_other_engines_tasks(
    database: Database, queue: Queue, tenant_id: UUID, create: Create
) -> None:
    """However many tasks wait for one engine, one that waits for another and lost its token is announced."""
    await create()
    async with database.connection() as connection:
        await connection.execute(
            "INSERT INTO tasks (id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed) "
            "SELECT 'sora_' || n, tenant_id, model, 'aaa', quality, prompt, width, height, seconds, seed "
            "FROM tasks, generate_series(1, 1100) AS n"
        )
        await connection.execute("DELETE FROM procrastinate_jobs")
    await sweep.announce_waiting(database, queue)
    async with database.connection() as connection:
        found = await connection.execute(
            "SELECT queue_name, count(*) FROM procrastinate_jobs GROUP BY 1 ORDER BY 1"
        )
        assert [tuple(row.values()) for row in await found.fetchall()] == [
            ("render.aaa", 1000),
            (f"render.{ENGINE}", 1),
        ]


async def test_foreign_unknown_and_malformed_ids_are_one_error(database: Database, create: Create) -> None:
    """An id of another tenant, of nobody and of no form raise the same NotFound."""
    mine = await create()
    other = (await tenants.create(database, "bob")).id
    messages = set()
    for task_id in (mine, new_id("sora"), "sora_\0", "x" * 500, ""):
        with pytest.raises(NotFound) as refused:
            await task_of(database, other, task_id)
        messages.add(refused.value.message)
    assert len(messages) == 1


async def test_expired_films_are_collected(
    database: Database, storage: Storage, create: Create, tenant_id: UUID
) -> None:
    """A film past its time is deleted from the storage while its task stays completed; others stay."""
    tasks = []
    for retention in (timedelta(seconds=-1), DAY):
        await create()
        task = await _claimed(database)
        await storage.put(_film(task).key, b"film")
        await complete(database, task, _film(task), retention)
        tasks.append(task)
    expired, kept = tasks
    assert await sweep.collect_expired(database, storage) == 1
    assert await sweep.collect_expired(database, storage) == 0
    with pytest.raises(NotFound):
        await storage.get(_film(expired).key)
    assert await storage.get(_film(kept).key) == b"film"
    now = datetime.now(UTC)
    gone = await task_of(database, tenant_id, expired.id)
    assert gone.status is Status.COMPLETED
    assert not gone.is_kept(now)
    assert (await task_of(database, tenant_id, kept.id)).is_kept(now)


async def test_orphans_are_collected_and_nothing_else(
    database: Database, storage: Storage, create: Create
) -> None:
    """Only objects that no task needs go: not winners, not references of tasks that wait."""
    waiting = await create()
    await create()
    task = await _claimed(database)  # the oldest: `waiting` itself
    assert task.id == waiting
    await complete(database, task, _film(task), DAY)
    second = await claim(database, "w1", ENGINE, LASTING)
    assert second is not None
    await complete(database, second, _film(second), DAY)
    queued = await create()
    keep = {_film(task).key, _film(second).key, reference_key(queued)}
    drop = {
        film_key(task.id, 7),
        reference_key(task.id),
        film_key(new_id("sora"), 1),
    }
    for key in keep | drop:
        await storage.put(key, b"object")
    later = datetime.now(UTC) + timedelta(seconds=5)
    assert await sweep.collect_orphans(database, storage, later - DAY) == 0
    assert await sweep.collect_orphans(database, storage, later) == len(drop)
    for key in keep:
        assert await storage.get(key) == b"object"


def _below(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


class Stubborn(Storage):
    """A storage in which one object cannot be deleted."""

    stays = ""

    async def delete(self, key: str) -> None:
        """Delete any but that one."""
        if key == self.stays:
            raise Unavailable("It stays.")
        await super().delete(key)


async def test_an_object_that_cannot_be_deleted_keeps_no_other(
    database: Database, tmp_path: Path, create: Create
) -> None:
    """Of expired films and orphans all others go; what stayed is not recorded as gone, and goes later."""
    storage = Stubborn(tmp_path)
    tasks = []
    for _ in range(3):
        await create()
        task = await _claimed(database)
        await storage.put(_film(task).key, b"film")
        await complete(database, task, _film(task), timedelta(seconds=-1))
        tasks.append(task)
    orphans = [film_key(new_id("sora"), 1) for _ in range(3)]
    for key in orphans:
        await storage.put(key, b"orphan")
    later = datetime.now(UTC) + timedelta(seconds=5)
    storage.stays = _film(tasks[0]).key
    assert await sweep.collect_expired(database, storage) == 2
    storage.stays = min(orphans)
    assert await sweep.collect_orphans(database, storage, later) == 2
    storage.stays = ""
    assert await sweep.collect_expired(database, storage) == 1
    assert await sweep.collect_orphans(database, storage, later) == 1
    assert _below(tmp_path) == []


async def test_half_files_of_dead_writers_are_collected(database: Database, tmp_path: Path) -> None:
    """Collecting orphans takes the staging files along that a killed writer left."""
    storage = Storage(tmp_path)
    for room in ("films", "references"):
        (tmp_path / room / "sora_1").mkdir(parents=True)
        (tmp_path / room / "sora_1" / "1.mp4#1").write_bytes(b"ha")
    now = datetime.now(UTC)
    assert await sweep.collect_orphans(database, storage, now - DAY) == 0
    assert await sweep.collect_orphans(database, storage, now + timedelta(seconds=5)) == 2
    assert _below(tmp_path) == []


async def test_the_depth_counts_what_waits_and_what_is_rendered(database: Database, create: Create) -> None:
    """Depth tells queued and processing tasks per engine, and forgets finished ones."""
    for _ in range(3):
        await create()
    task = await _claimed(database)
    await _claimed(database)
    await complete(database, task, _film(task), DAY)
    assert sorted(await depth(database)) == [("animatic", "processing", 1), ("animatic", "queued", 1)]
