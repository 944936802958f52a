"""Webhooks as the document tells them: what comes to an address that asked for it, and what it answers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from kinema.api.reference.forms import JSON
from kinema.api.reference.operation import Tag
from kinema.api.reference.parameters import SIGNED
from kinema.api.reference.responses import ref
from kinema.api.reference.shapes.webhooks import WebhookEvent
from kinema.notify.webhook import CANCELLED, COMPLETED, FAILED, Webhook

_MEANS = {
    COMPLETED: "There is a film",
    FAILED: "There will be no film",
    CANCELLED: "A task was called off",
}

_ABOUT = (
    "Sent to every endpoint that asks for it; again, with the same `webhook-id`, until it is taken. Check "
    "the signature, over the body's bytes as they came, before anything else."
)

_ANSWERS = {
    "2XX": {"description": "Taken. Only the head is read."},
    "410": {"description": "Nothing more is wanted: switches the endpoint off."},
    "default": {"description": "Not taken: tried again for about three days. Redirects are not followed."},
}


def webhooks() -> dict[str, Any]:
    """Return an operation for each type of event."""
    return {event_type: {"post": _operation(event_type, summary)} for event_type, summary in _MEANS.items()}


def _example(event_type: str) -> Any:
    name = "0f8fad5bd9cb469fa165708867285da0"
    webhook = Webhook(f"evt_{name}", event_type, f"video_{name}", datetime.fromtimestamp(1_795_342_812, UTC))
    return json.loads(webhook.body)


def _operation(event_type: str, summary: str) -> dict[str, Any]:
    return {
        "operationId": "".join(map(str.capitalize, event_type.split("."))) + "Webhook",
        "tags": [Tag.WEBHOOKS.value],
        "summary": summary,
        "description": _ABOUT,
        "parameters": [
            {
                "name": name,
                "in": "header",
                "required": True,
                "description": header.about,
                "schema": header.schema,
                "example": header.example,
            }
            for name, header in SIGNED.items()
        ],
        "requestBody": {
            "required": True,
            "content": {
                JSON: {"schema": ref("schemas", WebhookEvent.__name__), "example": _example(event_type)}
            },
        },
        "responses": _ANSWERS,
    }
