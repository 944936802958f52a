"""Admission as arithmetic: the rate, the budgets and the queue, at a fixed time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.accounts.admission import Standing
from kinema.errors import OverLimit, QuotaExceeded

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def standing(now: datetime = NOW, **limits: object) -> Standing:
    """Return the standing of a tenant without limits and without use, save for what is given."""
    values: dict[str, object] = dict.fromkeys(Standing.__dataclass_fields__, None)
    used = ("queued", "micros_today", "micros_this_month", "seconds_today", "seconds_this_month")
    return Standing(**{**values, **dict.fromkeys(used, 0), "now": now, **limits})  # type: ignore[arg-type]


def test_no_limit_admits_anything() -> None:
    """A tenant without limits is admitted, and its rate says nothing."""
    after = standing().after(10**12, 12)
    assert (after.micros_today, after.seconds_today, after.queued, after.rate()) == (10**12, 12, 1, None)


@given(rate=st.integers(1, 600), wait=st.integers(0, 120))
def test_a_minutes_worth_may_come_at_once_and_no_more(rate: int, wait: int) -> None:
    """After any pause, a minute's worth at most is let through at once, then one each 60/rate seconds."""
    state = standing(creations_per_minute=rate)
    for left in range(rate - 1, -1, -1):
        state = state.after(0, 4)
        step = timedelta(microseconds=60_000_000 // rate)
        assert state.rate() == (rate, left, ((rate - left) * step).total_seconds())
    with pytest.raises(OverLimit) as refused:
        state.after(0, 4)
    assert 0 < refused.value.retry_after <= 60 / rate + 1
    later = standing(NOW + timedelta(seconds=wait), creations_per_minute=rate, arrival=state.arrival)
    admitted = 0
    while True:
        try:
            later = later.after(0, 4)
        except OverLimit:
            break
        admitted += 1
    step = 60_000_000 // rate
    assert admitted == (60_000_000 - max(0, rate * step - wait * 1_000_000)) // step


@given(
    budget=st.integers(0, 1000),
    prices=st.lists(st.integers(0, 300), max_size=20),
    limit=st.sampled_from(["micros_per_day", "micros_per_month"]),
)
def test_what_is_admitted_never_exceeds_the_budget(budget: int, prices: list[int], limit: str) -> None:
    """Whatever is asked in whatever order, what is admitted fits the budget, and what fits is admitted."""
    state, spent = standing(**{limit: budget}), 0
    for price in prices:
        if spent + price <= budget:
            state = state.after(price, 4)
            spent += price
        else:
            with pytest.raises(QuotaExceeded):
                state.after(price, 4)
    assert state.micros_today == spent <= budget


def test_a_refusal_says_what_to_do() -> None:
    """The messages name the limit and when to come back."""
    with pytest.raises(QuotaExceeded, match="2026-11-23 00:00 UTC"):
        standing(seconds_per_day=4, seconds_today=4).after(0, 4)
    with pytest.raises(OverLimit, match="3 of your tasks are queued") as full:
        standing(max_queued=3, queued=3, creations_per_minute=2).after(0, 4)
    assert full.value.rate == (2, 2, 0.0)
    with pytest.raises(OverLimit, match="2 tasks a minute"):
        standing(creations_per_minute=2, arrival=NOW + timedelta(minutes=1)).after(0, 4)
