"""API keys: high-entropy, stored as digests, shown once."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kinema.accounts.tenants import tenant_named
from kinema.db.pool import Connection, Database, rows
from kinema.errors import Forbidden, Misconfigured, NotFound, Unauthorized

PREFIX = "kn-"
SHORTEST = 20
"""The fewest characters of a key that an operator brings: below that it could be guessed."""


SCOPES = ("read", "write")
"""What a key may be for: to query and download, to create, cancel and delete."""


@dataclass(frozen=True)
class Key:
    """What may be known of a key after it was shown: never the key itself."""

    id: UUID
    tenant: str
    hint: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    models: list[str] | None
    scopes: list[str]


@dataclass(frozen=True)
class Holder:
    """Who is asking, and what this key lets it do: `models` None means all of them."""

    tenant_id: UUID
    tenant: str
    key_id: UUID
    models: frozenset[str] | None
    scopes: frozenset[str]
    polls_per_minute: int | None

    def may_use(self, model: str) -> None:
        """Raise Forbidden where the key does not cover the model."""
        if self.models is not None and model not in self.models:
            allowed = ", ".join(sorted(self.models)) or "none"
            raise Forbidden(f"This key may not use {model}. It may use: {allowed}.", code="model_not_allowed")

    def may(self, scope: str) -> None:
        """Raise Forbidden where the key lacks the scope."""
        if scope not in self.scopes:
            raise Forbidden(f"This key may not do that: it lacks the scope {scope!r}.", code="missing_scope")


def digest(secret: str) -> bytes:
    """Return the SHA-256 under which a key is stored. A key that is made here has 256 bits, so no
    slow hash is called for; one that an operator brings should have as many."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


async def authenticate(database: Database, secret: str) -> Holder:
    """Return who holds this key; raises Unauthorized for any other text."""
    row = await database.row("keys_authenticate", {"digest": digest(secret)})
    if row is None:
        raise Unauthorized
    models = frozenset(row.pop("models")) if row["models"] is not None else row.pop("models")
    return Holder(models=models, scopes=frozenset(row.pop("scopes")), **row)


async def still_valid(connection: Connection, key_ids: Collection[UUID]) -> set[UUID]:
    """Return those of the keys that are neither revoked nor expired."""
    return {row["id"] for row in await rows(connection, "keys_valid", {"ids": list(key_ids)})}


def generate() -> str:
    """Return a new key's text: 256 random bits."""
    return PREFIX + secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Grant:
    """What a key is for: which models (None: all), which scopes, until when (None: for good)."""

    models: tuple[str, ...] | None = None
    scopes: tuple[str, ...] = SCOPES
    expires_at: datetime | None = None


async def create(
    database: Database, tenant: str, secret: str | None = None, grant: Grant | None = None
) -> tuple[Key, str]:
    """Give the tenant of this name a new key, or the one given; return it and the secret, shown only now."""
    grant = grant or Grant()
    owner = await tenant_named(database, tenant)
    if secret is None:
        secret = generate()
    elif len(secret) < SHORTEST or not secret.isascii() or not secret.isprintable() or " " in secret:
        raise Misconfigured(
            f"A key must have at least {SHORTEST} printable ASCII characters and no space in it."
        )
    # Enough to tell keys apart; a key that an operator brought may be too short to give more of away.
    hint = f"{PREFIX}…{secret[-4:]}" if secret.startswith(PREFIX) else f"…{secret[-2:]}"
    parameters = {
        "tenant_id": owner.id,
        "digest": digest(secret),
        "hint": hint,
        "models": list(grant.models) if grant.models is not None else None,
        "scopes": list(grant.scopes),
        "expires_at": grant.expires_at,
    }
    row = await database.row("keys_create", parameters)
    assert row is not None  # an INSERT … RETURNING returns
    return _key({**row, "tenant": tenant}), secret


async def every(database: Database, tenant: str | None = None) -> list[Key]:
    """Return the keys of a tenant, or all, oldest first."""
    return [_key(row) for row in await database.rows("keys_list", {"tenant": tenant})]


async def revoke(database: Database, key_id: UUID) -> None:
    """Make a key open nothing from now on; raises NotFound where there is no such key."""
    if not await database.run("keys_revoke", {"id": key_id}):
        raise NotFound(f"There is no key with the id {key_id}. `kinema keys list` shows them.")


def _key(row: dict[str, Any]) -> Key:
    return Key(**row)
