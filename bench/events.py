"""What 1,000 event streams of one API process cost: from the end of a task to its frame, and memory.

Nine of ten clients follow a task of their own, the others all of the tenant's. The tasks are ended at an
even pace by their rows, as workers would, so that only the telling is measured. One process holds all
clients; it shares the machine's cores with the API and its PostgreSQL.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import psutil

from bench.api import BODY, running_api
from bench.load import Wire
from kinema.db.pool import Database
from kinema.tasks.settle import call_off_queued

TASKS = 900
WATCHERS = 100
PER_SECOND = 20.0


def measure() -> dict[str, Any]:
    """Return milliseconds from a settlement's answer to the frame that tells of it, and memory in MB."""
    with running_api() as api:
        before = _memory(api.pid)
        delays, streams = asyncio.run(_run(api.url, api.port, api.key, lambda: _memory(api.pid)))
    delays.sort()
    return {
        "event streams": TASKS + WATCHERS,
        "frames of ends": len(delays),
        "end to frame p50, ms": delays[len(delays) // 2],
        "end to frame p99, ms": delays[int(len(delays) * 0.99)],
        "API without streams, MB": before,
        "API with 1,000 streams, MB": streams,
    }


async def _run(url: str, port: int, key: str, memory: Callable[[], float]) -> tuple[list[float], float]:
    wire = Wire(port, key)
    await wire.open()
    ids = []
    for _ in range(TASKS):
        _, answer = await wire.ask("POST", "/v1/sora/videos", BODY)
        ids.append(json.loads(answer)["id"])
    ended: dict[str, float] = {}
    delays: list[float] = []
    paths = [f"/v1/result/{task_id}/events" for task_id in ids] + ["/v1/events"] * WATCHERS
    opened = asyncio.Semaphore(50)
    ready = asyncio.Barrier(len(paths) + 1)
    clients = [asyncio.create_task(_follow(port, key, path, opened, ready, ended, delays)) for path in paths]
    await ready.wait()
    database = Database(url, size=2)
    await database.open()
    began = time.perf_counter()
    for number, task_id in enumerate(ids):
        await asyncio.sleep(began + number / PER_SECOND - time.perf_counter())
        await call_off_queued(database, task_id)
        ended[task_id] = time.perf_counter()
    await asyncio.sleep(3)
    held = memory()
    for client in clients:
        client.cancel()
    await asyncio.gather(*clients, return_exceptions=True)
    await database.close()
    expected = TASKS * (1 + WATCHERS)
    assert len(delays) == expected, f"{expected - len(delays)} of {expected} frames are missing"
    return delays, held


async def _follow(
    port: int,
    key: str,
    path: str,
    opened: asyncio.Semaphore,
    ready: asyncio.Barrier,
    ended: dict[str, float],
    delays: list[float],
) -> None:
    async with opened:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n".encode())
        await reader.readuntil(b"retry: ")
    await ready.wait()
    try:
        while line := await reader.readline():
            if line.startswith(b"event: task.cancelled"):
                data = json.loads((await reader.readline())[6:])
                # The frame may be here before the settlement's answer is.
                delays.append(
                    1000 * max(0.0, time.perf_counter() - ended.get(data["id"], time.perf_counter()))
                )
    finally:
        writer.close()


def _memory(pid: int) -> float:
    return float(psutil.Process(pid).memory_full_info().pss) / 1e6
