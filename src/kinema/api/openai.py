"""OpenAI's Videos API: create, retrieve, list, delete, content, and cancel besides."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from kinema.accounts.keys import Holder
from kinema.accounts.once import Once
from kinema.api.accept import accept, accepted_before
from kinema.api.auth import Caller
from kinema.api.errors import RangeNotSatisfiable
from kinema.api.files import KNOWN, PART, serve
from kinema.api.form import json_or_form
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, ORDER, limit, listed, nowhere
from kinema.api.openai_fields import BODY, parse
from kinema.api.query import Choice
from kinema.api.reference.operation import CREATED, CREATES, Answer, Tag, documented
from kinema.api.reference.shapes.films import Video, VideoDeleted, VideoList
from kinema.api.scene import INCLUDE, with_scene
from kinema.api.services import services_of
from kinema.api.stills import serve_still
from kinema.api.trace import about_task
from kinema.errors import InvalidRequest, LinkRefused, NotFound, OverLimit
from kinema.tasks.cancel import cancel, delete
from kinema.tasks.create import Accepted
from kinema.tasks.find import artifact_of, page_of, task_of
from kinema.tasks.task import Task
from kinema.videos.length import told
from kinema.videos.origin import Kind
from kinema.videos.request import VideoRequest
from kinema.videos.status import Status

POLL = {"openai-poll-after-ms": "2000"}
"""After which a poll is likely to have news; OpenAI's clients wait as long."""

LIMIT = limit(0)
VARIANT = Choice(
    "variant", "The film, its middle frame, or 4 × 4 frames of it.", ("video", "thumbnail", "spritesheet")
)

_WORDS = {Status.PROCESSING: "in_progress", Status.CANCELLED: "failed"}
"""Where OpenAI's word for a status is not ours."""

_REMIXES = (Kind.REMIX, Kind.EDIT, Kind.REGRADE)

Created = tuple[VideoRequest, Accepted, dict[str, str]]
"""What was asked for, the task, and the headers that tell of it."""

_VIDEO = Answer(Video, headers=("openai-poll-after-ms",))

router = APIRouter()


@router.post(
    "/v1/videos",
    **documented(
        "createVideo",
        Tag.OPENAI,
        Answer(Video, headers=CREATED),
        body=BODY,
        headers=("Idempotency-Key",),
        errors=(*CREATES, NotFound),
        then=("retrieveVideo", "downloadVideo", "remixVideo", "cancelVideo", "deleteVideo"),
    ),
)
async def create_video(request: Request, caller: Caller) -> JSONResponse:
    """Create a video."""
    caller.may("write")
    body = await json_or_form(request)
    once = await once_of(request, {"makes": "video", "body": body})

    async def creation() -> Created:
        services = services_of(request)
        wanted = parse(body, services.options, services.egress)
        return wanted, *await accept(request, caller, "video", once, wanted)

    return await answer(request, caller, once, creation())


async def answer(
    request: Request, caller: Holder, once: Once | None, creation: Coroutine[Any, Any, Created]
) -> JSONResponse:
    """Answer with the video that a creation makes. What was made `once` is told again, whatever has become of
    what it was made of."""
    try:
        earlier = await accepted_before(request, caller, once)
        if earlier is None:
            wanted, accepted, headers = await creation
            video = video_of(accepted.task_id, accepted.created_at, wanted.model.name, wanted)
        else:
            video, headers = video_of(earlier.id, earlier.created_at, earlier.model, earlier), {}
    finally:
        creation.close()
    return JSONResponse(video, headers={**POLL, **headers})


