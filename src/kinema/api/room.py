"""Room for large bodies: how many bytes of them one process holds at once, and who may have how much of it.

A tenant may hold as much as is left free for all others. One alone so gets half of the room, two at once a
third each, and whoever comes next always finds some, however slowly the bodies of others come in.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from kinema.errors import Unavailable

SMALL = 128 * 1024
"""Bytes that take up no room: the longest prompt comes in however full it is."""

PATIENCE = 10.0
"""Seconds that a request waits for room."""

_LENT: ContextVar[_Lent] = ContextVar("lent")


class Room:
    """Room for `most` bytes: how many are free, and how many each tenant holds."""

    def __init__(self, most: int) -> None:
        self.free = most
        self.held: Counter[UUID] = Counter()
        self._freed = asyncio.Event()

    @contextmanager
    def lent(self, tenant_id: UUID) -> Iterator[None]:
        """Let a tenant's request `hold` bytes for as long as the block lasts."""
        lent = _Lent(self, tenant_id)
        _LENT.set(lent)
        try:
            yield
        finally:
            if lent.count:
                self._take(tenant_id, -lent.count)
                self._freed.set()
                self._freed.clear()

    async def hold(self, tenant_id: UUID, count: int) -> None:
        """Take that many bytes for a tenant; raises Unavailable where there are none for it in time."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self.held[tenant_id] + count > self.free - count:
                    await self._freed.wait()
        except TimeoutError:
            mine = self.held[tenant_id]
            held = (
                f" beside {mine / 2**20:.1f} MiB in other requests of yours: send fewer at once"
                if mine
                else ""
            )
            raise Unavailable(
                f"There is no room for {count / 2**20:.1f} MiB right now{held}. Try again shortly."
            ) from None
        self._take(tenant_id, count)

    def _take(self, tenant_id: UUID, count: int) -> None:
        self.free -= count
        self.held[tenant_id] += count
        if not self.held[tenant_id]:
            del self.held[tenant_id]


class _Lent:
    """What one request holds."""

    def __init__(self, room: Room, tenant_id: UUID) -> None:
        self.room, self.tenant_id, self.count = room, tenant_id, 0


async def hold(count: int) -> None:
    """Take room for that many bytes, which this request holds to its end; raises Unavailable where there is
    none in time."""
    if count > SMALL:
        lent = _LENT.get()
        await lent.room.hold(lent.tenant_id, count)
        lent.count += count
