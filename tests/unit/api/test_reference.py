"""The OpenAPI document: it has every route, and says what the readers of requests do."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts

from kinema.api.app import PRIVATE, PUBLIC, application
from kinema.api.reference.document import document
from kinema.api.reference.shapes.webhooks import WebhookEvent
from kinema.api.services import ApiOptions
from kinema.notify.webhook import EVENT_TYPES, Webhook, headers, new_secret
from kinema.videos.model import BUILT_IN, Model, Quality
from kinema.videos.size import Size

OPTIONS = ApiOptions(models=BUILT_IN)
PAGES = [Path(__file__).parents[3] / "docs" / name for name in ("api.md", "webhooks.md")]


def made(options: ApiOptions = OPTIONS) -> dict[str, Any]:
    """Return the document of an installation with these options."""
    return document(options, PUBLIC, PRIVATE)


DOCUMENT = made()
OPERATIONS = [
    (method.upper(), path, told)
    for path, item in DOCUMENT["paths"].items()
    for method, told in item.items()
    if method != "servers"
]


def test_every_route_of_the_app_is_described() -> None:
    """The document has each path that the app serves, by each method, at the root and under no prefix."""
    app: Any = application(SimpleNamespace(options=OPTIONS))  # type: ignore[arg-type]
    served = {
        (method, re.sub(r":\w+}", "}", route.path.removeprefix("/kyyReactApiServer")))
        for route in iter_route_contexts(app.routes)
        if route.include_in_schema and route.path
        for method in route.methods or ()
    }
    assert served == {(method, path) for method, path, _ in OPERATIONS}


@pytest.mark.parametrize(("method", "path"), [(method, path) for method, path, _ in OPERATIONS])
def test_every_route_is_on_a_page(method: str, path: str) -> None:
    """docs/api.md or docs/webhooks.md names each route with its method, whatever it calls what varies."""
    named = {found for page in PAGES for found in re.findall(r"`([A-Z]+) (/[^`?\s]*)", page.read_text())}
    assert (method, _shape(path)) in {(verb, _shape(known)) for verb, known in named}


def _shape(path: str) -> str:
    return re.sub(r"{\w+}", "{}", path)


def test_operations_have_names_of_their_own() -> None:
    """No two operations share an id, and each link leads to one that there is."""
    ids = [told["operationId"] for _, _, told in OPERATIONS]
    assert len(ids) == len(set(ids))
    for _, _, told in OPERATIONS:
        for response in told["responses"].values():
            assert set(response.get("links", {})) <= set(ids)


def test_every_reference_leads_somewhere() -> None:
    """Each $ref is to a component of the document, and each component is used."""
    used = set(re.findall(r'"\$ref": "#/components/(\w+)/([^"]+)"', json.dumps(DOCUMENT)))
    there = {(kind, name) for kind, named in DOCUMENT["components"].items() for name in named}
    assert used == {pair for pair in there if pair[0] != "securitySchemes"}


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_webhooks_are_what_is_sent(event_type: str) -> None:
    """The document has each webhook with the headers that one carries, and a body that fits its shape."""
    told = DOCUMENT["webhooks"][event_type]["post"]
    webhook = Webhook.sample(event_type)
    sent = headers(webhook, [new_secret()], webhook.created_at)
    assert {header["name"] for header in told["parameters"]} == set(sent) - {"Content-Type"}
    body = told["requestBody"]["content"]["application/json"]
    assert body["schema"] == {"$ref": "#/components/schemas/WebhookEvent"}
    for text in (webhook.body, json.dumps(body["example"])):
        assert WebhookEvent.model_validate_json(text, strict=True).type == event_type


def test_characters_come_as_parts_of_one_name() -> None:
    """A form takes `characters[][id]` as often as there are characters, as OpenAI's clients send them."""
    for name in ("CreateVideoForm", "RemixVideoForm", "EditVideoForm", "ExtendVideoForm"):
        schema = DOCUMENT["components"]["schemas"][name]["properties"]["characters[][id]"]
        assert (schema["type"], schema["maxItems"], schema["items"]["type"]) == ("array", 2, "string")


@pytest.mark.parametrize(
    ("options", "servers"),
    [
        ({}, ["/", "/kyyReactApiServer"]),
        ({"prefixes": ("/films",)}, ["/films"]),
        ({"public_url": "https://films.example.org/kinema/"}, ["https://films.example.org/kinema"]),
    ],
)
def test_servers_are_where_links_start(options: dict[str, Any], servers: list[str]) -> None:
    """The public URL is the server where one is set; otherwise each prefix is, wherever the document is."""
    assert made(replace(OPTIONS, **options))["servers"] == [{"url": url} for url in servers]


def test_an_operators_model_is_described() -> None:
    """A model that the operator added is in both dialects, with what it takes and nothing else."""
    model = Model("square", Quality.HIGH, sizes=(Size(512, 512),), seconds=(6,))
    schemas = made(replace(OPTIONS, models={**BUILT_IN, "square": model}))["components"]["schemas"]
    for name in ("CreateSoraVideoBody", "CreateVideoBody", "CreateVideoForm"):
        variant = next(found for found in schemas[name]["anyOf"] if found["title"] == "For square")
        properties = variant["properties"]
        assert properties["model"]["enum"] == ["square"]
        assert "512x512" in json.dumps(properties["size"])
        assert "6" in json.dumps(properties["seconds"])
        assert not properties.get("aspect_ratio")


def test_unknown_fields_are_described_as_they_are_treated() -> None:
    """Bodies are closed, unless the operator has unknown fields ignored."""
    schema = made()["components"]["schemas"]["CreateSoraVideoBody"]
    assert schema["additionalProperties"] is False
    lenient = made(replace(OPTIONS, ignore_unknown_fields=True))
    assert "additionalProperties" not in lenient["components"]["schemas"]["CreateSoraVideoBody"]
