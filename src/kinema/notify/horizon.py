"""How far events can be read without missing any.

Ids are taken in one order and become visible in another: a transaction that is slow to commit may bring an
event that is older than others read long ago. But whoever has taken an id had a transaction id by then. So
after a look at the newest event, a transaction id is drawn: once all transactions below it have ended,
nothing older than that newest event can come any more, and readers can go by ids alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinema.db.pool import Connection, rows


@dataclass
class Horizon:
    """`seen` is the id up to which all events are there, -1 before the first is known."""

    seen: int = -1
    _newest: int = -1
    _bound: int | None = None

    async def advance(self, connection: Connection) -> bool:
        """Look once; return whether there is nothing to wait for."""
        if self._bound is not None and not await self._is_passed(connection, self._bound):
            return False
        [row] = await rows(connection, "events_newest", {"seen": self.seen})
        self._newest, self._bound = row["newest"], row["bound"]
        return self._bound is None or await self._is_passed(connection, self._bound)

    async def _is_passed(self, connection: Connection, bound: int) -> bool:
        [row] = await rows(connection, "events_oldest_open")
        if row["oldest_open"] < bound:
            return False
        self.seen, self._bound = self._newest, None
        return True
