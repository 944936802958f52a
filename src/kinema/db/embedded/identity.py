"""Which operating-system user the server runs as, and what that user can reach."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kinema.errors import Misconfigured

SHELL = "/bin/sh"
FIRST_CLOSED = 'for path in "$@"; do [ -x "$path" ] || { printf %s "$path"; exit 1; }; done'
ALL_READABLE = 'for path in "$@"; do [ -r "$path" ] || exit 1; done'


@dataclass(frozen=True)
class Identity:
    """A user of this machine."""

    uid: int
    gid: int
    name: str

    @property
    def foreign(self) -> bool:
        """Whether it is not the user of this process, so that a process must change over to it."""
        return self.uid != os.getuid()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a short command as this user and return what it printed."""
        try:
            return subprocess.run(
                command,
                user=self.uid if self.foreign else None,
                group=self.gid if self.foreign else None,
                extra_groups=[] if self.foreign else None,
                cwd="/",
                env={"LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=30,
            )
        except (PermissionError, ValueError) as error:
            if not self.foreign:
                raise
            raise Misconfigured(
                f"PostgreSQL does not run as root, and this process may not change to the user {self.name} "
                f"({error}). Run Kinema as an ordinary user, or set KINEMA_DATABASE_URL."
            ) from error

    def can_read(self, paths: Iterable[Path]) -> bool:
        """Whether this user can read every one of these files."""
        return self.run(SHELL, "-c", ALL_READABLE, SHELL, *map(str, paths)).returncode == 0

    def closed_folder(self, path: Path) -> Path | None:
        """The first folder on the way to `path` (and that folder itself) that this user cannot enter."""
        way = [*reversed(path.parents), path]
        answer = self.run(SHELL, "-c", FIRST_CLOSED, SHELL, *map(str, way))
        return Path(answer.stdout) if answer.returncode else None


def current() -> Identity:
    """The user of this process. Peer authentication goes by its name, so it must have one."""
    uid = os.getuid()
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise Misconfigured(
            f"User id {uid} has no name on this machine, and PostgreSQL recognises its users by name. "
            "Add it to /etc/passwd, run Kinema as a user who has a name, or set KINEMA_DATABASE_URL."
        ) from None
    return Identity(uid, entry.pw_gid, entry.pw_name)


def server_identity(cluster: Path) -> Identity:
    """Who runs the server on `cluster`: this user; for root, the folder's owner, else postgres or nobody."""
    me = current()
    owner = cluster.stat().st_uid if cluster.exists() else None
    if me.uid != 0:
        if owner not in (None, me.uid):
            raise Misconfigured(
                f"The database in {cluster} belongs to user id {owner}, and this process runs as {me.name} "
                f"(user id {me.uid}). Run Kinema as that user, or give it a data folder of its own."
            )
        return me
    if owner:
        try:
            entry = pwd.getpwuid(owner)
        except KeyError:
            raise Misconfigured(
                f"The database in {cluster} belongs to user id {owner}, which has no name on this machine. "
                "Add that user to /etc/passwd, or give the folder to one who is there (chown -R)."
            ) from None
        return Identity(owner, entry.pw_gid, entry.pw_name)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Identity(entry.pw_uid, entry.pw_gid, entry.pw_name)
    raise Misconfigured(
        "PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody. "
        "Run Kinema as an ordinary user, or set KINEMA_DATABASE_URL."
    )
