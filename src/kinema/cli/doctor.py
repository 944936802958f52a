"""`kinema doctor`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

import asyncio
import importlib
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kinema.cli import logs
from kinema.cli.database import database_url
from kinema.db import schema
from kinema.engines.registry import engine
from kinema.errors import KinemaError, Unavailable
from kinema.media.portraits.screen import Screen
from kinema.settings import Settings, load
from kinema.storage.objects import Storage, reason_of

FREE_SPACE = 1024**3
"""Bytes that should be free: about three hundred films of 8 s."""

PROBE = "health/doctor"


def doctor(
    data_dir: Annotated[Path | None, typer.Option(help="The data folder of the installation.")] = None,
) -> None:
    """Examine this installation; the exit code is 1 where something is wrong."""
    healthy = True
    for name, problem in findings(data_dir):
        healthy = healthy and problem is None
        typer.secho(
            "  ok  " if problem is None else "  bad ", fg="green" if problem is None else "red", nl=False
        )
        typer.echo(name if problem is None else f"{name}: {problem}")
    raise typer.Exit(0 if healthy else 1)


def findings(data_dir: Path | None) -> Iterator[tuple[str, str | None]]:
    """Yield what was examined and what is wrong with it, None where nothing is."""
    yield "Python 3.11 or newer", None if sys.version_info >= (3, 11) else "install a newer Python"
    settings: Settings | None = None
    try:
        settings = load(data_dir=data_dir)
        logs.configure(settings.log_format, "error")  # what is found wrong is said once
        yield "settings", None
    except KinemaError as error:
        yield "settings", error.message
        return
    for library, mend in (
        ("skia", "run `make setup`, or install OpenGL, EGL and fontconfig (libgl1 libegl1 libfontconfig1)"),
        ("av", "reinstall Kinema: pip install --force-reinstall av"),
        ("cv2", "reinstall Kinema: pip install --force-reinstall opencv-python-headless"),
    ):
        yield f"library {library}", _tried(partial(importlib.import_module, library), mend)
    for name in settings.slots:
        yield f"engine {name}", _tried(partial(engine, name))
    yield from _extensions()
    yield "face detector", _tried(partial(Screen.of, *settings.portraits))
    yield f"data folder {settings.data_dir}", _tried(lambda: _write(settings.data_dir))
    yield f"storage {settings.objects}", _tried(lambda: asyncio.run(_storage(settings)))
    yield "free space", _space(settings.data_dir)
    yield "database and schema", _tried(lambda: _database(settings))
    yield f"port {settings.port} on {settings.host}", _port(settings)


def _tried(examine: Callable[[], object], mend: str = "") -> str | None:
    try:
        examine()
    except KinemaError as error:
        return error.message
    except Exception as error:  # noqa: BLE001 (whatever is wrong is what was asked)
        return f"{error}" + (f"; {mend}" if mend else "")
    return None


def _extensions() -> Iterator[tuple[str, str | None]]:
    """What other packages add to the animatic engine."""
    try:  # what draws comes with it, and no other command needs that
        from kinema.engines.animatic.vocabulary import vocabulary
    except ImportError:
        return  # a library is missing that was named already
    for name, problem in vocabulary().extensions.items():
        yield f"animatic extension {name}", problem


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / ".doctor"
    probe.write_bytes(b"")
    probe.unlink()


async def _storage(settings: Settings) -> None:
    storage = Storage(settings.objects)
    try:
        await storage.put(PROBE, b"ok")
        await storage.get(PROBE)
        await storage.delete(PROBE)
    except Unavailable as error:
        raise Unavailable(reason_of(error.__cause__)) from error


def _space(folder: Path) -> str | None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return str(error)
    return (
        None
        if free >= FREE_SPACE
        else f"only {free // 1024**2} MiB are left: make room, or keep films shorter"
    )


def _database(settings: Settings) -> None:
    with database_url(settings) as url:
        if settings.database_url:
            schema.check_now(url)
        else:
            schema.upgrade(url)


def _port(settings: Settings) -> str | None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.settimeout(2)
        if probe.connect_ex((settings.host, settings.port)) == 0:
            return None  # something listens: Kinema itself, when it runs
        probe_bind = socket.socket(probe.family)
    with probe_bind:
        try:
            probe_bind.bind((settings.host, settings.port))
        except OSError as error:
            return f"{error.strerror}; choose another with --host and --port"
    return None
