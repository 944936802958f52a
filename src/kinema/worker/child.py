"""The child process that an engine lives in: `python -m kinema.worker.child ENGINE`.

It speaks lines of JSON with the worker: requests on standard input, reports on what was standard output.
It ends when its input ends, so no engine outlives its worker and keeps a GPU's memory.

To the child:   {"render": {…, "folder": …}}  {"cut_out": {"film", "name", "folder"}}  {"cancel": true}
From the child: {"ready": true}  {"progress": 0.5}  {"done": {…}}  {"failed": {…}}  {"cancelled": true}
"""

from __future__ import annotations

import errno
import json
import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

from kinema.engines.contract import (
    Cancelled,
    Character,
    Edit,
    Extension,
    LocalEngine,
    Regrade,
    Remix,
    Rendered,
    RenderRequest,
    Report,
)
from kinema.engines.registry import engine
from kinema.errors import TaskFailed
from kinema.videos.model import Quality
from kinema.videos.origin import Kind, Origin
from kinema.videos.size import Size

if TYPE_CHECKING:
    from kinema.engines import contract
    from kinema.engines.contract import Pixels

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}

LAST_WORDS = 1.0
"""Seconds that an engine has to let go of everything once its worker is gone."""

REPORT_INTERVAL = 0.1
"""Seconds between two reports of progress, at the least."""


def main(name: str) -> None:
    """Serve renders until standard input ends."""
    # Whatever an engine prints must not reach the pipe: it gets the descriptor, standard output the log.
    pipe = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    requests: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    cancelled = threading.Event()
    threading.Thread(target=_listen, args=(requests, cancelled), daemon=True).start()
    loaded = engine(name)()
    loaded.load()
    _send(pipe, {"ready": True})
    while (asked := requests.get()) is not None:
        _serve(loaded, asked, pipe, cancelled)
    loaded.close()


def _listen(requests: queue.SimpleQueue[dict[str, Any] | None], cancelled: threading.Event) -> None:
    for line in sys.stdin:
        message = json.loads(line)
        if "cancel" in message:
            cancelled.set()
        else:
            cancelled.clear()
            requests.put(message)
    # The worker is gone: nobody waits for this render, and no engine may delay the end for long.
    cancelled.set()
    requests.put(None)
    time.sleep(LAST_WORDS)
    os._exit(0)


def _serve(loaded: LocalEngine, asked: dict[str, Any], pipe: TextIO, cancelled: threading.Event) -> None:
    reported = 0.0

    def report(fraction: float) -> None:
        nonlocal reported
        if cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - reported >= REPORT_INTERVAL:
            reported = now
            _send(pipe, {"progress": min(1.0, max(0.0, fraction))})

    try:
        done = (
            _render(loaded, asked["render"], report) if "render" in asked else _cut(loaded, asked["cut_out"])
        )
        _send(pipe, {"done": done})
        return
    except Cancelled:
        answer: dict[str, Any] = {"cancelled": True}
    except TaskFailed as error:
        answer = {"failed": {"code": error.code, "message": error.message}}
    except Exception as error:  # noqa: BLE001 (the job's boundary: it is logged and reported)
        answer = {"failed": {**_explain(error), "traceback": traceback.format_exc()}}
    _send(pipe, answer)


def _render(loaded: LocalEngine, asked: dict[str, Any], report: Report) -> dict[str, Any]:
    request = _read(asked)
    rendered = loaded.render(request, Path(asked["folder"]), report)
    path = rendered.path
    if isinstance(request.origin, Extension):
        path = _whole(Path(asked["source"]), path)
    return _measured(path) | _told(rendered, loaded)


def _cut(loaded: LocalEngine, asked: dict[str, Any]) -> dict[str, Any]:
    from kinema.media.images import encode_cutout

    character = cast("contract.CastingEngine", loaded).cut_out(Path(asked["film"]), asked["name"])
    picture = Path(asked["folder"], "cutout.png")
    picture.write_bytes(encode_cutout(character.pixels))
    return {
        "picture": str(picture),
        "palette": list(character.palette),
        "facing": character.facing,
        "quality": character.quality,
    }


def _explain(error: Exception) -> dict[str, str | None]:
    """Tell what a user may know of an error that nobody foresaw: that the disk is full, or nothing."""
    number = getattr(error, "errno", None)
    if number in _NO_ROOM:
        reason = os.strerror(number).lower()
        return {
            "code": "storage_unavailable",
            "message": f"The film could not be written: {reason}. Try later.",
        }
    return {"code": None, "message": None}


def _read(asked: dict[str, Any]) -> RenderRequest:
    origin = Origin.of(asked["origin"]) if asked["origin"] else None
    return RenderRequest(
        prompt=asked["prompt"],
        size=Size(*asked["size"]),
        seconds=asked["seconds"],
        quality=Quality(asked["quality"]),
        seed=asked["seed"],
        reference=_reference(asked, origin),
        origin=_origin(origin, asked["source"]) if origin else None,
        characters=[_character(described) for described in asked["characters"]],
    )


def _reference(asked: dict[str, Any], origin: Origin | None) -> Pixels | None:
    if asked["reference"]:
        from kinema.media.images import pixels

        return pixels(Path(asked["reference"]).read_bytes())
    if origin is not None and origin.pictured:
        from kinema.media.reading import frames

        return next(frames(Path(asked["source"])))  # it was the picture
    return None


def _origin(origin: Origin, source: str) -> contract.Origin:
    match origin.kind:
        case Kind.REMIX:
            return Remix(origin.scene, origin.seed)
        case Kind.EDIT:
            return Edit(origin.scene, origin.seed)
        case Kind.EXTENSION:
            return Extension(origin.scene, origin.seed, origin.seconds, Path(source))
        case Kind.REGRADE:
            return Regrade(Path(source), origin.seconds)


def _character(described: dict[str, Any]) -> Character:
    from kinema.media.images import cutout

    pixels = cutout(Path(described["picture"]).read_bytes())
    return Character(described["name"], pixels, tuple(described["palette"]), described["facing"])


def _whole(source: Path, new: Path) -> Path:
    from kinema.media.joining import joined

    return joined(source, new, source.with_name("whole.mp4"))


def _measured(path: Path) -> dict[str, Any]:
    from kinema.media.probe import probe

    film = probe(path)
    return {"path": str(path), "size": film.size, "seconds": film.seconds, "has_sound": film.has_sound}


def _told(rendered: Rendered, loaded: LocalEngine) -> dict[str, Any]:
    understood = dict(rendered.understood) if rendered.understood is not None else None
    return {"understood": understood, "engine_version": loaded.spec.version}


def _send(pipe: TextIO, message: dict[str, Any]) -> None:
    try:
        pipe.write(json.dumps(message, allow_nan=False) + "\n")
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
