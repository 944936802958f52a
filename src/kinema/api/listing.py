"""Lists in OpenAI's shape: which page is asked for, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kinema.api.fields import quote
from kinema.api.query import Choice, Text, Whole
from kinema.errors import InvalidRequest, NotFound

ORDER = Choice("order", "By time of creation: the newest first, or the oldest.", ("desc", "asc"))
AFTER = Text("after", "Behind which entry the page begins: the `last_id` of the one before.")


def limit(least: int, most: int = 100, default: int = 20) -> Whole:
    """Return the parameter that says how long a page may be."""
    return Whole("limit", "How many entries a page may have.", least, most, default)


@contextmanager
def placed(after: str | None, what: str) -> Iterator[None]:
    """Turn the NotFound of the entry behind which a page was to begin into an InvalidRequest."""
    try:
        yield
    except NotFound:
        raise nowhere(after, f"the id of {what}") from None


def nowhere(after: str | None, wanted: str) -> InvalidRequest:
    """Return the refusal of a place in a list that there is not."""
    return InvalidRequest(f"after must be {wanted}, not {quote(after)}.", param="after")


def listed(data: list[dict[str, Any]], more: bool, cursor: str = "id") -> dict[str, Any]:
    """Return the body of a list; `after` takes the entries' field `cursor`."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0][cursor] if data else None,
        "last_id": data[-1][cursor] if data else None,
        "has_more": more,
    }
