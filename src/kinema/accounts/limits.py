"""What a tenant may use: which limits an operator sets, and what each may be.

They are held at admission (`accounts.admission`), at the claim, and by each API process for polls.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from typing import NamedTuple

from kinema.errors import InvalidRequest

_MOST = 2**31 - 1
_MOST_OF_A_BUDGET = 10**15
"""A billion of the operator's currency, or thirty million years of film; exact in any client's JSON."""


class Limit(NamedTuple):
    """The least and the most that a limit may be, and whether there may be none."""

    least: int
    most: int = _MOST
    may_be_lifted: bool = True


LIMITS: Mapping[str, Limit] = {
    "weight": Limit(1, 1_000, may_be_lifted=False),
    "creations_per_minute": Limit(1),
    "polls_per_minute": Limit(1),
    "max_running": Limit(1),
    "max_queued": Limit(1),
    "micros_per_day": Limit(0, _MOST_OF_A_BUDGET),
    "micros_per_month": Limit(0, _MOST_OF_A_BUDGET),
    "seconds_per_day": Limit(0, _MOST_OF_A_BUDGET),
    "seconds_per_month": Limit(0, _MOST_OF_A_BUDGET),
}
"""The columns of `tenants` that an operator sets. Money is in millionths of the operator's currency."""


def check(limits: Mapping[str, object]) -> None:
    """Raise InvalidRequest, which names the limit, for one that is unknown or a value that it cannot have."""
    for name, value in limits.items():
        limit = LIMITS.get(name)
        if limit is None:
            raise InvalidRequest(
                f"There is no limit {name[:80]!r}. Known: {', '.join(LIMITS)}.",
                param="limits",
                code="unknown_field",
            )
        if value is None and limit.may_be_lifted:
            continue
        if type(value) is not int or not limit.least <= value <= limit.most:
            none = ", or null for no limit" if limit.may_be_lifted else ""
            raise InvalidRequest(
                f"{name} must be a whole number from {limit.least} to {limit.most:,}{none}, "
                f"not {reprlib.repr(value)}.",
                param=f"limits.{name}",
            )
