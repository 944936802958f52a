"""Waiting for a server that is being started."""

from __future__ import annotations

import socket
import time
import urllib.request
from collections.abc import Callable

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def answers(url: str) -> bool:
    """Whether a GET of this address succeeds."""
    try:
        with _OPENER.open(url, timeout=5):
            return True
    except OSError:
        return False


def until(probe: Callable[[], bool], limit: float = 60.0) -> float:
    """Return after how many seconds the probe was true."""
    began = time.perf_counter()
    while not probe():
        if time.perf_counter() - began > limit:
            raise TimeoutError(f"not within {limit:g} s")
        time.sleep(0.02)
    return time.perf_counter() - began


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
