"""`GET /v1/models`: the names that this key may use, and what each takes, in OpenAI's shape."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.keys import Holder
from kinema.api.auth import Caller
from kinema.api.fields import quote
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.server import ModelCard, ModelList
from kinema.api.services import services_of
from kinema.errors import NotFound
from kinema.videos.model import Dialect, Model

CREATED = 1_759_708_800
"""2025-10-06, the day in the oldest dated name: OpenAI's clients want a time, and there is no other."""

_ROUTES = {Dialect.OPENAI: "/v1/videos", Dialect.SORA: "/v1/sora/videos"}

router = APIRouter()


@router.get("/v1/models", **documented("listModels", Tag.SHARED, ModelList))
async def list_models(request: Request, caller: Caller) -> JSONResponse:
    """List the models that the key may use."""
    return JSONResponse({"object": "list", "data": list(_usable(request, caller).values())})


@router.get("/v1/models/{name:path}", **documented("retrieveModel", Tag.SHARED, ModelCard))
async def retrieve_model(request: Request, name: str, caller: Caller) -> JSONResponse:
    """Retrieve a model.

    One that is unknown and one that the key may not use answer the same 404.
    """
    models = _usable(request, caller)
    if name not in models:
        raise NotFound(f"There is no model {quote(name)}.")
    return JSONResponse(models[name])


def _usable(request: Request, caller: Holder) -> dict[str, dict[str, Any]]:
    caller.may("read")
    models = services_of(request).options.models
    return {
        name: _view(model) for name, model in models.items() if caller.models is None or name in caller.models
    }


def _view(model: Model) -> dict[str, Any]:
    routes = [route for dialect, route in _ROUTES.items() if model.dialect in (dialect, None)]
    return {
        "id": model.name,
        "object": "model",
        "created": CREATED,
        "owned_by": "kinema",
        "routes": routes,
        "sizes": [str(size) for size in model.sizes],
        "seconds": [str(seconds) for seconds in model.seconds],
    }
