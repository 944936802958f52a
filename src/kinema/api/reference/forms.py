"""JSON schemas of forms, made of those of JSON bodies: what stands for an object, an array and a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kinema.api.reader import Schema

JSON, FORM = "application/json", "multipart/form-data"

FILE: Schema = {"type": "string", "contentMediaType": "application/octet-stream"}


def in_form(schema: Schema, files: Collection[str]) -> Schema:
    """Return the schema of a form for a body that is described as JSON; `files` may be files in it."""
    parts = {name: dict(parts_of(name, inner, name in files)) for name, inner in schema["properties"].items()}
    whole = {part: inner for named in parts.values() for part, inner in named.items()}
    made: Schema = {**schema, "properties": whole}
    made["required"] = [part for name in schema["required"] if len(parts[name]) == 1 for part in parts[name]]
    made |= exclusive({part: list(named)[:place] for part, place, named in _spellings(parts, files)})
    together = {
        part: [other for other in named if other != part]
        for name, named in parts.items()
        if len(named) > 1 and name not in files
        for part in named
    }
    if together:
        made["dependentRequired"] = together
    either = [list(parts[name]) for name in schema["required"] if len(parts[name]) > 1]
    if either:
        made["allOf"] = [{"anyOf": [{"required": [part]} for part in named]} for named in either]
    return made


def parts_of(name: str, schema: Schema, file: bool) -> Iterator[tuple[str, Schema]]:
    """Give the parts of a form that stand for a field: text, a file, an object's keys in brackets, and the
    items of an array, a part for each."""
    about = schema["description"]
    if file:
        yield name, {**FILE, "description": about}
    if "properties" in schema:
        for key, inner in schema["properties"].items():
            yield f"{name}[{key}]", inner
    elif schema.get("type") == "array":
        items = schema["items"]
        for key, inner in items.get("properties", {"": items}).items():
            part = {**schema, "items": inner, "description": f"{about} A part of this name for each."}
            yield f"{name}[][{key}]" if key else f"{name}[]", part
    elif "enum" in schema:
        words = [value for value in schema["enum"] if isinstance(value, str)]
        default = {"default": str(schema["default"])} if "default" in schema else {}
        yield name, {**schema, "type": "string", "enum": words, **default}
    elif not file:
        yield name, schema


def exclusive(others: Mapping[str, Collection[str]]) -> Schema:
    """Return what says that no field stands beside these others of it."""
    if not others:
        return {}
    return {
        "dependentSchemas": {
            name: {"properties": dict.fromkeys(against, False)} for name, against in others.items()
        }
    }


def as_form(example: Mapping[str, Any]) -> dict[str, Any]:
    """Return the example of a JSON body as the parts of a form."""
    flat: dict[str, Any] = {}
    for name, value in example.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}[{key}]": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def or_null(schema: Schema) -> Schema:
    """Return the schema of an optional field: null is as good as none."""
    outer: Schema = {key: schema[key] for key in ("description", "default") if key in schema}
    inner = {key: value for key, value in schema.items() if key not in outer}
    return {"anyOf": [inner, {"type": "null"}], **outer}


def _spellings(
    parts: Mapping[str, Mapping[str, Schema]], files: Collection[str]
) -> Iterator[tuple[str, int, Mapping[str, Schema]]]:
    """Give the parts that spell a field anew, which another part spells already."""
    for name, named in parts.items():
        if name in files:
            yield from ((part, place, named) for place, part in enumerate(named) if place)
