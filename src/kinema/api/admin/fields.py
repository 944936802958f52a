"""What the operator's routes share: who may call them, the fields of their bodies, the line in the log."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Annotated, Any

import structlog
from fastapi import Depends

from kinema.accounts.keys import SCOPES, USUAL, Holder
from kinema.accounts.limits import LIMITS
from kinema.accounts.tenants import NAME
from kinema.api.auth import Caller
from kinema.api.listing import limit
from kinema.api.plain import Plain, plain, wrong
from kinema.api.reader import Schema
from kinema.api.reference.forms import or_null
from kinema.api.services import Services

LIMIT = limit(1)

MOST_WORDS = 100
"""Entries of a list in a body."""

LATEST = 10**11 - 1
"""The last moment that can be said, in Unix seconds."""

log = structlog.get_logger("kinema.api.admin")


async def operator_of(caller: Caller) -> Holder:
    """Return who holds the request's key; raises Forbidden where that lacks the scope `admin`."""
    caller.may("admin")
    return caller


Operator = Annotated[Holder, Depends(operator_of)]


def note(operator: Holder, change: str, **about: object) -> None:
    """Log what an operator changed, and with which key."""
    log.info(change, by=str(operator.key_id), **about)


@plain(
    {
        "type": "string",
        "pattern": f"^{NAME.pattern}$",
        "description": "A tenant's name: 1 to 63 letters, digits, dots, dashes and underscores, beginning "
        "with a letter or digit.",
    }
)
def tenants_name(value: Any, name: str, _services: Services) -> str:
    """Return a text; whether a tenant can be called so, or is, the accounts tell."""
    if not isinstance(value, str):
        raise wrong(name, "a string", value)
    return value


def _limit(name: str) -> Schema:
    bounds = LIMITS[name]
    schema: Schema = {"type": "integer", "minimum": bounds.least, "maximum": bounds.most}
    return or_null(schema) if bounds.may_be_lifted else schema


@plain(
    {
        "type": "object",
        "properties": {name: _limit(name) for name in LIMITS},
        "additionalProperties": False,
        "description": "What the tenant may use; null lifts a limit, and what is not given stays.",
    }
)
def limits(value: Any, name: str, _services: Services) -> dict[str, Any]:
    """Return an object; what its keys may be, the accounts tell."""
    if not isinstance(value, dict):
        raise wrong(name, "an object", value)
    return value


def _words(description: str, known: Collection[str] = ()) -> Plain[list[str]]:
    """Return the reader of several words; whether they are known, the accounts tell."""
    items: Schema = {"type": "string", **({"enum": list(known)} if known else {})}

    def read(value: Any, name: str, _services: Services) -> list[str]:
        is_list = isinstance(value, list) and 1 <= len(value) <= MOST_WORDS
        if not is_list or not all(isinstance(word, str) for word in value):
            raise wrong(name, f"an array of 1 to {MOST_WORDS} strings", value)
        return list(value)

    bounds = {"minItems": 1, "maxItems": MOST_WORDS}
    return Plain(read, {"type": "array", **bounds, "items": items, "description": description})


models = _words("The models that it may use; all where nothing is said.")
scopes = _words(f"What it is for; {' and '.join(USUAL)} where nothing is said.", SCOPES)


@plain({"type": "integer", "minimum": 0, "maximum": LATEST, "description": "Unix seconds; for good without."})
def moment(value: Any, name: str, _services: Services) -> datetime:
    """Return a time in Unix seconds."""
    if type(value) is not int or not 0 <= value <= LATEST:
        raise wrong(name, "a time in Unix seconds", value)
    return datetime.fromtimestamp(value, UTC)


def seconds(moment: datetime | None) -> int | None:
    """Return a time as Unix seconds."""
    return None if moment is None else int(moment.timestamp())
