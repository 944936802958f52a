"""Reading a request's JSON body: limited before it is read, and an object or an error."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any

from fastapi import Request
from starlette.requests import ClientDisconnect

from kinema.api.errors import TooLarge, TooSlow, UnsupportedMediaType
from kinema.api.room import SMALL, hold
from kinema.errors import InvalidRequest

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest body."""

DEADLINE = 60.0
"""Seconds in which a body must have come in whole."""

MOST_STRUCTURE = 100_000
"""How many brackets and commas a body may have, those in strings included: a prompt may be 32,000 of them,
while millions of tiny values would take seconds to parse and a gigabyte to hold."""

MOST_DIGITS = 1_000
"""Of a whole number in a body, which none that a field takes comes near."""

_STRUCTURE = (b"{", b"[", b",")


async def json_object(request: Request) -> dict[str, Any]:
    """Return the body's JSON object.

    Raises UnsupportedMediaType, TooLarge, TooSlow, or InvalidRequest for anything that is no JSON object.
    """
    media_type = media_type_of(request)
    if media_type != "application/json":
        raise UnsupportedMediaType(
            f"The body must be JSON: send Content-Type: application/json, not {media_type or 'none'}."
        )
    return parsed(await read(request))


def media_type_of(request: Request) -> str:
    """Return what the body is said to be, without parameters, in lower case; "" where nothing is said."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def parsed(raw: bytes | bytearray) -> dict[str, Any]:
    """Return the JSON object that these bytes spell; raises InvalidRequest."""
    if sum(map(raw.count, _STRUCTURE)) > MOST_STRUCTURE:
        raise InvalidRequest("The body has far more values than any request.", code="invalid_json")
    try:
        body = json.loads(
            raw.decode("utf-8-sig"),
            parse_int=_whole,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError) as error:
        raise InvalidRequest(
            "The body is not valid JSON in UTF-8. Send one JSON object.", code="invalid_json"
        ) from error
    if not isinstance(body, dict):
        raise InvalidRequest(
            'The body must be a JSON object, as {"model": …, "prompt": …}.', code="invalid_json"
        )
    return body


async def read(request: Request) -> bytearray:
    """Return the body's bytes; raises UnsupportedMediaType for compressed ones, TooLarge and TooSlow, and
    Unavailable where too many bodies come in."""
    encoding = request.headers.get("content-encoding", "identity")
    if encoding.strip().lower() not in ("", "identity"):
        raise UnsupportedMediaType(
            f"Content-Encoding {encoding[:40]!r} is not supported: send the body uncompressed, without it."
        )
    announced = request.headers.get("content-length", "")
    length = int(announced[:20]) if announced.isdecimal() else LARGEST
    if length > LARGEST:
        raise TooLarge
    body, is_held = bytearray(), False
    try:
        async with asyncio.timeout(DEADLINE):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST:
                    raise TooLarge
                if len(body) > SMALL and not is_held:  # what never comes takes no room
                    await hold(length)
                    is_held = True
    except TimeoutError:
        raise TooSlow from None
    except ClientDisconnect:  # nobody reads the answer, but it is no fault of the server's
        raise InvalidRequest("The body ended before it was whole.", code="incomplete_body") from None
    return body


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name given twice: JSON leaves open which of the two counts."""
    found = dict(pairs)
    if len(found) < len(pairs):
        counted = Counter(name for name, _ in pairs)
        name = counted.most_common(1)[0][0]
        raise InvalidRequest(
            f"The body gives {json.dumps(name[:80])} more than once. Send each field once.",
            code="invalid_json",
        )
    return found


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise InvalidRequest(
            f"The body holds a number of {len(digits):,} digits: {digits[:20]}… It may have {MOST_DIGITS:,}.",
            code="invalid_json",
        )
    return int(digits)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")
