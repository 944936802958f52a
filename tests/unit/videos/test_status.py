"""The life of a task, written out."""

from __future__ import annotations

import itertools

import pytest

from kinema.videos.status import NEXT, Status

LEGAL = {
    ("queued", "processing"),
    ("queued", "failed"),
    ("queued", "cancelled"),
    ("processing", "completed"),
    ("processing", "failed"),
    ("processing", "cancelled"),
}


@pytest.mark.parametrize(("before", "after"), list(itertools.product(Status, Status)))
def test_the_table_of_moves(before: Status, after: Status) -> None:
    """A move is legal exactly where the table says so; staying is none."""
    assert before.may_become(after) == ((before.value, after.value) in LEGAL)


def test_the_ends() -> None:
    """A task is over in three statuses and in no other, and every status has its row of moves."""
    assert [status.value for status in Status if status.is_final] == ["completed", "failed", "cancelled"]
    assert set(NEXT) == set(Status)


def test_every_status_can_be_reached() -> None:
    """Every status but the first is where some move leads."""
    assert {after for moves in NEXT.values() for after in moves} == set(Status) - {Status.QUEUED}
