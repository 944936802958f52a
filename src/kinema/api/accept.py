"""Accepting a film as a task: what every dialect does with a body, once it is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fastapi import Request

from kinema.accounts.keys import Holder
from kinema.accounts.once import Once
from kinema.api.errors import rate_headers
from kinema.api.playing import copy_characters
from kinema.api.references import store_reference
from kinema.api.services import services_of
from kinema.api.trace import about_task
from kinema.tasks.create import Accepted, Order
from kinema.tasks.find import repeated
from kinema.tasks.objects import brought_key
from kinema.tasks.task import Task, new_id
from kinema.videos.request import VideoRequest


async def accepted_before(request: Request, caller: Holder, once: Once | None) -> Task | None:
    """Return the task that the same creation made before, None where there was none: asked before anything
    that the request brings is decoded. Raises Forbidden and Conflict."""
    earlier = await repeated(services_of(request).database, caller.tenant_id, once) if once else None
    if earlier is not None:
        caller.may_use(earlier.model)
        about_task(earlier.id)
    return earlier


async def accept(
    request: Request,
    caller: Holder,
    dialect: str,
    once: Once | None,
    wanted: VideoRequest,
    brought: Path | None = None,
) -> tuple[Accepted, dict[str, str]]:
    """Create the task of what is wanted, `once` where that is asked for; its id begins with the dialect's
    word. `brought` is a film of our own that its origin is to read.

    Returns the task and the headers that tell of it. Raises Forbidden, InvalidRequest, NotFound, and what a
    creation raises.
    """
    services = services_of(request)
    caller.may_use(wanted.model.name)
    task_id = new_id(dialect)
    about_task(task_id)
    key, warning = await store_reference(services, caller.tenant_id, task_id, wanted)
    playing = await copy_characters(services, caller.tenant_id, task_id, wanted)
    if brought is not None and wanted.origin is not None:
        wanted = replace(wanted, origin=replace(wanted.origin, film=brought_key(task_id)))
        await services.storage.put(brought_key(task_id), brought)
    order = Order(task_id, caller.tenant_id, caller.key_id, wanted, key, playing, once=once)
    accepted = await services.creations.create(order)
    return accepted, {
        **rate_headers(accepted.rate),
        **({"x-kinema-warning": warning} if warning else {}),
    }
