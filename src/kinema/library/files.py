"""Files that a tenant sent and keeps: whatever they are, they are looked at where they are used."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kinema.accounts.once import Once, before, remember
from kinema.accounts.tenants import lock
from kinema.db.pool import Connection, Database, rows
from kinema.errors import Conflict, NotFound, QuotaExceeded, Unauthorized, Unavailable
from kinema.library.objects import file_key
from kinema.storage.objects import Storage
from kinema.tasks.task import ID, new_id

LARGEST = 32 * 2**20
"""Bytes of one file. A form is held in memory, and no body is larger than this."""
MOST_KEPT = 2**30
"""Bytes that one tenant may keep in files."""
MOST_FILES = 10_000
"""Files of one tenant, however small."""
MOST_LISTED = MOST_FILES
LONGEST_NAME = 255
LIFETIMES = range(3_600, 2_592_000 + 1)
"""Seconds after which a file may be said to expire: an hour to 30 days, as OpenAI has it."""
PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")


@dataclass(frozen=True)
class File:
    """One row of `files`. Times are UTC."""

    id: str
    filename: str
    purpose: str
    bytes: int
    created_at: datetime
    expires_at: datetime | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> File:
        """Read a row that has at least this class's columns."""
        return cls(**{field.name: row[field.name] for field in fields(cls)})


async def keep(
    database: Database,
    storage: Storage,
    tenant_id: UUID,
    data: bytes,
    *,
    filename: str,
    purpose: str,
    lifetime: timedelta | None,
    once: Once | None = None,
) -> File:
    """Store a file, or return the one that the same creation stored before.

    Raises QuotaExceeded where the tenant keeps too much already, Conflict as `once.before` does, and
    Unauthorized as `tenants.lock` does.
    """
    if once is not None:
        async with database.connection() as connection:
            if earlier := await before(connection, tenant_id, once, "files_get"):
                return File.of(earlier)
    file_id = new_id("file")
    await storage.put(file_key(file_id), data)
    row = {
        "id": file_id,
        "tenant_id": tenant_id,
        "filename": filename,
        "purpose": purpose,
        "bytes": len(data),
        "lifetime": lifetime,
        "most_bytes": MOST_KEPT,
        "most_files": MOST_FILES,
    }
    try:
        async with database.transaction() as connection:
            kept = await _admit(connection, tenant_id, row, once)
    except (Conflict, QuotaExceeded, Unauthorized):
        await _drop(storage, file_id)
        raise
    if kept.id != file_id:
        await _drop(storage, file_id)
    return kept


async def file_of(database: Database, tenant_id: UUID, file_id: str) -> File:
    """Return the tenant's file; raises the same NotFound for a foreign, a malformed and an unknown id."""
    row = None
    if ID.fullmatch(file_id):
        row = await database.row("files_get", {"id": file_id, "tenant_id": tenant_id})
    if row is None:
        raise NotFound("There is no file with this id.")
    return File.of(row)


async def content_of(storage: Storage, file: File) -> bytes:
    """Return what is in a file; raises NotFound where it is deleted at this moment."""
    with _deleted():
        return await storage.get(file_key(file.id))


async def stream_of(storage: Storage, file: File) -> AsyncIterator[bytes]:
    """Open a file; return what is in it, in pieces. Raises NotFound as `content_of` does."""
    with _deleted():
        return await storage.stream(file_key(file.id))


async def page_of(
    database: Database,
    tenant_id: UUID,
    limit: int,
    *,
    after: str | None,
    newest_first: bool,
    purpose: str | None,
) -> tuple[list[File], bool]:
    """Return at most `limit` of the tenant's files by time of creation, and whether there are more.

    They begin behind the file `after`, which may have been deleted or have expired meanwhile.
    """
    parameters = {
        "tenant_id": tenant_id,
        "limit": limit + 1,
        "newest_first": newest_first,
        "purpose": purpose,
        "after": after,
    }
    found = await database.rows("files_page", parameters)
    return [File.of(row) for row in found[:limit]], len(found) > limit


async def forget(database: Database, storage: Storage, tenant_id: UUID, file_id: str) -> None:
    """Delete the tenant's file; raises NotFound as `file_of` does."""
    await file_of(database, tenant_id, file_id)
    await database.run("files_delete", {"id": file_id, "tenant_id": tenant_id})
    await _drop(storage, file_id)


async def _admit(connection: Connection, tenant_id: UUID, row: Mapping[str, Any], once: Once | None) -> File:
    await lock(connection, tenant_id)  # two may not both take the last room
    if earlier := await before(connection, tenant_id, once, "files_get"):
        return File.of(earlier)
    made = await rows(connection, "files_create", row)
    if not made:
        raise QuotaExceeded(
            f"You may keep {MOST_FILES:,} files of {MOST_KEPT // 2**20:,} MiB together, and this one is too "
            "much. Delete some."
        )
    await remember(connection, tenant_id, once, row["id"])
    return File.of(made[0])


@contextmanager
def _deleted() -> Iterator[None]:
    try:
        yield
    except NotFound:
        raise NotFound("There is no file with this id.") from None


async def _drop(storage: Storage, file_id: str) -> None:
    with suppress(Unavailable):  # the sweeper finds what nobody owns
        await storage.delete(file_key(file_id))
