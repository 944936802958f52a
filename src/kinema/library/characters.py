"""Characters: made from a film by an engine while somebody waits, then kept by their tenant.

Nothing is accepted before it is done, so no claim and no lease is needed: whoever asked waits for the row to
change, and one that does not in time is deleted as if it had never been asked for.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kinema.accounts.once import Once, before, remember
from kinema.accounts.tenants import lock
from kinema.db.pool import Database, queried, rows
from kinema.errors import FilmRefused, NotFound, OverLimit, QuotaExceeded, Unavailable
from kinema.library.objects import cutout_key, film_key
from kinema.queue import defer_cast
from kinema.storage.objects import Storage
from kinema.tasks.task import ID

MOST_KEPT = 1_000
"""Characters that one tenant may keep."""
LONGEST_NAME = 80
PATIENCE = 60.0
"""Seconds that whoever asked waits for a worker to cut the character out."""
LOOK_EVERY = 0.2


@dataclass(frozen=True)
class Character:
    """One row of `characters`; the last three but one are None until it is ready. `film_key` is the object it
    is cut out of."""

    id: str
    tenant_id: UUID
    name: str
    engine: str
    film_key: str
    state: str
    error: str | None
    palette: list[str] | None
    facing: int | None
    quality: float | None
    created_at: datetime

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Character:
        """Read a row that has at least this class's columns."""
        return cls(**{field.name: row[field.name] for field in fields(cls)})


@dataclass(frozen=True)
class Made:
    """It was cut out, and its picture is stored: fields as of `engines.contract.Character`."""

    palette: list[str]
    facing: int
    quality: float


@dataclass(frozen=True)
class Unmade:
    """It was not; `reason` is for who asked where the film is to blame, None where the server is."""

    reason: str | None


@dataclass(frozen=True)
class Casting:
    """What is to be cut out: by which engine, from which object."""

    id: str
    tenant_id: UUID
    name: str
    engine: str
    film_key: str


async def make(database: Database, storage: Storage, casting: Casting, once: Once | None = None) -> Character:
    """Have a character cut out by some worker, and wait for it; or for the one that the same creation asked
    for before.

    A tenant waits for one at a time: characters go ahead of films, and must not keep them waiting.

    Raises FilmRefused where nobody is in the film, QuotaExceeded where the tenant keeps too many, OverLimit
    where it waits for another, Unavailable where no worker gets to it in time: then nothing is left; Conflict
    as `once.before` does, Unauthorized as `tenants.lock` does.
    """
    try:
        asked = await _ask(database, casting, once)
        character = await _answered(database, casting.tenant_id, asked)
    except BaseException:
        await asyncio.shield(_undo(database, storage, casting.id))
        raise
    if character.id != casting.id:
        await _drop(storage, casting.id)
    return character


async def made_before(database: Database, tenant_id: UUID, once: Once | None) -> Character | None:
    """Return what the same creation made before, None where there was none; waits for it as `make` does."""
    async with database.connection() as connection:
        earlier = await before(connection, tenant_id, once, "characters_get")
    return await _answered(database, tenant_id, earlier["id"]) if earlier else None


async def pending(database: Database, character_id: str) -> Character | None:
    """Return a character that somebody waits for, None where nobody does any more."""
    row = await database.row("characters_pending", {"id": character_id})
    return Character.of(row) if row else None


async def settle(database: Database, character_id: str, outcome: Made | Unmade) -> bool:
    """Write how it came out; False where nobody waits for it any more."""
    made = outcome if isinstance(outcome, Made) else None
    reason = outcome.reason if isinstance(outcome, Unmade) else None
    parameters = {
        "id": character_id,
        "state": "ready" if made else "refused" if reason else "broken",
        "error": reason,
        "palette": made.palette if made else None,
        "facing": made.facing if made else None,
        "quality": made.quality if made else None,
    }
    return await database.row("characters_settle", parameters) is not None


async def character_of(database: Database, tenant_id: UUID, character_id: str) -> Character:
    """Return the tenant's character; raises the same NotFound for a foreign, malformed and unknown id."""
    row = None
    if ID.fullmatch(character_id):
        row = await database.row("characters_get", {"id": character_id, "tenant_id": tenant_id})
    if row is None or row["state"] != "ready":
        raise NotFound("There is no character with this id.")
    return Character.of(row)


async def page_of(
    database: Database, tenant_id: UUID, limit: int, *, after: str | None
) -> tuple[list[Character], bool]:
    """Return at most `limit` of the tenant's characters, the newest first, and whether there are more.

    They begin behind the character `after`, which may have been deleted meanwhile.
    """
    parameters = {"tenant_id": tenant_id, "after": after, "limit": limit + 1}
    found = await database.rows("characters_page", parameters)
    return [Character.of(row) for row in found[:limit]], len(found) > limit


async def forget(database: Database, storage: Storage, tenant_id: UUID, character_id: str) -> None:
    """Delete the tenant's character; tasks that were accepted with it keep it. Raises NotFound."""
    await character_of(database, tenant_id, character_id)
    await database.run("characters_delete", {"id": character_id})
    await _drop(storage, character_id)


async def _ask(database: Database, casting: Casting, once: Once | None) -> str:
    """Return the id of the character to wait for."""
    async with database.transaction() as connection:
        await lock(connection, casting.tenant_id)
        if earlier := await before(connection, casting.tenant_id, once, "characters_get"):
            return str(earlier["id"])
        asked = {field.name: getattr(casting, field.name) for field in fields(casting)}
        parameters = {"tenant_id": casting.tenant_id, "patience": timedelta(seconds=PATIENCE)}
        [standing] = await rows(connection, "characters_standing", parameters)
        if standing["waiting"]:
            raise OverLimit("Characters are made one at a time, and you wait for one.", retry_after=5)
        if standing["kept"] >= MOST_KEPT:
            raise QuotaExceeded(f"You may keep {MOST_KEPT:,} characters. Delete some.")
        await queried(connection, "characters_create", asked)
        await remember(connection, casting.tenant_id, once, casting.id)
        await defer_cast(connection, casting.engine, casting.id)
    return casting.id


async def _answered(database: Database, tenant_id: UUID, character_id: str) -> Character:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        row = await database.row("characters_get", {"id": character_id, "tenant_id": tenant_id})
        if row is None or row["state"] == "broken":
            raise Unavailable("The character could not be made; it was logged. Try again shortly.")
        if row["state"] == "refused":
            raise FilmRefused(row["error"])
        if row["state"] == "ready":
            return Character.of(row)
        await asyncio.sleep(LOOK_EVERY)
    raise Unavailable("No worker had time to make the character, so it was not made. Try again shortly.")


async def _undo(database: Database, storage: Storage, character_id: str) -> None:
    with suppress(Unavailable):  # the sweeper does the same
        await database.run("characters_undo", {"id": character_id})
        await _drop(storage, character_id)


async def _drop(storage: Storage, character_id: str) -> None:
    with suppress(Unavailable):  # the sweeper finds what nobody owns
        for key in (film_key(character_id), cutout_key(character_id)):
            await storage.delete(key)
