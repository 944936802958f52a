"""How much memory one API process takes for many large bodies at once: fifty of 30 MiB, of five tenants.

Once as files in forms, which are stored, and once as pictures within JSON, which are looked at and refused.
"""

from __future__ import annotations

import asyncio
import base64
from collections import Counter
from typing import Any

import psutil

from bench.api import Api, running_api
from bench.load import Wire
from kinema.accounts import keys, tenants
from kinema.db.pool import Database

TENANTS = 5
UPLOADS = 50
BYTES = 30 * 2**20

_FORM = (
    b'--edge\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nvision\r\n'
    b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n%s\r\n--edge--\r\n'
)
_PICTURE = b'{"prompt": "A cat", "input_reference": {"image_url": "data:image/png;base64,%s"}}'


def measure() -> dict[str, Any]:
    """Return the peaks of the process's proportional memory, and how many of the bodies were taken."""
    form = _FORM % bytes(BYTES - len(_FORM))
    picture = _PICTURE % base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(15 * 2**20))
    figures: dict[str, Any] = {}
    with running_api() as api:
        sent = asyncio.run(_keys(api.url))
        for what, path, kind, body, done in (
            ("files", "/v1/files", "multipart/form-data; boundary=edge", form, 200),
            ("pictures", "/v1/videos", "application/json", picture, 400),
        ):
            peak, statuses = asyncio.run(_peak(api, sent, path, kind, body))
            figures[f"API with {UPLOADS} {what} coming in, MB"] = peak
            figures[f"{what} of {UPLOADS} that were taken"] = statuses[done]
            assert not set(statuses) - {done, 503}, statuses
    return figures


async def _peak(api: Api, keys: list[str], path: str, kind: str, body: bytes) -> tuple[float, Counter[int]]:
    process = psutil.Process(api.pid)
    wires = [Wire(api.port, keys[number % TENANTS]) for number in range(UPLOADS)]
    for wire in wires:
        await wire.open()
    uploads = asyncio.gather(*(wire.send("POST", path, kind, body) for wire in wires))
    peak = 0.0
    while not uploads.done():
        peak = max(peak, process.memory_full_info().pss / 1e6)
        await asyncio.sleep(0.02)
    for wire in wires:
        wire.close()
    return peak, Counter(status for status, _ in await uploads)


async def _keys(url: str) -> list[str]:
    database = Database(url, size=2)
    await database.open()
    try:
        names = [f"tenant-{number}" for number in range(TENANTS)]
        for name in names:
            await tenants.create(database, name)
        return [(await keys.create(database, name))[1] for name in names]
    finally:
        await database.close()
