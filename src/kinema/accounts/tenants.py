"""Tenants: who owns tasks. All of a tenant's keys see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

import psycopg

from kinema.db.pool import Database
from kinema.errors import InvalidRequest, NotFound

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}", re.ASCII)


@dataclass(frozen=True)
class Tenant:
    """A tenant, as a request is made for one."""

    id: UUID
    name: str


async def create(database: Database, name: str) -> Tenant:
    """Add a tenant; raises InvalidRequest for a name that is taken or cannot be one."""
    if not _NAME.fullmatch(name):
        raise InvalidRequest(
            f"{name!r} cannot be a tenant's name: use 1 to 63 letters, digits, dots, dashes and underscores, "
            "beginning with a letter or digit.",
            param="name",
        )
    try:
        row = await database.row("tenants_create", {"name": name})
    except psycopg.errors.UniqueViolation as error:
        raise InvalidRequest(f"There is a tenant called {name!r} already.", param="name") from error
    assert row is not None  # an INSERT … RETURNING returns
    return Tenant(**row)


async def every(database: Database) -> list[dict[str, object]]:
    """Return id, name, creation time and number of live keys of every tenant, by name."""
    return await database.rows("tenants_list")


async def tenant_named(database: Database, name: str) -> Tenant:
    """Return the tenant called so; raises NotFound."""
    row = await database.row("tenants_named", {"name": name})
    if row is None:
        raise NotFound(
            f"There is no tenant called {name!r}. `kinema tenants list` shows them; "
            f"`kinema tenants create {name}` adds it."
        )
    return Tenant(**row)
