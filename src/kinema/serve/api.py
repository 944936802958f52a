"""The API process: opens what the routes need, and serves them with uvicorn."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import uvicorn
import uvloop

from kinema import lifeline
from kinema.accounts.bootstrap import brought_key, link_secrets
from kinema.api.app import application
from kinema.api.room import Room
from kinema.api.services import ApiOptions, Services
from kinema.db import schema
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.media.portraits.screen import Screen
from kinema.notify.fanout import Fanout
from kinema.serve.protocol import Protocol
from kinema.settings import Settings
from kinema.storage.links import Links
from kinema.storage.objects import Storage
from kinema.tasks.create import Creations


def run(settings: Settings, url: str) -> None:
    """Serve until told to stop, or until whoever started this process is gone."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, url))


async def _serve(settings: Settings, url: str) -> None:
    async with services(settings, url) as opened:
        server = _Server(
            opened.fanout,
            uvicorn.Config(
                application(opened),
                host=settings.host,
                port=settings.port,
                http=Protocol,
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_keep_alive=30,
                timeout_graceful_shutdown=10,
            ),
        )
        leash = asyncio.create_task(_until_orphaned(server))
        await server.serve()
        leash.cancel()


class _Server(uvicorn.Server):
    """Ends event streams when it is to stop: it waits for answers being sent, and these would never end."""

    def __init__(self, fanout: Fanout, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._fanout = fanout

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening and let every answer end."""
        self._fanout.end()
        await super().shutdown(sockets)


async def _until_orphaned(server: uvicorn.Server) -> None:
    await lifeline.closed()
    server.should_exit = server.force_exit = True


@asynccontextmanager
async def services(settings: Settings, url: str) -> AsyncIterator[Services]:
    """Open what the API needs, waiting for a database that is not up yet; raises Misconfigured."""
    screen = Screen.of(*settings.portraits)
    database = Database(url)
    fanout = Fanout(database, most=settings.max_streams, most_per_tenant=settings.max_streams_per_tenant)
    await database.open()
    try:
        await schema.until_usable(database)
        if settings.bootstrap_key:
            await brought_key(database, settings.bootstrap_key)
        yield Services(
            options=ApiOptions(
                models=settings.all_models,
                prefixes=settings.prefixes,
                public_url=settings.public_url,
                cors_origins=settings.cors_origins,
                trusted_proxies=settings.trusted_proxies,
                ignore_unknown_fields=settings.ignore_unknown_fields,
                link_lifetime=timedelta(hours=settings.link_hours),
                heartbeat=timedelta(seconds=settings.heartbeat_seconds),
            ),
            database=database,
            creations=Creations(database),
            storage=Storage(settings.objects),
            links=Links(await link_secrets(database)),
            egress=Egress(allow=settings.egress_allow),
            webhook_egress=Egress(allow=settings.webhook_allow, timeout=settings.webhook_timeout),
            screen=screen,
            fanout=fanout,
            room=Room(settings.body_memory_mib * 2**20),
        )
    finally:
        await fanout.close()
        await screen.close()
        await database.close()
