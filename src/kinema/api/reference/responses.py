"""The answers of operations as the document tells them, and the parts that they share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from inspect import cleandoc
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from kinema.api.errors import RangeNotSatisfiable, answer
from kinema.api.reference.forms import JSON
from kinema.api.reference.operation import Answer, Described, Errors, Operation
from kinema.api.reference.parameters import SENT
from kinema.api.reference.shapes.shape import Error
from kinema.errors import InvalidRequest, KinemaError

_EXAMPLES: dict[type[KinemaError], KinemaError] = {
    InvalidRequest: InvalidRequest(
        "seconds must be 4, 8 or 12, not 5.", param="seconds", code="unsupported_value"
    ),
    RangeNotSatisfiable: RangeNotSatisfiable(73_912),
}
"""Where an error says more than its default message."""


class Responses:
    """Answers that are told one operation after the other; `refusals` and `shapes` are what they refer to."""

    def __init__(self) -> None:
        self.refusals: dict[str, dict[str, Any]] = {}
        self.shapes: set[type[BaseModel]] = {Error}

    def of(self, told: Described) -> dict[str, Any]:
        """Return the answers of an operation by their status."""
        operation = told.operation
        responses = {str(one.status): self._answer(one, operation) for one in operation.answers}

        def status(error: type[KinemaError]) -> int:
            return answer(_EXAMPLES.get(error) or error()).status_code

        errors = dict.fromkeys((*operation.refusals(told.path), KinemaError))
        for code, together in groupby(sorted(errors, key=status), status):
            if str(code) not in responses:
                responses[str(code)] = self._refusal(tuple(together))
        if told.method == "HEAD":  # which has no content, and no part can be asked for (RFC 9110, 14.2)
            responses = {key: response for key, response in responses.items() if key not in ("206", "416")}
            for key, response in responses.items():
                found = self.refusals[response["$ref"].rpartition("/")[2]] if "$ref" in response else response
                responses[key] = {word: found[word] for word in ("description", "headers")}
        return dict(sorted(responses.items()))

    def _answer(self, told: Answer, operation: Operation) -> dict[str, Any]:
        content: dict[str, Any] = {media_type: {} for media_type in told.media_types}
        if told.shape:
            self.shapes.add(told.shape)
            content[JSON] = {"schema": ref("schemas", told.shape.__name__)}
        links = {
            then: {"operationId": then, "parameters": {"id": f"$response.body#/{operation.named_by}"}}
            for then in operation.then
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
                "content": {JSON: {"schema": ref("schemas", "Error"), "examples": examples}},
            }
        return ref("responses", name)


def ref(kind: str, name: str) -> dict[str, Any]:
    """Return the reference to a component."""
    return {"$ref": f"#/components/{kind}/{name}"}


def _about(error: type[KinemaError]) -> str:
    return "Something went wrong on the server." if error is KinemaError else _first(error)


def _first(named: type[Any] | None) -> str:
    """Return the first paragraph of a class's docstring."""
    return " ".join(cleandoc(named.__doc__ or "").partition("\n\n")[0].split()) if named else "As asked."


def _headers(names: Iterable[str]) -> dict[str, Any]:
    return {name: ref("headers", name) for name in (*names, "x-request-id")}
