"""The OpenAPI document: made of the routers' own descriptions, for one installation's options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from kinema import __version__
from kinema.api.reader import Schema
from kinema.api.reference.example import example_of
from kinema.api.reference.forms import FORM, JSON
from kinema.api.reference.operation import Described, Operation, Tag, described
from kinema.api.reference.parameters import PATH, SENT, TAKEN, Header
from kinema.api.reference.responses import Responses, ref
from kinema.api.reference.shapes.webhooks import WebhookEvent
from kinema.api.reference.webhooks import webhooks
from kinema.api.services import ApiOptions

ABOUT = """
A self-hosted video-generation server. Send `Authorization: Bearer <key>`; links to films need no key.

A creation answers at once with a task; poll it until its status is `completed` or `failed`, or be told by a
webhook. Both dialects see the same tasks. Every refusal is `{"error": {"message", "type", "param", "code"}}`,
and every answer carries `x-request-id`.
"""


def document(
    options: ApiOptions, public: Iterable[APIRouter], private: Iterable[APIRouter] = ()
) -> dict[str, Any]:
    """Return the document of the routes under each prefix, and of those at the root alone."""
    builder = _Builder(options)
    found = [
        (told, at_root)
        for routers, at_root in ((public, False), (private, True))
        for told in described(routers)
    ]
    order = list(Tag)
    for told, at_root in sorted(
        found, key=lambda pair: (order.index(pair[0].operation.tag), pair[0].operation.alias)
    ):
        builder.add(told, at_root=at_root)
    return builder.document()


class _Untitled(GenerateJsonSchema):
    """Schemas whose keys do not repeat themselves as titles."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        """Leave it out."""
        return False


class _Builder:
    """A document that grows by one operation at a time."""

    def __init__(self, options: ApiOptions) -> None:
        self.options = options
        self.paths: dict[str, dict[str, Any]] = {}
        self.bodies: dict[str, Schema] = {}
        self.responses = Responses()
        self.ids: dict[str, str] = {}  # which parameter an operation takes an id in

    def add(self, told: Described, *, at_root: bool) -> None:
        """Add a route by one of its methods."""
        operation = told.operation
        summary, _, about = cleandoc(told.about).partition("\n\n")
        self.ids.setdefault(operation.id, next(iter(told.parameters), ""))
        path = self.paths.setdefault(told.path, {"servers": [{"url": "/"}]} if at_root else {})
        path[told.method.lower()] = {
            "operationId": operation.id
            + ("Alias" if operation.alias else "")
            + ("Head" if told.method == "HEAD" else ""),
            **({"x-alias-of": operation.id} if operation.alias else {}),
            "tags": [operation.tag.value],
            "summary": " ".join(summary.split()).removesuffix("."),
            **({"description": about} if about else {}),
            "security": [{"key": []}] if operation.key else [],
            "parameters": list(_parameters(told)),
            **({"requestBody": self._body(operation)} if operation.body else {}),
            "responses": self.responses.of(told),
        }

    def document(self) -> dict[str, Any]:
        """Return the whole."""
        shapes: set[type[BaseModel]] = {*self.responses.shapes, WebhookEvent}
        _, schemas = models_json_schema(
            [(shape, "serialization") for shape in sorted(shapes, key=lambda shape: shape.__name__)],
            ref_template="#/components/schemas/{model}",
            schema_generator=_Untitled,
        )
        whole = {
            "openapi": "3.1.0",
            "info": {
                "title": "Kinema",
                "version": __version__,
                "description": ABOUT.strip(),
                "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
            },
            "servers": self._servers(),
            "tags": [{"name": tag.value, "description": tag.about} for tag in Tag],
            "paths": self.paths,
            "webhooks": webhooks(),
            "components": {
                "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
                "schemas": {**self.bodies, **schemas["$defs"]},
                "headers": {name: _header(header) for name, header in SENT.items()},
                "parameters": {name: _taken(name, header) for name, header in TAKEN.items()},
                "responses": self.responses.refusals,
            },
        }
        self._exemplify(whole)
        return whole

    def _servers(self) -> list[dict[str, str]]:
        if self.options.public_url:
            return [{"url": self.options.public_url.rstrip("/")}]
        return [{"url": prefix or "/"} for prefix in self.options.prefixes]

    def _body(self, operation: Operation) -> dict[str, Any]:
        assert operation.body  # it is asked for these alone
        content = {}
        name = operation.id[0].upper() + operation.id[1:]
        for media_type, schema in operation.body.schemas(self.options).items():
            key = f"{name}Body" if media_type == JSON else f"{name}Form"
            self.bodies[key] = schema
            content[media_type] = {
                "schema": ref("schemas", key),
                "example": operation.body.example_of(media_type),
            }
            if media_type == FORM and operation.body.files:
                content[media_type]["encoding"] = {
                    field: {"contentType": files} for field, files in operation.body.files.items()
                }
        return {"required": operation.body.needed, "content": content}

    def _exemplify(self, whole: dict[str, Any]) -> None:
        """Name the parameter that each link fills, and give each answer an example."""
        for path in self.paths.values():
            for told in path.values():
                if not isinstance(told, dict):
                    continue
                for response in told["responses"].values():
                    for link in response.get("links", {}).values():
                        parameters = link["parameters"]
                        if "id" in parameters:
                            parameters[self.ids[link["operationId"]]] = parameters.pop("id")
                    if "schema" in response.get("content", {}).get(JSON, {}):
                        content = response["content"][JSON]
                        content["example"] = example_of(content["schema"], whole)


def _parameters(told: Described) -> Iterator[dict[str, Any]]:
    for name in told.parameters:
        about, schema, example = PATH[name]
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": about,
            "schema": schema,
            "example": example,
        }
    for query in told.operation.query:
        yield {
            "name": query.name,
            "in": "query",
            "required": query.required,
            "description": query.about,
            "schema": query.schema,
        }
    for name in (*told.operation.headers, "x-request-id"):
        yield ref("parameters", name)


def _header(header: Header) -> dict[str, Any]:
    return {
        "description": header.about,
        "required": header.always,
        "schema": header.schema,
        "example": header.example,
    }


def _taken(name: str, header: Header) -> dict[str, Any]:
    return {"name": name, "in": "header", **_header(header)}
