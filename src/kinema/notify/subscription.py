"""One subscriber's place among the events, and a bounded buffer of those that it has not taken yet."""

from __future__ import annotations

import asyncio
from collections import deque

from kinema.accounts.keys import Holder
from kinema.db.pool import Database
from kinema.notify.event import PAGE, Event, Progress, history

BUFFER = 64
"""Events that wait for a subscriber in memory, at the most."""


class Subscription:
    """Events of a tenant, or of one of its tasks, behind the id `last`: each once, in their order.

    What is newer than `known` is offered and waits in the buffer; everything else is read from the table. So
    is what the buffer cannot hold: a slow subscriber costs queries of its own and no memory.
    """

    def __init__(
        self, database: Database, holder: Holder, task_id: str | None, last: int | None, known: int
    ) -> None:
        self.holder = holder
        self.task_id = task_id
        self.last = known if last is None else last
        self._database = database
        self._known = known
        self._buffer: deque[Event | Progress] = deque()
        self._news = asyncio.Event()
        self._is_over = False

    def offer(self, told: Event | Progress) -> None:
        """Give it what comes next in the order of events."""
        if isinstance(told, Progress):
            if not self._is_behind and len(self._buffer) < BUFFER:
                self._buffer.append(told)
        elif told.id <= max(self.last, self._known):
            return
        elif len(self._buffer) < BUFFER:
            self._buffer.append(told)
        else:
            self._buffer.clear()
            self._known = told.id
        self._news.set()

    def reached(self, event_id: int) -> None:
        """Note that nothing of its own comes up to this id but what it was offered."""
        if not self._buffer and not self._is_behind:
            self.last = max(self.last, event_id)

    def end(self) -> None:
        """Have it end, whatever was still to come."""
        self._is_over = True
        self._news.set()

    async def next(self, patience: float) -> list[Event | Progress] | None:
        """Return what is new, nothing after `patience` seconds without news, None once it has ended.

        Raises Unavailable where what the buffer could not hold cannot be read right now.
        """
        while not self._is_over:
            if self._is_behind:
                if page := await self._missed():
                    return page
            elif self._buffer:
                return self._buffered()
            else:
                self._news.clear()
                try:
                    async with asyncio.timeout(patience):
                        await self._news.wait()
                except TimeoutError:
                    if not self._news.is_set():
                        return []
        return None

    @property
    def _is_behind(self) -> bool:
        return self.last < self._known

    async def _missed(self) -> list[Event | Progress]:
        until = self._known
        page = await history(self._database, self.holder.tenant_id, self.task_id, self.last, until)
        self.last = page[-1].id if len(page) == PAGE else until
        return [*page]

    def _buffered(self) -> list[Event | Progress]:
        told = list(self._buffer)
        self._buffer.clear()
        self.last = max([self.last, *(event.id for event in told if isinstance(event, Event))])
        return told
