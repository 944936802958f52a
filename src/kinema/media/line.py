"""A line before work that only a few may do at once, and that turns away who would wait too long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from kinema.errors import Unavailable


class Line:
    """At most `at_once` in one event loop have their turn, and `most_waiting` wait for theirs; whoever comes
    then raises Unavailable, with `full` as its message. A process has one loop, tests have many."""

    def __init__(self, at_once: int, most_waiting: int, full: str) -> None:
        self.at_once = at_once
        self.most_waiting = most_waiting
        self._full = full
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
        self._waiting: WeakKeyDictionary[asyncio.AbstractEventLoop, int] = WeakKeyDictionary()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and have it for as long as the block lasts."""
        loop = asyncio.get_running_loop()
        turns = self._turns.setdefault(loop, asyncio.Semaphore(self.at_once))
        waiting = self._waiting.get(loop, 0)
        if waiting >= self.most_waiting:
            raise Unavailable(self._full)
        self._waiting[loop] = waiting + 1
        try:
            await turns.acquire()
        finally:
            self._waiting[loop] -= 1
        try:
            yield
        finally:
            turns.release()
