"""What limits look like on the wire: idempotency keys, and how often each tenant may poll and test."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from fastapi import Request

from kinema.accounts.admission import next_arrival
from kinema.accounts.keys import Holder
from kinema.accounts.once import Once
from kinema.errors import InvalidRequest

IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")


async def once_of(request: Request, body: dict[str, Any]) -> Once | None:
    """Return what the Idempotency-Key header makes of this creation, None without one.

    Two bodies are the same where their JSON is, whatever the order of fields and the space between them; a
    file in a form counts by its bytes. The name of what is made comes with the body: a key is for one route.
    """
    keys = request.headers.getlist("idempotency-key")
    if not keys:
        return None
    if len(keys) > 1 or not IDEMPOTENCY_KEY.fullmatch(keys[0]):
        raise InvalidRequest(
            "Idempotency-Key must be 1 to 255 printable ASCII characters without space, once.",
            param="Idempotency-Key",
        )
    return Once(keys[0], await asyncio.to_thread(_hash, body))  # of tens of MiB, perhaps


def _hash(body: dict[str, Any]) -> bytes:
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=_in_words).encode()).digest()


def _in_words(value: object) -> str:
    return f"sha256:{hashlib.sha256(value).hexdigest()}" if isinstance(value, bytes) else str(value)


class Arrivals:
    """How often each tenant does one thing, in this process; `what` as `next_arrival` takes it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._arrivals: dict[UUID, datetime] = {}

    def take(self, tenant_id: UUID, per_minute: int) -> None:
        """Count one more of a tenant; raises OverLimit where it is one too many."""
        self._arrivals[tenant_id] = next_arrival(
            self._arrivals.get(tenant_id), datetime.now(UTC), per_minute, self._what
        )


class Polls:
    """How often each tenant may ask: polling must be cheap, so each process counts by itself."""

    def __init__(self) -> None:
        self._arrivals = Arrivals("ask {} times a minute")

    def take(self, caller: Holder) -> None:
        """Count one poll of a tenant; raises OverLimit where it is one too many."""
        if caller.polls_per_minute is not None:
            self._arrivals.take(caller.tenant_id, caller.polls_per_minute)


class Samples:
    """How often each tenant may have a sample sent to an endpoint: each may hold a connection for seconds."""

    PER_MINUTE = 10

    def __init__(self) -> None:
        self._arrivals = Arrivals("test webhook endpoints {} times a minute")

    def take(self, caller: Holder) -> None:
        """Count one sample of a tenant; raises OverLimit where it is one too many."""
        self._arrivals.take(caller.tenant_id, self.PER_MINUTE)
