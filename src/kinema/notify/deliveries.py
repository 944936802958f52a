"""What endpoints are to be told: the outbox, lent to whoever sends, and its log.

The rows are written by the statements that end a task (`tasks_complete.sql`, `tasks_end.sql`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from kinema.db.pool import Database
from kinema.errors import Conflict, NotFound
from kinema.notify.endpoints import Endpoint
from kinema.notify.webhook import Attempt, Webhook, signing

_ID = re.compile(r"evt_[0-9a-f]{32}", re.ASCII)


@dataclass(frozen=True)
class Loan:
    """A webhook that is this process's to send until `lent_until`; `tries` of it have failed before."""

    webhook: Webhook
    tenant_id: UUID
    endpoint_id: str
    url: str
    signing: list[bytes] = field(repr=False)
    tries: int
    lent_until: datetime

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Loan:
        """Read a row of `webhook_deliveries_lend`."""
        return cls(
            Webhook(row["id"], row["event_type"], row["task_id"], row["created_at"]),
            row["tenant_id"],
            row["endpoint_id"],
            row["url"],
            signing(row["secret"], row["secret_before"], row["secret_before_until"]),
            row["tries"],
            row["lent_until"],
        )


@dataclass(frozen=True)
class Logged:
    """A line of the log. `attempts` are its last 50; `next_at` is None once nothing more is tried."""

    id: str
    task_id: str
    event_type: str
    status: str
    next_at: datetime | None
    attempts: list[dict[str, Any]]
    created_at: datetime

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Logged:
        """Read a row that has at least this class's columns."""
        return cls(**{column.name: row[column.name] for column in fields(cls)})


async def lend(
    database: Database,
    *,
    most: int,
    each: int,
    lease: timedelta,
    passed_over: Collection[str] = (),
    among: Sequence[str] | None = None,
) -> list[Loan]:
    """Take at most `most` webhooks that are due, `each` of an endpoint and none of those passed over; with
    `among`, of those endpoints alone, the first of them before the second."""
    parameters = {
        "free": most,
        "each": each,
        "lease": lease,
        "passed_over": list(passed_over),
        "among": None if among is None else list(among),
    }
    return [Loan.of(row) for row in await database.rows("webhook_deliveries_lend", parameters)]


async def settle(database: Database, loan: Loan, attempt: Attempt, wait: timedelta | None) -> None:
    """Log what came of it and, unless the loan was over before, when it is tried again (None: never)."""
    failed = "failed" if wait is None else "pending"
    parameters = {
        "id": loan.webhook.id,
        "lent_until": loan.lent_until,
        "status": "delivered" if attempt.succeeded else failed,
        "wait": None if attempt.succeeded else wait,
        "attempt": Jsonb(
            {
                "at": int(attempt.at.timestamp()),
                "milliseconds": attempt.milliseconds,
                "status_code": attempt.status_code,
                "error": attempt.error,
            }
        ),
    }
    await database.run("webhook_deliveries_settle", parameters)


async def page_of(
    database: Database, endpoint: Endpoint, limit: int, after: str | None
) -> tuple[list[Logged], bool]:
    """Return at most `limit` lines of an endpoint's log, the newest first, and whether there are more.

    They begin behind the line `after`, which may be forgotten by now.
    """
    parameters = {"endpoint_id": endpoint.id, "after": after, "limit": limit + 1}
    found = await database.rows("webhook_deliveries_page", parameters)
    return [Logged.of(row) for row in found[:limit]], len(found) > limit


async def redeliver(database: Database, endpoint: Endpoint, delivery_id: str) -> Logged:
    """Have a webhook sent again, now, under its id.

    Raises NotFound, and Conflict where the endpoint is off.
    """
    if endpoint.disabled_at is not None:
        raise Conflict("The endpoint is switched off. Switch it on first: send enabled: true to it.")
    row = None
    if _ID.fullmatch(delivery_id):
        parameters = {"id": delivery_id, "endpoint_id": endpoint.id}
        row = await database.row("webhook_deliveries_redeliver", parameters)
    if row is None:
        raise NotFound("There is no delivery with this id.")
    return Logged.of(row)


async def forget_old(database: Database) -> None:
    """Forget what is over and more than 30 days old."""
    await database.drain("webhook_deliveries_forget")
