"""The supervisor: real processes that are started, killed, stuck and orphaned."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from tests.servers import kill

from kinema.db.embedded import EmbeddedPostgres, remnants

SUPERVISOR = """
import asyncio, json, os, signal, sys
from pathlib import Path
from kinema.db.embedded import EmbeddedPostgres
from kinema.errors import Misconfigured
from kinema.serve.child import Child
from kinema.serve.supervisor import Supervisor

folder, script = Path(sys.argv[1]), sys.argv[2]

def child(name, ready=True, **settings):
    async def is_there():
        return (folder / f"{name}.ready").exists()
    return Child(name, [sys.executable, "-c", (folder / f"{name}.py").read_text()], env={"NAME": name},
                 ready=is_there if ready else None, **settings)

def database(server):
    return Child("postgres", server.prepared_command, ready=server.ready, stop_signal=signal.SIGINT,
                 lifeline=False, last_words=server.last_words)

def run(*children):
    try:
        asyncio.run(Supervisor(children, on_ready=(folder / "all.ready").touch).run())
    except Misconfigured as error:
        sys.exit(f"refused: {error}")

exec(script)
"""

CHILD = """
import os, signal, sys, time
from kinema import lifeline
def tell(what):
    with open("events", "a") as file:
        file.write(f"{os.environ['NAME']} {what} {os.getpid()}\\n")
