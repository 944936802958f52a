"""Inline reference images on their way in: checked, screened and stored before the task is accepted."""

from __future__ import annotations

from kinema.api.services import Services
from kinema.errors import InvalidRequest, PortraitRefused, ReferenceRefused
from kinema.media import images
from kinema.tasks.objects import reference_key
from kinema.videos.request import InlineImage, VideoRequest


async def store_reference(
    services: Services, task_id: str, wanted: VideoRequest
) -> tuple[str | None, str | None]:
    """Check and screen an inline reference and store it as pixels; return its object's key and a warning.

    Both are None where there is none. Raises InvalidRequest where it cannot be used.
    """
    if not isinstance(wanted.reference, InlineImage):
        return None, None
    try:
        png = await images.check(wanted.reference.data, wanted.size, wanted.model.sizes)
        warning = await services.screen.examine(png)
    except ReferenceRefused as error:
        code = error.code if isinstance(error, PortraitRefused) else "invalid_image"
        raise InvalidRequest(error.message, param=wanted.reference.param, code=code) from error
    key = reference_key(task_id)
    await services.storage.put(key, png)
    return key, warning
