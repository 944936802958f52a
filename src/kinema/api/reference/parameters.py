"""Parameters and headers that routes share: what each means, written once."""

from __future__ import annotations

from typing import Any, NamedTuple

from kinema.api.fields import Schema
from kinema.api.limits import IDEMPOTENCY_KEY


class Header(NamedTuple):
    """What a header holds."""

    about: str
    schema: Schema
    example: Any
    always: bool = False


EVENT_ID = "[0-9]{1,18}"
"""A pattern of the ids of events."""

_ID: Schema = {"type": "string", "minLength": 1}

PATH: dict[str, tuple[str, Schema, str]] = {
    "task_id": ("The task's id, from either dialect.", _ID, "sora_0f8fad5bd9cb469fa165708867285da0"),
    "video_id": ("The video's id, from either dialect.", _ID, "video_0f8fad5bd9cb469fa165708867285da0"),
    "attempt": ("Which attempt made the film.", {"type": "integer", "minimum": 1}, "1"),
    "name": ("The model's name.", _ID, "sora-2"),
}
"""What stands in paths: meaning, schema, example."""

TAKEN: dict[str, Header] = {
    "Idempotency-Key": Header(
        "Makes the creation happen once: repeated within 24 hours, it gives the first answer again.",
        {"type": "string", "pattern": f"^{IDEMPOTENCY_KEY.pattern}$"},
        "order-1234",
    ),
    "Last-Event-ID": Header(
        "The last event that was received: the stream goes on behind it.",
        {"type": "string", "pattern": f"^{EVENT_ID}$"},
        "1042",
    ),
    "Range": Header("One range of bytes, as RFC 9110 has it.", {"type": "string"}, "bytes=0-99"),
    "If-Range": Header("The ETag that the range is of.", {"type": "string"}, '"5d41402a"'),
    "If-None-Match": Header("ETags that the client has already.", {"type": "string"}, '"5d41402a"'),
    "x-request-id": Header(
        "Names the request in the answer and in the server's log: 1 to 100 letters, digits, dots, dashes and "
        "underscores. Anything else is replaced.",
        {"type": "string"},
        "my-request-1",
    ),
}
"""What routes read."""

_COUNT: Schema = {"type": "integer", "minimum": 0}

SENT: dict[str, Header] = {
    "x-request-id": Header(
        "Names the request in the server's log.", {"type": "string"}, "my-request-1", True
    ),
    "Retry-After": Header("Seconds after which asking again makes sense.", _COUNT, 2, True),
    "openai-poll-after-ms": Header("Milliseconds after which a poll is likely to have news.", _COUNT, 2000),
    "x-ratelimit-limit-requests": Header("Creations a minute; only where they are limited.", _COUNT, 60),
    "x-ratelimit-remaining-requests": Header("How many of them are left.", _COUNT, 59),
    "x-kinema-warning": Header(
        "What the operator's policy warns of in a reference image.",
        {"type": "string"},
        "The reference image seems to show a person's face.",
    ),
    "WWW-Authenticate": Header("How to send the key.", {"type": "string"}, "Bearer", True),
    "Accept-Ranges": Header("That parts can be asked for.", {"const": "bytes"}, "bytes"),
    "ETag": Header("Names this content.", {"type": "string"}, '"5d41402a"', True),
    "Content-Range": Header("Which part of how much this is.", {"type": "string"}, "bytes 0-99/73912", True),
}
"""What answers carry."""

EXPOSED = (
    "Content-Range",
    "ETag",
    "Retry-After",
    *(name for name in SENT if name.startswith(("x-", "openai-"))),
)
"""Those that pages of other origins may read."""