def stop(*_):
    tell("stopped")
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
lifeline.watch()
tell("started")
"""
ORDINARY = CHILD + "open(os.environ['NAME'] + '.ready', 'w').close()\nwhile True: time.sleep(60)\n"


class Stage:
    """A folder with children's scripts, what they told, and a supervisor to run them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None

    def script(self, name: str, text: str = ORDINARY) -> None:
        """Write what the child `name` does."""
        (self.folder / f"{name}.py").write_text(text)

    def run(self, script: str) -> subprocess.Popen[str]:
        """Start the supervisor in a process of its own."""
        command = [sys.executable, "-c", SUPERVISOR, str(self.folder), script]
        with (self.folder / "output").open("w") as output:
            self.process = subprocess.Popen(
                command, cwd=self.folder, stdout=output, stderr=output, text=True, start_new_session=True
            )
        return self.process

    def up(self) -> None:
        """Wait until all children are ready."""
        self.until(lambda: (self.folder / "all.ready").exists())

    def events(self) -> list[str]:
        """What the children told, in order, as `name event`."""
        return [line.rsplit(" ", 1)[0] for line in self._lines()]

    def pids(self, name: str, event: str = "started") -> list[int]:
        """The process numbers of every life of this child."""
        return [int(line.split()[-1]) for line in self._lines() if line.startswith(f"{name} {event} ")]

    def output(self) -> str:
        """What the supervisor and its children printed."""
        return (self.folder / "output").read_text()

    def until(self, true: Callable[[], object], seconds: float = 15.0) -> None:
        """Wait until `true()` is, and fail with everybody's words if it is not in time."""
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, self.output()
            time.sleep(0.02)

    def clear(self) -> None:
        """End every process of this stage."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        for line in self._lines():
            pid = int(line.split()[-1])
            if alive(pid):
                os.kill(pid, signal.SIGKILL)

    def _lines(self) -> list[str]:
        events = self.folder / "events"
        return events.read_text().splitlines() if events.exists() else []


def alive(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A stage in a folder that every user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="kinema-test-")).resolve()
    folder.chmod(0o755)
    stage = Stage(folder)
    try:
        yield stage
    finally:
        stage.clear()
        kill(remnants.processes(EmbeddedPostgres(folder).cluster.data))
        stage.until(lambda: not remnants.processes(EmbeddedPostgres(folder).cluster.data))
        shutil.rmtree(folder)


def test_up_in_order_and_down_in_reverse(stage: Stage) -> None:
    """A child starts when the one before it is ready, and stops before it; the supervisor then ends well."""
    stage.script(
        "first", CHILD + "time.sleep(0.3); tell('is ready'); open('first.ready', 'w'); time.sleep(60)"
    )
    stage.script("second")
    supervisor = stage.run("run(child('first'), child('second'))")
    stage.up()
    supervisor.send_signal(signal.SIGTERM)
    assert supervisor.wait(10) == 0
    assert stage.events() == [
        "first started",
        "first is ready",
        "second started",
        "second stopped",
        "first stopped",
    ]


def test_what_dies_is_back_within_five_seconds(stage: Stage) -> None:
    """A killed child is started again, over and over, and its neighbours are left alone."""
    stage.script("api")
    stage.script("worker")
    stage.run("run(child('api'), child('worker'))")
    stage.up()
    for life in (1, 2, 3):
        os.kill(stage.pids("worker")[-1], signal.SIGKILL)
        stage.until(lambda life=life: len(stage.pids("worker")) > life)  # type: ignore[misc]
    assert len(stage.pids("api")) == 1
    assert stage.output().count("child_died") == 3
    assert "signal 9" in stage.output()


def test_a_stuck_child_is_killed_with_all_it_started(stage: Stage) -> None:
    """Who does not stop within the grace is killed, and so is everything in its process group."""
    stage.script(
        "stuck",
        CHILD + "import subprocess\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "helper = subprocess.Popen(['/bin/sleep', '60'])\n"
        "with open('events', 'a') as file: file.write(f'stuck helper {helper.pid}\\n')\n"
        "open('stuck.ready', 'w').close()\n"
        "time.sleep(60)",
    )
    supervisor = stage.run("run(child('stuck', grace=0.3))")
    stage.up()
    began = time.monotonic()
    supervisor.send_signal(signal.SIGTERM)
    assert supervisor.wait(10) == 0
    assert 0.3 <= time.monotonic() - began < 5
    stage.until(lambda: not alive(stage.pids("stuck")[0]) and not alive(stage.pids("stuck", "helper")[0]))
    assert "child_killed" in stage.output()


def test_ctrl_c_reaches_the_supervisor_alone_and_the_second_one_is_immediate(stage: Stage) -> None:
    """The terminal's SIGINT leaves the children to the supervisor; another one ends the grace."""
    stage.script(
        "slow", ORDINARY.replace("lifeline.watch()", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")
    )
    supervisor = stage.run("run(child('slow', grace=60))")
    stage.up()
    os.killpg(supervisor.pid, signal.SIGINT)  # as a terminal does: the whole group
    stage.until(lambda: "stopping" in stage.output())
    assert alive(stage.pids("slow")[0])
    os.killpg(supervisor.pid, signal.SIGINT)
    assert supervisor.wait(5) == 0
    assert not alive(stage.pids("slow")[0])


def test_no_child_outlives_a_killed_supervisor(stage: Stage) -> None:
    """Kill -9 of the supervisor ends idle children and those that never pause."""
    stage.script("idle")
    stage.script("busy", ORDINARY.replace("time.sleep(60)", "sum(range(1000))"))
    supervisor = stage.run("run(child('idle'), child('busy'))")
    stage.up()
    supervisor.kill()
    stage.until(lambda: not any(alive(stage.pids(name)[0]) for name in ("idle", "busy")))


def test_a_child_that_cannot_start_as_it_is_set_up_ends_everything(stage: Stage) -> None:
    """Exit code 78 before the first readiness is final: who runs is stopped, and the supervisor says so."""
    stage.script("good")
    stage.script("bad", "import sys; print('the port is taken', file=sys.stderr); sys.exit(78)")
    supervisor = stage.run("run(child('good'), child('bad'))")
    assert supervisor.wait(10) == 1
    assert stage.events() == ["good started", "good stopped"]
    assert "the port is taken" in stage.output()
    assert "refused: bad cannot start as it is set up" in stage.output()


def test_a_program_that_is_not_there_ends_everything(stage: Stage) -> None:
    """A command that cannot be run at all is refused in words instead of being tried for ever."""
    supervisor = stage.run("run(Child('ghost', ['/nowhere/ghost']))")
    assert supervisor.wait(10) == 1
    assert "refused: " in stage.output()
    assert "/nowhere/ghost" in stage.output()


def test_what_worked_once_is_tried_for_ever(stage: Stage) -> None:
    """A child that was ready is restarted whatever its exit code; one that dies at birth is tried again."""
    stage.script("moody", CHILD + "open('moody.ready', 'w').close(); time.sleep(0.3); sys.exit(78)")
    stage.script(
        "frail", CHILD + "len(open('events').readlines()) > 6 and open('frail.ready', 'w'); sys.exit(3)"
    )
    supervisor = stage.run("run(child('moody'), child('frail'))")
    stage.until(lambda: len(stage.pids("moody")) >= 3 and len(stage.pids("frail")) >= 3)
    assert supervisor.poll() is None
    assert "exit code 3" in stage.output()


def test_a_stop_during_the_start_is_heard(stage: Stage) -> None:
    """SIGTERM while a child is not ready yet ends the start, and the next child is never started."""
    stage.script("slow", CHILD + "time.sleep(60)")
    stage.script("next")
    supervisor = stage.run("run(child('slow'), child('next'))")
    stage.until(lambda: stage.pids("slow"))
    supervisor.send_signal(signal.SIGTERM)
    assert supervisor.wait(10) == 0
    assert stage.events() == ["slow started", "slow stopped"]


def test_a_long_look_at_readiness_ends_with_the_child(stage: Stage) -> None:
    """A readiness check that hangs hides neither the child's death nor the word to stop."""
    stage.script("brief", CHILD + "time.sleep(60 if len(open('events').readlines()) > 2 else 0.1)")
    supervisor = stage.run(
        "async def never(): await asyncio.sleep(3600)\n"
        "brief = child('brief')\n"
        "run(Child(brief.name, brief.command, brief.env, ready=never))"
    )
    stage.until(lambda: len(stage.pids("brief")) == 3, 10)
    supervisor.send_signal(signal.SIGTERM)
    assert supervisor.wait(10) == 0


@contextmanager
def served(stage: Stage) -> Iterator[tuple[subprocess.Popen[str], EmbeddedPostgres]]:
    """The embedded server and a child that uses it, supervised."""
    stage.script(
        "app",
        CHILD + "import psycopg\n"
        "while True:\n"
        "    try:\n"
        "        psycopg.connect(os.environ['URL']).close()\n"
        "        open('app.ready', 'w').close()\n"
        "    except psycopg.OperationalError:\n"
        "        pass\n"
        "    time.sleep(0.05)\n",
    )
    supervisor = stage.run(
        "server = EmbeddedPostgres(folder)\n"
        "os.environ['URL'] = server.url\n"
        "with server.owned():\n"
        "    run(database(server), child('app'))\n"
    )
    stage.up()
    yield supervisor, EmbeddedPostgres(stage.folder)


def test_a_killed_database_is_back_and_its_users_stay(stage: Stage) -> None:
    """Kill -9 of the embedded server, twice: it answers again, and the other child lives on."""
    with served(stage) as (supervisor, server):
        for _ in range(2):
            client = psycopg.connect(server.url)  # a backend that stays until it notices
            postmaster = remnants.postmaster(server.cluster.data)
            assert postmaster is not None
            postmaster.kill()
            stage.until(lambda killed=postmaster: not alive(killed.pid))  # type: ignore[misc]
            stage.until(server.answers)
            client.close()
        (stage.folder / "app.ready").unlink()
        stage.until((stage.folder / "app.ready").exists)
        assert len(stage.pids("app")) == 1
        supervisor.send_signal(signal.SIGINT)
        assert supervisor.wait(15) == 0
        assert not remnants.processes(server.cluster.data)
        assert stage.events() == ["app started", "app stopped"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start stops the orphan")
def test_no_database_outlives_a_killed_supervisor(stage: Stage) -> None:
    """Kill -9 of the supervisor ends the database and the Python child, and a start right after it works."""
    with served(stage) as (supervisor, server):
        supervisor.kill()
        supervisor.wait()
        stage.until(lambda: not server.is_running() and not alive(stage.pids("app")[0]))
        (stage.folder / "all.ready").unlink()
    with served(stage) as (_, server):
        assert server.answers()


def test_two_supervisors_of_one_folder_do_not_fight(stage: Stage) -> None:
    """The second one is refused in words, and the first one's database stays as it is."""
    with served(stage) as (supervisor, server):
        before = remnants.postmaster(server.cluster.data)
        script = "with EmbeddedPostgres(folder).owned(): pass"
        command = [sys.executable, "-c", SUPERVISOR, str(stage.folder), script]
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        assert done.returncode == 1
        assert "Another `kinema serve` runs on the data folder" in done.stderr
        assert remnants.postmaster(server.cluster.data) == before
        assert supervisor.poll() is None
        assert stage.events() == ["app started"]
