"""Pictures made of a stored film: its thumbnail and its spritesheet, made when first asked for, then kept."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

from fastapi import Request, Response

from kinema.accounts.keys import Holder
from kinema.api.services import services_of
from kinema.errors import LinkRefused, NotFound, Unavailable
from kinema.media.line import Line
from kinema.storage.objects import Storage
from kinema.tasks.objects import still_key
from kinema.tasks.task import Artifact

_LINE = Line(2, 28, "pictures are being made of films")
"""Films that one process decodes at once for their pictures."""

_VARIANTS = {
    "thumbnail": ("webp", "image/webp"),
    "spritesheet": ("jpg", "image/jpeg"),
}


async def serve_still(request: Request, caller: Holder, variant: str, film: Artifact) -> Response:
    """Send the `thumbnail` or `spritesheet` of a published film; raises LinkRefused once the film is gone."""
    storage = services_of(request).storage
    ending, media_type = _VARIANTS[variant]
    key = still_key(film.key, variant, ending)
    try:
        picture = await storage.get(key)
    except NotFound:
        picture = await _made(storage, caller, variant, film)
        with suppress(Unavailable):  # it can be made again
            await storage.put(key, picture)
    headers = {
        "Cache-Control": "private, max-age=3600",
        "ETag": f'"{film.sha256}-{variant}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(picture, headers=headers, media_type=media_type)


async def _made(storage: Storage, caller: Holder, variant: str, film: Artifact) -> bytes:
    async with _LINE.turn(caller.tenant_id):
        with tempfile.TemporaryDirectory(prefix="kinema-still-") as folder:
            path = Path(folder, "film.mp4")
            try:
                await storage.fetch(film.key, path)
            except NotFound:
                raise LinkRefused("This film is no longer kept.") from None
            return await asyncio.to_thread(_make, variant, path)


def _make(variant: str, path: Path) -> bytes:
    # FFmpeg comes with the first picture that is asked for, not with every API process.
    from kinema.media.stills import spritesheet, thumbnail

    return {"thumbnail": thumbnail, "spritesheet": spritesheet}[variant](path)
