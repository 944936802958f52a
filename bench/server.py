"""What `kinema serve` takes to start, holds in memory when idle, and how soon a task is begun."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg

from bench.load import Wire
from bench.waiting import answers, free_port, until
from kinema.db.embedded import EmbeddedPostgres

STARTS = 3
TASKS = 60
FAKE = {
    "KINEMA_MODELS": '{"openAiSora2Plus": {"engine": "fake"}, "openAiSora2Pro": {"engine": "fake"}}',
    "KINEMA_SLOTS": '{"fake": 1}',
}


def measure() -> dict[str, Any]:
    """Return medians of three starts, the proportional memory of an idle server, and medians of latencies."""
    first, later, memory = [], [], 0.0
    for _ in range(STARTS):
        with _folder() as folder:
            with _serve(folder) as (seconds, _, _):
                first.append(seconds)
            with _serve(folder) as (seconds, server, _):
                later.append(seconds)
                memory = _memory(server)
    with _folder() as folder, _serve(folder, **FAKE) as (_, _, port):
        latency = asyncio.run(_latency(folder, port))
    return {
        "first start to ready, s": statistics.median(first),
        "later start to ready, s": statistics.median(later),
        "memory when idle without the engine, MB": memory,
        "creation to processing p50, ms": latency,
    }


async def _latency(folder: Path, port: int) -> float:
    """Return the median of milliseconds from a task's creation to its claim, by the database's clock."""
    wire = Wire(port, (folder / "data" / "operator.key").read_text().strip())
    await wire.open()
    body = {"model": "openAiSora2Plus", "prompt": "A cat dancing in the rain"}
    for _ in range(TASKS):
        _, answer = await wire.ask("POST", "/v1/sora/videos", body)
        task_id = json.loads(answer)["id"]
        while not await _is_over(wire, task_id):
            await asyncio.sleep(0.02)
    wire.close()
    with psycopg.connect(EmbeddedPostgres(folder / "data").url) as connection:
        waits = connection.execute("SELECT extract(epoch FROM started_at - created_at) FROM tasks").fetchall()
    return float(statistics.median(float(wait) for (wait,) in waits)) * 1000


def _memory(server: subprocess.Popen[bytes]) -> float:
    """Return the proportional set size of the server's processes but the engine's, in MB."""
    processes = [psutil.Process(server.pid), *psutil.Process(server.pid).children(recursive=True)]
    kept = [process for process in processes if "kinema.worker.child" not in process.cmdline()]
    return sum(process.memory_full_info().pss for process in kept) / 1e6


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        yield Path(folder)


@contextmanager
def _serve(folder: Path, **settings: str) -> Iterator[tuple[float, subprocess.Popen[bytes], int]]:
    port = free_port()
    command = ["serve", "--port", str(port), "--data-dir", str(folder / "data")]
    server = subprocess.Popen(
        [sys.executable, "-m", "kinema", *command],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield until(lambda: answers(f"http://127.0.0.1:{port}/health/ready")), server, port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


async def _is_over(wire: Wire, task_id: str) -> bool:
    _, answer = await wire.ask("GET", f"/v1/result/{task_id}")
    return bool(json.loads(answer)["status"] == "completed")
