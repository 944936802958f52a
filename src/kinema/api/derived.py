"""OpenAI's Videos API, films from films: remixes, edits and extensions of what this server made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.keys import Holder
from kinema.api import fields
from kinema.api.accept import accept
from kinema.api.auth import Caller
from kinema.api.fields import Field
from kinema.api.form import json_or_form
from kinema.api.limits import once_of
from kinema.api.openai import POLL, video_of, word
from kinema.api.openai_fields import id_of, source
from kinema.api.reference.body import Body
from kinema.api.reference.operation import CREATED, CREATES, Answer, Tag, documented
from kinema.api.reference.shapes import Video
from kinema.api.services import services_of
from kinema.egress import Egress
from kinema.engines.contract import Capability, EngineSpec
from kinema.engines.registry import spec_of
from kinema.errors import InvalidRequest, NotFound
from kinema.tasks.find import repeated, task_of
from kinema.tasks.objects import film_key
from kinema.tasks.task import Task
from kinema.videos.length import told
from kinema.videos.model import OPENAI_SECONDS, Dialect, Models, of_dialect
from kinema.videos.origin import LONGEST_FILM, MOST_EXTENSIONS, Kind, Origin
from kinema.videos.request import VideoRequest
from kinema.videos.status import Status


class _Way(NamedTuple):
    """A way to derive a film: what its engine must be able to do, the word for it, and its body's fields."""

    capability: Capability
    participle: str
    fields: Mapping[str, Field]


_PROMPT = {"prompt": Field("prompt", fields.prompt)}
_VIDEO = {"video": Field("source", source)}

WAYS = {
    Kind.REMIX: _Way(Capability.REMIX, "remixed", _PROMPT),
    Kind.EDIT: _Way(Capability.EDIT, "edited", {**_PROMPT, **_VIDEO}),
    Kind.EXTENSION: _Way(
        Capability.EXTEND, "extended", {**_PROMPT, "seconds": Field("seconds", fields.seconds), **_VIDEO}
    ),
}

_SOURCE = {"id": "video_0f8fad5bd9cb469fa165708867285da0"}


def _documented(id_: str, kind: Kind, **example: Any) -> dict[str, Any]:
    known = WAYS[kind].fields
    required = tuple(name for name in ("prompt", "video") if name in known)
    example = {"prompt": "It snows at dawn", **example}
    return documented(
        id_,
        Tag.OPENAI,
        Answer(Video, headers=CREATED),
        body=Body(known, example, required, form=True, seconds=OPENAI_SECONDS),
        headers=("Idempotency-Key",),
        errors=(*CREATES, NotFound),
        then=("retrieveVideo", "downloadVideo", "cancelVideo", "deleteVideo"),
    )


router = APIRouter()


@router.post("/v1/videos/{video_id}/remix", **_documented("remixVideo", Kind.REMIX))
async def remix_video(request: Request, video_id: str, caller: Caller) -> JSONResponse:
    """Draw a film's scene again, changed by a new prompt."""
    return await _derive(request, caller, Kind.REMIX, video_id)


@router.post("/v1/videos/edits", **_documented("editVideo", Kind.EDIT, video=_SOURCE))
async def edit_video(request: Request, caller: Caller) -> JSONResponse:
    """Draw a film again with one change."""
    return await _derive(request, caller, Kind.EDIT)


@router.post(
    "/v1/videos/extensions",
    **_documented("extendVideo", Kind.EXTENSION, seconds="8", video=_SOURCE),
)
async def extend_video(request: Request, caller: Caller) -> JSONResponse:
    """Make a film that holds another and goes on where that one ends."""
    return await _derive(request, caller, Kind.EXTENSION)


