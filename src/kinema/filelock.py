"""A lock on a file that ends with its holder, however the holder ends, and folders that are kept by one."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kinema.errors import Misconfigured

PAUSE = 0.05


class FileLock:
    """An advisory lock (`flock`) on `path`. The kernel lets go of it when the holding process dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fd: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._fd is not None

    def acquire(self, *, shared: bool = False, patience: float = 0.0) -> bool:
        """Take the lock within `patience` seconds (0: at once or not at all); say whether that worked."""
        deadline = time.monotonic() + patience
        while not self._try(fcntl.LOCK_SH if shared else fcntl.LOCK_EX):
            if time.monotonic() >= deadline:
                return False
            time.sleep(PAUSE)
        return True

    def release(self) -> None:
        """Let go; harmless where nothing is held."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _try(self, kind: int) -> bool:
        try:
            fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except PermissionError:
            owner = os.stat(self.path.parent).st_uid
            raise Misconfigured(
                f"The data folder {self.path.parent} belongs to user id {owner}, and this process runs as "
                f"user id {os.getuid()}. Run Kinema as that user, or give it a data folder of its own."
            ) from None
        try:
            fcntl.flock(fd, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(fd)
            return False
        self._fd = fd
        return True


@contextmanager
def own_folder(parent: Path, kind: str) -> Iterator[Path]:
    """Lend a folder `KIND-…` under `parent` that is this process's alone; remove those of processes that were
    killed.

    Whose process lives is told by a lock, which ends with it: process ids mean nothing to one in another
    container or on another machine that shares the parent.
    """
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in parent.glob(f"{kind}-*"):
        lock = FileLock(left / "lock")
        with suppress(FileNotFoundError):  # another process removed it at this moment
            if lock.acquire():
                shutil.rmtree(left, ignore_errors=True)
                lock.release()
    own = Path(tempfile.mkdtemp(dir=parent, prefix=".new-"))
    lock = FileLock(own / "lock")
    lock.acquire()
    own = own.rename(parent / f"{kind}-{own.name.removeprefix('.new-')}")  # locked before it can be found
    try:
        yield own
    finally:
        shutil.rmtree(own, ignore_errors=True)
        lock.release()
