"""The shapes of films, in both dialects."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from kinema.api.reference.shapes.shape import Cursor, Moment, Shape

Progress = Annotated[int, Field(ge=0, le=100, description="Per cent.", examples=[100])]

Scene = Annotated[
    dict[str, Any] | None,
    Field(
        default=None,
        description="What the engine understood; there with `include=scene` alone, null until completed.",
    ),
]


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
    scene: Scene


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
    scene: Scene


class VideoList(Shape):
    """A page of the tenant's videos, by time of creation."""

    object: Literal["list"]
    data: list[Video]
    first_id: str | None = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    last_id: Cursor = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    has_more: bool = Field(examples=[False])


class VideoDeleted(Shape):
    """A video that was forgotten."""

    id: str = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])
    object: Literal["video.deleted"]
    deleted: Literal[True]
