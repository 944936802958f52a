"""The embedded PostgreSQL server: starting it, using it, stopping it."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import structlog

from kinema.db.embedded import remnants
from kinema.db.embedded.binaries import reachable_programs
from kinema.db.embedded.cluster import Cluster, launched
from kinema.db.embedded.identity import Identity, server_identity
from kinema.errors import Misconfigured
from kinema.filelock import FileLock

log = structlog.get_logger(__name__)

PATIENCE = 60.0  # a start may have to replay half a gigabyte of WAL


class EmbeddedPostgres:
    """The PostgreSQL server of one data folder, on a Unix socket only.

    A supervisor holds `owned()` for as long as it runs, and runs `prepared_command()` on each
    start. A command that needs the database for a moment uses `running()`.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir.expanduser().resolve()
        self.cluster = Cluster(self.data_dir)
        self._programs: Path | None = None
        self._identity: Identity | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._serve = FileLock(self.cluster.root / "serve.lock")
        self._owner = FileLock(self.cluster.root / "owner.lock")
        self._users = FileLock(self.cluster.root / "users.lock")

    @property
    def url(self) -> str:
        """What clients connect to. The port is part of the socket's name, and said lest PGPORT decide it."""
        return f"postgresql://kinema@/kinema?host={quote(str(self.cluster.run), safe='')}&port=5432"

    @contextmanager
    def owned(self, *, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the data folder for `kinema serve`.

        Raises `Misconfigured` at once if another `serve` holds it, and after `patience` seconds if commands
        do not let go of it.
        """
        self.cluster.lay_out()
        try:
            if not self._serve.acquire():
                raise Misconfigured(
                    f"Another `kinema serve` runs on the data folder {self.data_dir}. Stop that one first, "
                    "or give this one a folder of its own with --data-dir."
                )
            if not self._owner.acquire(patience=patience):
                raise Misconfigured(
                    f"A kinema command has been using the data folder {self.data_dir} for {patience:.0f} s. "
                    "Let it finish, then start again."
                )
            yield
        finally:
            self._owner.release()
            self._serve.release()

    def prepare(self) -> None:
        """Make the data folder ready for a start: an orphan stopped, the cluster made, its settings written.

        Only under `owned()`. Blocking: the first time takes most of a second. Raises `Misconfigured`.
        """
        self.cluster.lay_out()
        self._identity = identity = server_identity(self.cluster.data)
        self.cluster.check_reach(identity)
        self._programs = reachable_programs(identity, self.cluster.root)
        if self.cluster.data.exists():
            self.cluster.check_version()
            remnants.sweep(self.cluster.data)
        else:
            self.cluster.make(self._programs, identity)
        self.cluster.configure(identity)

    def command(self) -> list[str]:
        """The argument list that becomes the server, after `prepare()`. To be run by this very process.

        On Linux the server gets SIGINT when the thread that started it ends, so start it from a thread that
        lasts. SIGINT is PostgreSQL's fast shutdown: clients are cut off, a checkpoint is written and the next
        start needs no recovery; with SIGQUIT it would. Elsewhere the next start stops the orphan.
        """
        if self._programs is None or self._identity is None:
            raise RuntimeError("prepare() comes first")
        config = self.cluster.etc / "postgresql.conf"
        server = [
            str(self._programs / "postgres"),
            "-D",
            str(self.cluster.data),
            "-c",
            f"config_file={config}",
        ]
        return launched(
            self._identity, server, death_signal=signal.SIGINT, log=self.cluster.log / "start.log"
        )

    def prepared_command(self) -> list[str]:
        """`prepare()` and `command()` in one, for a supervisor that calls it before every start."""
        self.prepare()
        return self.command()

    def answers(self) -> bool:
        """Whether a server runs here and takes connections."""
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    async def ready(self) -> bool:
        """As `answers()`, for an event loop."""
        try:
            connection = await psycopg.AsyncConnection.connect(self.url, connect_timeout=5)
        except psycopg.OperationalError:
            return False
        await connection.close()
        return True

    def is_running(self) -> bool:
        """Whether a server process runs on this data folder, ready or not."""
        return remnants.postmaster(self.cluster.data) is not None

    def last_words(self) -> str:
        """The end of the server's log."""
        return self.cluster.last_words()

    def start(self, *, patience: float = PATIENCE) -> None:
        """Start the server as a child of this process and wait until it answers.

        A start that fails over shared memory which a killed server's last backends still hold is repeated.
        Raises `Misconfigured` with the server's own words where it does not come up.
        """
        deadline = time.monotonic() + patience
        self.stop()  # one that died is still to be reaped
        while True:
            self._process = subprocess.Popen(self.prepared_command(), stdin=subprocess.DEVNULL)
            while self._process.poll() is None and time.monotonic() < deadline:
                if self.answers():
                    return
                time.sleep(0.02)
            words = self.last_words()
            self.stop()
            if "shared memory block" not in words or time.monotonic() > deadline:
                raise Misconfigured(f"The embedded PostgreSQL server did not start. It said:\n{words}")
            time.sleep(0.2)

    def stop(self, *, patience: float = 20.0) -> None:
        """Stop the server that `start()` started: fast, then immediately, then by force."""
        process, self._process = self._process, None
        if process is None:
            return
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            process.send_signal(number)
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                continue
            return

    @contextmanager
    def used(self, *, patience: float = PATIENCE) -> Iterator[str]:
        """As `running()`."""
        self.cluster.lay_out()
        deadline = time.monotonic() + patience
        while True:
            if self._owner.acquire():
                with self._started() as url:
                    yield url
                return
            if self._users.acquire(shared=True):
                try:
                    if self.answers():
                        yield self.url
                        return
                finally:
                    self._users.release()
            if time.monotonic() > deadline:
                raise Misconfigured(
                    f"Another process holds the data folder {self.data_dir}, and its database did not answer "
                    f"within {patience:.0f} s. Its log is in {self.cluster.log}."
                )
            time.sleep(0.05)

    @contextmanager
    def _started(self) -> Iterator[str]:
        """The server for as long as this command, or another one that came meanwhile, needs it."""
        try:
            self.start()
            try:
                yield self.url
            finally:
                while not self._users.acquire(patience=5):
                    log.info(
                        "embedded_postgres_in_use", note="another kinema command still needs the database"
                    )
        finally:
            self.stop()
            self._users.release()
            self._owner.release()


@contextmanager
def running(data_dir: Path, *, patience: float = PATIENCE) -> Iterator[str]:
    """The URL of the database in `data_dir`: of the server that runs there, or one started for the while.

    Blocking, for one thread: `with running(folder) as url: asyncio.run(work(url))`. Raises `Misconfigured`.
    """
    with EmbeddedPostgres(data_dir).used(patience=patience) as url:
        yield url
