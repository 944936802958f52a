"""What limits, ledger, events and idempotency add to a creation: it takes turns with a bare one.

Bare is the least that is durable: one transaction with the task's row and the token for the queue. Both go
straight to the embedded PostgreSQL, with fsync on and without HTTP.
"""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

import uvloop

from bench.turns import taking_turns
from kinema.accounts import keys, tenants
from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database
from kinema.queue import defer_renders
from kinema.tasks.create import Creations, Once, Order
from kinema.tasks.task import new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE

TURNS = 1_000
TENANTS = 20
"""So many take turns: no queue of theirs, which the limit counts, grows long."""

REQUEST = VideoRequest(
    BUILT_IN["openAiSora2Plus"], "A cat dancing in the rain, cinematic style", LANDSCAPE, 8
)
LIMITS = {
    "creations_per_minute": 1_000_000,
    "max_queued": 1_000_000,
    "micros_per_day": 10**15,
    "seconds_per_month": 10**15,
}
BARE = """
INSERT INTO tasks (id, tenant_id, key_id, model, engine, quality, prompt, width, height, seconds, seed)
VALUES (%(id)s, %(tenant_id)s, %(key_id)s, 'openAiSora2Plus', 'animatic', 'standard',
        'A cat dancing in the rain, cinematic style', 1280, 720, 8, 1)
RETURNING created_at
"""


def measure() -> dict[str, Any]:
    """Return medians of milliseconds."""
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        with running(Path(folder, "data")) as url:
            schema.upgrade(url)
            return uvloop.run(_measure(url))  # as the API does


async def _measure(url: str) -> dict[str, Any]:
    database = Database(url)
    await database.open()
    try:
        holders = [await _holder(database, f"bench-{number}") for number in range(TENANTS)]
        creations = Creations(database)
        turn, once = itertools.cycle(holders), map(str, itertools.count())

        async def whole() -> None:
            once_only = Once(next(once), b"body")
            await creations.create(Order(new_id("sora"), *next(turn), REQUEST, once=once_only))

        async def bare() -> None:
            await _bare(database, *next(turn))

        found = await taking_turns({"whole": whole, "bare": bare}, TURNS)
    finally:
        await database.close()
    return {
        "creation without HTTP p50, ms": found["whole"],
        "bare creation p50, ms": found["bare"],
        "limits, ledger, events and idempotency, ms": found["whole"] - found["bare"],
    }


async def _holder(database: Database, name: str) -> tuple[UUID, UUID]:
    tenant = await tenants.create(database, name, LIMITS)
    key, _ = await keys.create(database, name)
    return tenant.id, key.id


async def _bare(database: Database, tenant_id: UUID, key_id: UUID) -> None:
    async with database.transaction() as connection:
        parameters = {"id": new_id("sora"), "tenant_id": tenant_id, "key_id": key_id}
        await (await connection.execute(BARE, parameters)).fetchall()
        await defer_renders(connection, ["animatic"])
