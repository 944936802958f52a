"""The child process that a detector lives in: `… -m kinema.media.portraits.child DETECTOR [MODEL SHA256]`.

Not for safety from the picture, which the decoder's own child made into plain pixels before: here a detector
may be slow, keep Python's lock, or crash, and the event loop of whoever asks goes on. It says a line of JSON
once it is ready, then one for each picture, `{"faces": [[x, y, width, height, score], …]}` or
`{"failed": "…"}`. A picture is a `LENGTH` and that many bytes of our own PNG. It ends with its input.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from kinema.errors import KinemaError
from kinema.media import images
from kinema.media.portraits.detector import FaceDetector
from kinema.media.portraits.model import read_model
from kinema.media.portraits.registry import detector
from kinema.media.portraits.screen import LENGTH


def main(name: str, model: str = "", sha256: str = "") -> None:
    """Look at pictures until standard input ends."""
    # Whatever a detector prints must not reach the pipe: it gets the descriptor, standard output the log.
    pipe = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    try:
        found = detector(name)(read_model(Path(model), sha256) if model else None)
    except Exception as error:  # noqa: BLE001 (a detector may raise anything; the parent says it in words)
        _say(pipe, {"failed": _reason(error)})
        return
    _say(pipe, {"ready": True})
    while len(head := sys.stdin.buffer.read(LENGTH.size)) == LENGTH.size:
        _say(pipe, _look(found, sys.stdin.buffer.read(*LENGTH.unpack(head))))


def _look(found: FaceDetector, png: bytes) -> dict[str, Any]:
    try:
        faces = found.faces(images.pixels(png))
        return {"faces": [[*map(int, face[:4]), float(face[4])] for face in faces]}
    except Exception as error:  # noqa: BLE001 (a detector may raise anything; the parent decides)
        return {"failed": _reason(error)}


def _reason(error: Exception) -> str:
    if isinstance(error, KinemaError):
        return error.message
    traceback.print_exc()
    return f"{type(error).__name__}: {error}"[:1000]


def _say(pipe: BinaryIO | Any, message: dict[str, Any]) -> None:
    pipe.write(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
