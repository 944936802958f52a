"""How a field of a body is read, and beside it the JSON schema of what it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from kinema.egress import Egress
from kinema.videos.model import Model

Schema = dict[str, Any]
"""A JSON schema (2020-12)."""

T = TypeVar("T")


def an_id(description: str) -> Schema:
    """Return the schema of an id: what stands for something, and is told where it is looked up."""
    return {"type": "string", "description": description}


def closed(**properties: Schema) -> Schema:
    """Return the schema of an object with exactly these keys."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


@dataclass(frozen=True)
class Reader(Generic[T]):
    """How a field is read, and the schema of what a model takes in it.

    `files` are the media types of files that a form may hold in its place, as `image/png, image/jpeg`.
    """

    read: Callable[[Any, str, Model, Egress], T]
    schema: Callable[[Model], Schema]
    files: str = ""

    def __call__(self, value: Any, name: str, model: Model, egress: Egress) -> T:
        """Return what the value means; raises InvalidRequest."""
        return self.read(value, name, model, egress)


def takes(
    schema: Callable[[Model], Schema], *, files: str = ""
) -> Callable[[Callable[[Any, str, Model, Egress], T]], Reader[T]]:
    """Make a function the reader of fields that have this schema."""
    return lambda read: Reader(read, schema, files)


class Field(NamedTuple):
    """What a field of the body means, how it is read, and the field that it may not stand beside."""

    means: str
    read: Reader[Any]
    instead_of: str | None = None
