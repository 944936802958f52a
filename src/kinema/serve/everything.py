"""`kinema serve`: an installation on one machine, out of the supervisor's children."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import httpx2

from kinema.accounts.bootstrap import brought_key, first_key, link_secrets
from kinema.db import schema
from kinema.db.embedded import EmbeddedPostgres
from kinema.db.pool import Database
from kinema.engines.registry import engine
from kinema.errors import Misconfigured, SchemaMismatch, Unavailable
from kinema.filelock import own_folder
from kinema.media.portraits.screen import Screen
from kinema.serve.child import Child
from kinema.serve.supervisor import Supervisor
from kinema.settings import Settings

KEY_FILE = "operator.key"


async def run(settings: Settings) -> None:
    """Run everything until told to stop; raises Misconfigured where it cannot start."""
    for name in settings.slots:
        engine(name)
    Screen.of(*settings.portraits)
    _check_port(settings.host, settings.port)
    with ExitStack() as held:
        children = []
        url = settings.database_url
        if url is None:
            postgres = EmbeddedPostgres(settings.data_dir)
            held.enter_context(postgres.owned())
            url = postgres.url
            children.append(_database(postgres, settings))
        else:
            settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            await prepare(url, settings, upgrade=False)
        metrics = held.enter_context(own_folder(settings.scratch, "metrics"))
        children += _roles(settings, url, metrics)
        await Supervisor(children, on_ready=lambda: _greet(settings)).run()


async def prepare(url: str, settings: Settings, *, upgrade: bool) -> None:
    """Make the schema current where that is ours to do, and make what every process shares."""
    database = Database(url, size=2)
    await database.open()
    try:
        try:
            await schema.check(database)
        except SchemaMismatch:
            if not upgrade:
                raise
            await _upgrade(url)
        path = settings.data_dir / KEY_FILE
        if settings.bootstrap_key:
            await brought_key(database, settings.bootstrap_key)
        else:
            await first_key(database, lambda secret: _hand_over(secret, path))
        await link_secrets(database)
    finally:
        await database.close()


async def _upgrade(url: str) -> None:
    # In a process of its own: the tool for it would stay in this one's memory for good.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kinema", "db", "upgrade", env={**os.environ, "KINEMA_DATABASE_URL": url}
    )  # fmt: skip
    if await process.wait():
        raise Misconfigured("The database could not be upgraded; the reason is above.")


def _database(postgres: EmbeddedPostgres, settings: Settings) -> Child:
    prepared = False

    async def ready() -> bool:
        nonlocal prepared
        if not await postgres.ready():
            return False
        if not prepared:
            try:
                await prepare(postgres.url, settings, upgrade=True)
            except Unavailable:
                return False
            prepared = True
        return True

    return Child(
        "database",
        postgres.prepared_command,
        ready=ready,
        stop_signal=signal.SIGINT,  # PostgreSQL's fast shutdown: it does not wait for clients to leave
        grace=30,
        lifeline=False,
        last_words=postgres.last_words,
    )


def _roles(settings: Settings, url: str, metrics: Path) -> list[Child]:
    environment = {
        "KINEMA_DATABASE_URL": url,
        "KINEMA_DATA_DIR": str(settings.data_dir),
        "PROMETHEUS_MULTIPROC_DIR": str(metrics),
    }
    kinema = [sys.executable, "-m", "kinema"]
    address = ["--host", settings.host, "--port", str(settings.port)]
    return [
        Child("worker", [*kinema, "worker"], env=environment, grace=settings.drain_seconds + 16),
        Child("api", [*kinema, "api", *address], env=environment, ready=lambda: _answers(settings), grace=12),
    ]


async def _answers(settings: Settings) -> bool:
    try:
        async with httpx2.AsyncClient(trust_env=False, timeout=2) as client:
            return (await client.get(f"{_address(settings)}/health/live")).status_code == 200
    except httpx2.HTTPError:
        return False


def _address(settings: Settings) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Misconfigured(
                f"Kinema cannot listen on {host} port {port}: {error.strerror}. "
                "Choose another with --host and --port."
            ) from error


def _hand_over(secret: str, path: Path) -> None:
    """Leave the first key where the operator finds it; the terminal shows it, no log does."""
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".key-", delete=False) as file:
            file.write(secret + "\n")  # mode 0600
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        raise Misconfigured(f"The operator's key cannot be left in {path}: {error.strerror}.") from error
    if sys.stdout.isatty():
        print(f"\n  The operator's API key, shown this once:\n\n    {secret}\n")  # noqa: T201 (for a person)
    print(f"  The operator's API key is in {path}", flush=True)  # noqa: T201 (for a person)


def _greet(settings: Settings) -> None:
    print(f"  Kinema is ready at {settings.public_url or _address(settings)}", flush=True)  # noqa: T201
