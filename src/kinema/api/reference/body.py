"""The JSON schemas of bodies that ask for a film, from the tables that they are read with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from kinema.api.reader import Field, Schema
from kinema.api.reference.forms import FORM, JSON, as_form, exclusive, in_form, or_null
from kinema.api.services import ApiOptions
from kinema.videos.model import Dialect, Model, of_dialect


@dataclass(frozen=True)
class Body:
    """What a route takes: fields, and an example of them.

    Where a model is chosen, `dialect` says among which, and `default` which one is meant where none is named.
    `seconds` are the lengths that there are, where no model says so. `ways` say, for each media type, which
    fields go together, where not all do.
    """

    fields: Mapping[str, Field]
    example: Mapping[str, Any]
    required: tuple[str, ...] = ("prompt",)
    dialect: Dialect | None = None
    default: str | None = None
    form: bool = False
    seconds: tuple[int, ...] = ()
    ways: Mapping[str, tuple[Schema, ...]] | None = None
    needed = True

    def schemas(self, options: ApiOptions) -> dict[str, Schema]:
        """Return the schema for each media type."""
        types = (JSON, FORM) if self.form else (JSON,)
        return {media_type: self._schema(options, media_type) for media_type in types}

    def example_of(self, media_type: str) -> dict[str, Any]:
        """Return the example as this media type has it."""
        return as_form(self.example) if media_type == FORM else dict(self.example)

    @property
    def files(self) -> dict[str, str]:
        """The media types of the files that a form may hold, by field."""
        return {name: field.read.files for name, field in self.fields.items() if field.read.files}

    def _schema(self, options: ApiOptions, media_type: str) -> Schema:
        """Return what all models together take and, where they differ, what each takes."""
        if self.dialect:
            models = list(of_dialect(options.models, self.dialect).values())
        else:
            models = [next(iter(options.models.values()))]
        if self.seconds:
            models = [replace(model, seconds=self.seconds) for model in models]
        groups = _alike(models)
        takes = [self._properties(alike) for alike in groups]
        whole = _union(takes)
        required = [name for name in self.fields if name in self.required]
        if "model" in whole and self.default is None:
            required.append("model")
        schema: Schema = {"type": "object", "required": required, "properties": whole}
        if not options.ignore_unknown_fields:
            schema["additionalProperties"] = False
        instead = {name: [field.instead_of] for name, field in self.fields.items() if field.instead_of}
        schema |= exclusive(instead)
        if media_type == FORM:
            schema = in_form(schema, self.files)
        else:
            schema["properties"] = {
                name: given if name in required else or_null(given) for name, given in whole.items()
            }
        ways = self.ways[media_type] if self.ways else self._for_models(groups, takes, whole, media_type)
        return {**schema, **({"anyOf": together} if (together := list(ways)) else {})}

    def _properties(self, alike: list[Model]) -> dict[str, Schema]:
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
                properties[name] = schema
        return properties

    def _for_models(
        self, groups: list[list[Model]], takes: list[dict[str, Schema]], whole: Schema, media_type: str
    ) -> Iterator[Schema]:
        """Give what holds for some models alone, where there are some for which something else does."""
        if len(groups) < 2:
            return
        for alike, properties in zip(groups, takes, strict=True):
            models = [model.name for model in alike]
            refined: Schema = {name: False for name in whole if name not in properties}
            for name, given in properties.items():
                if given != whole[name]:
                    is_named = name == "model" and self.default not in models
                    known = [value for value in given["enum"] if media_type == JSON or isinstance(value, str)]
                    refined[name] = {"enum": known if media_type == FORM or is_named else [*known, None]}
            required = {} if self.default in models else {"required": ["model"]}
            yield {"title": f"For {', '.join(models)}", **required, "properties": refined}


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
