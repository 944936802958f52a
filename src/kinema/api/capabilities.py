"""What the models of this server could do beyond drawing a prompt, and refusing what one cannot."""

from __future__ import annotations

from kinema.api.fields import alternatives
from kinema.engines.contract import Capability
from kinema.engines.registry import spec_of
from kinema.errors import InvalidRequest
from kinema.videos.model import Dialect, Model, Models, of_dialect


def can(engine: str, capability: Capability) -> bool:
    """Tell whether an engine is installed that claims the capability."""
    spec = spec_of(engine)
    return spec is not None and capability in spec.can


def models_that(models: Models, capability: Capability) -> list[Model]:
    """Return OpenAI's models whose engine claims the capability."""
    return [model for model in of_dialect(models, Dialect.OPENAI).values() if can(model.engine, capability)]


def unable(what: str, models: Models, capability: Capability, param: str | None = None) -> InvalidRequest:
    """Return the refusal of what a model cannot do, which names those that could."""
    able = [model.name for model in models_that(models, capability)]
    others = f"On this server {alternatives(able)} can." if able else "No model of this server can."
    return InvalidRequest(f"{what} {others}", param=param, code="unsupported_capability")
