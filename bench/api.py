"""What one API process serves: creations and polls, with one client and with sixteen.

The API runs alone on an embedded PostgreSQL with fsync on; no worker takes the tasks, so that what is
measured is their durable acceptance. The client shares the machine's cores with both.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.load import Figures, Wire, load
from bench.waiting import answers, free_port, until
from kinema.accounts.bootstrap import first_key
from kinema.db import schema
from kinema.db.embedded import running
from kinema.db.pool import Database

SECONDS = 4.0
ROUNDS = 3
BODY = {"model": "openAiSora2Plus", "prompt": "A cat dancing in the rain, cinematic style", "seconds": 8}


def measure() -> dict[str, Any]:
    """Return the medians of three rounds."""
    with running_api() as api:
        rounds = [asyncio.run(_round(api.port, api.key)) for _ in range(ROUNDS)]

    def median(name: str, figure: str) -> float:
        return sorted(getattr(found[name], figure) for found in rounds)[ROUNDS // 2]

    return {
        "creation p50, 1 client, ms": median("create 1", "p50_ms"),
        "poll p50, 1 client, ms": median("poll 1", "p50_ms"),
        "creations a second, 16 clients": median("create 16", "per_second"),
        "creation p99, 16 clients, ms": median("create 16", "p99_ms"),
        "polls a second, 16 clients": median("poll 16", "per_second"),
        "poll p99, 16 clients, ms": median("poll 16", "p99_ms"),
    }


async def _round(port: int, key: str) -> dict[str, Figures]:
    created: list[str] = []

    async def create(wire: Wire) -> None:
        status, body = await wire.ask("POST", "/v1/sora/videos", BODY)
        assert status == 200, body
        created.append(json.loads(body)["id"])

    async def poll(wire: Wire) -> None:
        status, body = await wire.ask("GET", f"/v1/result/{created[0]}")
        assert status == 200, body

    figures = {}
    for clients in (1, 16):
        figures[f"create {clients}"] = await load(port, key, clients, SECONDS, create)
        figures[f"poll {clients}"] = await load(port, key, clients, SECONDS, poll)
    return figures


@dataclass(frozen=True)
class Api:
    """One API process: the URL of its database, its port, a key, its process id."""

    url: str
    port: int
    key: str
    pid: int


@contextmanager
def running_api() -> Iterator[Api]:
    """Lend an API process that runs alone on an embedded PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        with running(Path(folder, "data")) as url:
            schema.upgrade(url)
            key = asyncio.run(_key(url))
            port = free_port()
            api = subprocess.Popen(
                [sys.executable, "-m", "kinema", "api", "--port", str(port), "--data-dir", folder],
                env={**os.environ, "KINEMA_DATABASE_URL": url},
                stderr=subprocess.DEVNULL,
            )
            try:
                until(lambda: answers(f"http://127.0.0.1:{port}/health/live"))
                yield Api(url, port, key, api.pid)
            finally:
                api.terminate()
                api.wait()


async def _key(url: str) -> str:
    database = Database(url, size=2)
    await database.open()
    try:
        handed: list[str] = []
        await first_key(database, handed.append)
    finally:
        await database.close()
    return handed[0]
