"""The reference as a page: HTML and CSS of our own, nothing fetched from elsewhere, no scripts."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import Markup, escape

from kinema.api.reference.curl import curl
from kinema.api.reference.forms import JSON

_HERE = files("kinema.api.reference")
_STYLE = _HERE.joinpath("page.css").read_text("utf-8")
_HASH = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""What a browser may load for the page: its own style and nothing else."""


def page(document: dict[str, Any], base: str) -> str:
    """Return the page of a document whose routes are asked for at `base`."""
    return _TEMPLATE.render(
        document=document,
        style=Markup(_STYLE),  # noqa: S704 (it is ours)
        servers=[urljoin(base, server["url"]).rstrip("/") for server in document["servers"]],
        chapters=list(_chapters(document, base)),
        shapes=_shapes(document),
    )


def _chapters(document: dict[str, Any], base: str) -> Iterator[dict[str, Any]]:
    """Give each tag with its operations."""
    operations = sorted(_operations(document, base), key=lambda told: told["alias_of"] is not None)
    for tag in document["tags"]:
        yield {
            **tag,
            "operations": [told for told in operations if tag["name"] in told["tags"]],
            "webhooks": [told for told in _webhooks(document) if tag["name"] in told["tags"]],
        }


def _webhooks(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give each webhook as the template shows it."""
    for event_type, item in document["webhooks"].items():
        told = item["post"]
        content = told["requestBody"]["content"][JSON]
        yield {
            "id": told["operationId"],
            "tags": told["tags"],
            "event": event_type,
            "summary": told["summary"],
            "description": told["description"],
            "headers": told["parameters"],
            "shape": content["schema"]["$ref"].rpartition("/")[2],
            "example": json.dumps(content["example"], indent=2),
            "answers": told["responses"],
        }


def _operations(document: dict[str, Any], base: str) -> Iterator[dict[str, Any]]:
    """Give each operation as the template shows it."""
    found = [
        (path, method.upper(), told, "servers" in item)
        for path, item in document["paths"].items()
        for method, told in item.items()
        if method != "servers"
    ]
    places = {told["operationId"]: f"{method} {path}" for path, method, told, _ in found}
    for path, method, told, at_root in found:
        start = urljoin(base, "/").rstrip("/") if at_root else base
        alias_of = told.get("x-alias-of")
        parameters = [_resolved(parameter, document) for parameter in told["parameters"]]
        content = told.get("requestBody", {}).get("content", {})
        yield {
            "id": told["operationId"],
            "tags": told["tags"],
            "method": method,
            "path": path,
            "summary": told["summary"],
            "description": told.get("description"),
            "key": told["security"],
            "alias_of": {"id": alias_of, "place": places[alias_of]} if alias_of else None,
            "curl": curl(start, method, path, told, parameters),
            "parameters": [one for one in parameters if one["name"] != "x-request-id"],
            "bodies": {kind: _resolved(given["schema"], document) for kind, given in content.items()},
            "answers": [
                _answer(status, _resolved(response, document), document)
                for status, response in told["responses"].items()
            ],
        }


def _answer(status: str, response: Mapping[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    content = response.get("content", {})
    told = content.get(JSON, {})
    example = told.get("example")
    for one in told.get("examples", {}).values():
        example = one["value"]
    return {
        "status": status,
        "description": response["description"],
        "media_types": list(content),
        "shape": told.get("schema", {}).get("$ref", "").rpartition("/")[2],
        "headers": {
            name: _resolved(header, document)
            for name, header in response["headers"].items()
            if name != "x-request-id"
        },
        "example": json.dumps(example, indent=2, ensure_ascii=False) if example else None,
    }


def _resolved(node: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    _, _, kind, name = node["$ref"].split("/")
    found: dict[str, Any] = document["components"][kind][name]
    return found


def _shapes(document: dict[str, Any]) -> dict[str, Any]:
    """Return the shapes of answers: bodies are shown with their routes."""
    schemas: dict[str, Any] = document["components"]["schemas"]
    return {name: schema for name, schema in schemas.items() if "description" in schema}


def _words(text: str | None) -> Markup:
    """Return plain words as HTML, with `code` as such."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text or ""))))  # noqa: S704 (escaped)


def _path(text: str) -> Markup:
    """Return a path as HTML that breaks at its slashes."""
    return Markup(str(escape(text)).replace("/", "/<wbr>"))  # noqa: S704 (escaped)


def _template() -> Environment:
    pages = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    pages.filters["words"] = _words
    pages.filters["path"] = _path
    pages.filters["name"] = lambda reference: reference.rpartition("/")[2]
    pages.filters["anchor"] = lambda title: re.sub(r"\W+", "-", title.lower())
    return pages


_TEMPLATE = _template().from_string(_HERE.joinpath("page.html").read_text("utf-8"))
