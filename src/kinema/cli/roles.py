"""`kinema serve`, `kinema api` and `kinema worker`: the roles of an installation."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from kinema.cli.database import required_url
from kinema.settings import Settings, load

Host = Annotated[str | None, typer.Option(help="The address to listen on.")]
Port = Annotated[int | None, typer.Option(help="The port to listen on.")]
DataDir = Annotated[Path | None, typer.Option(help="The folder for the database, films and first key.")]


def serve(host: Host = None, port: Port = None, data_dir: DataDir = None) -> None:
    """Run everything on this machine: the database, the API and a worker, each restarted if it dies."""
    from kinema.serve.everything import run

    settings = _settings(host=host, port=port, data_dir=data_dir)
    asyncio.run(run(settings))


def api(host: Host = None, port: Port = None, data_dir: DataDir = None) -> None:
    """Run the API alone, on the PostgreSQL of KINEMA_DATABASE_URL. Any number may run side by side."""
    from kinema.serve.api import run

    settings = _settings(host=host, port=port, data_dir=data_dir)
    run(settings, required_url(settings))


def worker(
    engine: Annotated[
        list[str] | None,
        typer.Option(
            help="An engine to run, as `animatic` or, with its slots, `animatic=2`. May be repeated."
        ),
    ] = None,
    metrics_port: Annotated[
        int | None, typer.Option(help="A port on which Prometheus may ask this worker for its figures.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Run a worker alone, on the PostgreSQL of KINEMA_DATABASE_URL. Any number may run side by side."""
    from prometheus_client import start_http_server

    from kinema.serve.worker import run

    slots = None
    if engine:
        pairs = (text.partition("=") for text in engine)
        slots = {name: count or 1 for name, _, count in pairs}
    settings = _settings(data_dir=data_dir, slots=slots)
    if metrics_port is not None:
        start_http_server(metrics_port, addr=settings.host)
    asyncio.run(run(settings, required_url(settings)))


def _settings(**given: object) -> Settings:
    from kinema.cli import logs

    settings = load(**given)
    logs.configure(settings.log_format, settings.log_level)
    return settings
