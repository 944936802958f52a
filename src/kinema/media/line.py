"""A line before work that only a few may do at once: fair between tenants, and never long."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager

from kinema.errors import Unavailable


class Line:
    """At most `at_once` have their turn and `most_waiting` wait for theirs, of a tenant no more than there
    are places left for others. Tenants take turns, each in the order in which its own requests came.

    Whoever finds no place raises Unavailable; `what` says what is too much, as "films are being checked".
    """

    def __init__(self, at_once: int, most_waiting: int, what: str) -> None:
        self.at_once = at_once
        self.most_waiting = most_waiting
        self._what = what
        self._busy = 0
        self._waiting: dict[Hashable, deque[asyncio.Future[None]]] = {}  # the next tenant first

    @asynccontextmanager
    async def turn(self, whose: Hashable) -> AsyncIterator[None]:
        """Wait for a turn of that tenant and have it for as long as the block lasts."""
        if self._busy < self.at_once:
            self._busy += 1
        else:
            await self._wait(whose)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, whose: Hashable) -> None:
        mine = len(self._waiting.get(whose, ()))
        if mine >= self.most_waiting - sum(map(len, self._waiting.values())):
            yours = f", and {mine} of yours wait. Send fewer at once, or try" if mine else ". Try"
            raise Unavailable(f"Too many {self._what}{yours} again shortly.")
        place = asyncio.get_running_loop().create_future()
        queue = self._waiting.setdefault(whose, deque())
        queue.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if not place.cancelled():  # the turn came at this very moment
                self._pass_on()
            elif place in queue:
                queue.remove(place)
                if not queue:
                    del self._waiting[whose]
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            whose = next(iter(self._waiting))
            queue = self._waiting.pop(whose)
            place = queue.popleft()
            if queue:
                self._waiting[whose] = queue
            if not place.cancelled():
                place.set_result(None)
                return
        self._busy -= 1
