"""What the routes of one API process share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network

from fastapi import Request

from kinema.api.limits import Polls, Samples
from kinema.api.room import Room
from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.media.portraits.screen import Screen
from kinema.notify.fanout import Fanout
from kinema.storage.links import Links
from kinema.storage.objects import Storage
from kinema.tasks.create import Creations
from kinema.videos.model import Models


@dataclass(frozen=True)
class ApiOptions:
    """How the API behaves: each is a setting of the same name, described there."""

    models: Models
    prefixes: tuple[str, ...] = ("", "/kyyReactApiServer")
    public_url: str | None = None
    cors_origins: tuple[str, ...] = ()
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    ignore_unknown_fields: bool = False
    link_lifetime: timedelta = timedelta(hours=24)
    heartbeat: timedelta = timedelta(seconds=15)


@dataclass(frozen=True)
class Services:
    """The open connections and doors of the process."""

    options: ApiOptions
    database: Database
    creations: Creations
    storage: Storage
    links: Links
    egress: Egress
    webhook_egress: Egress
    screen: Screen
    fanout: Fanout
    room: Room
    polls: Polls = field(default_factory=Polls)
    samples: Samples = field(default_factory=Samples)


def services_of(request: Request) -> Services:
    """Return the services of the app that serves this request."""
    services: Services = request.app.state.services
    return services
