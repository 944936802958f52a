"""What a worker's jobs share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.media.portraits.screen import Screen
from kinema.queue import Queue
from kinema.storage.objects import Storage
from kinema.tasks.claim import Terms
from kinema.videos.model import Models


@dataclass(frozen=True)
class Tools:
    """What rendering a task takes.

    `retention`: how long films are kept. `limit`: how many seconds a render may take.
    `store_within`: how many seconds a film waits for a storage that is away. `charge_cancelled`: whether what
    was rendered of a film that is cancelled is charged.
    """

    database: Database
    queue: Queue
    storage: Storage
    egress: Egress
    screen: Screen
    models: Models
    scratch: Path
    terms: Terms
    retention: timedelta = timedelta(hours=24)
    limit: float = 900.0
    store_within: float = 120.0
    charge_cancelled: bool = False
