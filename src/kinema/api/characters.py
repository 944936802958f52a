"""`/v1/videos/characters`: somebody out of a film, to play in others."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.keys import Holder
from kinema.api import fields
from kinema.api.auth import Caller
from kinema.api.capabilities import models_that
from kinema.api.films import FILE, FILM, FILM_TYPES, asked_film, bytes_of, take
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, behind, limit, listed
from kinema.api.plain import PlainBody, plain
from kinema.api.reference.forms import FORM, JSON
from kinema.api.reference.operation import Answer, Tag, documented
from kinema.api.reference.shapes.library import Character as CharacterShape
from kinema.api.reference.shapes.library import CharacterDeleted, CharacterList
from kinema.api.services import Services, services_of
from kinema.engines.contract import Capability
from kinema.errors import (
    Conflict,
    FilmRefused,
    InvalidRequest,
    LinkRefused,
    NotFound,
    OverLimit,
    QuotaExceeded,
)
from kinema.library import characters
from kinema.library.characters import Casting, Character
from kinema.library.objects import film_key
from kinema.tasks.find import artifact_of, task_of
from kinema.tasks.task import new_id
from kinema.videos.size import Size
from kinema.videos.status import Status

LIMIT = limit(0)
CLEAN = 0.4
"""A quality below this is worth a warning."""

_SIZES = (Size(640, 360), Size(480, 480), Size(360, 640))
"""What a film is brought to before somebody is cut out of it, who is 512 pixels long at most."""

_ADVICE = (
    "The character could not be cut out cleanly. A few seconds of one subject that moves before a still, "
    "plain background work best."
)


@plain(fields.text_of(characters.LONGEST_NAME, "What prompts will call it"))
def name(value: Any, field: str, _services: Services) -> str:
    """Return the name without the space around it."""
    return fields.text(value, field, characters.LONGEST_NAME)


@plain({**FILM, "description": "A film of it: one of your videos, or, in a form, a file."}, files=FILM_TYPES)
def video(value: Any, field: str, _services: Services) -> bytes | str:
    """Return the film: its bytes, or the id of a file or of a task."""
    return asked_film(value, field)


BODY = PlainBody(
    {"name": name, "video": video},
    {"name": "Bernardine", "video": {"id": "video_0f8fad5bd9cb469fa165708867285da0"}},
    required=("name", "video"),
    types=(JSON, FORM),
)

router = APIRouter()


@router.post(
    "/v1/videos/characters",
    **documented(
        "createCharacter",
        Tag.CHARACTERS,
        Answer(CharacterShape, headers=("x-kinema-warning",)),
        body=BODY,
        headers=("Idempotency-Key",),
        errors=(QuotaExceeded, Conflict, NotFound, OverLimit),
        then=("retrieveCharacter", "deleteCharacter"),
    ),
)
async def create_character(request: Request, caller: Caller) -> JSONResponse:
    """Create a character.

    Cuts it out of a film, and answers once that is done.
    """
    caller.may("write")
    services = services_of(request)
    given = await BODY.of(request)
    once = await once_of(request, {"makes": "character", **given})
    warning = None
    try:
        made = await characters.made_before(services.database, caller.tenant_id, once)
        if made is None:
            casting, warning = await _casting(services, caller, given["name"], given["video"])
            made = await characters.make(services.database, services.storage, casting, once)
    except FilmRefused as error:
        raise InvalidRequest(f"video: {error.message}", param="video", code="invalid_video") from error
    advice = _ADVICE if (made.quality or 0.0) < CLEAN else None
    warnings = " ".join(filter(None, (warning, advice)))
    return JSONResponse(_view(made), headers={"x-kinema-warning": warnings} if warnings else {})


@router.get(
    "/v1/videos/characters",
    **documented("listCharacters", Tag.CHARACTERS, CharacterList, query=(LIMIT, AFTER)),
)
async def list_characters(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's characters, the newest first."""
    caller.may("read")
    after = behind(request, "char", "a character")
    found, more = await characters.page_of(
        services_of(request).database, caller.tenant_id, LIMIT.of(request), after=after
    )
    return JSONResponse(listed(list(map(_view, found)), more))


@router.get(
    "/v1/videos/characters/{character_id}", **documented("retrieveCharacter", Tag.CHARACTERS, CharacterShape)
)
async def retrieve_character(request: Request, character_id: str, caller: Caller) -> JSONResponse:
    """Retrieve a character."""
    caller.may("read")
    found = await characters.character_of(services_of(request).database, caller.tenant_id, character_id)
    return JSONResponse(_view(found))


@router.delete(
    "/v1/videos/characters/{character_id}", **documented("deleteCharacter", Tag.CHARACTERS, CharacterDeleted)
)
async def delete_character(request: Request, character_id: str, caller: Caller) -> JSONResponse:
    """Delete a character.

    Tasks that were accepted with it keep it.
    """
    caller.may("write")
    services = services_of(request)
    await characters.forget(services.database, services.storage, caller.tenant_id, character_id)
    return JSONResponse({"id": character_id, "object": "character.deleted", "deleted": True})


def _engine(services: Services, caller: Holder) -> str:
    """The engine that cuts out: that of the first model that the key may use and that can."""
    able = models_that(services.options.models, Capability.CHARACTERS)
    usable = [model for model in able if caller.models is None or model.name in caller.models]
    if not usable:
        raise InvalidRequest(
            "No model that this key may use can make characters.", code="unsupported_capability"
        )
    return usable[0].engine


async def _casting(
    services: Services, caller: Holder, name: str, film: bytes | str
) -> tuple[Casting, str | None]:
    """What is to be cut out, and a warning of its film."""
    engine, character_id = _engine(services, caller), new_id("char")
    key, warning = await _film(services, caller, film, character_id)
    return Casting(character_id, caller.tenant_id, name, engine, key), warning


async def _film(
    services: Services, caller: Holder, film: bytes | str, character_id: str
) -> tuple[str, str | None]:
    """The object to cut out of, and a warning: a task's film, or one that was brought and is our own now."""
    if isinstance(film, str) and not film.startswith(FILE):
        return await _artifact(services, caller, film), None
    data = await bytes_of(services, caller, film, "video")
    with tempfile.TemporaryDirectory(prefix="kinema-film-") as folder:
        path = Path(folder, "film.mp4")
        _, warning = await take(services, caller, data, "video", _SIZES, path)
        await services.storage.put(film_key(character_id), path)
    return film_key(character_id), warning


async def _artifact(services: Services, caller: Holder, task_id: str) -> str:
    try:
        task = await task_of(services.database, caller.tenant_id, task_id)
    except NotFound as error:
        raise NotFound(f"video.id: {error.message}", param="video") from error
    if task.status is not Status.COMPLETED:
        raise InvalidRequest(
            "The video is not completed: a character is cut out of one that is.",
            param="video",
            code="video_not_ready",
        )
    try:
        return (await artifact_of(services.database, task.id, task.attempt)).key
    except LinkRefused:
        raise InvalidRequest(
            "The film of this video is no longer kept. Create it again.", param="video", code="video_expired"
        ) from None


def _view(character: Character) -> dict[str, Any]:
    return {
        "id": character.id,
        "object": "character",
        "name": character.name,
        "created_at": int(character.created_at.timestamp()),
        "quality": round(character.quality or 0.0, 2),
    }
