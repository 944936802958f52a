"""The one reader of a process: it listens, and tells the audience of every event and of progress."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing

import structlog

from kinema.accounts.keys import still_valid
from kinema.db.pool import STATEMENT_TIMEOUT, Connection, Database, rows
from kinema.errors import Unavailable
from kinema.notify.audience import Audience
from kinema.notify.event import Event, Progress
from kinema.notify.horizon import Horizon

CHANNEL = "kinema_events"
GATHER = 0.02
"""Seconds for which news is gathered before it is read: a burst of notifications is one look."""

RECHECK = 0.02
"""Seconds until the next look while a transaction is awaited; doubled each time, up to `PROGRESS_EVERY`."""

PROGRESS_EVERY = 0.25
IDLE = 1.0
"""Seconds after which the reader looks though nobody notified it."""

RETRY = 0.5
"""Seconds between two attempts to reach a database that is away."""

AT_ONCE = 500
"""Events that are read with one query."""

log = structlog.get_logger("kinema.notify")


class Reader:
    """Reads while there is an audience, through any outage; `is_ready` once it knows where to begin."""

    def __init__(self, database: Database, audience: Audience, *, keys_every: float) -> None:
        self.is_ready = asyncio.Event()
        self._database = database
        self._audience = audience
        self._keys_every = keys_every
        self._horizon = Horizon()
        self._told = -1
        self._percents: dict[str, int] = {}
        self._may_render = True
        self._progress_due = self._keys_due = 0.0

    @property
    def place(self) -> int:
        """The event behind which a subscription begins that is made now."""
        return self._horizon.seen

    def look_for_renders(self) -> None:
        """Look again whether there is progress to be told: there is a new subscriber."""
        self._may_render = True

    async def run(self) -> None:
        """Tell what happens until nobody is left to hear it."""
        while self._audience:
            try:
                async with self._database.listening(CHANNEL) as connection:
                    await self._follow(connection)
            except Unavailable as error:
                log.warning("events not read", reason=error.message)
                await asyncio.sleep(RETRY)
            except Exception:
                log.exception("reader of events broke")
                await asyncio.sleep(RETRY)

    async def _follow(self, connection: Connection) -> None:
        recheck = RECHECK
        while self._audience:
            async with asyncio.timeout(STATEMENT_TIMEOUT + 2):
                is_settled = await self._horizon.advance(connection)
                await self._tell_events(connection)
                await self._tell_progress(connection)
                await self._check_keys(connection)
            if is_settled:
                recheck = RECHECK
                await _notified(connection, PROGRESS_EVERY if self._may_render else IDLE)
            else:
                await asyncio.sleep(recheck)
                recheck = min(2 * recheck, PROGRESS_EVERY)

    async def _tell_events(self, connection: Connection) -> None:
        until = self._horizon.seen
        if self._told < 0:  # nobody can have subscribed to what was before
            self._told = until
        while self._told < until:
            parameters = {
                "after": self._told,
                "until": until,
                "tenants": self._audience.tenants,
                "limit": AT_ONCE,
            }
            page = [Event.of(row) for row in await rows(connection, "events_between", parameters)]
            for event in page:
                self._audience.tell(event.task.tenant_id, event.task.id, event)
            self._told = page[-1].id if len(page) == AT_ONCE else until
            self._may_render = self._may_render or bool(page)
        if until >= 0:
            self.is_ready.set()
        for subscription in self._audience:
            subscription.reached(until)

    async def _tell_progress(self, connection: Connection) -> None:
        """Tell how far renders are, where that changed, a few times a second while there is any."""
        if not self._may_render or time.monotonic() < self._progress_due:
            return
        self._may_render = False
        self._progress_due = time.monotonic() + PROGRESS_EVERY
        parameters = {"tenants": self._audience.tenants, "seen": self._told}
        found = await rows(connection, "events_progress", parameters)
        percents = {row["id"]: min(99, int(row["progress"] * 100)) for row in found}
        for row in found:
            task_id, percent = row["id"], percents[row["id"]]
            if percent != self._percents.get(task_id, 0):
                self._audience.tell(row["tenant_id"], task_id, Progress(task_id, percent))
        self._percents = percents
        self._may_render = self._may_render or bool(found)

    async def _check_keys(self, connection: Connection) -> None:
        """End the subscriptions whose key was revoked or has expired."""
        if time.monotonic() < self._keys_due:
            return
        self._keys_due = time.monotonic() + self._keys_every
        asked = list(self._audience)
        valid = await still_valid(connection, {one.holder.key_id for one in asked})
        for subscription in asked:
            if subscription.holder.key_id not in valid:
                subscription.end()


async def _notified(connection: Connection, patience: float) -> None:
    """Return soon after something was notified, after `patience` seconds at the latest."""
    async with aclosing(connection.notifies(timeout=patience, stop_after=1)) as notifications:
        heard = [notification async for notification in notifications]
    if heard:
        await asyncio.sleep(GATHER)
        async with aclosing(connection.notifies(timeout=0)) as more:
            async for _ in more:
                pass
