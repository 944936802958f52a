"""From the end of a task to its webhook's arrival, while 100 other endpoints with backlogs hang.

A courier on the embedded PostgreSQL sends to a real receiver on loopback. Each tenant has ten of the
endpoints that hang. The first figures are of a courier that does not know yet who hangs, the others of the
same one later.
"""

from __future__ import annotations

import asyncio
import json
import logging
import tempfile
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
import uvloop

from kinema.accounts import keys, tenants
from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.notify import endpoints
from kinema.notify.courier import Courier
from kinema.notify.webhook import CANCELLED
from kinema.tasks.create import Creations, Order
from kinema.tasks.settle import call_off_queued
from kinema.tasks.task import new_id
from kinema.videos.model import BUILT_IN
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE

HANGING = 100
BACKLOG = 200
TOLD = 100
EVERY = 0.1
"""Seconds between two ends of tasks."""

TIMEOUT = 15.0
REQUEST = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat dancing in the rain", LANDSCAPE, 4)
WAITING = """
INSERT INTO webhook_deliveries (endpoint_id, task_id, event_type)
SELECT %s, 'video_' || number, 'video.failed' FROM generate_series(1, %s) AS number
"""


def measure() -> dict[str, Any]:
    """Return milliseconds from a settlement's answer to the arrival of its webhook."""
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        with running(Path(folder, "data")) as url:
            schema.upgrade(url)
            quiet = structlog.make_filtering_bound_logger(logging.WARNING)
            structlog.configure(wrapper_class=quiet)  # it would log every webhook
            return uvloop.run(_measure(url))


class _Receiver:
    """Notes when the webhook of a task arrives, and answers it; posts to `/hang` are never answered."""

    def __init__(self) -> None:
        self.arrived: dict[str, float] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            body = await reader.readexactly(length)
            if head.startswith(b"POST /hang"):
                await reader.read()  # until the courier gives up
            else:
                self.arrived[json.loads(body)["data"]["id"]] = time.perf_counter()
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                await writer.drain()
        writer.close()


async def _measure(url: str) -> dict[str, Any]:
    database, receiver = Database(url), _Receiver()
    await database.open()
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    pair = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    for number in range(0, HANGING, endpoints.MOST):
        tenant = await tenants.create(database, f"hanging-{number}")
        for _ in range(endpoints.MOST):
            hanging = await endpoints.create(
                database, tenant.id, name="", url=f"http://{pair}/hang", event_types=[CANCELLED]
            )
            async with database.connection() as connection:
                await connection.execute(WAITING, [hanging.id, BACKLOG])
    ana = await tenants.create(database, "ana")
    key, _ = await keys.create(database, "ana")
    await endpoints.create(database, ana.id, name="", url=f"http://{pair}/told", event_types=[CANCELLED])
    creations = Creations(database)
    courier = Courier(database, Egress(allow=[pair], timeout=TIMEOUT), lease=timedelta(seconds=2 * TIMEOUT))
    sending = asyncio.create_task(courier.run())
    figures: dict[str, Any] = {"endpoints that hang": HANGING}
    for when in ("at the start", "later"):
        ended: dict[str, float] = {}
        for _ in range(TOLD):
            order = Order(new_id("video"), ana.id, key.id, REQUEST)
            await creations.create(order)
            await call_off_queued(database, order.task_id)
            ended[order.task_id] = time.perf_counter()
            courier.wake()
            await asyncio.sleep(EVERY)
        while not ended.keys() <= receiver.arrived.keys():
            await asyncio.sleep(0.05)
        delays = sorted((receiver.arrived[task_id] - at) * 1000 for task_id, at in ended.items())
        figures[f"end to arrival p50 {when}, ms"] = delays[len(delays) // 2]
        figures[f"end to arrival p99 {when}, ms"] = delays[int(len(delays) * 0.99)]
    sending.cancel()
    await asyncio.wait({sending})
    server.close()
    await database.close()
    return figures
