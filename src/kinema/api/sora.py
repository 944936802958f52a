"""The Sora gateway contract: its create and query routes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api import fields
from kinema.api.accept import accept, accepted_before
from kinema.api.address import base_of
from kinema.api.auth import Caller
from kinema.api.body import json_object
from kinema.api.limits import once_of
from kinema.api.reader import Field
from kinema.api.reference.body import Body
from kinema.api.reference.operation import CREATED, CREATES, Answer, Tag, also, documented
from kinema.api.reference.shapes.films import SoraCreated, SoraDeleted, SoraVideo
from kinema.api.scene import INCLUDE, with_scene
from kinema.api.services import ApiOptions, Services, services_of
from kinema.api.trace import about_task
from kinema.egress import Egress
from kinema.errors import InvalidRequest, OverLimit
from kinema.tasks.cancel import cancel, delete
from kinema.tasks.find import task_of
from kinema.tasks.task import Task
from kinema.videos.model import Dialect, of_dialect
from kinema.videos.request import VideoRequest
from kinema.videos.status import Status

FIELDS: dict[str, Field] = {
    "model": Field("model", fields.model),
    "prompt": Field("prompt", fields.prompt),
    "size": Field("size", fields.size),
    "aspect_ratio": Field("size", fields.aspect_ratio, instead_of="size"),
    "duration": Field("seconds", fields.seconds),
    "seconds": Field("seconds", fields.seconds, instead_of="duration"),
    "input_reference": Field("reference", fields.reference),
    "image_urls": Field("reference", fields.reference, instead_of="input_reference"),
}
"""The create body, in the order of the contract's page."""

BODY = Body(
    FIELDS,
    {"model": "openAiSora2Plus", "prompt": "A cat dancing in the rain", "size": "1280x720", "seconds": 8},
    dialect=Dialect.SORA,
)

RETRY_AFTER = "2"
"""Seconds after which a poll is likely to have news."""

_WORDS = {Status.CANCELLED: "failed"}
"""Where the contract's word for a status is not ours."""

router = APIRouter()

CREATE = documented(
    "createSoraVideo",
    Tag.SORA,
    Answer(
        SoraCreated,
        headers=("Retry-After", *CREATED[1:]),
    ),
    body=BODY,
    headers=("Idempotency-Key",),
    errors=CREATES,
    then=("querySoraVideo", "streamSoraVideo", "cancelSoraVideo", "deleteSoraVideo"),
)
CANCEL = documented("cancelSoraVideo", Tag.SORA, Answer(SoraVideo, headers=("Retry-After",)))
DELETE = documented("deleteSoraVideo", Tag.SORA, SoraDeleted)
QUERY = documented(
    "querySoraVideo",
    Tag.SORA,
    Answer(SoraVideo, headers=("Retry-After",)),
    query=(INCLUDE,),
    errors=(OverLimit,),
)


@router.post("/v1/sora/videos", **CREATE)
@router.post("/sora/videos", **also(CREATE))
async def create_video(request: Request, caller: Caller) -> JSONResponse:
    """Create a film, as a task."""
    caller.may("write")
    body = await json_object(request)
    once = await once_of(request, {"makes": "sora", "body": body})
    if earlier := await accepted_before(request, caller, once):
        return _created(earlier.id, earlier.created_at, earlier.model, {})
    services = services_of(request)
    wanted = parse(body, services.options, services.egress)
    accepted, headers = await accept(request, caller, "sora", once, wanted)
    return _created(accepted.task_id, accepted.created_at, wanted.model.name, headers)


def _created(task_id: str, at: datetime, model: str, headers: Mapping[str, str]) -> JSONResponse:
    body = {
        "id": task_id,
        "object": "video.generation",
        "created": int(at.timestamp()),
        "model": model,
        "status": Status.QUEUED,
    }
    return JSONResponse(body, headers={"Retry-After": RETRY_AFTER, **headers})


@router.post("/v1/sora/videos/{task_id}/cancel", **CANCEL)
@router.post("/v1/result/{task_id}/cancel", **also(CANCEL))
async def cancel_video(request: Request, task_id: str, caller: Caller) -> JSONResponse:
    """Cancel a task.

    One that is over stays as it is. The answer is a query's.
    """
    services = services_of(request)
    caller.may("write")
    about_task(task_id)
    task = await cancel(services.database, caller.tenant_id, task_id)
    return JSONResponse(view(task, services, base_of(request)), headers={"Retry-After": RETRY_AFTER})


@router.delete("/v1/sora/videos/{task_id}", **DELETE)
@router.delete("/v1/result/{task_id}", **also(DELETE))
async def delete_video(request: Request, task_id: str, caller: Caller) -> JSONResponse:
    """Delete a task with its film.

    One that is not over is cancelled first.
    """
    services = services_of(request)
    caller.may("write")
    about_task(task_id)
    await delete(services.database, caller.tenant_id, task_id)
    return JSONResponse({"id": task_id, "object": "video.generation.deleted", "deleted": True})


@router.get("/v1/result/{task_id}", **QUERY)
@router.get("/v1/sora/videos/{task_id}", **also(QUERY))
async def query_video(request: Request, task_id: str, caller: Caller) -> JSONResponse:
    """Query a task: how it stands, and where its film is."""
    services = services_of(request)
    caller.may("read")
    services.polls.take(caller)
    about_task(task_id)
    task = await task_of(services.database, caller.tenant_id, task_id)
    shown = with_scene(request, task, view(task, services, base_of(request)))
    return JSONResponse(shown, headers={"Retry-After": RETRY_AFTER})


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


def parse(body: Mapping[str, Any], options: ApiOptions, egress: Egress) -> VideoRequest:
    """Return what a create body asks for; raises InvalidRequest, which names the field."""
    given = fields.given(body, FIELDS, ignore_unknown=options.ignore_unknown_fields)
    for name, field in FIELDS.items():
        if field.instead_of in given and name in given:
            raise InvalidRequest(
                f"Send either {field.instead_of} or {name}, not both.",
                param=name,
                code="mutually_exclusive",
            )
    models = of_dialect(options.models, Dialect.SORA)
    model = fields.chosen_model(given.get("model"), models)
    return fields.wanted(given, FIELDS, model, egress, models.values())
