"""Lists in OpenAI's shape: which page is asked for, and how it is told."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from kinema.api.fields import quote
from kinema.api.query import Choice, Text, Whole
from kinema.errors import InvalidRequest
from kinema.tasks.task import ID

ORDER = Choice("order", "By time of creation: the newest first, or the oldest.", ("desc", "asc"))
AFTER = Text(
    "after",
    "Behind which entry the page begins: the `last_id` of the one before, which may be deleted by now.",
)


def limit(least: int, most: int = 100, default: int = 20) -> Whole:
    """Return the parameter that says how long a page may be."""
    return Whole("limit", "How many entries a page may have.", least, most, default)


def behind(request: Request, word: str, what: str) -> str | None:
    """Return the id behind which a page is to begin, None for the first page.

    Ids of one `word` are in the order of their creation, so it need not be there any more: whoever deletes
    what he lists loses nothing. Raises InvalidRequest for what is no such id.
    """
    after = AFTER.of(request)
    if after is not None and not (ID.fullmatch(after) and after.startswith(f"{word}_")):
        raise nowhere(after, f"the id of {what}")
    return after


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
