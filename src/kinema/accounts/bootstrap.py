"""The first key: without one, nobody could use a new installation.

And the secrets that every replica shares: made once, in the database, under an advisory lock.
"""

from __future__ import annotations

import secrets

from kinema.accounts import keys, tenants
from kinema.db.pool import Database, rows
from kinema.errors import NotFound

OPERATOR = "operator"
"""The name of the tenant that the first key belongs to."""

LINKS = "links"
"""The name of the secrets that sign download links."""


async def first_key(database: Database, brought: str | None) -> str | None:
    """Make sure that the operator has a key; return it where it was made just now, else None.

    A key that is `brought` (KINEMA_BOOTSTRAP_KEY) is added wherever it is not known yet. Without one, a key
    is made up only where the installation has none at all.
    """
    async with database.transaction() as connection:
        await rows(connection, "bootstrap_lock")
        try:
            await tenants.tenant_named(database, OPERATOR)
        except NotFound:
            await tenants.create(database, OPERATOR)
        if brought is not None:
            if not await database.row("keys_known", {"digest": keys.digest(brought)}):
                await keys.create(database, OPERATOR, brought)
            return None
        if await keys.every(database):
            return None
        _, secret = await keys.create(database, OPERATOR)
        return secret


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
            await connection.execute("DELETE FROM secrets WHERE name = %s", [LINKS])
        await rows(connection, "secrets_add", {"name": LINKS, "value": secrets.token_bytes(32)})
