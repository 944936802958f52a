"""The scene that an engine understood, for those who ask for it with their poll."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from kinema.api.query import Filter
from kinema.tasks.task import Task

INCLUDE = Filter("include", "What to tell besides: `scene`, what the engine understood.", ("scene",))


def with_scene(request: Request, task: Task, shown: dict[str, Any]) -> dict[str, Any]:
    """Return what is shown of a task, with its scene where the request wants it; null until completed."""
    return {**shown, "scene": task.understood} if INCLUDE.of(request) else shown
