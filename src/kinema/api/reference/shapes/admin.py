"""The shapes of what operators see."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from kinema.accounts.keys import SCOPES
from kinema.accounts.limits import LIMITS
from kinema.api.reference.shapes.shape import Cursor, Micros, Moment, Shape

_ID = "0f8fad5b-d9cb-469f-a165-708867285da0"
_LIMITS: dict[str, Any] = {
    "properties": {
        name: {"type": ["integer", "null"] if limit.may_be_lifted else "integer"}
        for name, limit in LIMITS.items()
    },
    "required": list(LIMITS),
    "additionalProperties": False,
}


class Tenant(Shape):
    """Who owns tasks; all of a tenant's keys see them."""

    id: str = Field(examples=[_ID])
    object: Literal["tenant"]
    name: str = Field(examples=["studio-a"])
    created_at: Moment
    suspended_at: Moment | None = Field(
        description="Unix seconds; null while its keys work.", examples=[None]
    )
    keys: int = Field(ge=0, description="How many of its keys open something.", examples=[1])
    limits: dict[str, int | None] = Field(
        description="Null where there is none.",
        json_schema_extra=_LIMITS,
        examples=[{name: 1 if name == "weight" else None for name in LIMITS}],
    )


class TenantList(Shape):
    """A page of tenants, by name."""

    object: Literal["list"]
    data: list[Tenant]
    first_id: str | None = Field(description="A name.", examples=["studio-a"])
    last_id: Cursor = Field(examples=["studio-a"])
    has_more: bool = Field(examples=[False])


class TenantDeleted(Shape):
    """A tenant that was deleted."""

    name: str = Field(examples=["studio-a"])
    object: Literal["tenant.deleted"]
    deleted: Literal[True]


class Used(Shape):
    """What was reserved and spent."""

    tasks: int = Field(examples=[6])
    seconds: int = Field(examples=[48])
    micros: Micros


class UsedOnDay(Used):
    """What was reserved and spent on a day (UTC)."""

    day: str = Field(json_schema_extra={"format": "date"}, examples=["2026-11-22"])


class UsedByModel(Used):
    """What was reserved and spent on a model's films."""

    model: str = Field(examples=["sora-2"])


class UsedByKey(Used):
    """What was reserved and spent with a key."""

    key: str | None = Field(examples=[_ID])


class TenantUsage(Shape):
    """What a tenant used between two days (UTC), both counted in."""

    object: Literal["list"]
    from_: str = Field(alias="from", json_schema_extra={"format": "date"}, examples=["2026-11-01"])
    to: str = Field(json_schema_extra={"format": "date"}, examples=["2026-11-30"])
    data: list[UsedOnDay] | list[UsedByModel] | list[UsedByKey]


class Key(Shape):
    """What may be known of a key after it was shown."""

    id: str = Field(examples=[_ID])
    object: Literal["key"]
    tenant: str = Field(examples=["studio-a"])
    hint: str = Field(description="Enough to tell it from others.", examples=["kn-…x7Qa"])
    scopes: list[str] = Field(
        json_schema_extra={"items": {"enum": list(SCOPES)}}, examples=[["read", "write"]]
    )
    models: list[str] | None = Field(description="Null for all of them.", examples=[None])
    created_at: Moment
    expires_at: Moment | None = Field(description="Unix seconds; null for good.", examples=[None])
    revoked_at: Moment | None = Field(description="Unix seconds; null while it works.", examples=[None])


class NewKey(Key):
    """A key with its text, which is shown this once."""

    key: str = Field(examples=["kn-6c2f…"])


class KeyList(Shape):
    """A page of keys, the oldest first."""

    object: Literal["list"]
    data: list[Key]
    first_id: str | None = Field(examples=[_ID])
    last_id: Cursor = Field(examples=[_ID])
    has_more: bool = Field(examples=[False])


class ModelSetup(Shape):
    """A model as the operator set it up."""

    id: str = Field(examples=["sora-2"])
    object: Literal["model"]
    dialect: str | None = Field(description="The one that knows it; null for both.", examples=["openai"])
    engine: str = Field(examples=["animatic"])
    quality: str = Field(examples=["standard"])
    micros_per_second: int = Field(
        ge=0, description="Millionths of the operator's currency.", examples=[100_000]
    )
    sizes: list[str] = Field(examples=[["720x1280", "1280x720"]])
    seconds: list[int] = Field(examples=[[4, 8, 12]])


class ModelSetupList(Shape):
    """All models."""

    object: Literal["list"]
    data: list[ModelSetup]