@router.get(
    "/v1/videos",
    **documented("listVideos", Tag.OPENAI, VideoList, query=(LIMIT, ORDER, AFTER), errors=(OverLimit,)),
)
async def list_videos(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's videos.

    Whichever dialect made them.
    """
    caller.may("read")
    services_of(request).polls.take(caller)
    after = AFTER.of(request)
    try:
        tasks, more = await page_of(
            services_of(request).database,
            caller.tenant_id,
            LIMIT.of(request),
            after=after,
            newest_first=ORDER.of(request) == "desc",
        )
    except NotFound:
        raise nowhere(after, "the id of one of your videos") from None
    return JSONResponse(listed(list(map(view, tasks)), more))


@router.get(
    "/v1/videos/{video_id}",
    **documented("retrieveVideo", Tag.OPENAI, _VIDEO, query=(INCLUDE,), errors=(OverLimit,)),
)
async def retrieve_video(request: Request, video_id: str, caller: Caller) -> JSONResponse:
    """Retrieve a video."""
    services = services_of(request)
    caller.may("read")
    services.polls.take(caller)
    about_task(video_id)
    task = await task_of(services.database, caller.tenant_id, video_id)
    return JSONResponse(with_scene(request, task, view(task)), headers={} if task.status.is_final else POLL)


@router.delete("/v1/videos/{video_id}", **documented("deleteVideo", Tag.OPENAI, VideoDeleted))
async def delete_video(request: Request, video_id: str, caller: Caller) -> JSONResponse:
    """Delete a video with its film.

    One that is not over is cancelled first.
    """
    caller.may("write")
    about_task(video_id)
    await delete(services_of(request).database, caller.tenant_id, video_id)
    return JSONResponse({"id": video_id, "object": "video.deleted", "deleted": True})


@router.post("/v1/videos/{video_id}/cancel", **documented("cancelVideo", Tag.OPENAI, _VIDEO))
async def cancel_video(request: Request, video_id: str, caller: Caller) -> JSONResponse:
    """Cancel a video.

    One that is over stays as it is. The answer is a retrieval's.
    """
    caller.may("write")
    about_task(video_id)
    task = await cancel(services_of(request).database, caller.tenant_id, video_id)
    return JSONResponse(view(task), headers={} if task.status.is_final else POLL)


@router.api_route(
    "/v1/videos/{video_id}/content",
    methods=["GET", "HEAD"],
    **documented(
        "downloadVideo",
        Tag.OPENAI,
        Answer(
            media_types=("video/mp4", "image/webp", "image/jpeg"),
            about="The film, or the picture.",
            headers=("Accept-Ranges", "ETag"),
        ),
        PART,
        KNOWN,
        query=(VARIANT,),
        headers=("Range", "If-Range", "If-None-Match"),
        errors=(RangeNotSatisfiable,),
    ),
)
async def download_content(request: Request, video_id: str, caller: Caller) -> Response:
    """Download the film, or a picture made of it."""
    database = services_of(request).database
    caller.may("read")
    about_task(video_id)
    variant = VARIANT.of(request)
    task = await task_of(database, caller.tenant_id, video_id)
    if task.status is not Status.COMPLETED:
        raise InvalidRequest(
            f"There is no film to download: the video is {word(task.status)}.", code="video_not_ready"
        )
    try:
        film = await artifact_of(database, task.id, task.attempt)
        if variant == "video":
            return await serve(request, task.id, film)
        return await serve_still(request, caller, variant, film)
    except LinkRefused:
        raise NotFound("The film has expired and was deleted. Create it again.") from None


def view(task: Task) -> dict[str, Any]:
    """Return a task as OpenAI shows it; every key is always there."""
    completed = task.status is Status.COMPLETED
    error = None
    if word(task.status) == "failed":
        code = "cancelled" if task.status is Status.CANCELLED else task.error_code or "render_failed"
        error = {"code": code, "message": task.error}
    return {
        **video_of(task.id, task.created_at, task.model, task),
        "status": word(task.status),
        "progress": 100 if completed else min(99, int(task.progress * 100)),
        "completed_at": _seconds(task.finished_at) if completed else None,
        "expires_at": _seconds(task.expires_at) if completed else None,
        "error": error,
    }


def video_of(task_id: str, created_at: datetime, model: str, film: VideoRequest | Task) -> dict[str, Any]:
    """Return a video that is queued."""
    origin = film.origin
    return {
        "id": task_id,
        "object": "video",
        "model": model,
        "status": Status.QUEUED,
        "progress": 0,
        "created_at": _seconds(created_at),
        "completed_at": None,
        "expires_at": None,
        "prompt": film.prompt,
        "size": str(film.size),
        "seconds": str(told(film.length)),
        "remixed_from_video_id": origin.source_id if origin and origin.kind in _REMIXES else None,
        "error": None,
    }


def word(status: Status) -> str:
    """Return OpenAI's word for a status."""
    return _WORDS.get(status, status)


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())
