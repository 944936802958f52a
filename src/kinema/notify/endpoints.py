"""Webhook endpoints: where a tenant wants to be told how its tasks end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kinema.accounts.once import Once, before, remember
from kinema.accounts.tenants import lock
from kinema.db.pool import Database, rows
from kinema.errors import Conflict, NotFound
from kinema.notify.webhook import new_secret, signing
from kinema.tasks.task import new_id

MOST = 10
"""Endpoints that a tenant may have."""

OVERLAP = timedelta(hours=24)
"""How long the secret before may sign along after a rotation."""

_ID = re.compile(r"wh_[0-9a-f]{32}", re.ASCII)


@dataclass(frozen=True)
class Endpoint:
    """One row of `webhook_endpoints`; `disabled_at` says since when nothing is sent to it."""

    id: str
    tenant_id: UUID
    name: str
    url: str
    event_types: list[str]
    secret: bytes = field(repr=False)
    secret_before: bytes | None = field(repr=False)
    secret_before_until: datetime | None
    created_at: datetime
    updated_at: datetime
    disabled_at: datetime | None

    @property
    def signing(self) -> list[bytes]:
        """The secrets that sign at this moment."""
        return signing(self.secret, self.secret_before, self.secret_before_until)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Endpoint:
        """Read a row of `webhook_endpoints`."""
        return cls(**{column.name: row[column.name] for column in fields(cls)})


@dataclass(frozen=True)
class Changes:
    """What is to be different about an endpoint; None leaves it as it is."""

    name: str | None = None
    url: str | None = None
    event_types: Sequence[str] | None = None
    enabled: bool | None = None


async def create(
    database: Database,
    tenant_id: UUID,
    *,
    name: str,
    url: str,
    event_types: Sequence[str],
    once: Once | None = None,
) -> Endpoint:
    """Add an endpoint with a new secret, or return the one that the same creation added before.

    Raises Conflict where the tenant has as many as it may, and as `once.before` does, Unauthorized as
    `tenants.lock` does.
    """
    parameters = {
        "id": new_id("wh"),
        "tenant_id": tenant_id,
        "name": name,
        "url": url,
        "event_types": list(event_types),
        "secret": new_secret(),
        "most": MOST,
    }
    async with database.transaction() as connection:
        await lock(connection, tenant_id)
        if earlier := await before(connection, tenant_id, once, "webhook_endpoints_get"):
            return Endpoint.of(earlier)
        made = await rows(connection, "webhook_endpoints_create", parameters)
        if not made:
            raise Conflict(
                f"You have {MOST} webhook endpoints, and no more are possible. Delete one first.",
                code="too_many_endpoints",
            )
        await remember(connection, tenant_id, once, made[0]["id"])
    return Endpoint.of(made[0])


async def endpoint_of(database: Database, tenant_id: UUID, endpoint_id: str) -> Endpoint:
    """Return the tenant's endpoint; raises the same NotFound for a foreign, a malformed and an unknown id."""
    return await _one(database, "webhook_endpoints_get", tenant_id, endpoint_id)


async def page_of(
    database: Database, tenant_id: UUID, limit: int, after: str | None
) -> tuple[list[Endpoint], bool]:
    """Return at most `limit` of the tenant's endpoints, the newest first, and whether there are more.

    They begin behind the endpoint `after`, which may have been deleted meanwhile.
    """
    parameters = {"tenant_id": tenant_id, "after": after, "limit": limit + 1}
    found = await database.rows("webhook_endpoints_page", parameters)
    return [Endpoint.of(row) for row in found[:limit]], len(found) > limit


async def update(database: Database, tenant_id: UUID, endpoint_id: str, changes: Changes) -> Endpoint:
    """Change an endpoint; one that is switched off is not told what it was still to be. Raises NotFound."""
    given = {
        "name": changes.name,
        "url": changes.url,
        "event_types": list(changes.event_types) if changes.event_types is not None else None,
        "enabled": changes.enabled,
    }
    endpoint = await _one(database, "webhook_endpoints_update", tenant_id, endpoint_id, given)
    if changes.enabled is False:
        await drop_unwanted(database)
    return endpoint


async def switch_off(database: Database, tenant_id: UUID, endpoint_id: str, url: str) -> bool:
    """Switch an endpoint off that wants to hear no more at this address; False where it has another by now.

    What it was still to be told is to be dropped next.
    """
    parameters = {"id": endpoint_id, "tenant_id": tenant_id, "url": url}
    return await database.row("webhook_endpoints_switch_off", parameters) is not None


async def drop_unwanted(database: Database) -> None:
    """Give up what endpoints that are switched off were still to be told; none of it is lent meanwhile."""
    await database.drain("webhook_deliveries_drop")


async def rotate(database: Database, tenant_id: UUID, endpoint_id: str, *, keep_old: bool) -> Endpoint:
    """Sign with a new secret from now on, and for OVERLAP with the old one too where that is kept.

    Raises NotFound.
    """
    given = {"secret": new_secret(), "overlap": OVERLAP if keep_old else timedelta(0)}
    return await _one(database, "webhook_endpoints_rotate", tenant_id, endpoint_id, given)


async def delete(database: Database, tenant_id: UUID, endpoint_id: str) -> None:
    """Forget an endpoint, what it was still to be told, and its log; raises NotFound."""
    await _one(database, "webhook_endpoints_delete", tenant_id, endpoint_id)


async def _one(
    database: Database,
    query: str,
    tenant_id: UUID,
    endpoint_id: str,
    more: Mapping[str, Any] | None = None,
) -> Endpoint:
    row = None
    if _ID.fullmatch(endpoint_id):  # PostgreSQL takes no NUL in a text
        row = await database.row(query, {"id": endpoint_id, "tenant_id": tenant_id, **(more or {})})
    if row is None:
        raise NotFound("There is no webhook endpoint with this id.")
    return Endpoint.of(row)
