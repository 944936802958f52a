"""The shapes of files and characters."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kinema.api.reference.shapes.shape import Cursor, Moment, Shape

_FILE = "file_0f8fad5bd9cb469fa165708867285da0"
_CHARACTER = "char_0f8fad5bd9cb469fa165708867285da0"


class File(Shape):
    """A file that is kept."""

    id: str = Field(examples=[_FILE])
    object: Literal["file"]
    bytes: int = Field(ge=1, description="How large it is.", examples=[73_912])
    created_at: Moment
    expires_at: Moment | None = Field(description="Unix seconds; null where it is kept until it is deleted.")
    filename: str = Field(examples=["frame.png"])
    purpose: str = Field(examples=["vision"])
    status: Literal["processed"]


class FileList(Shape):
    """A page of the tenant's files, by time of creation."""

    object: Literal["list"]
    data: list[File]
    first_id: str | None = Field(examples=[_FILE])
    last_id: Cursor = Field(examples=[_FILE])
    has_more: bool = Field(examples=[False])


class FileDeleted(Shape):
    """A file that was deleted."""

    id: str = Field(examples=[_FILE])
    object: Literal["file"]
    deleted: Literal[True]


class Character(Shape):
    """Somebody who may play."""

    id: str = Field(examples=[_CHARACTER])
    object: Literal["character"]
    name: str = Field(description="What prompts call it.", examples=["Bernardine"])
    created_at: Moment
    quality: float = Field(ge=0, le=1, description="How clean the cut seems.", examples=[0.83])


class CharacterList(Shape):
    """A page of the tenant's characters, the newest first."""

    object: Literal["list"]
    data: list[Character]
    first_id: str | None = Field(examples=[_CHARACTER])
    last_id: Cursor = Field(examples=[_CHARACTER])
    has_more: bool = Field(examples=[False])


class CharacterDeleted(Shape):
    """A character that was deleted."""

    id: str = Field(examples=[_CHARACTER])
    object: Literal["character.deleted"]
    deleted: Literal[True]
