"""The Sora gateway contract: its create and query routes.

What each field may hold is written once, in `_FIELDS`; which values a model takes, in `kinema.videos.model`.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api.address import base_of
from kinema.api.auth import Caller
from kinema.api.body import json_object
from kinema.api.services import Services, services_of
from kinema.api.trace import about_task
from kinema.egress import Egress
from kinema.errors import InvalidRequest, ReferenceRefused
from kinema.media import images
from kinema.tasks.find import task_of
from kinema.tasks.sweep import reference_key
from kinema.tasks.task import Task, new_id
from kinema.videos.model import Model, Models
from kinema.videos.request import ImageUrl, InlineImage, Reference, VideoRequest
from kinema.videos.size import ASPECT_RATIOS, Size
from kinema.videos.status import Status

LONGEST_PROMPT = 32_000
LONGEST_URL = 8_192
MOST_REFERENCES = 1

RETRY_AFTER = "2"
"""Seconds after which a poll is likely to have news."""

_WORDS = {Status.CANCELLED: "failed"}
"""Where the contract's word for a status is not ours."""

router = APIRouter()


@router.post("/v1/sora/videos")
@router.post("/sora/videos")
async def create_video(request: Request, caller: Caller) -> JSONResponse:
    """Accept a film as a task."""
    services = services_of(request)
    wanted = parse(await json_object(request), services.options.models, services.egress, services.options)
    task_id = new_id("sora")
    with about_task(task_id):
        key = await _store_reference(services, task_id, wanted)
        created = await services.creations.create(task_id, caller.id, wanted, key)
    return JSONResponse(
        {
            "id": task_id,
            "object": "video.generation",
            "created": int(created.timestamp()),
            "model": wanted.model.name,
            "status": Status.QUEUED,
        },
        headers={"Retry-After": RETRY_AFTER},
    )


@router.get("/v1/result/{task_id}")
@router.get("/v1/sora/videos/{task_id}")
async def query_video(request: Request, task_id: str, caller: Caller) -> JSONResponse:
    """Tell how a task stands."""
    services = services_of(request)
    with about_task(task_id):
        task = await task_of(services.database, caller.id, task_id)
    return JSONResponse(view(task, services, base_of(request)), headers={"Retry-After": RETRY_AFTER})


def view(task: Task, services: Services, base: str) -> dict[str, Any]:
    """Return a task as the contract shows it; every key is always there."""
    now = datetime.now(UTC)
    completed, kept = task.status is Status.COMPLETED, task.is_kept(now)
    link = error = None
    if kept and task.expires_at is not None:
        expires = min(task.expires_at, now + services.options.link_lifetime)
        link = base + services.links.path(task.id, task.attempt, expires)
    elif completed and task.expires_at is not None:
        error = (
            f"The film expired on {task.expires_at:%Y-%m-%d at %H:%M} UTC and was deleted. Create it again."
        )
    return {
        "id": task.id,
        "object": "video.generation",
        "created": int(task.created_at.timestamp()),
        "model": task.model,
        "status": _WORDS.get(task.status, task.status),
        "progress": 100 if completed else min(99, int(task.progress * 100)),
        "video_url": link,
        "actualDuration": round(task.duration, 3) if completed and task.duration is not None else None,
        "error": task.error or error,
    }


async def _store_reference(services: Services, task_id: str, wanted: VideoRequest) -> str | None:
    """Check an inline reference and store it as pixels; return its object's key."""
    if not isinstance(wanted.reference, InlineImage):
        return None
    try:
        png = await images.check(wanted.reference.data, wanted.size, wanted.model.sizes)
    except ReferenceRefused as error:
        raise InvalidRequest(error.message, param=wanted.reference.param, code="invalid_image") from error
    key = reference_key(task_id)
    await services.storage.put(key, png)
    return key


# From a body to a request


class _Context(NamedTuple):
    models: Models
    egress: Egress


def parse(body: Mapping[str, Any], models: Models, egress: Egress, options: Any) -> VideoRequest:
    """Return what a create body asks for; raises InvalidRequest, which names the field."""
    given = {name: value for name, value in body.items() if value is not None and value != []}
    if not options.ignore_unknown_fields:
        for name in given:
            _refuse_unknown(name)
    for name, field in _FIELDS.items():
        if field.instead_of in given and name in given:
            raise InvalidRequest(
                f"Send either {field.instead_of} or {name}, not both.",
                param=name,
                code="mutually_exclusive",
            )
    model = _model(given.get("model"), models)
    values = {
        field.means: field.read(given[name], name, model, egress)
        for name, field in _FIELDS.items()
        if name in given
    }
    if "prompt" not in values:
        raise InvalidRequest(
            "prompt is required: describe the film in words.", param="prompt", code="missing_field"
        )
    return VideoRequest(
        model=model,
        prompt=values["prompt"],
        size=values.get("size", model.sizes[0]),
        seconds=values.get("seconds", model.seconds[0]),
        reference=values.get("reference"),
    )


def _refuse_unknown(name: str) -> None:
    if name in _FIELDS:
        return
    closest = difflib.get_close_matches(name[:100], _FIELDS, n=1, cutoff=0)[0]
    raise InvalidRequest(
        f"There is no field {_quote(name)}. Did you mean {closest}? Known: {', '.join(_FIELDS)}.",
        param=_encodable(name[:100]),
        code="unknown_field",
    )


