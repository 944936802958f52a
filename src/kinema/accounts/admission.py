"""Admission: whether a tenant may have one more task, and what that leaves it. The caller holds the lock.

The rate is GCRA (ITU-T I.371): a minute's worth of creations may come at once, then one each 60/rate seconds.
Days and months are UTC. Money is in millionths of the operator's currency.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from kinema.errors import OverLimit, QuotaExceeded, Rate

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Standing:
    """What a tenant may use (None: without limit) and has used, at `now`."""

    now: datetime
    arrival: datetime | None
    creations_per_minute: int | None
    max_queued: int | None
    micros_per_day: int | None
    micros_per_month: int | None
    seconds_per_day: int | None
    seconds_per_month: int | None
    queued: int
    micros_today: int
    micros_this_month: int
    seconds_today: int
    seconds_this_month: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Standing:
        """Read a row of `tenants_standing`."""
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})

    def after(self, micros: int, seconds: int) -> Standing:
        """Return the standing once one more task of that price and length is admitted.

        Raises OverLimit where it must wait, and QuotaExceeded where its budget is used up.
        """
        arrival = self._arrival()
        if self.max_queued is not None and self.queued >= self.max_queued:
            raise OverLimit(
                f"{self.queued} of your tasks are queued, and {self.max_queued} may be. "
                "Wait until some have been rendered.",
                retry_after=10,
                rate=self.rate(),
            )
        for limit, used, what, until in (
            (self.micros_per_day, self.micros_today + micros, "money for today", self._tomorrow()),
            (self.micros_per_month, self.micros_this_month + micros, "money for this month", None),
            (self.seconds_per_day, self.seconds_today + seconds, "seconds for today", self._tomorrow()),
            (self.seconds_per_month, self.seconds_this_month + seconds, "seconds for this month", None),
        ):
            if limit is not None and used > limit:
                hint = f" A new day begins at {until:%Y-%m-%d %H:%M} UTC." if until else ""
                raise QuotaExceeded(f"Your budget of {what} does not cover this film.{hint}")
        return replace(
            self,
            arrival=arrival,
            queued=self.queued + 1,
            micros_today=self.micros_today + micros,
            micros_this_month=self.micros_this_month + micros,
            seconds_today=self.seconds_today + seconds,
            seconds_this_month=self.seconds_this_month + seconds,
        )

    def rate(self) -> Rate | None:
        """Return how the rate of creations stands right now, None where it has no limit."""
        if self.creations_per_minute is None:
            return None
        return _standing(self.arrival, self.now, self.creations_per_minute)

    def _arrival(self) -> datetime | None:
        if self.creations_per_minute is None:
            return self.arrival
        return next_arrival(self.arrival, self.now, self.creations_per_minute, "create {} tasks a minute")

    def _tomorrow(self) -> datetime:
        return datetime.combine(self.now.date() + timedelta(days=1), time(), UTC)


def next_arrival(arrival: datetime | None, now: datetime, per_minute: int, what: str) -> datetime:
    """Return GCRA's state after one more of what may come `per_minute`; raises OverLimit where it may not.

    `what` says what that is, as `create {} tasks a minute`.
    """
    following = max(arrival or now, now) + _step(per_minute)
    early = following - MINUTE - now
    if early > timedelta(0):
        raise OverLimit(
            f"You may {what.format(per_minute)}.",
            retry_after=math.ceil(early.total_seconds()),
            rate=_standing(arrival, now, per_minute),
        )
    return following


def _standing(arrival: datetime | None, now: datetime, per_minute: int) -> Rate:
    ahead = max(arrival or now, now) - now
    return Rate(per_minute, max(0, (MINUTE - ahead) // _step(per_minute)), ahead.total_seconds())


def _step(per_minute: int) -> timedelta:
    """Return the time between two creations, rounded down: a minute must hold as many as it is to."""
    return timedelta(microseconds=60_000_000 // per_minute)
