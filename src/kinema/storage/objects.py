"""Objects: finished films and normalised references, in a folder, through obstore.

Every write is atomic: an object is there whole or not at all.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from obstore.exceptions import BaseError
from obstore.store import LocalStore

from kinema.errors import NotFound, Unavailable

_CHUNK = 256 * 1024


class Storage:
    """A store of objects by key. Methods raise Unavailable where it cannot be written to or read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._store = LocalStore(folder)

    async def put(self, key: str, content: bytes | Path) -> None:
        """Store bytes, or a file's, under this key."""
        with _outages():
            await self._store.put_async(key, content)

    async def get(self, key: str) -> bytes:
        """Return a small object whole; raises NotFound."""
        with _outages():
            return bytes(await (await self._store.get_async(key)).bytes_async())

    async def stream(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """Open an object; return its bytes from `start` up to but not including `end`. Raises NotFound."""
        with _outages():
            result = await self._store.get_async(key, options={"range": (start, end)})

        async def chunks() -> AsyncIterator[bytes]:
            with _outages():
                async for chunk in result.stream(min_chunk_size=_CHUNK):
                    yield bytes(chunk)

        return chunks()

    async def delete(self, key: str) -> None:
        """Delete an object; nothing where there is none."""
        try:
            with _outages():
                await self._store.delete_async(key)
        except NotFound:
            pass

    async def older_than(self, room: str, moment: datetime) -> AsyncIterator[list[str]]:
        """Yield the keys of the objects under `room/` that were written before that moment, in batches."""
        with _outages():
            async for batch in self._store.list(room, chunk_size=500):
                keys = [entry["path"] for entry in batch if entry["last_modified"] < moment]
                if keys:
                    yield keys


@contextmanager
def _outages() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound("There is no such object in the storage.") from error
    except (BaseError, OSError) as error:
        raise Unavailable("The storage cannot be used right now; nothing was accepted.") from error
