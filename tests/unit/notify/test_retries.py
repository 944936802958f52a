"""When a webhook that failed is sent again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kinema.notify.retries import JITTER, LONGEST_ASKED, RETRIES, wait

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


def test_the_schedule_takes_about_three_days() -> None:
    """All waits together are three days, give or take two hours, and none is shorter than the one before."""
    assert abs(timedelta(seconds=sum(RETRIES)) - timedelta(days=3)) < timedelta(hours=2)
    assert list(RETRIES) == sorted(RETRIES)


@pytest.mark.parametrize("tries", range(len(RETRIES)))
def test_waits_follow_the_schedule_with_jitter(tries: int) -> None:
    """Each wait is the schedule's within the jitter, and two of them differ."""
    waits = {wait(tries, RETRIES, "", NOW) for _ in range(20)}
    assert len(waits) > 1
    for one in waits:
        assert one is not None
        assert abs(one.total_seconds() / RETRIES[tries] - 1) <= JITTER + 1e-6


def test_after_the_last_wait_it_is_given_up() -> None:
    """There is no wait past the schedule, whatever the endpoint asks for."""
    assert wait(len(RETRIES), RETRIES, "5", NOW) is None
    assert wait(0, (), "", NOW) is None


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("120", 120),
        ("Sun, 22 Nov 2026 12:02:00 GMT", 120),
        ("Sun, 22 Nov 2026 13:02:00 +0100", 120),
        ("86400", LONGEST_ASKED),
        ("9" * 400, LONGEST_ASKED),
        ("Sun, 22 Nov 2099 12:00:00 GMT", LONGEST_ASKED),
    ],
)
def test_an_endpoint_may_ask_for_time(retry_after: str, seconds: float) -> None:
    """A Retry-After in seconds or as a date puts the try off, by an hour at most."""
    asked = wait(0, RETRIES, retry_after, NOW)
    assert asked == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "retry_after",
    ["", "0", "-5", "soon", "1e9", "Infinity", "²", "Sun, 22 Nov 2020 12:00:00 GMT", "Sun, 99 Nov 2026",
     "Sun, 22 Nov 99999999999999999999 12:00:00 GMT", "Sun, 22 Nov 2026 12:00:00 +9999999999"],
)  # fmt: skip
def test_what_makes_no_sense_changes_nothing(retry_after: str) -> None:
    """Past, bent and hostile values leave the schedule as it is."""
    planned = wait(0, RETRIES, retry_after, NOW)
    assert planned is not None
    assert planned.total_seconds() < RETRIES[0] * (1 + JITTER) + 1e-6
