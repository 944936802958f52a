"""From one reader of events to all subscribers of this process.

Only while somebody has subscribed is there a reader, with one connection that listens. How many subscribers
there are costs the database nothing.
"""

from __future__ import annotations

import asyncio

from kinema.accounts.keys import Holder
from kinema.db.pool import STATEMENT_TIMEOUT, Database
from kinema.errors import Unavailable
from kinema.notify.audience import Audience
from kinema.notify.reader import Reader
from kinema.notify.subscription import Subscription


class Fanout:
    """Where to subscribe: at most `most` at once in all and `most_per_tenant` of one tenant.

    `keys_every`: seconds between two looks whether the subscribers' keys still open anything.
    """

    def __init__(
        self, database: Database, *, most: int = 2000, most_per_tenant: int = 1000, keys_every: float = 30.0
    ) -> None:
        self._database = database
        self._keys_every = keys_every
        self._audience = Audience(most, most_per_tenant)
        self._reader = Reader(database, self._audience, keys_every=keys_every)
        self._reading: asyncio.Task[None] | None = None
        self._is_ending = False

    async def subscribe(
        self, holder: Holder, task_id: str | None = None, after: int | None = None
    ) -> Subscription:
        """Return a subscription behind the event `after`, else from now on; it is to be left with `leave`.

        Raises OverLimit, and Unavailable where events cannot be read or the process is about to end.
        """
        with self._audience.seat(holder.tenant_id):
            reader = self._awake()
            try:
                async with asyncio.timeout(STATEMENT_TIMEOUT):
                    await reader.is_ready.wait()
            except TimeoutError as error:
                raise Unavailable("Events cannot be read right now.") from error
            if self._is_ending:
                raise Unavailable("The server is stopping.")
            subscription = Subscription(self._database, holder, task_id, after, reader.place)
            self._audience.add(subscription)
        reader.look_for_renders()
        return subscription

    def leave(self, subscription: Subscription) -> None:
        """Forget a subscription."""
        self._audience.remove(subscription)

    def end(self) -> None:
        """End all subscriptions, and take no more."""
        self._is_ending = True
        for subscription in self._audience:
            subscription.end()

    async def close(self) -> None:
        """End, and hang up."""
        self.end()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)

    def _awake(self) -> Reader:
        if self._reading is None or self._reading.done():
            self._reader = Reader(self._database, self._audience, keys_every=self._keys_every)
            self._reading = asyncio.create_task(self._reader.run(), name="events")
        return self._reader
