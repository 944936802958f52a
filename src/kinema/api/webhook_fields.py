"""The bodies of the webhook routes: their fields, what each may hold, and how a refusal is worded."""

from __future__ import annotations

from typing import Any

from kinema.api import fields
from kinema.api.plain import Plain, PlainBody, plain, switch, word, wrong
from kinema.api.services import Services
from kinema.errors import InvalidRequest
from kinema.notify.webhook import COMPLETED, EVENT_TYPES, FAILED

LONGEST_NAME = 100

DEFAULT_EVENT_TYPES = (COMPLETED, FAILED)


@plain(
    {
        "type": "string",
        "maxLength": LONGEST_NAME,
        "pattern": f"^[^{fields.CONTROLS}]*$",
        "description": f"A name for people: at most {LONGEST_NAME} printable characters.",
    }
)
def name(value: Any, name: str, _services: Services) -> str:
    """Return a name for people."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME or fields.UNPRINTABLE.search(value):
        raise InvalidRequest(
            f"{name} must be at most {LONGEST_NAME} printable characters, not {fields.quote(value)}.",
            param=name,
        )
    return value


@plain(
    {
        "type": "string",
        "format": "uri",
        "maxLength": fields.LONGEST_URL,
        "description": "Where webhooks are sent: http or https, a public host, port 80 or 443.",
    }
)
def url(value: Any, name: str, services: Services) -> str:
    """Return an address that webhooks may be sent to."""
    if not isinstance(value, str) or not value.lower().startswith(("http://", "https://")):
        raise InvalidRequest(
            f"{name} must be an http(s) URL, not {fields.quote(value)}.", param=name, code="invalid_url"
        )
    return fields.public_url(value, name, services.webhook_egress)


event_type = word(EVENT_TYPES, "What the sample tells.")


@plain(
    {
        "type": "array",
        "minItems": 1,
        "items": {"type": "string", "enum": list(EVENT_TYPES)},
        "description": "What it is told; `video.completed` and `video.failed` where nothing is said.",
    }
)
def event_types(value: Any, name: str, services: Services) -> list[str]:
    """Return the types of an array, each once."""
    if not isinstance(value, list):
        raise wrong(name, f'an array as ["{COMPLETED}"]', value)
    if not value:
        raise InvalidRequest(f"{name} is empty: name at least one of {', '.join(EVENT_TYPES)}.", param=name)
    return list(dict.fromkeys(event_type.read(one, name, services) for one in value))


_FIELDS: dict[str, Plain[Any]] = {"url": url, "name": name, "event_types": event_types}

ENDPOINT = PlainBody(
    _FIELDS,
    {"url": "https://hooks.example/kinema", "name": "production"},
    required=("url",),
)
UPDATE = PlainBody({**_FIELDS, "enabled": switch("Whether it is told anything.")}, {"enabled": True})
ROTATION = PlainBody(
    {
        "keep_old_secret_active_for_24_hours": switch(
            "Whether the secret before signs along for another day; without it, it signs no more."
        )
    },
    {"keep_old_secret_active_for_24_hours": True},
    needed=False,
)
TEST = PlainBody({"event_type": event_type}, {"event_type": COMPLETED}, required=("event_type",))
