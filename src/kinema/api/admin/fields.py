"""What the operator's routes share: who may call them, how bodies and pages are read, the line in the log."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import structlog
from fastapi import Depends, Request

from kinema.accounts.keys import Holder
from kinema.api.auth import Caller
from kinema.api.body import json_object
from kinema.api.fields import quote, refuse_unknown
from kinema.errors import InvalidRequest

MOST_LISTED = 100
LISTED = 20
MOST_WORDS = 100
"""Entries of a list in a body."""

T = TypeVar("T")

log = structlog.get_logger("kinema.api.admin")


async def operator_of(caller: Caller) -> Holder:
    """Return who holds the request's key; raises Forbidden where that lacks the scope `admin`."""
    caller.may("admin")
    return caller


Operator = Annotated[Holder, Depends(operator_of)]


def note(operator: Holder, change: str, **about: object) -> None:
    """Log what an operator changed, and with which key."""
    log.info(change, by=str(operator.key_id), **about)


async def fields_of(request: Request, *known: str) -> dict[str, Any]:
    """Return the body's fields; raises InvalidRequest for one that is unknown."""
    body = await json_object(request)
    refuse_unknown(body, known)
    return body


def text(body: dict[str, Any], name: str) -> str:
    """Return a field that must be there and be text."""
    if name not in body:
        raise InvalidRequest(f"{name} is required.", param=name, code="missing_field")
    if not isinstance(body[name], str):
        raise _wrong(name, "a string", body[name])
    return str(body[name])


def words(body: dict[str, Any], name: str) -> list[str] | None:
    """Return a field that may be a list of words, None where it is not given; it may not be empty."""
    given = body.get(name)
    if given is None:
        return None
    is_list = isinstance(given, list) and 1 <= len(given) <= MOST_WORDS
    if not is_list or not all(isinstance(word, str) for word in given):
        raise _wrong(name, f"an array of 1 to {MOST_WORDS} strings", given)
    return list(given)


def truth(body: dict[str, Any], name: str) -> bool | None:
    """Return a field that may be true or false, None where it is not given."""
    given = body.get(name)
    if given is not None and not isinstance(given, bool):
        raise _wrong(name, "true or false", given)
    return given


def table(body: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a field that may be an object; an empty one where it is not given."""
    given = body.get(name)
    if given is not None and not isinstance(given, dict):
        raise _wrong(name, "an object", given)
    return given or {}


def moment(body: dict[str, Any], name: str) -> datetime | None:
    """Return a field that may be a time in Unix seconds, None where it is not given."""
    given = body.get(name)
    if given is None:
        return None
    if type(given) is not int or not 0 <= given < 10**11:
        raise _wrong(name, "a time in Unix seconds", given)
    return datetime.fromtimestamp(given, UTC)


def limit_of(request: Request) -> int:
    """Return how many entries a page may have."""
    asked = request.query_params.get("limit", str(LISTED))
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 5 and 1 <= int(asked) <= MOST_LISTED):
        raise InvalidRequest(f"limit must be 1 to {MOST_LISTED}, not {quote(asked)}.", param="limit")
    return int(asked)


def page(found: Sequence[T], limit: int, view: Callable[[T], dict[str, Any]], cursor: str) -> dict[str, Any]:
    """Return a page of `limit` entries, where one more was asked for; `after` takes the field `cursor`."""
    data = [view(each) for each in found[:limit]]
    return {
        "object": "list",
        "data": data,
        "first_id": data[0][cursor] if data else None,
        "last_id": data[-1][cursor] if data else None,
        "has_more": len(found) > limit,
    }


def seconds(moment: datetime | None) -> int | None:
    """Return a time as Unix seconds."""
    return None if moment is None else int(moment.timestamp())


def _wrong(name: str, wanted: str, given: Any) -> InvalidRequest:
    return InvalidRequest(
        f"{name} must be {wanted}, not {reprlib.repr(given)}.", param=name, code="invalid_type"
    )
