"""Who has subscribed in this process, and how many may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from kinema.errors import OverLimit
from kinema.notify.event import Event, Progress
from kinema.notify.subscription import Subscription


class Audience:
    """The subscriptions of this process: at most `most` in all and `most_per_tenant` of one tenant."""

    def __init__(self, most: int, most_per_tenant: int) -> None:
        self._most = most
        self._most_per_tenant = most_per_tenant
        self._seats: Counter[UUID] = Counter()
        self._members: dict[tuple[UUID, str | None], set[Subscription]] = {}

    def __bool__(self) -> bool:
        return self._seats.total() > 0

    def __iter__(self) -> Iterator[Subscription]:
        return iter([one for members in self._members.values() for one in members])

    @property
    def tenants(self) -> list[UUID]:
        """Whose events are wanted."""
        return list({tenant_id for tenant_id, _ in self._members})

    @contextmanager
    def seat(self, tenant_id: UUID) -> Iterator[None]:
        """Take a seat, given back where the block fails and else by `remove`; raises OverLimit."""
        for limit, taken, who in (
            (self._most_per_tenant, self._seats[tenant_id], "Your tenant"),
            (self._most, self._seats.total(), "This server"),
        ):
            if taken >= limit:
                raise OverLimit(
                    f"{who} may have {limit} event streams open at once, and has that many. Close one first.",
                    retry_after=5,
                )
        self._seats[tenant_id] += 1
        try:
            yield
        except BaseException:
            self._give_back(tenant_id)
            raise

    def add(self, subscription: Subscription) -> None:
        """Have a subscription hear what is told from now on."""
        self._members.setdefault(_key(subscription), set()).add(subscription)

    def remove(self, subscription: Subscription) -> None:
        """Forget a subscription and give its seat back."""
        members = self._members[_key(subscription)]
        members.remove(subscription)
        if not members:
            del self._members[_key(subscription)]
        self._give_back(subscription.holder.tenant_id)

    def tell(self, tenant_id: UUID, task_id: str, told: Event | Progress) -> None:
        """Offer what happened to a task to those who subscribed to it or to all of its tenant's."""
        for key in ((tenant_id, None), (tenant_id, task_id)):
            for subscription in self._members.get(key, ()):
                subscription.offer(told)

    def _give_back(self, tenant_id: UUID) -> None:
        self._seats[tenant_id] -= 1
        if not self._seats[tenant_id]:
            del self._seats[tenant_id]


def _key(subscription: Subscription) -> tuple[UUID, str | None]:
    return subscription.holder.tenant_id, subscription.task_id
