"""The shapes of models, usage, prompts, and of what the server tells of itself."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kinema.api.reference.shapes.shape import Micros, Moment, Shape


class ModelCard(Shape):
    """A model and what it takes; the first of each is the default."""

    id: str = Field(examples=["sora-2"])
    object: Literal["model"]
    created: Moment
    owned_by: Literal["kinema"]
    routes: list[str] = Field(description="The routes that know it.", examples=[["/v1/videos"]])
    sizes: list[str] = Field(examples=[["720x1280", "1280x720"]])
    seconds: list[str] = Field(examples=[["4", "8", "12"]])


class ModelList(Shape):
    """The models that the key may use."""

    object: Literal["list"]
    data: list[ModelCard]


class UsageDay(Shape):
    """What was reserved and spent on a day (UTC)."""

    day: str = Field(json_schema_extra={"format": "date"}, examples=["2026-11-22"])
    seconds: int = Field(ge=0, examples=[48])
    micros: Micros


class Usage(Shape):
    """Days, newest first."""

    object: Literal["list"]
    data: list[UsageDay]


Element = Literal["scene", "subject", "action", "style", "lighting", "camera", "colour"]


class Suggestion(Shape):
    """What to add."""

    element: Element
    text: str = Field(examples=["Say where the light comes from, as “low evening sun”."])


class PromptReview(Shape):
    """Which elements of a good prompt were found."""

    object: Literal["prompt.review"]
    language: Literal["en", "zh"] = Field(description="The prompt's, in which the suggestions are.")
    found: dict[Element, list[str]] = Field(
        description="The words that speak of each.", examples=[{"subject": ["cat"], "action": ["dancing"]}]
    )
    missing: list[Element]
    suggestions: list[Suggestion]
    score: int = Field(ge=0, le=7, description="How many of the seven were found.", examples=[2])


class Healthy(Shape):
    """All is well."""

    status: Literal["ok"]


class Unhealthy(Shape):
    """Why a task could not be accepted and rendered right now."""

    status: Literal["unavailable"]
    problems: list[str] = Field(examples=[["No worker is ready with the engine 'animatic'."]])


class Document(BaseModel):
    """An OpenAPI document."""

    model_config = ConfigDict(extra="allow", json_schema_extra=lambda schema: schema.pop("title"))

    openapi: str = Field(examples=["3.1.0"])
    info: dict[str, Any]
    paths: dict[str, Any]
