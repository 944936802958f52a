"""When a webhook that failed is sent again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

MINUTE, HOUR = 60.0, 3600.0

RETRIES = (5.0, 30.0, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR)
"""Seconds between a failure and the next try: about three days in all."""

JITTER = 0.1
"""The part of a wait by which it may differ: what failed together does not come back together."""

LONGEST_ASKED = HOUR
"""Seconds for which an endpoint's Retry-After may put a try off."""


def wait(tries: int, retries: Sequence[float], retry_after: str, now: datetime) -> timedelta | None:
    """Return how long to wait once `tries` have failed before, and one now; None: give up.

    `retry_after` is what the endpoint asked for, as its header has it.
    """
    if tries >= len(retries):
        return None
    planned = retries[tries] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 (it guards nothing)
    return timedelta(seconds=max(planned, min(_asked(retry_after, now), LONGEST_ASKED)))


def _asked(retry_after: str, now: datetime) -> float:
    """Return the seconds that a Retry-After stands for (RFC 9110, 10.2.3), 0 for one that makes no sense."""
    if retry_after.isascii() and retry_after.isdecimal():
        return float(retry_after[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
        return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    except (ValueError, OverflowError):
        return 0
