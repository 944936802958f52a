"""Reference images that are at hand: checked, screened and stored before the task is accepted."""

from __future__ import annotations

from uuid import UUID

from kinema.api.services import Services
from kinema.api.stored import bytes_of_file
from kinema.errors import InvalidRequest, PortraitRefused, ReferenceRefused
from kinema.media import images
from kinema.tasks.objects import reference_key
from kinema.videos.request import ImageUrl, InlineImage, StoredImage, VideoRequest


async def store_reference(
    services: Services, tenant_id: UUID, task_id: str, wanted: VideoRequest
) -> tuple[str | None, str | None]:
    """Check and screen a reference that is inline or in a file, and store it as pixels; return its object's
    key and a warning.

    Both are None where there is none, or one behind an address. Raises InvalidRequest where it cannot be
    used, and NotFound where there is no such file.
    """
    match wanted.reference:
        case None | ImageUrl():
            return None, None
        case InlineImage(data=data):
            pass
        case StoredImage(file_id=file_id, param=param):
            data = await bytes_of_file(services, tenant_id, file_id, f"{param}.file_id", param)
    try:
        png = await images.check(data, wanted.size, wanted.model.sizes, whose=tenant_id)
        warning = await services.screen.examine(png)
    except ReferenceRefused as error:
        code = error.code if isinstance(error, PortraitRefused) else "invalid_image"
        raise InvalidRequest(error.message, param=wanted.reference.param, code=code) from error
    key = reference_key(task_id)
    await services.storage.put(key, png)
    return key, warning
