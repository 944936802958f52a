"""One character, from the job that asks for it to its end: gather the film, cut out, store, settle."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

import structlog

from kinema.errors import EngineFailed, NotFound, TaskFailed, Unavailable
from kinema.library.characters import PATIENCE, Character, Made, Unmade, pending, settle
from kinema.library.objects import cutout_key, film_key
from kinema.worker.host import EngineDied, EngineHost
from kinema.worker.tools import Tools

log = structlog.get_logger("kinema.worker")


async def cast(character_id: str, host: EngineHost, tools: Tools) -> None:
    """Cut the character out, where anybody waits for it still."""
    structlog.contextvars.bind_contextvars(character=character_id)
    character = await pending(tools.database, character_id)
    if character is None:
        return
    try:
        outcome = await _attempt(character, host, tools)
    except asyncio.CancelledError:  # the worker is told to stop
        await asyncio.shield(settle(tools.database, character_id, Unmade(None)))
        raise
    is_kept = await settle(tools.database, character_id, outcome)
    log.info("character settled", outcome=type(outcome).__name__.lower())
    with suppress(Unavailable):  # the sweeper finds what nobody needs
        await tools.storage.delete(film_key(character_id))
        if not is_kept:
            await tools.storage.delete(cutout_key(character_id))


async def _attempt(character: Character, host: EngineHost, tools: Tools) -> Made | Unmade:
    with tempfile.TemporaryDirectory(dir=tools.scratch, prefix="cast-") as folder:
        film = Path(folder, "film.mp4")
        (work := Path(folder, "cut")).mkdir()
        try:
            await tools.storage.fetch(character.film_key, film)
            made = await host.cut_out(film, character.name, work, PATIENCE)
            await tools.storage.put(cutout_key(character.id), made.picture)
        except NotFound:
            return Unmade("The film that the character is cut out of is no longer kept.")
        except (TaskFailed, EngineDied, Unavailable) as error:
            # The engine's own words come as such; an EngineFailed is the host's, of an engine that broke.
            if type(error) is TaskFailed and error.code == EngineFailed.code:
                return Unmade(error.message)
            log.error("character not made", reason=error.message)  # noqa: TRY400 - its reason is all
            return Unmade(None)
        except Exception:
            log.exception("character broke")
            return Unmade(None)
        return Made(made.palette, made.facing, made.quality)
