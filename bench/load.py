"""A load of HTTP requests from a few keep-alive connections, as light on the CPU as Python can be.

The machine is shared with the server under measurement, so whatever the client burns the server lacks.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figures:
    """What a load measured: answers a second over all clients, and milliseconds per answer."""

    per_second: float
    p50_ms: float
    p99_ms: float
    answers: int


class Wire:
    """One keep-alive connection to a server on this machine."""

    def __init__(self, port: int, key: str) -> None:
        self._port, self._key = port, key

    async def open(self) -> None:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)

    async def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> tuple[int, bytes]:
        """Send a request; return the status and the body of its answer."""
        if body is None:
            return await self.send(method, path)
        return await self.send(method, path, "application/json", json.dumps(body).encode())

    async def send(self, method: str, path: str, kind: str = "", content: bytes = b"") -> tuple[int, bytes]:
        """Send a request whose body is of that media type; return as `ask` does."""
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self._key}\r\n"
        if kind:
            head += f"Content-Type: {kind}\r\nContent-Length: {len(content)}\r\n"
        self._writer.write(head.encode() + b"\r\n")
        self._writer.write(content)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        lower = answer.lower()
        at = lower.index(b"content-length:") + 15
        length = int(lower[at : lower.index(b"\r\n", at)])
        return int(answer[9:12]), await self._reader.readexactly(length)

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def load(
    port: int, key: str, clients: int, seconds: float, once: Callable[[Wire], Awaitable[None]]
) -> Figures:
    """Have `clients` connections do `once` again and again for so many seconds."""
    times: list[float] = []
    wires = [Wire(port, key) for _ in range(clients)]
    for wire in wires:
        await wire.open()
    end = time.perf_counter() + seconds

    async def client(wire: Wire) -> None:
        while (began := time.perf_counter()) < end:
            await once(wire)
            times.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(client(wire) for wire in wires))
    passed = time.perf_counter() - began
    for wire in wires:
        wire.close()
    times.sort()
    return Figures(
        len(times) / passed, statistics.median(times) * 1000, times[int(len(times) * 0.99)] * 1000, len(times)
    )
