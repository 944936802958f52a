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
from kinema.api.services import Services
from kinema.api.trace import Trace


def application(services: Services) -> FastAPI:
    """Return the app. The services are open already and stay the caller's to close."""
    app = FastAPI(title="Kinema", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.services = services
    errors.install(app)
    app.include_router(health.router)
    for prefix in services.options.prefixes:
        app.include_router(sora.router, prefix=prefix)
        app.include_router(characters.router, prefix=prefix)
        app.include_router(openai.router, prefix=prefix)
        app.include_router(derived.router, prefix=prefix)
        app.include_router(uploads.router, prefix=prefix)
        app.include_router(models.router, prefix=prefix)
        app.include_router(files.router, prefix=prefix)
        app.include_router(events.router, prefix=prefix)
        app.include_router(usage.router, prefix=prefix)
        app.include_router(prompts.router, prefix=prefix)
        app.include_router(webhooks.router, prefix=prefix)
        app.include_router(admin.router, prefix=prefix)
    app.add_middleware(Trace)
    return app
