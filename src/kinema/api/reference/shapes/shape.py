"""What shapes are made of, and the shape of every refusal."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Moment = Annotated[int, Field(ge=0, description="Unix seconds.", examples=[1795342800])]
Micros = Annotated[int, Field(description="Millionths of the operator's currency.", examples=[4_800_000])]

Cursor = Annotated[str | None, Field(description="Where the next page begins: send it as `after`.")]


class Shape(BaseModel):
    """An object with these keys, always all of them but what has a default, and no others."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=lambda schema: schema.pop("title"))


class ErrorInside(Shape):
    """What went wrong."""

    message: str = Field(description="What was wrong, what is allowed and what to do.")
    type: str = Field(description="The kind of error.")
    param: str | None = Field(description="The field or parameter that is meant.")
    code: str = Field(description="A stable word for programs.")


class Error(Shape):
    """OpenAI's envelope, which every refusal comes in."""

    error: ErrorInside
