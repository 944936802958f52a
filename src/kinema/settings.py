"""Every setting: environment variables with the prefix KINEMA_, read once, by the commands alone."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kinema.errors import Misconfigured
from kinema.notify.retries import RETRIES
from kinema.videos.model import BUILT_IN, Model, Models, Quality
from kinema.videos.size import Size

_HOST_AND_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/?#@\[\]]+):\d{1,5}", re.ASCII)
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?", re.ASCII)
_STORAGE = re.compile(r"(s3|gs|az)://[A-Za-z0-9][A-Za-z0-9._-]+(/[^\s?#@]*)?|file:///[^\s?#]+", re.ASCII)


def _default_data_dir() -> Path:
    # As root the embedded database runs under another user, who cannot enter root's home.
    return Path("/var/lib/kinema") if os.geteuid() == 0 else user_data_path("kinema", appauthor=False)


def _network(value: object) -> object:
    return ip_network(value) if isinstance(value, str) else value


Network = Annotated[IPv4Network | IPv6Network, BeforeValidator(_network)]  # its words are for people


class ModelSetting(BaseModel):
    """One model name that an operator adds: `{"engine": "animatic", "quality": "high", …}`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    engine: str = "animatic"
    quality: Quality = Quality.STANDARD
    sizes: Annotated[tuple[str, ...], Field(min_length=1)] = ("720x1280", "1280x720")
    price: Annotated[int, Field(ge=0, le=10**12)] = 0
    seconds: Annotated[tuple[Annotated[int, Field(ge=1, le=120)], ...], Field(min_length=1)] = (4, 8, 12)

    @field_validator("sizes")
    @classmethod
    def _sizes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for text in value:
            size = Size.parse(text)
            if size.width % 2 or size.height % 2 or max(size) > 4096:
                raise ValueError(f"{text}: sides must be even and at most 4096")
        return value

    @property
    def given(self) -> dict[str, Any]:
        """What the operator said, as the fields of a Model."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        if "sizes" in values:
            values["sizes"] = tuple(Size.parse(size) for size in self.sizes)
        return values


class Settings(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(env_prefix="KINEMA_", extra="ignore", frozen=True, allow_inf_nan=False)

    data_dir: Path = Field(
        default_factory=_default_data_dir,
        description="The folder that holds the embedded database, the films and the operator's first key.",
    )
    database_url: str | None = Field(
        default=None,
        repr=False,
        pattern=r"^postgres(ql)?://",
        description="A PostgreSQL server of your own, as `postgresql://user:password@host/name`. "
        "Without it Kinema runs one itself, in the data folder.",
    )
    storage_url: str | None = Field(
        default=None,
        repr=False,
        description="Where films and references are kept: `s3://bucket/prefix`, `gs://bucket/prefix`, "
        "`az://container/prefix` or `file:///path`. Without it, in a folder of the data folder. Credentials "
        "and endpoint come from the usual variables, as AWS_ACCESS_KEY_ID and AWS_ENDPOINT_URL.",
    )
    host: str = Field(default="127.0.0.1", description="The address that the API listens on.")
    port: int = Field(default=8000, ge=1, le=65535, description="The port that the API listens on.")
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$",
        description="What download links start with, as `https://films.example.org`. Without it, links start "
        "with the address on which the request arrived, or with what a trusted proxy says.",
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        default=(),
        description="Comma-separated addresses or networks of reverse proxies whose X-Forwarded-Proto and "
        "X-Forwarded-Host are believed.",
    )
    prefixes: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("", "/kyyReactApiServer"),
        description="Comma-separated paths under which public routes are served; an empty one is the root.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Comma-separated origins, as `https://app.example.org`, whose pages may call the API in "
        "a browser; `*` lets every page. Cookies play no part: a page must bring a key.",
    )
    models: Annotated[dict[str, ModelSetting], NoDecode] = Field(
        default_factory=dict,
        description="More model names, or other engines for the built-in ones, as JSON: "
        '`{"my-model": {"engine": "animatic", "quality": "high", "sizes": ["1280x720"], "seconds": [4], '
        '"price": 100000}}`; `price` is for a second of film, in millionths of your currency.',
    )
    charge_cancelled: bool = Field(
        default=False,
        description="Whether a film that is cancelled while it is rendered is charged for the seconds that "
        "were, a begun one counted whole, rather than for nothing.",
    )
    ignore_unknown_fields: bool = Field(
        default=False,
        description="Whether fields that the contract does not know are ignored rather than refused.",
    )
    bootstrap_key: str | None = Field(
        default=None,
        repr=False,
        min_length=20,
        description="The operator's first API key, of at least 20 characters. Without it the first start "
        "makes one, shows it on the terminal and leaves it in `operator.key` in the data folder.",
    )
    retention_hours: float = Field(
        default=24, gt=0, le=24 * 365, description="Hours for which a finished film is kept."
    )
    link_hours: float = Field(
        default=24, gt=0, le=24 * 30, description="Hours after which a download link ends, at the latest."
    )
    max_streams: int = Field(
        default=2000, ge=1, description="How many event streams one API process has open at once."
    )
    max_streams_per_tenant: int = Field(
        default=1000,
        ge=1,
        description="How many event streams one API process has open at once for one tenant.",
    )
    body_memory_mib: int = Field(
        default=256,
        ge=128,
        description="MiB of large bodies that one API process holds at once. A tenant may hold as much as is "
        "left for all others; what finds no room within ten seconds is answered 503.",
    )
    heartbeat_seconds: float = Field(
        default=15,
        gt=0,
        le=300,
        description="Seconds without news after which an event stream carries a sign of life.",
    )
    slots: Annotated[dict[str, Annotated[int, Field(ge=1, le=64)]], NoDecode] = Field(
        default={"animatic": 1},
        min_length=1,
        description="Which engines a worker runs and how many films each renders at once, as JSON: "
        '`{"animatic": 1}`.',
    )
    render_timeout: float = Field(
        default=900, gt=0, description="Seconds after which a render is ended and its task fails."
    )
    store_within: float = Field(
        default=120,
        ge=0,
        description="Seconds for which a film that is rendered waits for a storage that is away, before its "
        "task fails.",
    )
    lease_seconds: float = Field(
        default=20,
        ge=2,
        le=600,
        description="Seconds without a sign of life after which a worker's task is given to another.",
    )
    max_attempts: int = Field(
        default=5, ge=1, le=100, description="How often a task is begun, where its worker or engine dies."
    )
    drain_seconds: float = Field(
        default=10, ge=0, description="Seconds that renders are given to finish when a worker is stopped."
    )
    egress_allow: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Comma-separated `host:port` pairs that reference images may be fetched from although "
        "they are not public.",
    )
    webhook_allow: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Comma-separated `host:port` pairs that webhooks may be sent to although they are not "
        "public.",
    )
    webhook_timeout: float = Field(
        default=15, ge=1, le=60, description="Seconds within which a webhook must be answered."
    )
    webhook_retries: Annotated[tuple[Annotated[float, Field(gt=0, le=7 * 86400)], ...], NoDecode] = Field(
        default=RETRIES,
        max_length=50,
        description="Comma-separated seconds between a webhook's failure and the next try; after the last "
        "one it is given up.",
    )
    portrait_policy: Literal["allow", "warn", "reject"] = Field(
        default="reject",
        description="What is done with a reference image that seems to show a person's face: `reject` "
        "refuses it, `warn` logs it, `allow` does not look.",
    )
    face_detector: str | None = Field(
        default=None,
        min_length=1,
        description="What looks for faces: `haar`, `yunet`, or the name that an installed package gives its "
        "own detector. Without it, `yunet` where a model is set, else `haar`.",
    )
    face_model: Path | None = Field(
        default=None,
        description="A model file for the face detector, as YuNet's "
        "`/models/face_detection_yunet_2023mar.onnx`.",
    )
    face_model_sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9A-Fa-f]{64}$",
        description="The SHA-256 of that file, in hexadecimal; another file is refused.",
    )
    log_format: Literal["auto", "console", "json"] = Field(
        default="auto",
        description="How lines of the log look; `auto` is `console` on a terminal, else `json`.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe lines that are logged."
    )

    @field_validator(
        "trusted_proxies",
        "prefixes",
        "cors_origins",
        "egress_allow",
        "webhook_allow",
        "webhook_retries",
        mode="before",
    )
    @classmethod
    def _split(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        parts = (part.strip() for part in value.split(","))
        return tuple(part for part in parts if part or info.field_name == "prefixes")

    @field_validator("models", "slots", mode="before")
    @classmethod
    def _json(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise ValueError(f"this is no JSON: {error}") from None

    @field_validator("egress_allow", "webhook_allow")
    @classmethod
    def _pairs(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for pair in value:
            if not _HOST_AND_PORT.fullmatch(pair):
                raise ValueError(
                    f"{pair!r} is no host and port: write it as minio.internal:9000 or [::1]:9000"
                )
        return value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if origin != "*" and not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"{origin!r} is no origin: write it as a browser sends it, in lower case and without a "
                    "path, as https://app.example.org or http://localhost:3000, or * for all"
                )
        return value

    @field_validator("storage_url")
    @classmethod
    def _storage(cls, value: str | None) -> str | None:
        if value is not None and not _STORAGE.fullmatch(value):  # not shown: it may hold a secret
            raise ValueError(
                "this is no storage: write it as s3://bucket/prefix, gs://bucket/prefix, "
                "az://container/prefix or file:///path, with no credentials in it"
            )
        return value

    @field_validator("prefixes")
    @classmethod
    def _prefixes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        value = tuple(prefix.rstrip("/") for prefix in value)
        if any(prefix and not prefix.startswith("/") for prefix in value):
            raise ValueError("a prefix begins with a slash, as /kyyReactApiServer, or is empty")
        return tuple(dict.fromkeys(value))

    @model_validator(mode="after")
    def _whole(self) -> Settings:
        if (self.face_model is None) != (self.face_model_sha256 is None):
            raise ValueError("KINEMA_FACE_MODEL and KINEMA_FACE_MODEL_SHA256 are set together or not at all")
        return self

    @property
    def portraits(self) -> tuple[str, str, Path | None, str | None]:
        """The portrait policy, and the detector, model file and SHA-256 that it is carried out with."""
        named = self.face_detector or ("yunet" if self.face_model else "haar")
        return self.portrait_policy, named, self.face_model, self.face_model_sha256

    @property
    def all_models(self) -> Models:
        """The built-in models and those that the operator added, by name.

        What a setting does not name stays as it is built in; OpenAI's names follow the ones they are like.
        """
        given = {name: setting.given for name, setting in self.models.items()}
        built_in = {
            name: replace(model, **{**given.get(model.like or "", {}), **given.get(name, {})})
            for name, model in BUILT_IN.items()
        }
        added = {
            name: Model(**{"name": name, "quality": Quality.STANDARD, **values})
            for name, values in given.items()
            if name not in BUILT_IN
        }
        return {**built_in, **added}

    @property
    def objects(self) -> str | Path:
        """Where films and references are kept: a URL, or a folder."""
        return self.storage_url or self.data_dir / "objects"

    @property
    def scratch(self) -> Path:
        """Where running processes have folders of their own, which end with them."""
        return self.data_dir / "scratch"

    @property
    def retention(self) -> timedelta:
        """How long a finished film is kept."""
        return timedelta(hours=self.retention_hours)


def load(**given: object) -> Settings:
    """Return the settings of the environment, with those given on the command line before them.

    Raises Misconfigured, which names each variable that is wrong and never shows a value that may be secret.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        problems = "; ".join(
            f"{_variable(problem['loc'])}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False)
        )
        raise Misconfigured(f"The settings are not valid. {problems}") from None


def _variable(path: tuple[int | str, ...]) -> str:
    """Return the variable's name and, where its value has parts, which of them is meant."""
    if not path:  # it is about several; its words name them
        return "together"
    name, *inside = path
    variable = f"KINEMA_{name}".upper()
    return f"{variable} ({'.'.join(map(str, inside))})" if inside else variable
