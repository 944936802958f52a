"""One webhook: what it says (OpenAI's bodies), its signatures (Standard Webhooks), and sending it once."""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from uuid import UUID

from standardwebhooks import Webhook as Signer

from kinema.egress import Egress
from kinema.errors import Unreachable
from kinema.tasks.task import new_id

COMPLETED, FAILED, CANCELLED = "video.completed", "video.failed", "video.cancelled"

EVENT_TYPES = (COMPLETED, FAILED, CANCELLED)
"""How a task may end. OpenAI has the first two; who does not ask for the third hears of a failure instead."""

PREFIX = "whsec_"


@dataclass(frozen=True)
class Webhook:
    """That a task ended. `id` is the same however often it is sent."""

    id: str
    type: str
    task_id: str
    created_at: datetime

    @classmethod
    def sample(cls, event_type: str) -> Webhook:
        """Return a webhook of no task, to try an endpoint with."""
        return cls(new_id("evt"), event_type, f"video_{'0' * 32}", datetime.now(UTC))

    @property
    def body(self) -> bytes:
        """The JSON that is sent."""
        event = {
            "id": self.id,
            "object": "event",
            "created_at": int(self.created_at.timestamp()),
            "type": self.type,
            "data": {"id": self.task_id},
        }
        return json.dumps(event).encode()


def new_secret() -> bytes:
    """Return 256 random bits."""
    return secrets.token_bytes(32)


def shown(secret: bytes) -> str:
    """Return a secret as its owner is given it."""
    return PREFIX + base64.b64encode(secret).decode()


def signing(secret: bytes, before: bytes | None, until: datetime | None) -> list[bytes]:
    """Return the secrets to sign with: an endpoint's, and until its time is over the one before."""
    still = before is not None and until is not None and datetime.now(UTC) < until
    return [secret, before] if before is not None and still else [secret]


def headers(webhook: Webhook, signing: Sequence[bytes], now: datetime) -> dict[str, str]:
    """Return the header fields of a webhook that is sent at `now` (UTC), signed with each of the secrets."""
    text = webhook.body.decode()
    return {
        "Content-Type": "application/json",
        "webhook-id": webhook.id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Signer(secret).sign(webhook.id, now, text) for secret in signing),
    }


@dataclass(frozen=True)
class Attempt:
    """What came of sending a webhook once; `status_code` is None where there was no answer.

    `switched_off`: whether the answer switched the endpoint off.
    """

    at: datetime
    milliseconds: int
    status_code: int | None
    retry_after: str = ""
    switched_off: bool = False

    @property
    def succeeded(self) -> bool:
        """Whether it was answered as it should be."""
        return self.status_code is not None and 200 <= self.status_code < 300

    @property
    def is_gone(self) -> bool:
        """Whether nobody wants to hear more at this address."""
        return self.status_code == HTTPStatus.GONE

    @property
    def error(self) -> str | None:
        """What was wrong, in words for the endpoint's owner."""
        if self.succeeded:
            return None
        if self.status_code is None:
            return Unreachable().message
        hint = ""
        if 300 <= self.status_code < 400:
            hint = " Redirects are not followed."
        elif self.switched_off:
            hint = " That switched the endpoint off."
        return f"It answered {self.status_code}.{hint}"


async def send(
    egress: Egress, tenant_id: UUID, url: str, webhook: Webhook, signing: Sequence[bytes]
) -> Attempt:
    """Send a tenant's webhook now, signed with each of the secrets."""
    now, began = datetime.now(UTC), time.monotonic()
    try:
        answered = await egress.post(tenant_id, url, webhook.body, headers(webhook, signing, now))
    except Unreachable:
        return Attempt(now, _milliseconds(began), None)
    return Attempt(now, _milliseconds(began), answered.status, answered.retry_after)


def _milliseconds(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
