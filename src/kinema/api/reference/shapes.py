"""What answers look like in JSON. They describe and build nothing: a test holds every answer to them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Moment = Annotated[int, Field(ge=0, description="Unix seconds.", examples=[1795342800])]
Progress = Annotated[int, Field(ge=0, le=100, description="Per cent.", examples=[100])]


class Shape(BaseModel):
    """An object with these keys, always all of them, and no others."""

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


class SoraCreated(Shape):
    """A task that was accepted."""

    id: str = Field(examples=["sora_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video.generation"]
    created: Moment
    model: str = Field(examples=["openAiSora2Plus"])
    status: Literal["queued"]


class SoraVideo(Shape):
    """A task as the Sora gateway contract shows it."""

    id: str = Field(examples=["sora_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video.generation"]
    created: Moment
    model: str = Field(examples=["openAiSora2Plus"])
    status: Literal["queued", "processing", "completed", "failed"] = Field(examples=["completed"])
    progress: Progress
    video_url: str | None = Field(
        description="A link to the MP4 that needs no key; null until completed and once expired.",
        examples=["https://films.example.org/files/sora_0f8fad5b/1.mp4?expires=1795429200&signature=3q2-7w"],
    )
    actualDuration: float | None = Field(  # noqa: N815 (the contract's word)
        description="Seconds, measured from the file; null until completed.", examples=[4]
    )
    error: str | None = Field(description="Why there is no film, or that it expired.", examples=[None])


class SoraDeleted(Shape):
    """A task that was forgotten."""

    id: str = Field(examples=["sora_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video.generation.deleted"]
    deleted: Literal[True]


class VideoError(Shape):
    """Why a video failed."""

    code: str = Field(examples=["cancelled"])
    message: str | None


class Video(Shape):
    """A task as OpenAI shows it."""

    id: str = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video"]
    model: str = Field(examples=["sora-2"])
    status: Literal["queued", "in_progress", "completed", "failed"] = Field(examples=["completed"])
    progress: Progress
    created_at: Moment
    completed_at: Moment | None = Field(description="Unix seconds; null until completed.")
    expires_at: Moment | None = Field(description="Until when the film is kept; null until completed.")
    prompt: str = Field(examples=["A cat dancing in the rain"])
    size: str = Field(pattern=r"^\d+x\d+$", examples=["720x1280"])
    seconds: str = Field(pattern=r"^\d+$", examples=["4"])
    remixed_from_video_id: str | None = Field(examples=[None])
    error: VideoError | None = Field(examples=[None])


class VideoList(Shape):
    """A page of the tenant's videos, by time of creation."""

    object: Literal["list"]
    data: list[Video]
    first_id: str | None = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    last_id: str | None = Field(
        description="Where the next page begins: send it as `after`.",
        examples=["video_0f8fad5bd9cb469fa165708867285da0"],
    )
    has_more: bool = Field(examples=[False])


class VideoDeleted(Shape):
    """A video that was forgotten."""

    id: str = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video.deleted"]
    deleted: Literal[True]


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
    micros: int = Field(ge=0, description="Millionths of the operator's currency.", examples=[4_800_000])


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