async def _derive(request: Request, caller: Holder, kind: Kind, source_id: str | None = None) -> JSONResponse:
    caller.may("write")
    services = services_of(request)
    body = await json_or_form(request)
    given = fields.given(body, WAYS[kind].fields, ignore_unknown=services.options.ignore_unknown_fields)
    source_id = source_id or id_of(given.pop("video", None), "video")
    identity = {"kind": kind, "source": source_id, "body": body}
    try:
        film = await task_of(services.database, caller.tenant_id, source_id)
        wanted = wanted_of(film, kind, given, services.options.models, services.egress)
        accepted, headers = await accept(request, caller, "video", identity, wanted)
        video = video_of(accepted.task_id, accepted.created_at, wanted.model.name, wanted)
    except (NotFound, InvalidRequest):
        # What was made once is told again, whatever has become of its source since.
        once = once_of(request, identity)
        earlier = await repeated(services.database, caller.tenant_id, once) if once else None
        if earlier is None:
            raise
        video, headers = video_of(earlier.id, earlier.created_at, earlier.model, earlier), {}
    return JSONResponse(video, headers={**POLL, **headers})


def wanted_of(
    film: Task, kind: Kind, given: Mapping[str, Any], models: Models, egress: Egress
) -> VideoRequest:
    """Return what the given fields ask for; raises InvalidRequest where it cannot be made of that film."""
    spec = _able(film, kind, models)
    if film.status is not Status.COMPLETED or film.duration is None:
        raise InvalidRequest(
            f"The video is {word(film.status)}: only a completed one can be {WAYS[kind].participle}.",
            param="video",
            code="video_not_ready",
        )
    if film.model not in models:
        raise InvalidRequest(
            f"The video was made by {fields.quote(film.model)}, which this server does not offer any more.",
            param="video",
            code="unsupported_value",
        )
    model = replace(
        models[film.model],
        engine=film.engine,
        quality=film.quality,
        sizes=(film.size,),
        seconds=OPENAI_SECONDS if kind is Kind.EXTENSION else (told(film.length),),
    )
    origin = _origin(film, kind, film.duration)
    wanted = fields.wanted(given, WAYS[kind].fields, model, egress)
    if kind is Kind.EXTENSION:
        _refuse_endless(origin, wanted.seconds)
    if wanted.seconds not in spec.seconds:
        raise _unsupported(f"The engine {spec.name} cannot draw {wanted.seconds} s at once.")
    return replace(wanted, origin=origin)


def _able(film: Task, kind: Kind, models: Models) -> EngineSpec:
    """Return the film's engine as it is installed; raises InvalidRequest where it cannot do that."""
    capability, participle, _ = WAYS[kind]
    spec = spec_of(film.engine)
    if spec is None or capability not in spec.can:
        able = [
            name
            for name, model in of_dialect(models, Dialect.OPENAI).items()
            if (theirs := spec_of(model.engine)) and capability in theirs.can
        ]
        raise _unsupported(
            f"Films of {film.model} cannot be {participle} on this server. "
            + (f"Those of {fields.alternatives(able)} can." if able else "Those of no other model can.")
        )
    if film.status is Status.COMPLETED and (film.engine_version != spec.version or film.understood is None):
        raise _unsupported(
            f"The film was drawn by another version of the engine {film.engine} than the one that is there "
            f"now ({spec.version}), and cannot be {participle} any more. Create it again first."
        )
    return spec


def _origin(film: Task, kind: Kind, seconds: float) -> Origin:
    before = film.origin
    pictured = bool(film.reference_url or film.reference_key or (before and before.pictured))
    extensions = before.extensions if before else 0
    return Origin(
        kind=kind,
        source_id=film.id,
        scene=film.understood or {},
        seed=film.seed,
        seconds=seconds,
        extensions=extensions + (kind is Kind.EXTENSION),
        pictured=pictured,
        film=film_key(film.id, film.attempt) if pictured or kind is Kind.EXTENSION else None,
    )


def _refuse_endless(origin: Origin, seconds: int) -> None:
    """Raise InvalidRequest where a film would be extended too often or become too long."""
    if origin.extensions > MOST_EXTENSIONS:
        raise InvalidRequest(
            f"A film can be extended {MOST_EXTENSIONS} times, and this one was. Create a new one.",
            param="video",
            code="too_many",
        )
    if told(origin.length(seconds)) > LONGEST_FILM:
        raise InvalidRequest(
            f"The film has {told(origin.seconds)} s and may become {LONGEST_FILM} s long: "
            f"{seconds} s more are too many.",
            param="seconds",
            code="unsupported_value",
        )


def _unsupported(message: str) -> InvalidRequest:
    return InvalidRequest(message, param="video", code="unsupported_capability")
