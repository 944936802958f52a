"""Signed links: whoever has one may download that film until it expires, without a key.

The signature is an HMAC-SHA256 over the task, the attempt and the expiry, so none of them can be bent.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import UTC, datetime

from kinema.errors import LinkRefused


class Links:
    """Makes and checks links; the first secret signs, all of them verify (which is how they rotate)."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        if not secrets or any(len(secret) < 32 for secret in secrets):
            raise ValueError("Links are signed with at least one secret of 32 bytes or more.")
        self._secrets = tuple(secrets)

    def path(self, task_id: str, attempt: int, expires_at: datetime) -> str:
        """Return the path and query of the film's link, as `/files/sora_…/1.mp4?expires=…&signature=…`."""
        expires = int(expires_at.timestamp())
        signature = _signature(self._secrets[0], task_id, attempt, expires)
        return f"/files/{task_id}/{attempt}.mp4?expires={expires}&signature={signature}"

    def check(self, task_id: str, attempt: int, expires: int, signature: str) -> None:
        """Raise LinkRefused unless the link was made here and has not expired."""
        given = signature.encode("utf-8", "replace")
        good = [
            hmac.compare_digest(_signature(secret, task_id, attempt, expires).encode(), given)
            for secret in self._secrets
        ]
        if not any(good) or datetime.now(UTC).timestamp() >= expires:
            raise LinkRefused


def _signature(secret: bytes, task_id: str, attempt: int, expires: int) -> str:
    message = f"{task_id}\n{attempt}\n{expires}".encode()
    return base64.urlsafe_b64encode(hmac.digest(secret, message, hashlib.sha256)).decode().rstrip("=")
