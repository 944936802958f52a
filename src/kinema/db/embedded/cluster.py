"""The database cluster on disk: its folders, its making, its version, its configuration."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from kinema.db.embedded import binaries, launch
from kinema.db.embedded.identity import Identity
from kinema.errors import Misconfigured

LONGEST_SOCKET = 100  # sun_path takes 108 bytes on Linux, 104 on macOS, with the end mark
LOG_BYTES = 32 * 1024 * 1024

# The builtin locale sorts and folds alike on every system, whatever locales that one has.
INITDB = (
    *("--username=postgres", "--encoding=UTF8", "--data-checksums", "--no-instructions"),
    *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
    *("--auth-local=peer", "--auth-host=reject"),
)

# Authentication is the kernel's word on who is at the other end of the socket. No password, no `trust`.
HBA = "local all kinema peer map=kinema\nlocal all postgres peer map=kinema\n"

# One process less for each of: I/O workers, replication launcher. Parallel plans want /dev/shm, which
# containers keep small. A day's log takes the place of last week's; errors of single statements are the
# clients' to log, so the server's own file holds its life only and stays small.
CONFIG = """\
# Written by Kinema at every start. Your own settings: in {own}
listen_addresses = ''
port = 5432
unix_socket_directories = '{run}'
unix_socket_permissions = 0700
hba_file = '{etc}/pg_hba.conf'
ident_file = '{etc}/pg_ident.conf'
max_connections = 100
shared_buffers = 64MB
max_wal_size = 512MB
fsync = on
io_method = sync
max_logical_replication_workers = 0
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = '{log}'
log_filename = 'postgres-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_min_messages = log
log_checkpoints = off
log_line_prefix = '%m [%p] '
include_if_exists = '{own}'
"""


class Cluster:
    """What lies under `<data folder>/postgres`.

    `data` (the cluster), `run` (the socket, unless the path is too long for one) and `log` belong to the
    server's user and are closed to others; `etc` and a copy of the programs belong to whoever runs Kinema.
    """

    def __init__(self, data_dir: Path) -> None:
        self.root = data_dir / "postgres"
        self.data = self.root / "data"
        self.etc = self.root / "etc"
        self.log = self.root / "log"
        self.run = self.root / "run"
        if len(os.fsencode(self.run / ".s.PGSQL.5432")) > LONGEST_SOCKET:
            # Not $TMPDIR: a command with another environment must find the same socket.
            digest = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:16]
            self.run = Path("/tmp") / f"kinema-{digest}"  # noqa: S108 - owner and mode are checked below

    def lay_out(self) -> None:
        """Make the folders that belong to Kinema itself."""
        for folder in (self.root.parent, self.root, self.etc):
            # Folders that were here keep their modes, and another command may make them at the same time.
            with contextlib.suppress(FileExistsError):
                folder.mkdir(parents=True)
                # As root, the server's user has to pass through.
                folder.chmod(0o755 if os.getuid() == 0 else 0o700)

    def check_reach(self, identity: Identity) -> None:
        """Raise `Misconfigured`, naming the folder in the way, if the server's user cannot get here."""
        closed = identity.closed_folder(self.root)
        if closed is not None:
            raise Misconfigured(
                f"PostgreSQL does not run as root: here it runs as the user {identity.name}, who cannot "
                f"enter {closed} on the way to {self.root}. Choose a data folder outside of {closed}, let "
                f"that user through (chmod o+x {closed}), or run Kinema as an ordinary user."
            )

    def check_version(self) -> None:
        """Raise `Misconfigured` if the data was written by another major version of PostgreSQL."""
        try:
            found = (self.data / "PG_VERSION").read_text().strip()
        except FileNotFoundError:
            found = "an unknown version"
        if found != binaries.major():
            raise Misconfigured(
                f"The database in {self.data} is of PostgreSQL {found}, and this Kinema brings PostgreSQL "
                f"{binaries.major()}, which cannot read it. With the Kinema that made it, run "
                f"`kinema db dump FILE --data-dir {self.root.parent}`; move {self.data} away; then, with "
                f"this Kinema, run `kinema db restore FILE --data-dir {self.root.parent}`."
            )

    def make(self, programs: Path, identity: Identity) -> None:
        """Initialise the cluster with the role and the database `kinema`, whole or not at all."""
        for half_made in self.root.glob("data.new-*"):
            shutil.rmtree(half_made, ignore_errors=True)
        scratch = Path(tempfile.mkdtemp(dir=self.root, prefix="data.new-"))
        try:
            os.chown(scratch, identity.uid, identity.gid)
            _call(
                identity,
                [str(programs / "initdb"), "-D", str(scratch), *INITDB],
            )
            _call(
                identity,
                [
                    str(programs / "postgres"),
                    "--single",
                    "-c",
                    "exit_on_error=on",
                    "-D",
                    str(scratch),
                    "postgres",
                ],
                "CREATE ROLE kinema LOGIN CREATEDB\nCREATE DATABASE kinema OWNER kinema\n",
            )
            scratch.rename(self.data)
        except BaseException:
            shutil.rmtree(scratch, ignore_errors=True)
            raise
        folder = os.open(self.root, os.O_RDONLY)
        os.fsync(folder)  # the rename itself
        os.close(folder)

    def configure(self, identity: Identity) -> None:
        """Write the configuration, and make the folders that belong to the server's user."""
        for folder in (self.run, self.log):
            _private_folder(folder, identity)
        _prune(self.log)
        users = dict.fromkeys((pwd.getpwuid(os.getuid()).pw_name, "root"))
        ident = "".join(f'kinema "{user}" {role}\n' for user in users for role in ("kinema", "postgres"))
        settings = CONFIG.format(run=self.run, etc=self.etc, log=self.log, own=self.etc / "local.conf")
        for name, text in (("pg_hba.conf", HBA), ("pg_ident.conf", ident), ("postgresql.conf", settings)):
            with tempfile.NamedTemporaryFile("w", dir=self.etc, delete=False) as file:
                file.write(text)
            os.chmod(file.name, 0o644)
            os.replace(file.name, self.etc / name)
        for stale in self.run.glob(".s.PGSQL.5432*"):
            stale.unlink()

    def last_words(self, lines: int = 8) -> str:
        """The end of what the server wrote last, for a message that says why it does not start."""
        texts = []
        for path in sorted(self.log.glob("*.log"), key=lambda path: path.stat().st_mtime)[-2:]:
            texts += path.read_text(errors="replace").splitlines()[-lines:]
        return "\n".join(texts[-lines:])


def launched(
    identity: Identity, program: list[str], *, death_signal: int, log: Path | None = None
) -> list[str]:
    """The command that runs `program` as `identity`, bound to the life of this process."""
    words = (identity.uid, identity.gid, os.getpid(), int(death_signal), log or "")
    return [sys.executable, "-I", "-S", launch.__file__, *map(str, words), *program]


def _call(identity: Identity, program: list[str], script: str = "") -> None:
    command = launched(identity, program, death_signal=signal.SIGKILL)
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        raise Misconfigured(
            f"The database could not be made: {program[0]} said: {done.stderr or done.stdout}"
        )


def _private_folder(folder: Path, identity: Identity) -> None:
    """Make `folder` for `identity` alone; refuse one that somebody else has put there."""
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, identity.uid, identity.gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != identity.uid or found.st_mode & 0o077:
            raise Misconfigured(
                f"{folder} should be a folder of the user {identity.name} that is closed to everybody else, "
                "and it is not: somebody else may have put it there. Look at it, remove it, and start again."
            ) from None


def _prune(folder: Path) -> None:
    logs = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime)
    while logs and sum(path.stat().st_size for path in logs) > LOG_BYTES:
        logs.pop(0).unlink()
