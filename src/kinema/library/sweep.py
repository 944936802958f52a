"""What is collected of files and characters: what expired, and what nobody owns."""

from __future__ import annotations

from datetime import datetime

from kinema.db.pool import Database
from kinema.library.objects import ROOMS, cutout_key, file_key, film_key
from kinema.storage.objects import Storage
from kinema.tasks.sweep import collect_unowned, delete_objects


async def collect_expired(database: Database, storage: Storage) -> int:
    """Delete files past their time, and what is left of characters that nobody waits for; return how many."""
    gone = await database.rows("library_collect")
    keys = [
        key
        for row in gone
        for key in (
            [file_key(row["id"])] if row["kind"] == "file" else [film_key(row["id"]), cutout_key(row["id"])]
        )
    ]
    await delete_objects(storage, keys)
    return len(gone)


async def collect_orphans(database: Database, storage: Storage, older_than: datetime) -> int:
    """Delete objects from before `older_than` that no file and no character needs; return how many."""
    return await collect_unowned(database, storage, older_than, ROOMS, "library_live_objects")
