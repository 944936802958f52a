"""Finding engines: entry points of the group `kinema.engines`, ours and other packages'."""

from __future__ import annotations

from functools import cache

from kinema import entrypoints
from kinema.engines.contract import EngineSpec, LocalEngine
from kinema.errors import Misconfigured


def engine(name: str) -> type[LocalEngine]:
    """Return the engine class called `name`; raises Misconfigured, which lists those there are."""
    found: type[LocalEngine] = entrypoints.named(name, "kinema.engines", "engine")
    return found


@cache
def spec_of(name: str) -> EngineSpec | None:
    """Return what the engine called `name` can do; None where there is none that loads."""
    try:
        return engine(name).spec
    except Misconfigured:
        return None
