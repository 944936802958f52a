"""Tenants, keys and what replicas share, on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
import pytest

from kinema.accounts import keys, tenants
from kinema.accounts.bootstrap import OPERATOR, brought_key, first_key, link_secrets, rotate_link_secret
from kinema.accounts.once import Once
from kinema.db.pool import Database
from kinema.errors import InvalidRequest, Misconfigured, NotFound, Unauthorized
from kinema.library import characters, files
from kinema.library.characters import Casting
from kinema.notify import endpoints
from kinema.storage.objects import Storage
from kinema.tasks.task import new_id


async def test_a_key_opens_its_tenant_and_is_stored_as_a_digest(database: Database) -> None:
    """A new key authenticates its tenant, and its text is nowhere in the database."""
    ana = await tenants.create(database, "ana")
    _, secret = await keys.create(database, "ana")
    assert (await keys.authenticate(database, secret)).tenant_id == ana.id
    async with database.connection() as connection:
        rows = await (await connection.execute("SELECT keys::text AS it FROM keys")).fetchall()
    assert secret not in rows[0]["it"]
    assert len(secret) > 40


@pytest.mark.parametrize(
    "hostile", ["", "x", "' OR 1=1 --", "kn-" + "a" * 10_000, "kn-\0", "ключ", "kn-\ud800", "%", "*"]
)
async def test_other_texts_open_nothing(database: Database, hostile: str) -> None:
    """Whatever is not a key is Unauthorized, not an error of the database."""
    await tenants.create(database, "ana")
    await keys.create(database, "ana")
    with pytest.raises(Unauthorized):
        await keys.authenticate(database, hostile)


async def test_a_tenant_that_is_being_deleted_gets_no_key(database: Database, database_url: str) -> None:
    """A key that is asked for while its tenant is deleted is refused as one of a tenant that never was."""
    await tenants.create(database, "ana")
    async with await psycopg.AsyncConnection.connect(database_url) as other:
        await other.execute("DELETE FROM tenants WHERE name = 'ana'")
        asked = asyncio.create_task(keys.create(database, "ana"))
        await asyncio.sleep(0.2)
        assert not asked.done()
        await other.commit()
        with pytest.raises(NotFound, match="no tenant called 'ana'"):
            await asked


Making = Callable[[Database, Storage, UUID], Awaitable[object]]

ONCE = Once("key", bytes(32))

MAKING: dict[str, Making] = {
    "file": lambda database, storage, whose: files.keep(
        database, storage, whose, b"x", filename="a", purpose="vision", lifetime=None, once=ONCE
    ),
    "character": lambda database, storage, whose: characters.make(
        database, storage, Casting(new_id("char"), whose, "Zed", "fake", "film"), ONCE
    ),
    "webhook endpoint": lambda database, _, whose: endpoints.create(
        database, whose, name="", url="https://example.com/", event_types=[], once=ONCE
    ),
    "tenant": lambda database, _, whose: tenants.create_once(database, "bob", {}, ONCE, whose),
    "key": lambda database, _, whose: keys.create_once(database, "eve", keys.Grant(), ONCE, whose, "seed"),
}


@pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)
async def test_a_tenant_that_is_being_deleted_makes_nothing(
    database: Database, database_url: str, storage: Storage, make: Making
) -> None:
    """What is asked for with a key whose tenant is deleted meanwhile is Unauthorized, and nothing is left."""
    ana = await tenants.create(database, "ana")
    await tenants.create(database, "eve")
    async with await psycopg.AsyncConnection.connect(database_url) as other:
        await other.execute("DELETE FROM tenants WHERE name = 'ana'")
        asked = asyncio.create_task(make(database, storage, ana.id))
        await asyncio.sleep(0.2)
        assert not asked.done()
        await other.commit()
        with pytest.raises(Unauthorized):
            await asked
    assert [tenant.name for tenant in await tenants.every(database)] == ["eve"]
    later = datetime.now(UTC) + timedelta(minutes=1)
    assert not [batch async for batch in storage.older_than("files", later) if batch]


async def test_a_revoked_key_opens_nothing_at_once(database: Database) -> None:
    """Revoking ends one key, not its tenant's others; again it changes nothing; an unknown id is an error."""
    await tenants.create(database, "ana")
    key, secret = await keys.create(database, "ana")
    _, other = await keys.create(database, "ana")
    revoked = await keys.revoke(database, key.id)
    assert revoked.revoked_at is not None
    assert await keys.revoke(database, key.id) == revoked
    with pytest.raises(Unauthorized):
        await keys.authenticate(database, secret)
    assert (await keys.authenticate(database, other)).tenant == "ana"
    with pytest.raises(NotFound):
        await keys.revoke(database, (await tenants.tenant_named(database, "ana")).id)


