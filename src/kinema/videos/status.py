"""The life of a task: five statuses and the moves between them.

QUEUED → PROCESSING → COMPLETED | FAILED | CANCELLED, and from QUEUED straight to any end but COMPLETED.
A crash moves nothing: the task stays PROCESSING until another worker takes its lease over.
Dialects have their own words for these (`processing` and `in_progress`; a cancelled task is `failed` for
both); the words here are the ones in the database.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a task is in its life."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing can follow."""
        return not NEXT[self]

    def may_become(self, other: Status) -> bool:
        """Whether the move to `other` is legal; staying is not a move."""
        return other in NEXT[self]


NEXT: dict[Status, frozenset[Status]] = {
    Status.QUEUED: frozenset({Status.PROCESSING, Status.FAILED, Status.CANCELLED}),
    Status.PROCESSING: frozenset({Status.COMPLETED, Status.FAILED, Status.CANCELLED}),
    Status.COMPLETED: frozenset(),
    Status.FAILED: frozenset(),
    Status.CANCELLED: frozenset(),
}
"""The legal moves. `tests/unit/videos/test_status.py` is the table written out."""
