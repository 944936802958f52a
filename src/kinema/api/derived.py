"""OpenAI's Videos API, films from films: remixes, edits and extensions of what this server made, edits and
extensions of what somebody brings."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.keys import Holder
from kinema.accounts.once import Once
from kinema.api import fields
from kinema.api.accept import accept
from kinema.api.auth import Caller
from kinema.api.capabilities import unable
from kinema.api.derived_fields import BROUGHT, EDIT, EXTENSION, REMIX, WAYS
from kinema.api.films import FILE, asked_film, bytes_of, take
from kinema.api.form import json_or_form
from kinema.api.limits import once_of
from kinema.api.openai import Created, answer, word
from kinema.api.openai_fields import DEFAULT_MODEL
from kinema.api.playing import still_there
from kinema.api.reference.body import Body
from kinema.api.reference.operation import CREATED, CREATES, Answer, Tag, documented
from kinema.api.reference.shapes.films import Video
from kinema.api.services import services_of
from kinema.egress import Egress
from kinema.engines.contract import EngineSpec
from kinema.engines.registry import spec_of
from kinema.errors import InvalidRequest, NotFound
from kinema.tasks.find import task_of
from kinema.tasks.objects import film_key
from kinema.tasks.task import Task
from kinema.videos.length import told
from kinema.videos.model import OPENAI_SECONDS, Dialect, Models, of_dialect
from kinema.videos.origin import LONGEST_FILM, MOST_EXTENSIONS, Kind, Origin
from kinema.videos.request import InlineImage, VideoRequest
from kinema.videos.status import Status

_READING = (Kind.EXTENSION, Kind.REGRADE)
"""What reads the film itself, and not only its scene."""


def _documented(id_: str, body: Body) -> dict[str, Any]:
    return documented(
        id_,
        Tag.OPENAI,
        Answer(Video, headers=CREATED),
        body=body,
        headers=("Idempotency-Key",),
        errors=(*CREATES, NotFound),
        then=("retrieveVideo", "downloadVideo", "cancelVideo", "deleteVideo"),
    )


router = APIRouter()


@router.post("/v1/videos/{video_id}/remix", **_documented("remixVideo", REMIX))
async def remix_video(request: Request, video_id: str, caller: Caller) -> JSONResponse:
    """Draw a film's scene again, changed by a new prompt."""
    caller.may("write")
    return await _derive(request, caller, Kind.REMIX, await json_or_form(request), video_id)


@router.post("/v1/videos/edits", **_documented("editVideo", EDIT))
async def edit_video(request: Request, caller: Caller) -> JSONResponse:
    """Draw a film again with one change, or grade one that is brought."""
    caller.may("write")
    return await _derive_any(request, caller, Kind.EDIT, Kind.REGRADE)


@router.post("/v1/videos/extensions", **_documented("extendVideo", EXTENSION))
async def extend_video(request: Request, caller: Caller) -> JSONResponse:
    """Make a film that holds another, made here or brought, and goes on where that one ends."""
    caller.may("write")
    return await _derive_any(request, caller, Kind.EXTENSION, Kind.EXTENSION)


async def _derive_any(request: Request, caller: Holder, of_made: Kind, of_brought: Kind) -> JSONResponse:
    body = await json_or_form(request)
    match asked_film(body.get("video"), "video"):
        case str(source_id) if not source_id.startswith(FILE):
            return await _derive(request, caller, of_made, body, source_id)
        case brought:
            once = await once_of(request, {"kind": of_brought, "body": body})
            creation = _of_upload(request, caller, of_brought, body, brought, once)
            return await answer(request, caller, once, creation)


async def _derive(
    request: Request, caller: Holder, kind: Kind, body: dict[str, Any], source_id: str
) -> JSONResponse:
    services = services_of(request)
    once = await once_of(request, {"kind": kind, "source": source_id, "body": body})
    given = fields.given(body, WAYS[kind].fields, ignore_unknown=services.options.ignore_unknown_fields)
    given.pop("video", None)

    async def creation() -> Created:
        try:
            film = await task_of(services.database, caller.tenant_id, source_id)
        except NotFound as error:
            if kind is Kind.REMIX:  # its path names the film
                raise
            raise NotFound(f"video.id: {error.message}", param="video") from error
        wanted = wanted_of(film, kind, given, services.options.models, services.egress)
        if not wanted.characters:
            wanted = replace(wanted, characters=await still_there(services, film))
        return wanted, *await accept(request, caller, "video", once, wanted)

    return await answer(request, caller, once, creation())


