"""API keys: high-entropy, stored as digests, shown once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from kinema.accounts import tenants
from kinema.accounts.once import Once, before, remember
from kinema.db.pool import Connection, Database, rows
from kinema.errors import Forbidden, InvalidRequest, Misconfigured, NotFound, Unauthorized

PREFIX = "kn-"
SHORTEST = 20
"""The fewest characters of a key that an operator brings: below that it could be guessed."""


SCOPES = ("read", "write", "admin")
"""What a key may be for: to query and download; to create, cancel and delete; to run the installation."""

USUAL = ("read", "write")
"""The scopes of a key for films: to administer, a key must be made for it."""

LONGEST_LIFE = timedelta(days=36_500)


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

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Key:
        """Read a row of `keys` with its tenant's name."""
        return cls(**{field.name: row[field.name] for field in fields(cls)})


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
    """Return who holds this key.

    Raises Unauthorized for any other text, and Forbidden where the tenant is suspended.
    """
    row = await database.row("keys_authenticate", {"digest": digest(secret)})
    if row is None:
        raise Unauthorized
    if row.pop("suspended_at"):
        raise Forbidden(
            "This key's tenant is suspended. Ask whoever runs the server.", code="tenant_suspended"
        )
    models = row.pop("models")
    models = None if models is None else frozenset(models)
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
    scopes: tuple[str, ...] = USUAL
    expires_at: datetime | None = None

    @classmethod
    def checked(
        cls,
        known: Collection[str],
        models: Sequence[str] | None,
        scopes: Sequence[str] | None,
        expires_at: datetime | None,
    ) -> Grant:
        """Return a grant of these, `known` being all models; raises InvalidRequest, which names the field."""
        _check_words("models", models, known)
        _check_words("scopes", scopes, SCOPES)
        now = datetime.now(UTC)
        if expires_at is not None and not now < expires_at <= now + LONGEST_LIFE:
            raise InvalidRequest(
                f"expires_at must be within the next {LONGEST_LIFE.days:,} days, "
                f"not {expires_at:%Y-%m-%d %H:%M}.",
                param="expires_at",
            )
        return cls(tuple(models) if models else None, tuple(scopes or USUAL), expires_at)


async def create(
    database: Database, tenant: str, secret: str | None = None, grant: Grant | None = None
) -> tuple[Key, str]:
    """Give the tenant of this name a new key, or the one given; return it and the secret, shown only now.

    Raises NotFound, also where the tenant is deleted at this moment.
    """
    if secret is None:
        secret = generate()
    elif len(secret) < SHORTEST or not secret.isascii() or not secret.isprintable() or " " in secret:
        raise Misconfigured(
            f"A key must have at least {SHORTEST} printable ASCII characters and no space in it."
        )
    async with database.transaction() as connection:
        return await _add(connection, tenant, uuid4(), secret, grant or Grant()), secret


async def create_once(
    database: Database, tenant: str, grant: Grant, once: Once, by: UUID, seed: str
) -> tuple[Key, str, bool]:
    """Give the tenant of this name a new key, or return the one that the same creation of the tenant `by`
    made before; with its secret, and whether it is new.

    The secret is not kept: it is made of the `seed`, which is the API key that asks and is not kept either,
    of the idempotency key and of the new key's id. Raises NotFound as `create` does, Conflict as
    `once.before` does and where another API key made it, Unauthorized as `tenants.lock` does.
    """
    async with database.transaction() as connection:
        await tenants.lock(connection, by)
        earlier = await before(connection, by, once, "keys_get")
        key_id = earlier["id"] if earlier else uuid4()
        secret = _derived(seed, once, key_id)
        if earlier is None:
            key = await _add(connection, tenant, key_id, secret, grant)
            await remember(connection, by, once, str(key_id))
            return key, secret, True
    if earlier["digest"] != digest(secret):
        raise once.conflict(
            f"made the key {key_id}, whose secret is shown again to the API key alone that asked for it. "
            "If it was lost, revoke that key"
        )
    return Key.of(earlier), secret, False


def _derived(seed: str, once: Once, key_id: UUID) -> str:
    """Return the text of a key that can be told again: as hard to guess as the seed."""
    made = hmac.digest(seed.encode(), f"kinema key {key_id} {once.key}".encode(), "sha256")
    return PREFIX + base64.urlsafe_b64encode(made).decode().rstrip("=")


async def _add(connection: Connection, tenant: str, key_id: UUID, secret: str, grant: Grant) -> Key:
    # Enough to tell keys apart; a key that an operator brought may be too short to give more of away.
    hint = f"{PREFIX}…{secret[-4:]}" if secret.startswith(PREFIX) else f"…{secret[-2:]}"
    parameters = {
        "id": key_id,
        "tenant": tenant,
        "digest": digest(secret),
        "hint": hint,
        "models": list(grant.models) if grant.models is not None else None,
        "scopes": list(grant.scopes),
        "expires_at": grant.expires_at,
    }
    made = await rows(connection, "keys_create", parameters) if tenants.NAME.fullmatch(tenant) else []
    if not made:
        raise tenants.unknown(tenant)
    return Key.of({**made[0], "tenant": tenant})


async def every(
    database: Database, tenant: str | None = None, *, after: UUID | None = None, limit: int | None = None
) -> list[Key]:
    """Return the keys of a tenant, or all, oldest first: at most `limit` of those behind the key `after`.

    Raises NotFound where that key is gone, with its tenant, or never was.
    """
    found = await database.rows("keys_list", {"tenant": tenant, "after": after, "limit": limit})
    if not found and after is not None and not await database.rows("keys_cursor", {"after": after}):
        raise NotFound("There is no key with this id.")
    return [Key.of(row) for row in found]


async def revoke(database: Database, key_id: UUID | str) -> Key:
    """Make a key open nothing from now on, and return it; a second time changes nothing. Raises NotFound."""
    try:
        row = await database.row("keys_revoke", {"id": UUID(str(key_id))})
    except ValueError:  # no UUID
        row = None
    if row is None:
        raise NotFound(f"There is no key with the id {str(key_id)[:80]!r}. `kinema keys list` shows them.")
    return Key.of(row)


def _check_words(name: str, given: Sequence[str] | None, known: Collection[str]) -> None:
    wrong = next((word for word in given or () if word not in known), None)
    if wrong is not None:
        raise InvalidRequest(
            f"There is no {name[:-1]} {wrong[:80]!r}. Known: {', '.join(known)}.",
            param=name,
            code="unsupported_value",
        )
