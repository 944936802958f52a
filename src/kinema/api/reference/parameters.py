"""Parameters and headers that routes share: what each means, written once."""

from __future__ import annotations

from typing import Any, NamedTuple

from kinema.api.limits import IDEMPOTENCY_KEY
from kinema.api.reader import Schema


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
    "character_id": ("The character's id.", _ID, "char_0f8fad5bd9cb469fa165708867285da0"),
    "file_id": ("The file's id.", _ID, "file_0f8fad5bd9cb469fa165708867285da0"),
    "endpoint_id": ("The endpoint's id.", _ID, "wh_0f8fad5bd9cb469fa165708867285da0"),
    "delivery_id": ("The webhook's id.", _ID, "evt_0f8fad5bd9cb469fa165708867285da0"),
    "tenant_name": ("The tenant's name.", _ID, "studio-a"),
    "key_id": ("The key's id.", _ID, "0f8fad5b-d9cb-469f-a165-708867285da0"),
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

SIGNED: dict[str, Header] = {
    "webhook-id": Header(
        "The webhook's id, the same however often it is sent.",
        {"type": "string"},
        "evt_0f8fad5bd9cb469fa165708867285da0",
    ),
    "webhook-timestamp": Header(
        "When this try was sent, in Unix seconds.", {"type": "string", "pattern": "^[0-9]+$"}, "1795342812"
    ),
    "webhook-signature": Header(
        "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several stand side by side, with "
        "spaces, while a secret is rotated.",
        {"type": "string"},
        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
    ),
}
"""What webhooks carry."""

_COUNT: Schema = {"type": "integer", "minimum": 0}

SENT: dict[str, Header] = {
    "x-request-id": Header(
        "Names the request in the server's log.", {"type": "string"}, "my-request-1", True
    ),
    "Retry-After": Header("Seconds after which asking again makes sense.", _COUNT, 2, True),
    "openai-poll-after-ms": Header("Milliseconds after which a poll is likely to have news.", _COUNT, 2000),
    "x-ratelimit-limit-requests": Header("Creations a minute; only where they are limited.", _COUNT, 60),
    "x-ratelimit-remaining-requests": Header("How many of them are left.", _COUNT, 59),
    "x-ratelimit-reset-requests": Header("After which time all of them are.", {"type": "string"}, "1s"),
    "x-kinema-warning": Header(
        "What the operator's policy warns of in a reference image.",
        {"type": "string"},
        "The reference image seems to show a person's face.",
    ),
    "WWW-Authenticate": Header("How to send the key.", {"type": "string"}, "Bearer", True),
    "Accept-Ranges": Header("That parts can be asked for.", {"const": "bytes"}, "bytes"),
    "ETag": Header("Names this content.", {"type": "string"}, '"5d41402a"', True),
    "Content-Disposition": Header(
        "That it is to be saved, and as what.",
        {"type": "string"},
        "attachment; filename*=UTF-8''frame.png",
        True,
    ),
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