async def _of_upload(
    request: Request,
    caller: Holder,
    kind: Kind,
    body: dict[str, Any],
    brought: bytes | str,
    once: Once | None,
) -> Created:
    services = services_of(request)
    models, way = services.options.models, BROUGHT[kind]
    given = fields.given(body, way.fields, ignore_unknown=services.options.ignore_unknown_fields)
    model = fields.chosen_model(given.get("model", DEFAULT_MODEL), of_dialect(models, Dialect.OPENAI))
    caller.may_use(model.name)
    spec = spec_of(model.engine)
    if spec is None or way.capability not in spec.can:
        what = f"Films that are brought cannot be {way.participle} by {model.name}."
        raise unable(what, models, way.capability, "video")
    words = {name: value for name, value in given.items() if name != "video"}
    model = replace(model, seconds=OPENAI_SECONDS)
    wanted = fields.wanted(words, way.fields, model, services.egress)
    if extends := kind is Kind.EXTENSION:
        _refuse_length(spec, wanted.seconds)
    data = await bytes_of(services, caller, brought, "video")
    # The file is to the seed what a reference image is: the same request makes the same film.
    seed = replace(wanted, reference=InlineImage(data, "video")).seed
    with tempfile.TemporaryDirectory(prefix="kinema-film-") as folder:
        path = Path(folder, "film.mp4")
        film, warning = await take(services, caller, data, "video", model.sizes, path)
        origin = Origin(kind, None, {}, seed, film.seconds, int(extends), brought=True)
        seconds = wanted.seconds if extends else told(film.seconds)
        wanted = replace(wanted, size=film.size, seconds=seconds, origin=origin)
        accepted, headers = await accept(request, caller, "video", once, wanted, path)
    return wanted, accepted, {**headers, **({"x-kinema-warning": warning} if warning else {})}


def wanted_of(
    film: Task, kind: Kind, given: Mapping[str, Any], models: Models, egress: Egress
) -> VideoRequest:
    """Return what the given fields ask for; raises InvalidRequest where it cannot be made of that film."""
    if film.origin and film.origin.brought:
        kind = _of_brought(kind, given)
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
    _refuse_length(spec, wanted.seconds)
    return replace(wanted, origin=origin)


def _of_brought(kind: Kind, given: Mapping[str, Any]) -> Kind:
    """Return how that is done to a film that shows one that was brought: its frames are all there is."""
    if kind is Kind.REMIX:
        raise _unsupported("This film was made of one that was brought: it has no scene to remix. Edit it.")
    if "characters" in given:
        raise InvalidRequest(
            "This film was made of one that was brought: nothing in it is drawn, and nobody can be added.",
            param="characters",
            code="unsupported_capability",
        )
    return Kind.REGRADE if kind is Kind.EDIT else kind


def _able(film: Task, kind: Kind, models: Models) -> EngineSpec:
    """Return the film's engine as it is installed; raises InvalidRequest where it cannot do that."""
    capability, participle, _ = WAYS[kind]
    spec = spec_of(film.engine)
    if spec is None or capability not in spec.can:
        raise unable(f"Films of {film.model} cannot be {participle}.", models, capability, "video")
    if film.status is Status.COMPLETED and (film.engine_version != spec.version or film.understood is None):
        raise _unsupported(
            f"The film was drawn by another version of the engine {film.engine} than the one that is there "
            f"now ({spec.version}), and cannot be {participle} any more. Create it again first."
        )
    return spec


def _origin(film: Task, kind: Kind, seconds: float) -> Origin:
    before = film.origin
    brought = before is not None and before.brought
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
        brought=brought,
        film=film_key(film.id, film.attempt) if pictured or kind in _READING else None,
    )


def _refuse_length(spec: EngineSpec, seconds: int) -> None:
    """Raise InvalidRequest where an engine cannot draw so many seconds."""
    if seconds not in spec.seconds:
        raise _unsupported(f"The engine {spec.name} cannot draw {seconds} s at once.")


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
