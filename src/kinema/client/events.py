"""A server's event stream, taken up again wherever it breaks off."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx2

from kinema.client.refusal import GRACE, PASSING, ClientError, refusal

AGAIN = 1.0
"""Seconds until a stream that broke off is asked for again."""

SILENCE = 60.0
"""Seconds without any sign of life after which a stream is taken to be dead."""


ENDS = frozenset({"task.completed", "task.failed", "task.cancelled"})
"""Types of the event after which nothing more happens to a task."""


@dataclass(frozen=True)
class Event:
    """What happened, as `task.completed`; `data` is what a query answered then.

    `id` is the place to go on from; None for progress, which is not kept.
    """

    type: str
    data: dict[str, Any]
    id: str | None


def follow(http: httpx2.Client, path: str, last: str | None) -> Iterator[Event]:
    """Yield the events of a stream behind the id `last`; return when its server says that there are no more.

    Raises ClientError where the server refuses or stays away.
    """
    heard = time.monotonic()
    while True:
        problem = None
        headers = {"Last-Event-ID": last} if last is not None else {}
        try:
            with http.stream("GET", path, headers=headers, timeout=SILENCE) as answer:
                if answer.status_code == 204:
                    return
                if answer.status_code != 200:
                    answer.read()
                    raise refusal(answer)
                for block in _blocks(answer.iter_lines()):
                    heard = time.monotonic()
                    last = block.get("id", last)
                    if "data" in block:
                        yield Event(block.get("event", ""), json.loads(block["data"]), block.get("id"))
        except httpx2.HTTPError as error:
            problem = ClientError(f"{http.base_url} cannot be reached: {error}")
        except ClientError as error:
            problem = error
        if problem and (problem.status not in PASSING or time.monotonic() - heard > GRACE):
            raise problem
        time.sleep(AGAIN)


def _blocks(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield the fields of each block of the stream; what Kinema sends has one line a field."""
    block: dict[str, str] = {}
    for line in lines:
        if not line:
            yield block
            block = {}
        name, _, value = line.partition(": ")
        block[name] = value
