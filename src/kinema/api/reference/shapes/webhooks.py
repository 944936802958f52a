"""The shapes of webhooks, their endpoints and the log of their deliveries."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kinema.api.reference.shapes.shape import Cursor, Moment, Shape

_ENDPOINT = "wh_0f8fad5bd9cb469fa165708867285da0"
_WEBHOOK = "evt_0f8fad5bd9cb469fa165708867285da0"

EventType = Literal["video.completed", "video.failed", "video.cancelled"]


class Ended(Shape):
    """Which task ended."""

    id: str = Field(examples=["video_0f8fad5bd9cb469fa165708867285da0"])


class WebhookEvent(Shape):
    """What a webhook says: that a task ended."""

    id: str = Field(description="The same however often it is sent.", examples=[_WEBHOOK])
    object: Literal["event"]
    created_at: Moment
    type: EventType
    data: Ended


class EventTypeList(Shape):
    """What an endpoint may be told."""

    object: Literal["list"]
    data: list[EventType]


class WebhookEndpoint(Shape):
    """An address that is told how tasks end."""

    id: str = Field(examples=[_ENDPOINT])
    object: Literal["webhook_endpoint"]
    created_at: Moment
    updated_at: Moment
    name: str = Field(examples=["production"])
    url: str = Field(examples=["https://hooks.example/kinema"])
    event_types: list[EventType]
    enabled: bool
    signing_secret_hint: str = Field(examples=["whsec_…Zfz4="])


class WebhookEndpointWithSecret(WebhookEndpoint):
    """An endpoint with its secret, which is shown this once."""

    signing_secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="])


class WebhookEndpointList(Shape):
    """A page of the tenant's endpoints, the newest first."""

    object: Literal["list"]
    data: list[WebhookEndpoint]
    first_id: str | None = Field(examples=[_ENDPOINT])
    last_id: Cursor = Field(examples=[_ENDPOINT])
    has_more: bool = Field(examples=[False])


class WebhookEndpointDeleted(Shape):
    """An endpoint that was forgotten."""

    id: str = Field(examples=[_ENDPOINT])
    object: Literal["webhook_endpoint.deleted"]
    deleted: Literal[True]


class WebhookEndpointTest(Shape):
    """What came back from an endpoint."""

    object: Literal["webhook_endpoint.test"]
    webhook_endpoint_id: str = Field(examples=[_ENDPOINT])
    event_type: EventType
    success: Literal[True] = Field(description="That there was an answer, whichever.")
    status_code: int = Field(examples=[204])
    milliseconds: int = Field(ge=0, examples=[87])


class DeliveryAttempt(Shape):
    """One try to send a webhook."""

    at: Moment
    milliseconds: int = Field(ge=0, examples=[87])
    status_code: int | None = Field(description="Null where there was no answer.", examples=[204])
    error: str | None = Field(description="What was wrong.", examples=[None])


class WebhookDelivery(Shape):
    """What an endpoint was to be told, and what came of it."""

    id: str = Field(description="The webhook's.", examples=[_WEBHOOK])
    object: Literal["webhook_delivery"]
    created_at: Moment
    event_type: EventType
    data: Ended
    status: Literal["pending", "delivered", "failed"] = Field(examples=["delivered"])
    next_attempt_at: Moment | None = Field(
        description="Unix seconds; null once nothing more is tried.", examples=[None]
    )
    attempts: list[DeliveryAttempt] = Field(description="The last 50.")


class WebhookDeliveryList(Shape):
    """A page of an endpoint's log, the newest first."""

    object: Literal["list"]
    data: list[WebhookDelivery]
    first_id: str | None = Field(examples=[_WEBHOOK])
    last_id: Cursor = Field(examples=[_WEBHOOK])
    has_more: bool = Field(examples=[False])
