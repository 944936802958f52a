"""The HTTP application: the routes of every dialect, under every prefix."""

from __future__ import annotations

from fastapi import FastAPI

from kinema.api import (
    admin,
    characters,
    derived,
    errors,
    events,
    files,
    health,
    models,
    openai,
    prompts,
    sora,
    uploads,
    usage,
    webhooks,
)
from kinema.api.cors import Cors
from kinema.api.reference import routes as reference
from kinema.api.reference.document import document
from kinema.api.services import Services
from kinema.api.trace import Trace

PUBLIC = (
    sora.router,
    characters.router,
    openai.router,
    derived.router,
    uploads.router,
    models.router,
    files.router,
    events.router,
    usage.router,
    prompts.router,
    webhooks.router,
    admin.router,
    reference.router,
)
"""The routes under every prefix."""

PRIVATE = (health.router,)
"""The routes at the root alone: they are the operator's."""


def application(services: Services) -> FastAPI:
    """Return the app. The services are open already and stay the caller's to close."""
    app = FastAPI(title="Kinema", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.services = services
    errors.install(app)
    app.state.reference = reference.Reference(lambda: document(services.options, PUBLIC, PRIVATE))
    for router in PRIVATE:
        app.include_router(router)
    for prefix in services.options.prefixes:
        for router in PUBLIC:
            app.include_router(router, prefix=prefix)
    if services.options.cors_origins:
        app.add_middleware(Cors, services.options.cors_origins)
    app.add_middleware(Trace)
    return app
