"""The JSON schemas of request bodies, from the tables that bodies are read with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from kinema.api.fields import Field, Schema
from kinema.api.services import ApiOptions
from kinema.videos.model import Dialect, Model, of_dialect

JSON, FORM = "application/json", "multipart/form-data"

FILE: Schema = {"type": "string", "contentMediaType": "application/octet-stream"}


@dataclass(frozen=True)
class Body:
    """What a route takes: fields, and an example of them.

    Where a model is chosen, `dialect` says among which, and `default` which one is meant where none is named.
    Where none is, `seconds` are the lengths that there are.
    """

    fields: Mapping[str, Field]
    example: Mapping[str, Any]
    required: tuple[str, ...] = ("prompt",)
    dialect: Dialect | None = None
    default: str | None = None
    form: bool = False
    seconds: tuple[int, ...] = ()

    def schemas(self, options: ApiOptions) -> dict[str, Schema]:
        """Return the schema for each media type."""
        types = (JSON, FORM) if self.form else (JSON,)
        return {media_type: self._schema(options, media_type == FORM) for media_type in types}

    def example_of(self, media_type: str) -> dict[str, Any]:
        """Return the example as this media type has it."""
        flat: dict[str, Any] = {}
        for name, value in self.example.items():
            if media_type == FORM and isinstance(value, Mapping):
                flat |= {f"{name}[{key}]": inner for key, inner in value.items()}
            else:
                flat[name] = value
        return flat

    @property
    def files(self) -> dict[str, str]:
        """The media types of the files that a form may hold, by field."""
        return {name: field.read.files for name, field in self.fields.items() if field.read.files}

    def _schema(self, options: ApiOptions, form: bool) -> Schema:
        """Return what all models together take and, where they differ, what each takes."""
        if self.dialect:
            groups = _alike(of_dialect(options.models, self.dialect).values())
        else:
            groups = [[replace(next(iter(options.models.values())), seconds=self.seconds)]]
        takes = [self._properties(alike, form) for alike in groups]
        whole = _union(takes)
        needed = [name for name in self.fields if name in self.required]
        exclusive = {name: field.instead_of for name, field in self.fields.items() if field.instead_of}
        if form:
            needed = [part for part in whole if part.partition("[")[0] in needed]
            exclusive |= {f"{name}[{key}]": name for name, key in self._either(groups[0][0])}
        schema: Schema = {"type": "object", "required": needed, "properties": whole}
        if not options.ignore_unknown_fields:
            schema["additionalProperties"] = False
        if exclusive:
            schema["dependentSchemas"] = {
                name: {"properties": {other: False}} for name, other in exclusive.items()
            }
        if "model" in whole and self.default is None:
            needed.append("model")
        if len(groups) > 1:
            schema["anyOf"] = [
                self._refinement([model.name for model in alike], properties, whole, form)
                for alike, properties in zip(groups, takes, strict=True)
            ]
        if not form:
            schema["properties"] = {
                name: given if name in needed else _or_null(given) for name, given in whole.items()
            }
        return schema

    def _properties(self, alike: list[Model], form: bool) -> dict[str, Schema]:
        """Return the properties of bodies for models that take the same."""
        properties: dict[str, Schema] = {}
        for name, field in self.fields.items():
            schema = dict(field.read.schema(alike[0]))
            if field.means == "model":
                schema["enum"] = [model.name for model in alike]
                if self.default in schema["enum"]:
                    schema["default"] = self.default
            if field.instead_of:
                schema.pop("default", None)
                schema["description"] += f" Instead of `{field.instead_of}`, never beside it."
            if schema.get("enum") != []:
                properties |= dict(_parts(name, schema, bool(field.read.files))) if form else {name: schema}
        return properties

    def _either(self, model: Model) -> Iterator[tuple[str, str]]:
        """Give the fields that a form takes as a file or by a key of their object."""
        for name, field in self.fields.items():
            if field.read.files:
                yield from ((name, key) for key in field.read.schema(model)["properties"])

    def _refinement(
        self, models: list[str], properties: Mapping[str, Schema], whole: Schema, form: bool
    ) -> Schema:
        """Return what holds for these models alone."""
        refined: Schema = {name: False for name in whole if name not in properties}
        for name, given in properties.items():
            if given != whole[name]:
                named = name == "model" and self.default not in models
                refined[name] = {"enum": given["enum"] if form or named else [*given["enum"], None]}
        required = {} if self.default in models else {"required": ["model"]}
        return {"title": f"For {', '.join(models)}", **required, "properties": refined}


def _alike(models: Iterable[Model]) -> list[list[Model]]:
    """Group the models by what they take."""

    def takes(model: Model) -> tuple[Any, ...]:
        return model.sizes, model.seconds

    return [list(alike) for _, alike in groupby(sorted(models, key=takes), takes)]


def _union(variants: Iterable[Mapping[str, Schema]]) -> dict[str, Schema]:
    """Return properties that take whatever those of any variant take; they differ in words alone."""
    whole: dict[str, Schema] = {}
    for variant in variants:
        for name, schema in variant.items():
            known = whole.setdefault(name, schema)
            if known != schema:
                whole[name] = {**schema, **known, "enum": list(dict.fromkeys(known["enum"] + schema["enum"]))}
    return whole


def _or_null(schema: Schema) -> Schema:
    """Return the schema of an optional field: null is as good as none."""
    outer: Schema = {key: schema[key] for key in ("description", "default") if key in schema}
    inner = {key: value for key, value in schema.items() if key not in outer}
    return {"anyOf": [inner, {"type": "null"}], **outer}


def _parts(name: str, schema: Schema, files: bool) -> Iterator[tuple[str, Schema]]:
    """Give the parts of a form that stand for a field: text, a file, an object's keys in brackets."""
    if files:
        yield name, {**FILE, "description": schema["description"]}
    if "properties" in schema:
        for key, inner in schema["properties"].items():
            yield f"{name}[{key}]", inner
    elif "enum" in schema:
        words: Schema = {
            **schema,
            "type": "string",
            "enum": [v for v in schema["enum"] if isinstance(v, str)],
        }
        if "default" in schema:
            words["default"] = str(schema["default"])
        yield name, words
    else:
        yield name, schema
