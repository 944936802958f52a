"""The first key: without one, nobody could use a new installation.

And the secrets that every replica shares: made once, in the database, under an advisory lock.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from kinema.accounts import keys, tenants
from kinema.db.pool import Database, queried, rows
from kinema.errors import NotFound

OPERATOR = "operator"
"""The name of the tenant that the first key belongs to."""

LINKS = "links"
"""The name of the secrets that sign download links."""


async def first_key(database: Database, hand_over: Callable[[str], None]) -> None:
    """Make the operator a key where the installation has none at all.

    It is handed over before it is stored: a start that dies in between leaves a key that opens nothing, and
    the next one makes another, while the other way round would leave an installation that nobody can use.
    """
    async with _operator(database):
        if not await keys.every(database, limit=1):
            secret = keys.generate()
            hand_over(secret)
            await keys.create(database, OPERATOR, secret)


async def brought_key(database: Database, secret: str) -> None:
    """Give the operator the key that it brought (KINEMA_BOOTSTRAP_KEY), unless that was ever added before."""
    async with _operator(database):
        if not await database.row("keys_known", {"digest": keys.digest(secret)}):
            await keys.create(database, OPERATOR, secret)


@asynccontextmanager
async def _operator(database: Database) -> AsyncIterator[None]:
    """Make sure that there is an operator; one process at a time runs what is inside."""
    async with database.transaction() as connection:
        await rows(connection, "bootstrap_lock")
        try:
            await tenants.tenant_named(database, OPERATOR)
        except NotFound:
            await tenants.create(database, OPERATOR)
        yield


async def link_secrets(database: Database) -> list[bytes]:
    """Return the secrets of download links, newest first: the first signs, all of them verify."""
    async with database.transaction() as connection:
        await rows(connection, "bootstrap_lock")
        found = await rows(connection, "secrets_list", {"name": LINKS})
        if not found:
            await rows(connection, "secrets_add", {"name": LINKS, "value": secrets.token_bytes(32)})
            found = await rows(connection, "secrets_list", {"name": LINKS})
    return [row["value"] for row in found]


async def rotate_link_secret(database: Database, *, forget_older: bool) -> None:
    """Sign links with a new secret; those signed with older ones stay good unless they are forgotten."""
    async with database.transaction() as connection:
        if forget_older:
            await queried(connection, "secrets_forget", {"name": LINKS})
        await rows(connection, "secrets_add", {"name": LINKS, "value": secrets.token_bytes(32)})
