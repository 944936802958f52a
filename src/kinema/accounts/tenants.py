"""Tenants: who owns tasks. All of a tenant's keys see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb

from kinema.accounts.limits import LIMITS, check
from kinema.accounts.once import Once, before, remember
from kinema.db.pool import Connection, Database, rows
from kinema.errors import Conflict, InvalidRequest, NotFound, Unauthorized

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}", re.ASCII)
"""What a tenant may be called."""


@dataclass(frozen=True)
class Tenant:
    """A tenant, its limits (those of LIMITS; None where there is none) and how many live keys it has."""

    id: UUID
    name: str
    created_at: datetime
    suspended_at: datetime | None
    keys: int
    limits: Mapping[str, int | None]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Tenant:
        """Read a row of `tenants` with its number of keys."""
        return cls(
            row["id"],
            row["name"],
            row["created_at"],
            row["suspended_at"],
            row["keys"],
            {name: row[name] for name in LIMITS},
        )


async def create(database: Database, name: str, limits: Mapping[str, object] | None = None) -> Tenant:
    """Add a tenant; raises InvalidRequest for a name that is taken or cannot be one, and for a bad limit."""
    _check(name, limits)
    async with database.transaction() as connection:
        return await _add(connection, name, limits)


async def create_once(
    database: Database, name: str, limits: Mapping[str, object], once: Once, by: UUID
) -> tuple[Tenant, bool]:
    """Add a tenant as `create` does, or return the one that the same creation of the tenant `by` added
    before; and whether it is new. Raises Conflict as `once.before` does, Unauthorized as `lock` does."""
    _check(name, limits)
    async with database.transaction() as connection:
        await lock(connection, by)
        if earlier := await before(connection, by, once, "tenants_get"):
            return Tenant.of(earlier), False
        tenant = await _add(connection, name, limits)
        await remember(connection, by, once, str(tenant.id))
    return tenant, True


def _check(name: str, limits: Mapping[str, object] | None) -> None:
    if not NAME.fullmatch(name):
        raise InvalidRequest(
            f"{name[:80]!r} cannot be a tenant's name: use 1 to 63 letters, digits, dots, dashes and "
            "underscores, beginning with a letter or digit.",
            param="name",
        )
    check(limits or {})


async def _add(connection: Connection, name: str, limits: Mapping[str, object] | None) -> Tenant:
    try:
        [row] = await rows(connection, "tenants_create", {"name": name, "limits": Jsonb(limits or {})})
    except psycopg.errors.UniqueViolation as error:
        raise InvalidRequest(f"There is a tenant called {name!r} already.", param="name") from error
    return Tenant.of(row)


async def every(database: Database, *, after: str = "", limit: int | None = None) -> list[Tenant]:
    """Return the tenants by name, at most `limit` of those behind `after`."""
    found = await database.rows("tenants_list", {"name": None, "after": after, "limit": limit})
    return [Tenant.of(row) for row in found]


async def tenant_named(database: Database, name: str) -> Tenant:
    """Return the tenant called so; raises NotFound."""
    row = None
    if NAME.fullmatch(name):
        row = await database.row("tenants_list", {"name": name, "after": "", "limit": 1})
    if row is None:
        raise unknown(name)
    return Tenant.of(row)


def unknown(name: str) -> NotFound:
    """Return the refusal of a name that no tenant has."""
    return NotFound(
        f"There is no tenant called {name[:80]!r}. `kinema tenants list` shows them; "
        "`kinema tenants create` adds one."
    )


async def lock(connection: Connection, tenant_id: UUID) -> None:
    """Have what a tenant makes wait for the end of this transaction.

    Raises Unauthorized where it was deleted since its key was looked up.
    """
    if not await rows(connection, "tenants_lock", {"ids": [tenant_id]}):
        raise Unauthorized


async def change(
    database: Database,
    name: str,
    limits: Mapping[str, object] | None = None,
    *,
    suspended: bool | None = None,
) -> Tenant:
    """Set these limits of a tenant (None lifts one), suspend or resume it; return it as it is then.

    While it is suspended its keys open nothing; what it queued before is rendered. Raises NotFound and
    InvalidRequest.
    """
    check(limits or {})
    await database.run(
        "tenants_change", {"name": name, "limits": Jsonb(limits or {}), "suspended": suspended}
    )
    return await tenant_named(database, name)


async def delete(database: Database, name: str) -> None:
    """Delete a tenant and its keys; raises NotFound, and Conflict where it made a task or keeps a file."""
    tenant = await tenant_named(database, name)
    try:
        await database.run("tenants_delete", {"id": tenant.id})
    except psycopg.errors.ForeignKeyViolation as error:
        raise Conflict(
            f"{name} has tasks, files or characters; what it used stays in the books. Suspend it instead.",
            code="tenant_in_use",
        ) from error
