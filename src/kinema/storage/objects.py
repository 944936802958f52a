"""Objects: finished films and normalised references, in a folder or a bucket, through obstore.

Every write is atomic: an object is there whole or not at all. Once a write returns, it is on disk; where the
store is a bucket, that is the store's promise.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from obstore.exceptions import BaseError

from kinema.errors import NotFound, Unavailable
from kinema.storage.places import open_place

if TYPE_CHECKING:
    from obstore import OffsetRange

PATIENCE = 10.0
"""Seconds after which a store that does not answer counts as away."""

SLOWEST = 256 * 1024
"""Bytes a second at which an upload may go on for longer than that."""

_CHUNK = 256 * 1024

log = structlog.get_logger("kinema.storage")


class Storage:
    """A store of objects by key, in a folder or at a URL as `s3://bucket/prefix`.

    Raises Misconfigured where it cannot be opened. Methods raise Unavailable where it cannot be written to
    or read, within PATIENCE.
    """

    def __init__(self, place: str | Path) -> None:
        self._store, self._folder = open_place(place)

    async def put(self, key: str, content: bytes | Path) -> None:
        """Store bytes, or a file's, under this key."""
        async with _outages() as deadline:
            length = await _length(content)
            deadline.reschedule(asyncio.get_running_loop().time() + PATIENCE + length / SLOWEST)
            await self._store.put_async(key, content)
            if self._folder is not None:
                await asyncio.to_thread(self._folder.flush, key)

    async def get(self, key: str) -> bytes:
        """Return a small object whole; raises NotFound."""
        async with _outages():
            with _lookups():
                return bytes(await (await self._store.get_async(key)).bytes_async())

    async def fetch(self, key: str, path: Path) -> None:
        """Copy an object into a file; raises NotFound."""
        chunks = await self.stream(key)
        with await asyncio.to_thread(path.open, "wb") as file:
            async for chunk in chunks:
                await asyncio.to_thread(file.write, chunk)

    async def stream(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Open an object; return its bytes from `start` up to but not including `end`. Raises NotFound."""
        span: tuple[int, int] | OffsetRange = {"offset": start} if end is None else (start, end)
        async with _outages():
            with _lookups():
                result = await self._store.get_async(key, options={"range": span})
        pieces = aiter(result.stream(min_chunk_size=_CHUNK))

        async def chunks() -> AsyncIterator[bytes]:
            while True:
                async with _outages():
                    try:
                        chunk = await anext(pieces)
                    except StopAsyncIteration:
                        return
                yield bytes(chunk)  # outside: however slowly a client reads, that is no outage

        return chunks()

    async def delete(self, key: str) -> None:
        """Delete an object; nothing where there is none."""
        try:
            async with _outages():
                with _lookups():
                    await self._store.delete_async(key)
        except NotFound:
            pass

    async def older_than(self, room: str, moment: datetime) -> AsyncIterator[list[str]]:
        """Yield the keys of the objects under `room/` that were written before that moment, in batches."""
        listing = aiter(self._store.list(room, chunk_size=500))
        while True:
            async with _outages():
                try:
                    batch = await anext(listing)
                except StopAsyncIteration:
                    return
            keys = [entry["path"] for entry in batch if entry["last_modified"] < moment]
            if keys:
                yield keys

    async def clear(self, room: str, moment: datetime) -> int:
        """Delete what writers under `room/` that died before that moment left unfinished; return how many.

        A bucket hides its unfinished uploads; a rule of the bucket's own ends them (docs/03-running.md).
        """
        return 0 if self._folder is None else await asyncio.to_thread(self._folder.clear, room, moment)


async def _length(content: bytes | Path) -> int:
    if isinstance(content, bytes):
        return len(content)
    return (await asyncio.to_thread(content.stat)).st_size


@asynccontextmanager
async def _outages() -> AsyncIterator[asyncio.Timeout]:
    try:
        async with asyncio.timeout(PATIENCE) as deadline:
            yield deadline
    except (BaseError, OSError) as error:
        log.warning("storage failed", reason=reason_of(error))
        raise Unavailable("The storage cannot be used right now; nothing was accepted.") from error


@contextmanager
def _lookups() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise
        raise NotFound("There is no such object in the storage.") from error


def reason_of(error: BaseException | None) -> str:
    """Return what an operator may see of an error: its first line, without queries, which may sign."""
    if isinstance(error, TimeoutError):
        return "the storage did not answer in time"
    return re.sub(r"\?\S*", "?…", str(error).partition("\n")[0])[:300]
