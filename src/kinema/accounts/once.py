"""Creations that happen once: the client names one by a key, and for a day its repetition makes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from psycopg.types.json import Jsonb

from kinema.db.pool import Connection, Row, queried, rows
from kinema.errors import Conflict


@dataclass(frozen=True)
class Once:
    """What makes a repeated creation the same one: the client's key, and the SHA-256 of what it asks for."""

    key: str
    body: bytes

    def check(self, earlier: Row) -> None:
        """Raise Conflict where what the key made before, a row of `idempotency`, came of another request."""
        if earlier["body"] != self.body:
            raise self.conflict(
                f"was used for another request within the last 24 hours, which made {earlier['made']}"
            )

    def conflict(self, why: str) -> Conflict:
        """Return the refusal of a key that cannot be used for this."""
        return Conflict(
            f"The idempotency key {self.key[:80]!r} {why}. Use a new key for a new creation.",
            code="idempotency_key_reused",
        )


async def before(connection: Connection, tenant_id: UUID, once: Once | None, query: str) -> Row | None:
    """Return what the tenant's same creation made before, None where there was none.

    The query finds it by `id` and `tenant_id`. Raises Conflict where the key was used for another request,
    and where what it made is gone. Under `tenants_lock` the answer holds until the end of the transaction.
    """
    if once is None:
        return None
    earlier = await rows(connection, "idempotency_find", {"pairs": Jsonb([[str(tenant_id), once.key]])})
    if not earlier:
        return None
    once.check(earlier[0])
    made = await rows(connection, query, {"id": earlier[0]["made"], "tenant_id": tenant_id})
    if not made:
        raise once.conflict(f"made {earlier[0]['made']}, which is gone")
    return made[0]


async def remember(connection: Connection, tenant_id: UUID, once: Once | None, made: str) -> None:
    """Keep, with what is made in this transaction, by which key: to be run under `tenants_lock`."""
    if once is not None:
        await queried(
            connection,
            "idempotency_add",
            {"tenant_id": tenant_id, "key": once.key, "body": once.body, "made": made},
        )
