"""Finding engines: entry points of the group `kinema.engines`, ours and other packages'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points

from kinema.engines.contract import EngineSpec, LocalEngine
from kinema.errors import Misconfigured

GROUP = "kinema.engines"


def engine(name: str) -> type[LocalEngine]:
    """Return the engine class called `name`; raises Misconfigured, which lists those there are."""
    found = entry_points(group=GROUP, name=name)
    if not found:
        known = ", ".join(sorted(entry.name for entry in entry_points(group=GROUP))) or "none"
        raise Misconfigured(f"There is no engine called {name!r}. Installed: {known}.")
    try:
        loaded: type[LocalEngine] = next(iter(found)).load()
    except (ImportError, AttributeError) as error:
        raise Misconfigured(f"The engine {name!r} is installed but does not load: {error}.") from error
    return loaded


@cache
def spec_of(name: str) -> EngineSpec | None:
    """Return what the engine called `name` can do; None where there is none that loads."""
    try:
        return engine(name).spec
    except Misconfigured:
        return None


def engines() -> Mapping[str, type[LocalEngine]]:
    """Every installed engine by name."""
    return {entry.name: engine(entry.name) for entry in entry_points(group=GROUP)}
