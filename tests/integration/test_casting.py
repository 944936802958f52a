"""Characters in a worker: whatever happens while one is cut out, who waits for it is told at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.films import film

from kinema.accounts.tenants import create as create_tenant
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.errors import Unavailable
from kinema.library import characters
from kinema.library.characters import Casting, Character
from kinema.library.objects import film_key
from kinema.media.portraits.screen import Screen
from kinema.queue import Queue
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms
from kinema.tasks.task import new_id
from kinema.videos.model import BUILT_IN
from kinema.worker.casting import cast
from kinema.worker.host import EngineDied, EngineHost
from kinema.worker.tools import Tools


class Keeping(Storage):
    """A storage that deletes nothing."""

    async def delete(self, _key: str) -> None:
        """Refuse."""
        raise Unavailable


@pytest.fixture
async def host() -> AsyncIterator[EngineHost]:
    """Give a fake engine that is loaded."""
    engine = EngineHost("fake")
    keeping = asyncio.create_task(engine.keep())
    await engine.ready.wait()
    yield engine
    keeping.cancel()
    await asyncio.wait({keeping})


@pytest.fixture
def tools(database: Database, queue: Queue, tmp_path: Path) -> Tools:
    """Give what a worker has, with a storage that deletes nothing."""
    screen = Screen.of("allow", "haar", None, None)
    terms = Terms(timedelta(seconds=60))
    (scratch := tmp_path / "scratch").mkdir()
    return Tools(database, queue, Keeping(tmp_path / "objects"), Egress(), screen, BUILT_IN, scratch, terms)


async def _waited_for(tools: Tools, name: str, folder: Path) -> tuple[str, asyncio.Task[Character]]:
    """Ask for a character; return its id and who waits for it."""
    tenant = await create_tenant(tools.database, "director")
    character_id = new_id("char")
    await tools.storage.put(film_key(character_id), film(folder / "a.mp4", seconds=1))
    casting = Casting(character_id, tenant.id, name, "fake", film_key(character_id))
    waiting = asyncio.create_task(characters.make(tools.database, tools.storage, casting))
    async with asyncio.timeout(10):
        while await characters.pending(tools.database, character_id) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return character_id, waiting


async def test_what_cannot_be_deleted_spoils_no_character(
    host: EngineHost, tools: Tools, tmp_path: Path
) -> None:
    """A character is told as soon as it is made; the film it was cut out of can wait for the sweeper."""
    character_id, waiting = await _waited_for(tools, "Zed", tmp_path)
    await cast(character_id, host, tools)
    async with asyncio.timeout(10):
        assert (await waiting).state == "ready"


async def test_a_worker_that_stops_tells_who_waits(host: EngineHost, tools: Tools, tmp_path: Path) -> None:
    """Who waits for a character that a stopping worker gives up is told so at once."""
    character_id, waiting = await _waited_for(tools, "[hang]", tmp_path)
    casting = asyncio.create_task(cast(character_id, host, tools))
    async with asyncio.timeout(10):
        while not list(tools.scratch.glob("cast-*/film.mp4")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        casting.cancel()
        with pytest.raises(Unavailable, match="logged"):
            await waiting


async def test_an_engine_that_does_not_get_ready_costs_an_attempt_and_not_the_task(tmp_path: Path) -> None:
    """The time that a render may take is not spent on the start of an engine whose last one was ended."""
    with pytest.raises(EngineDied):
        await EngineHost("fake").cut_out(tmp_path / "film.mp4", "Zed", tmp_path, 0.1)
