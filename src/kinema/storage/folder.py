"""A folder that holds objects: what a store of files needs beyond writing, reading and deleting them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_STAGING = re.compile(r".+#\d+")
"""How obstore names a file until it is whole and renamed. It never lists one, so nobody else finds them."""


class Folder:
    """The folder under a store of files. Its methods block, so they belong in a thread."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def flush(self, key: str) -> None:
        """Return once an object that was written survives the loss of power, with the way to it.

        Raises OSError where the disk cannot promise that.
        """
        path = self.path / key
        with suppress(FileNotFoundError):  # deleted again in the meantime, and its folder with it
            for name in (path, *path.parents[: len(path.relative_to(self.path).parts)]):
                _fsync(name)

    def clear(self, room: str, moment: datetime) -> int:
        """Delete what writers under `room/` that died before that moment left: half files, empty folders.

        Return how many files were deleted; what cannot be deleted is left for the next time.
        """
        cleared = 0
        for folder, _, files in os.walk(self.path / room, topdown=False):
            for name in filter(_STAGING.fullmatch, files):
                with suppress(OSError):
                    path = Path(folder, name)
                    if path.stat().st_mtime < moment.timestamp():
                        path.unlink()
                        cleared += 1
            # rmdir refuses a folder that is not empty, and a writer makes its folder again: no race.
            with suppress(OSError):
                if os.stat(folder).st_mtime < moment.timestamp():
                    os.rmdir(folder)
        return cleared


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
