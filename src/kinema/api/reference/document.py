"""The OpenAPI document: made of the routers' own descriptions, for one installation's options."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from itertools import groupby
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from kinema import __version__
from kinema.api.errors import RangeNotSatisfiable, answer
from kinema.api.fields import Schema
from kinema.api.reference.body import FORM, JSON
from kinema.api.reference.example import example_of
from kinema.api.reference.operation import WORD, Answer, Errors, Operation, Tag
from kinema.api.reference.parameters import PATH, SENT, TAKEN, Header
from kinema.api.reference.shapes import Error
from kinema.api.services import ApiOptions
from kinema.errors import InvalidRequest, KinemaError

ABOUT = """
A self-hosted video-generation server. Send `Authorization: Bearer <key>`; links to films need no key.

A creation answers at once with a task; poll it until its status is `completed` or `failed`. Both dialects see
the same tasks. Every refusal is `{"error": {"message", "type", "param", "code"}}`, and every answer carries
`x-request-id`.
"""

_EXAMPLES: dict[type[KinemaError], KinemaError] = {
    InvalidRequest: InvalidRequest(
        "seconds must be 4, 8 or 12, not 5.", param="seconds", code="unsupported_value"
    ),
    RangeNotSatisfiable: RangeNotSatisfiable(73_912),
}
"""Where an error says more than its default message."""


def document(
    options: ApiOptions, public: Iterable[APIRouter], private: Iterable[APIRouter] = ()
) -> dict[str, Any]:
    """Return the document of the routes under each prefix, and of those at the root alone."""
    builder = _Builder(options)
    found = [
        (*told, at_root)
        for routers, at_root in ((public, False), (private, True))
        for told in described(routers)
    ]
    order = list(Tag)
    for route, method, operation, at_root in sorted(
        found, key=lambda told: (order.index(told[2].tag), told[2].alias)
    ):
        builder.add(route, method, operation, at_root=at_root)
    return builder.document()


def described(routers: Iterable[APIRouter]) -> Iterator[tuple[APIRoute, str, Operation]]:
    """Give every route that describes itself, by each of its methods."""
    for router in routers:
        for route in router.routes:
            operation = (route.openapi_extra or {}).get(WORD) if isinstance(route, APIRoute) else None
            if isinstance(route, APIRoute) and operation:
                for method in sorted(route.methods or ()):
                    yield route, method, operation


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
        self.refusals: dict[str, dict[str, Any]] = {}
        self.shapes: set[type[BaseModel]] = {Error}
        self.ids: dict[str, str] = {}  # which parameter an operation takes an id in

    def add(self, route: APIRoute, method: str, operation: Operation, *, at_root: bool) -> None:
        """Add a route by one of its methods."""
        summary, _, about = cleandoc(route.endpoint.__doc__ or "").partition("\n\n")
        self.ids.setdefault(operation.id, next(iter(route.param_convertors), ""))
        told = {
            "operationId": operation.id
            + ("Alias" if operation.alias else "")
            + ("Head" if method == "HEAD" else ""),
            **({"x-alias-of": operation.id} if operation.alias else {}),
            "tags": [operation.tag.value],
            "summary": " ".join(summary.split()).removesuffix("."),
            **({"description": about} if about else {}),
            "security": [{"key": []}] if operation.key else [],
            "parameters": list(self._parameters(route, operation)),
            **({"requestBody": self._body(operation)} if operation.body else {}),
            "responses": self._responses(route.path_format, method, operation),
        }
        path = self.paths.setdefault(route.path_format, {"servers": [{"url": "/"}]} if at_root else {})
        path[method.lower()] = told

    def document(self) -> dict[str, Any]:
        """Return the whole."""
        _, shapes = models_json_schema(
            [(shape, "serialization") for shape in sorted(self.shapes, key=lambda shape: shape.__name__)],
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
            "components": {
                "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
                "schemas": {**self.bodies, **shapes["$defs"]},
                "headers": {name: _header(header) for name, header in SENT.items()},
                "parameters": {name: _taken(name, header) for name, header in TAKEN.items()},
                "responses": self.refusals,
            },
        }
        self._exemplify(whole)
        return whole

    def _servers(self) -> list[dict[str, str]]:
        if self.options.public_url:
            return [{"url": self.options.public_url.rstrip("/")}]
        return [{"url": prefix or "/"} for prefix in self.options.prefixes]

    def _parameters(self, route: APIRoute, operation: Operation) -> Iterator[dict[str, Any]]:
        for name in route.param_convertors:
            about, schema, example = PATH[name]
            yield {
                "name": name,
                "in": "path",
                "required": True,
                "description": about,
                "schema": schema,
                "example": example,
            }
        for query in operation.query:
            yield {
                "name": query.name,
                "in": "query",
                "required": query.required,
                "description": query.about,
                "schema": query.schema,
            }
        for name in (*operation.headers, "x-request-id"):
            yield {"$ref": f"#/components/parameters/{name}"}

    def _body(self, operation: Operation) -> dict[str, Any]:
        assert operation.body  # it is asked for these alone
        content = {}
        name = operation.id[0].upper() + operation.id[1:]
        for media_type, schema in operation.body.schemas(self.options).items():
            key = f"{name}Body" if media_type == JSON else f"{name}Form"
            self.bodies[key] = schema
            content[media_type] = {
                "schema": _ref("schemas", key),
                "example": operation.body.example_of(media_type),
            }
            if media_type == FORM and operation.body.files:
                content[media_type]["encoding"] = {
                    field: {"contentType": files} for field, files in operation.body.files.items()
                }
        return {"required": True, "content": content}

    def _responses(self, path: str, method: str, operation: Operation) -> dict[str, Any]:
        responses = {str(told.status): self._answer(told, operation) for told in operation.answers}

        def status(error: type[KinemaError]) -> int:
            return answer(_EXAMPLES.get(error) or error()).status_code

        errors = dict.fromkeys((*operation.refusals(path), KinemaError))
        for code, together in groupby(sorted(errors, key=status), status):
            if str(code) not in responses:
                responses[str(code)] = self._refusal(tuple(together))
        if method == "HEAD":  # which has no content, and of which no part can be asked for (RFC 9110, 14.2)
            responses = {key: response for key, response in responses.items() if key not in ("206", "416")}
            for key, response in responses.items():
                found = self.refusals[response["$ref"].rpartition("/")[2]] if "$ref" in response else response
                responses[key] = {word: found[word] for word in ("description", "headers")}
        return dict(sorted(responses.items()))

    def _answer(self, told: Answer, operation: Operation) -> dict[str, Any]:
        content: dict[str, Any] = {media_type: {} for media_type in told.media_types}
        if told.shape:
            self.shapes.add(told.shape)
            content[JSON] = {"schema": _ref("schemas", told.shape.__name__)}
        links = {
            then: {"operationId": then, "parameters": {"id": "$response.body#/id"}} for then in operation.then
        }
        return {
            "description": told.about or _first(told.shape),
            "headers": _headers(told.headers),
            **({"content": content} if content else {}),
            **({"links": links} if links and told.shape else {}),
        }

    def _refusal(self, errors: Errors) -> dict[str, Any]:
        name = "Or".join("Unexpected" if error is KinemaError else error.__name__ for error in errors)
        if name not in self.refusals:
            examples, headers = {}, set()
            for error in errors:
                answered = answer(_EXAMPLES.get(error) or error())
                examples[error.__name__] = {"value": json.loads(bytes(answered.body))}
                headers |= {sent for sent in SENT if sent.lower() in answered.headers}
            self.refusals[name] = {
                "description": " ".join(_about(error) for error in errors),
                "headers": _headers(sorted(headers)),
                "content": {JSON: {"schema": _ref("schemas", "Error"), "examples": examples}},
            }
        return _ref("responses", name)

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


def _about(error: type[KinemaError]) -> str:
    return "Something went wrong on the server." if error is KinemaError else _first(error)


def _first(named: type[Any] | None) -> str:
    """Return the first paragraph of a class's docstring."""
    return " ".join(cleandoc(named.__doc__ or "").partition("\n\n")[0].split()) if named else "As asked."


def _ref(kind: str, name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _headers(names: Iterable[str]) -> dict[str, Any]:
    return {name: _ref("headers", name) for name in (*names, "x-request-id")}


def _header(header: Header) -> dict[str, Any]:
    return {
        "description": header.about,
        "required": header.always,
        "schema": header.schema,
        "example": header.example,
    }


def _taken(name: str, header: Header) -> dict[str, Any]:
    return {"name": name, "in": "header", **_header(header)}
