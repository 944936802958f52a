"""The bodies of the webhook routes: their fields, what each may hold, and how a refusal is worded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kinema.api import fields
from kinema.api.services import Services
from kinema.egress import Egress
from kinema.errors import InvalidRequest
from kinema.notify.webhook import COMPLETED, EVENT_TYPES, FAILED

LONGEST_NAME = 100

DEFAULT_EVENT_TYPES = (COMPLETED, FAILED)

Read = Callable[[Any, str, Egress], Any]


def name(value: Any, name: str, _egress: Egress) -> str:
    """Return a name for people."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not value.isprintable():
        raise InvalidRequest(
            f"{name} must be at most {LONGEST_NAME} printable characters, not {fields.quote(value)}.",
            param=name,
        )
    return value


def url(value: Any, name: str, egress: Egress) -> str:
    """Return an address that webhooks may be sent to."""
    if not isinstance(value, str) or not value.lower().startswith(("http://", "https://")):
        raise InvalidRequest(
            f"{name} must be an http(s) URL, not {fields.quote(value)}.", param=name, code="invalid_url"
        )
    return fields.public_url(value, name, egress)


def event_types(value: Any, name: str, egress: Egress) -> list[str]:
    """Return the types of an array, each once."""
    if not isinstance(value, list) or not value:
        raise InvalidRequest(
            f'{name} must be an array as ["{COMPLETED}"], not {fields.quote(value)}.',
            param=name,
            code="invalid_type",
        )
    return list(dict.fromkeys(event_type(one, name, egress) for one in value))


def event_type(value: Any, name: str, _egress: Egress) -> str:
    """Return a type of event that there is."""
    if value not in EVENT_TYPES:
        raise InvalidRequest(
            f"{name}: an event is {fields.alternatives(EVENT_TYPES)}, not {fields.quote(value)}.",
            param=name,
            code="unsupported_value",
        )
    return str(value)


def switch(value: Any, name: str, _egress: Egress) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise InvalidRequest(
            f"{name} must be true or false, not {fields.quote(value)}.", param=name, code="invalid_type"
        )
    return value


ENDPOINT: dict[str, Read] = {"url": url, "name": name, "event_types": event_types}
UPDATE: dict[str, Read] = {**ENDPOINT, "enabled": switch}
ROTATION: dict[str, Read] = {"keep_old_secret_active_for_24_hours": switch}
TEST: dict[str, Read] = {"event_type": event_type}


def parse(
    body: Mapping[str, Any], known: Mapping[str, Read], services: Services, required: str | None = None
) -> dict[str, Any]:
    """Return what a body's fields mean, but for those that are null; raises InvalidRequest."""
    given = {name: value for name, value in body.items() if value is not None}
    if not services.options.ignore_unknown_fields:
        fields.refuse_unknown(given, known)
    if required is not None and required not in given:
        raise InvalidRequest(f"{required} is required.", param=required, code="missing_field")
    return {
        name: read(given[name], name, services.webhook_egress)
        for name, read in known.items()
        if name in given
    }
