"""Characters on their way into a film: found, and copied for the task, so that none is missed later."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from kinema.api.capabilities import can, unable
from kinema.api.services import Services
from kinema.engines.contract import Capability
from kinema.errors import NotFound
from kinema.library.characters import character_of
from kinema.library.objects import cutout_key
from kinema.tasks.objects import character_key
from kinema.tasks.task import Task
from kinema.videos.character import Character
from kinema.videos.request import VideoRequest


async def still_there(services: Services, source: Task) -> tuple[str, ...]:
    """Return the ids of those who play in a film and were not deleted since."""
    found = []
    for character in source.characters:
        with suppress(NotFound):
            await character_of(services.database, source.tenant_id, character.id)
            found.append(character.id)
    return tuple(found)


async def copy_characters(
    services: Services, tenant_id: UUID, task_id: str, wanted: VideoRequest
) -> tuple[Character, ...]:
    """Return the task's own copies of the characters that may play in a film.

    Raises InvalidRequest where the model has no use for them, and NotFound, which names the field.
    """
    if wanted.characters and not can(wanted.model.engine, Capability.CHARACTERS):
        raise unable(
            f"{wanted.model.name} takes no characters.",
            services.options.models,
            Capability.CHARACTERS,
            "characters",
        )
    copies = []
    for number, character_id in enumerate(wanted.characters):
        try:
            found = await character_of(services.database, tenant_id, character_id)
            picture = await services.storage.get(cutout_key(found.id))
        except NotFound:
            raise NotFound(
                f"characters[{number}].id: there is no character with this id.", param="characters"
            ) from None
        key = character_key(task_id, number)
        await services.storage.put(key, picture)
        copies.append(Character(found.id, found.name, key, tuple(found.palette or ()), found.facing or 0))
    return tuple(copies)
