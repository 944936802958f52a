"""Finding and ending what an earlier server left behind: an orphan, its backends, its lock files.

A process that was killed and that nobody reaps (a container without an init) keeps its number: PostgreSQL
takes it for a running server and refuses to start, and so it does for a stranger who got the number. Here a
process counts only if it runs, is a `postgres`, and stands in this data folder, as the server and all of its
backends do.
"""

from __future__ import annotations

import signal
import time
from pathlib import Path

import psutil
import structlog

log = structlog.get_logger(__name__)

FAST, IMMEDIATE = signal.SIGINT, signal.SIGQUIT


def postmaster(cluster: Path) -> psutil.Process | None:
    """The running server of this data folder, if there is one."""
    try:
        pid = int((cluster / "postmaster.pid").read_text().split("\n", 1)[0])
        process = psutil.Process(pid)
    except (OSError, ValueError, psutil.Error):
        return None
    return process if _belongs(process, cluster) else None


def processes(cluster: Path) -> list[psutil.Process]:
    """Every running process of this data folder's server, also those whose postmaster is dead."""
    return [process for process in psutil.process_iter() if _belongs(process, cluster)]


def sweep(cluster: Path, *, patience: float = 10.0) -> None:
    """End every server process of this data folder, gently at first, then remove the lock files they left.

    Only for who holds the folder's lock: then whoever started these processes is gone.
    """
    if not (cluster / "postmaster.pid").exists():
        return
    orphan = postmaster(cluster)
    if orphan is not None:
        log.warning("embedded_postgres_orphan_stopped", pid=orphan.pid, folder=str(cluster))
        end(orphan, patience=patience)
    # Until the backends of a dead postmaster are gone, they hold the shared memory that the next one needs.
    # An idle one leaves by itself at once; one that computes may take minutes to look, and works for nobody.
    for how, wait in ((None, 0.5), (IMMEDIATE, 2.0), (signal.SIGKILL, patience)):
        if how is not None:
            _signal(processes(cluster), how)
        if _gone(cluster, wait):
            break
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def end(server: psutil.Process, *, patience: float) -> None:
    """Shut a postmaster down: fast (a checkpoint, no recovery needed), then immediately, then by force."""
    for how, wait in ((FAST, patience), (IMMEDIATE, patience / 2), (signal.SIGKILL, patience)):
        _signal([server], how)
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            if not _alive(server):
                return
            time.sleep(0.02)


def _gone(cluster: Path, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while processes(cluster):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _signal(targets: list[psutil.Process], number: signal.Signals) -> None:
    for process in targets:
        try:
            process.send_signal(number)
        except psutil.NoSuchProcess:
            continue


def _alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _belongs(process: psutil.Process, cluster: Path) -> bool:
    try:
        if process.name() != "postgres" or process.status() == psutil.STATUS_ZOMBIE:
            return False
        return Path(process.cwd()) == cluster
    except (psutil.Error, OSError):
        return False
