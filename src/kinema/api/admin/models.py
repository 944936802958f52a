"""The models as an operator set them up: who draws each, and what a second of it costs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.admin import ModelSetupList
from kinema.api.services import services_of
from kinema.videos.model import Model

router = APIRouter(prefix="/models")


@router.get("", **documented("listModelSetups", Tag.ADMIN, ModelSetupList))
async def list_prices(request: Request) -> JSONResponse:
    """List all models, with engine, quality and price."""
    models = services_of(request).options.models.values()
    return JSONResponse({"object": "list", "data": list(map(view, models))})


def view(model: Model) -> dict[str, Any]:
    """Return a model as operators see it."""
    return {
        "id": model.name,
        "object": "model",
        "dialect": model.dialect,
        "engine": model.engine,
        "quality": model.quality,
        "micros_per_second": model.price,
        "sizes": list(map(str, model.sizes)),
        "seconds": list(model.seconds),
    }
