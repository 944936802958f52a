"""Bodies whose fields are read one by one, with no model that has a say in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from fastapi import Request

from kinema.api.body import json_object, media_type_of
from kinema.api.fields import alternatives, quote, refuse_unknown
from kinema.api.form import form, json_or_form
from kinema.api.reader import Schema
from kinema.api.reference.forms import FORM, JSON, as_form, in_form, or_null
from kinema.api.services import ApiOptions, Services, services_of
from kinema.errors import InvalidRequest

T = TypeVar("T")


@dataclass(frozen=True)
class Plain(Generic[T]):
    """How a field is read, and the schema of what it takes.

    The function takes the value, the field's name and the services, and raises InvalidRequest, which names
    the field. `files` are the media types of files that a form may hold in the field's place.
    """

    read: Callable[[Any, str, Services], T]
    schema: Schema
    files: str = ""


def plain(schema: Schema, *, files: str = "") -> Callable[[Callable[[Any, str, Services], T]], Plain[T]]:
    """Make a function the reader of fields that have this schema."""
    return lambda read: Plain(read, schema, files)


@dataclass(frozen=True)
class PlainBody:
    """What a route takes: fields, and an example of them.

    A `strict` body has no unknown fields, whatever the operator lets pass elsewhere. One that is not `needed`
    may be missing altogether.
    """

    fields: Mapping[str, Plain[Any]]
    example: Mapping[str, Any]
    required: tuple[str, ...] = ()
    types: tuple[str, ...] = (JSON,)
    strict: bool = False
    needed: bool = True

    async def of(self, request: Request) -> dict[str, Any]:
        """Return what the fields of the request's body mean, without those that are null.

        Raises InvalidRequest, and whatever reading a body raises.
        """
        services = services_of(request)
        body = await self._body(request)
        if self.strict or not services.options.ignore_unknown_fields:
            refuse_unknown(body, self.fields)
        given = {name: value for name, value in body.items() if value is not None}
        for name in self.required:
            if name not in given:
                about = self.fields[name].schema["description"]
                raise InvalidRequest(f"{name} is required. {about}", param=name, code="missing_field")
        return {
            name: field.read(given[name], name, services)
            for name, field in self.fields.items()
            if name in given
        }

    async def _body(self, request: Request) -> dict[str, Any]:
        if not self.needed and not media_type_of(request):
            return {}
        if self.types == (JSON,):
            return await json_object(request)
        return await (form(request) if self.types == (FORM,) else json_or_form(request))

    @property
    def files(self) -> dict[str, str]:
        """The media types of the files that a form may hold, by field."""
        return {name: field.files for name, field in self.fields.items() if field.files}

    def schemas(self, options: ApiOptions) -> dict[str, Schema]:
        """Return the schema for each media type."""
        schema: Schema = {
            "type": "object",
            "required": list(self.required),
            "properties": {name: field.schema for name, field in self.fields.items()},
        }
        if self.strict or not options.ignore_unknown_fields:
            schema["additionalProperties"] = False
        found = {}
        for media_type in self.types:
            found[media_type] = in_form(schema, self.files) if media_type == FORM else _forgiving(schema)
        return found

    def example_of(self, media_type: str) -> dict[str, Any]:
        """Return the example as this media type has it."""
        return as_form(self.example) if media_type == FORM else dict(self.example)


def switch(description: str) -> Plain[bool]:
    """Return the reader of true or false."""

    def read(value: Any, name: str, _services: Services) -> bool:
        if not isinstance(value, bool):
            raise wrong(name, "true or false", value)
        return value

    return Plain(read, {"type": "boolean", "description": description})


def word(known: Collection[str], description: str) -> Plain[str]:
    """Return the reader of one of these words."""

    def read(value: Any, name: str, _services: Services) -> str:
        if not isinstance(value, str) or value not in known:
            raise InvalidRequest(
                f"{name} must be {alternatives(known)}, not {quote(value)}.",
                param=name,
                code="unsupported_value",
            )
        return value

    return Plain(read, {"type": "string", "enum": list(known), "description": description})


def wrong(name: str, wanted: str, given: Any) -> InvalidRequest:
    """Return the refusal of a value that is of another type."""
    return InvalidRequest(f"{name} must be {wanted}, not {quote(given)}.", param=name, code="invalid_type")


def _forgiving(schema: Schema) -> Schema:
    """Return the schema of a JSON body, in which null is as good as no field where none is required."""
    properties = {
        name: inner if name in schema["required"] else or_null(inner)
        for name, inner in schema["properties"].items()
    }
    return {**schema, "properties": properties}
