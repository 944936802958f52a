"""What a tenant may use: set by the operator, held at admission (`accounts.admission`) and at the claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from kinema.accounts.tenants import tenant_named
from kinema.db.pool import Database
from kinema.errors import InvalidRequest

LIMITS = (
    "weight",
    "creations_per_minute",
    "polls_per_minute",
    "max_running",
    "max_queued",
    "micros_per_day",
    "micros_per_month",
    "seconds_per_day",
    "seconds_per_month",
)
"""The columns of `tenants` that an operator sets. Money is in millionths of the operator's currency."""


async def limit(database: Database, name: str, limits: Mapping[str, int | None]) -> dict[str, Any]:
    """Set these limits of a tenant and leave the others; None lifts one. Return all of them as they are then.

    Raises NotFound, and InvalidRequest for a number that cannot be.
    """
    tenant = await tenant_named(database, name)
    try:
        row = await database.row("tenants_limit", {"id": tenant.id, "limits": Jsonb(dict(limits))})
    except (psycopg.errors.CheckViolation, psycopg.errors.NumericValueOutOfRange) as error:
        raise InvalidRequest("A limit is a whole number above zero; budgets may be zero.") from error
    assert row is not None  # the tenant was found
    return {limit: row[limit] for limit in LIMITS}


async def usage(database: Database, tenant_id: object, days: int) -> list[dict[str, Any]]:
    """Return day, micros and seconds of the days on which the tenant used anything, newest first."""
    return await database.rows("usage_of_tenant", {"tenant_id": tenant_id, "days": days})
