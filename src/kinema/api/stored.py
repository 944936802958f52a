"""Files that a tenant sent before, read for a request of now."""

from __future__ import annotations

from uuid import UUID

from kinema.api.room import hold
from kinema.api.services import Services
from kinema.errors import NotFound
from kinema.library.files import content_of, file_of


async def bytes_of_file(services: Services, tenant_id: UUID, file_id: str, field: str, param: str) -> bytes:
    """Return what is in the tenant's file, which takes up room as a body does.

    Raises NotFound, which names the `field` that the id is in and its part `param` of the body, and
    Unavailable where there is no room.
    """
    try:
        file = await file_of(services.database, tenant_id, file_id)
        await hold(file.bytes)
        return await content_of(services.storage, file)
    except NotFound as error:
        raise NotFound(f"{field}: {error.message}", param=param) from error
