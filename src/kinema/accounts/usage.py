"""What tenants used: sums of the ledger. What failed counts for nothing, what was cancelled for
what was charged of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from kinema.db.pool import Database
from kinema.errors import InvalidRequest

MOST_DAYS = 366
DAYS = 31


class By(StrEnum):
    """What usage can be told apart by."""

    DAY = "day"
    MODEL = "model"
    KEY = "key"


class Period(NamedTuple):
    """Days (UTC) from `first` to `last`, both counted in."""

    first: date
    last: date

    @classmethod
    def of(cls, first: str | None, last: str | None) -> Period:
        """Read two days as `2026-11-30`, by default the last 31; raises InvalidRequest for `from` or `to`."""
        until = _day(last, "to") if last is not None else datetime.now(UTC).date()
        since = _day(first, "from") if first is not None else until - timedelta(days=DAYS - 1)
        if not timedelta(0) <= until - since < timedelta(days=MOST_DAYS):
            raise InvalidRequest(
                f"from must be at most {MOST_DAYS - 1} days before to ({until}), not {since}.", param="from"
            )
        return cls(since, until)


async def by_day(database: Database, tenant_id: UUID, days: int) -> list[dict[str, Any]]:
    """Return day, micros and seconds of the last days on which the tenant used anything, newest first."""
    return await database.rows("usage_of_tenant", {"tenant_id": tenant_id, "days": days})


async def sums(database: Database, tenant_id: UUID, period: Period, by: By) -> list[dict[str, Any]]:
    """Return part (a day, a model or a key's id), tasks, seconds and micros, by part."""
    parameters = {"tenant_id": tenant_id, "first": period.first, "last": period.last, "by": by}
    return await database.rows("ledger_sums", parameters)


def _day(text: str, name: str) -> date:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= 2999:
        raise InvalidRequest(f"{name} must be a day, as 2026-11-30, not {text[:80]!r}.", param=name)
    return day
