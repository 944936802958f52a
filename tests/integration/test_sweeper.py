"""The sweeper on a real PostgreSQL: one broken neighbour keeps no other work from being done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kinema.accounts import keys, tenants
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.errors import Unavailable
from kinema.media.portraits.screen import Screen
from kinema.queue import Queue
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms
from kinema.tasks.create import Creations, Order
from kinema.tasks.task import new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE
from kinema.worker import sweeper
from kinema.worker.tools import Tools


class Silent(Storage):
    """A storage that never answers; `asked` says that it was."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        self.asked = asyncio.Event()

    async def older_than(self, *_: object) -> AsyncIterator[list[str]]:
        """Wait for ever."""
        self.asked.set()
        await asyncio.Event().wait()
        yield []


class Away(Storage):
    """A storage that refuses; `asked_thrice` says that it was asked so often."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        self._left = 3
        self.asked_thrice = asyncio.Event()

    async def older_than(self, *_: object) -> AsyncIterator[list[str]]:
        """Refuse."""
        self._left -= 1
        if not self._left:
            self.asked_thrice.set()
        raise Unavailable
        yield []


@asynccontextmanager
async def _sweeping(database: Database, queue: Queue, storage: Storage, scratch: Path) -> AsyncIterator[None]:
    terms = Terms(timedelta(seconds=60))
    screen = Screen.of("allow", "haar", None, None)
    tools = Tools(database, queue, storage, Egress(), screen, BUILT_IN, scratch, terms)
    task = asyncio.create_task(sweeper.sweep(tools))
    async with asyncio.timeout(20):
        yield
    task.cancel()
    await asyncio.wait({task})


async def test_a_silent_storage_keeps_no_task_waiting(
    database: Database, queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the storage hangs, a task whose token was lost is announced again all the same."""
    monkeypatch.setattr(sweeper, "INTERVAL", 0.02)
    tenant = await tenants.create(database, "ana")
    storage = Silent(tmp_path)
    async with _sweeping(database, queue, storage, tmp_path), database.connection() as connection:
        await storage.asked.wait()
        request = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat", LANDSCAPE, 8)
        key, _ = await keys.create(database, "ana")
        await Creations(database).create(Order(new_id("sora"), tenant.id, key.id, request))
        lost = await connection.execute("DELETE FROM procrastinate_jobs")
        assert lost.rowcount == 1
        found = None
        while found is None:
            await asyncio.sleep(0.02)
            found = await (await connection.execute("SELECT 1 FROM procrastinate_jobs")).fetchone()


async def test_an_outage_skips_a_round_and_no_more(
    database: Database, queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A storage that is away is asked again in the next round, and the log says so."""
    monkeypatch.setattr(sweeper, "ORPHANS_EVERY", 0.01)
    storage = Away(tmp_path)
    with capture_logs() as logs:
        async with _sweeping(database, queue, storage, tmp_path):
            await storage.asked_thrice.wait()
    assert "sweep skipped" in {line["event"] for line in logs}
