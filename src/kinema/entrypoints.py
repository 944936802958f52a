"""What packages bring, ours and others': found by entry points, and loaded whatever their code does."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any

from kinema.errors import Misconfigured


def named(name: str, group: str, kind: str) -> Any:
    """Return what `group` has by this name, a `kind` of thing; raises Misconfigured, which lists those there
    are."""
    found = entry_points(group=group, name=name)
    if not found:
        known = ", ".join(sorted(entry.name for entry in entry_points(group=group))) or "none"
        raise Misconfigured(f"There is no {kind} called {name!r}. Installed: {known}.")
    try:
        return load(next(iter(found)))
    except Misconfigured as error:
        raise Misconfigured(f"The {kind} {name!r} is installed, but {error.message}.") from error


def load(entry: EntryPoint) -> Any:
    """Return what an entry point stands for; raises Misconfigured, without a full stop."""
    try:
        return entry.load()
    except Exception as error:  # whatever somebody else's package does when it is imported
        raise Misconfigured(f"{entry.value} does not load: {type(error).__name__}: {error}") from error
