"""Films on their way in: made our own and screened before anything is accepted."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinema.accounts.keys import Holder
from kinema.api.fields import quote
from kinema.api.reader import Schema, an_id, closed
from kinema.api.services import Services
from kinema.api.stored import bytes_of_file
from kinema.errors import FilmRefused, InvalidRequest, PortraitRefused
from kinema.media.portraits.screen import Policy
from kinema.videos.size import Size

if TYPE_CHECKING:
    from kinema.media.films import Taken


FILE = "file_"
"""What the id of a file begins with; another is a task's."""

FILM: Schema = closed(id=an_id("The id of one of your completed videos, or of a file of yours."))
"""What `asked_film` takes, but for a file of the form."""

FILM_TYPES = "video/mp4, video/quicktime, video/webm, video/x-matroska"


def asked_film(value: Any, name: str) -> bytes | str:
    """Return what a field says a film is to be made of: bytes, or the id of a file or of a task."""
    match value:
        case None:
            raise InvalidRequest(
                f'{name} is required: a file of the form, or {{"id": "video_…"}}, one of your videos.',
                param=name,
                code="missing_field",
            )
        case bytes():
            return value
        case {"id": str(film_id), **rest} if not rest:
            return film_id
        case _:
            raise InvalidRequest(
                f'{name} must be a file of the form or an object as {{"id": "video_…"}}, not {quote(value)}.',
                param=name,
                code="invalid_type",
            )


async def bytes_of(services: Services, caller: Holder, film: bytes | str, name: str) -> bytes:
    """Return a film as it was brought, in the form or as a file before; raises NotFound."""
    if isinstance(film, bytes):
        return film
    return await bytes_of_file(services, caller.tenant_id, film, f"{name}.id", name)


async def take(
    services: Services, caller: Holder, data: bytes, param: str, sizes: Collection[Size], path: Path
) -> tuple[Taken, str | None]:
    """Make a user's film our own at `path`, of one of `sizes`; return its measures and a warning, None where
    there is none. Raises InvalidRequest, which names the field `param`, where it cannot be used."""
    # FFmpeg comes with the first film that is sent, not with every API process.
    from kinema.media import films

    try:
        film = await films.check(data, sizes, path, whose=caller.tenant_id)
    except FilmRefused as error:
        raise InvalidRequest(f"{param} {error.message}", param=param, code="invalid_video") from error
    warning = None
    if services.screen.policy is not Policy.ALLOW:
        try:
            for png in await asyncio.to_thread(list, films.samples(path, film)):
                warning = await services.screen.examine(png, "film") or warning
        except PortraitRefused as error:
            raise InvalidRequest(error.message, param=param, code=error.code) from error
    return film, warning
