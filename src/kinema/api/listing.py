"""Lists in OpenAI's shape: which page is asked for, and how it is told."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from kinema.api.fields import quote
from kinema.errors import InvalidRequest


def asked_page(request: Request, *, default: int, least: int, most: int) -> tuple[int, str, str | None]:
    """Return how many items are asked for, `asc` or `desc`, and the id behind which they begin.

    Raises InvalidRequest, which names the parameter.
    """
    asked = request.query_params
    limit, order, after = asked.get("limit", str(default)), asked.get("order", "desc"), asked.get("after")
    if not (limit.isascii() and limit.isdecimal() and len(limit) < 6 and least <= int(limit) <= most):
        raise InvalidRequest(f"limit must be {least} to {most:,}, not {quote(limit)}.", param="limit")
    if order not in ("asc", "desc"):
        raise InvalidRequest(f"order must be asc or desc, not {quote(order)}.", param="order")
    return int(limit), order, after


def listed(data: list[dict[str, Any]], more: bool) -> dict[str, Any]:
    """Return the body of a list."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": more,
    }