async def test_an_expired_key_opens_nothing(database: Database) -> None:
    """A key past its time is as unknown."""
    await tenants.create(database, "ana")
    _, secret = await keys.create(database, "ana")
    async with database.connection() as connection:
        await connection.execute("UPDATE keys SET expires_at = now() - interval '1 second'")
    with pytest.raises(Unauthorized):
        await keys.authenticate(database, secret)


@pytest.mark.parametrize("name", ["", " ", "a b", "-a", "a" * 64, "é", "a\n", "a/b"])
async def test_names_that_cannot_be_are_refused(database: Database, name: str) -> None:
    """A tenant's name is short, plain ASCII and fit for a command line."""
    with pytest.raises(InvalidRequest):
        await tenants.create(database, name)


async def test_names_are_unique(database: Database) -> None:
    """A name that is taken is refused in words."""
    await tenants.create(database, "ana")
    with pytest.raises(InvalidRequest, match="already"):
        await tenants.create(database, "ana")


async def test_the_first_key_is_made_once(database: Database) -> None:
    """However many replicas start at once, one of them makes the operator's key."""
    secrets: list[str] = []
    await asyncio.gather(*(first_key(database, secrets.append) for _ in range(3)))
    assert len(secrets) == 1
    assert (await keys.authenticate(database, secrets[0])).tenant == OPERATOR
    await first_key(database, secrets.append)
    assert len(secrets) == 1


async def test_a_first_key_that_cannot_be_handed_over_is_not_stored(database: Database) -> None:
    """Where the operator cannot get the key, the installation has none, and the next start makes another."""

    def refuse(secret: str) -> None:
        raise Misconfigured(f"no room for {len(secret)} characters")

    with pytest.raises(Misconfigured):
        await first_key(database, refuse)
    assert await keys.every(database) == []
    handed: list[str] = []
    await first_key(database, handed.append)
    assert (await keys.authenticate(database, handed[0])).tenant == OPERATOR


async def test_a_brought_key_is_added_once_and_a_weak_one_refused(database: Database) -> None:
    """KINEMA_BOOTSTRAP_KEY becomes the operator's key; short or odd ones stop the start."""
    brought = "brought-by-the-operator-0123"
    for _ in range(2):
        await brought_key(database, brought)
    assert (await keys.authenticate(database, brought)).tenant == OPERATOR
    assert len(await keys.every(database)) == 1
    for weak in ("short", "with spaces in the middle of it", "schlüssel-schlüssel-schlüssel"):
        with pytest.raises(Misconfigured):
            await brought_key(database, weak)


async def test_link_secrets_are_shared_and_rotate(database: Database) -> None:
    """All replicas get the same secret; a rotation puts a new one first and can forget the others."""
    first, second = await asyncio.gather(link_secrets(database), link_secrets(database))
    assert first == second
    assert len(first[0]) >= 32
    await rotate_link_secret(database, forget_older=False)
    rotated = await link_secrets(database)
    assert len(rotated) == 2
    assert rotated[1:] == first
    await rotate_link_secret(database, forget_older=True)
    assert len(await link_secrets(database)) == 1
