"""What a task's render reads: its reference image, the film that it comes from, those who play in it."""

from __future__ import annotations

from pathlib import Path

from kinema.errors import NotFound, ReferenceRefused, SourceGone
from kinema.media import images
from kinema.tasks.task import Task
from kinema.worker.host import Job
from kinema.worker.tools import Tools


async def gather(task: Task, tools: Tools, folder: Path) -> Job:
    """Return what the engine is to render, with all that it takes for it in `folder`."""
    (work := folder / "film").mkdir()
    reference, source = await _reference(task, tools, folder), await _source(task, tools, folder)
    return Job(task, work, reference, source, await _characters(task, tools, folder))


async def _reference(task: Task, tools: Tools, folder: Path) -> Path | None:
    if task.reference_url is not None:
        data = await tools.egress.fetch_image(task.tenant_id, task.reference_url)
        model = tools.models.get(task.model)
        sizes = model.sizes if model else (task.size,)
        png = await images.check(data, task.size, sizes, whose=task.tenant_id)
        await tools.screen.examine(png)  # a stored one was looked at before the task was accepted
    elif task.reference_key is not None:
        try:
            png = await tools.storage.get(task.reference_key)
        except NotFound as error:
            raise ReferenceRefused("The reference image is no longer stored. Send it again.") from error
    else:
        return None
    path = folder / "reference.png"
    path.write_bytes(png)
    return path


async def _source(task: Task, tools: Tools, folder: Path) -> Path | None:
    if task.origin is None or task.origin.film is None:
        return None
    path = folder / "source.mp4"
    try:
        await tools.storage.fetch(task.origin.film, path)
    except NotFound as error:
        raise SourceGone from error
    return path


async def _characters(task: Task, tools: Tools, folder: Path) -> tuple[Path, ...]:
    paths = []
    for number, character in enumerate(task.characters):
        paths.append(folder / f"character-{number}.png")
        try:
            await tools.storage.fetch(character.picture, paths[-1])
        except NotFound as error:
            raise SourceGone(f"The character {character.name} is no longer stored.") from error
    return tuple(paths)