def _model(value: Any, models: Models) -> Model:
    known = _alternatives(models)
    if value is None:
        raise InvalidRequest(f"model is required: {known}.", param="model", code="missing_field")
    if not isinstance(value, str) or value not in models:
        raise InvalidRequest(
            f"model must be {known}, not {_quote(value)}.", param="model", code="unsupported_value"
        )
    return models[value]


def _read_model(value: Any, _name: str, _model: Model, _egress: Egress) -> Any:
    return value


def _read_prompt(value: Any, name: str, _model: Model, _egress: Egress) -> str:
    if not isinstance(value, str):
        raise InvalidRequest(
            f"prompt must be a string, not {_quote(value)}.", param=name, code="invalid_type"
        )
    prompt = value.strip()
    if not 1 <= len(prompt) <= LONGEST_PROMPT:
        raise InvalidRequest(
            f"prompt must have 1 to {LONGEST_PROMPT:,} characters, not counting space around it; "
            f"this one has {len(prompt):,}.",
            param=name,
        )
    if "\0" in prompt or any("\ud800" <= character <= "\udfff" for character in prompt):
        raise InvalidRequest(
            "prompt holds a character that is no text (NUL or half of a surrogate pair).", param=name
        )
    return prompt


def _read_size(value: Any, name: str, model: Model, _egress: Egress) -> Size:
    return _one_of(value, name, {str(size): size for size in model.sizes})


def _read_aspect_ratio(value: Any, name: str, model: Model, _egress: Egress) -> Size:
    allowed = {ratio: size for ratio, size in ASPECT_RATIOS.items() if size in model.sizes}
    if not allowed:
        raise InvalidRequest(
            f"{model.name} takes no {name}: send size as {_alternatives(map(str, model.sizes))} instead.",
            param=name,
            code="unsupported_value",
        )
    return _one_of(value, name, allowed)


def _read_seconds(value: Any, name: str, model: Model, _egress: Egress) -> int:
    # OpenAI's clients send digits as a string. True equals 1 and 4.0 equals 4 in Python, not in JSON.
    if isinstance(value, str) or type(value) is int:
        allowed = {str(seconds): seconds for seconds in model.seconds}
        if str(value) in allowed:
            return allowed[str(value)]
    raise InvalidRequest(
        f"{name} must be {_alternatives(map(str, model.seconds))}, not {_quote(value)}.",
        param=name,
        code="unsupported_value",
    )


def _read_reference(value: Any, name: str, _model: Model, egress: Egress) -> Reference:
    if not isinstance(value, list):
        raise InvalidRequest(
            f'{name} must be an array, as ["https://…"], not {_quote(value)}.',
            param=name,
            code="invalid_type",
        )
    if len(value) > MOST_REFERENCES:
        raise InvalidRequest(
            f"{name} takes at most {MOST_REFERENCES} image, not {len(value)}.", param=name, code="too_many"
        )
    text = value[0]
    if isinstance(text, str) and text[:5].lower() == "data:":
        try:
            return InlineImage(images.data_url(text), name)
        except ValueError as error:
            raise InvalidRequest(f"{name}: {error}", param=name, code="invalid_image") from error
    if not isinstance(text, str) or not text.lower().startswith(("http://", "https://")):
        raise InvalidRequest(
            f"{name} must hold an http(s) URL or a data:image/…;base64, URL, not {_quote(text)}.",
            param=name,
            code="invalid_url",
        )
    if len(text) > LONGEST_URL or not text.isprintable():
        raise InvalidRequest(
            f"{name}: a URL has at most {LONGEST_URL:,} printable characters.", param=name, code="invalid_url"
        )
    try:
        egress.check(text)
    except ValueError as error:
        raise InvalidRequest(f"{name}: {error}", param=name, code="invalid_url") from error
    return ImageUrl(text, name)


class _Field(NamedTuple):
    """What a field of the body means, how it is read, and the field that it may not stand beside."""

    means: str
    read: Callable[[Any, str, Model, Egress], Any]
    instead_of: str | None = None


_FIELDS: dict[str, _Field] = {
    "model": _Field("model", _read_model),
    "prompt": _Field("prompt", _read_prompt),
    "size": _Field("size", _read_size),
    "aspect_ratio": _Field("size", _read_aspect_ratio, instead_of="size"),
    "duration": _Field("seconds", _read_seconds),
    "seconds": _Field("seconds", _read_seconds, instead_of="duration"),
    "input_reference": _Field("reference", _read_reference),
    "image_urls": _Field("reference", _read_reference, instead_of="input_reference"),
}


def _one_of(value: Any, name: str, allowed: Mapping[str, Size]) -> Size:
    if not isinstance(value, str) or value not in allowed:
        raise InvalidRequest(
            f"{name} must be {_alternatives(allowed)}, not {_quote(value)}.",
            param=name,
            code="unsupported_value",
        )
    return allowed[value]


def _alternatives(values: Any) -> str:
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else str(last)


def _quote(value: Any) -> str:
    """Return the user's own value as JSON, shortened: an error that shows it is understood at once."""
    if isinstance(value, (list, dict)):  # they may be as large and as deep as a body
        return "an array" if isinstance(value, list) else "an object"
    text = json.dumps(value[:80] if isinstance(value, str) else value, ensure_ascii=False)
    return _encodable(text if len(text) <= 80 else text[:77] + "…")


def _encodable(text: str) -> str:
    """Return the text with halves of surrogate pairs, which JSON can hold and UTF-8 cannot, spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()
