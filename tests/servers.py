"""Real servers for tests: `kinema serve` and single roles as processes, and how to talk to them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import psutil
import psycopg

T = TypeVar("T")

FAKE = {
    "KINEMA_MODELS": json.dumps(
        {"openAiSora2Plus": {"engine": "fake"}, "openAiSora2Pro": {"engine": "fake", "quality": "high"}}
    ),
    "KINEMA_SLOTS": '{"fake": 1}',
}
"""Settings under which both models are drawn by the fake engine, in milliseconds."""

PATIENCE = 60.0

_TLS = httpx2.create_ssl_context(trust_env=False)
"""Made once: no test here speaks TLS, and a context of its own would cost every request 20 ms."""


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """Lend a new folder that the embedded database's user can pass through, even as root."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def eventually(probe: Callable[[], T], patience: float = PATIENCE, what: str = "", every: float = 0.05) -> T:
    """Return the first truthy answer of `probe`, asked again and again; fail the test after `patience` s."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        answer = probe()
        if answer:
            return answer
        time.sleep(every)
    raise AssertionError(f"{what or 'it'} did not come within {patience:g} s")


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def kinema(*words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a `kinema` command to its end, with no settings but these."""
    done = subprocess.run(
        [sys.executable, "-m", "kinema", *words],
        env=clean_environment(environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if check and done.returncode:
        raise AssertionError(f"kinema {' '.join(words)} exited with {done.returncode}:\n{done.stderr}")
    return done


def clean_environment(more: dict[str, str]) -> dict[str, str]:
    """Return this process's environment without settings of Kinema but those given."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KINEMA_")}
    return {**inherited, **more}


class Role:
    """A `kinema` process that stays: `serve`, `api` or `worker`. Its log goes to a file."""

    def __init__(self, words: list[str], log: Path, environment: dict[str, str]) -> None:
        self.log = log
        with log.open("ab") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kinema", *words],
                env=clean_environment(environment),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to this process alone."""
        self.process.send_signal(number)

    def children(self, word: str = "") -> list[psutil.Process]:
        """Return the living processes below this one whose command line has that word."""
        try:
            below = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []
        return [process for process in below if _alive(process) and word in words(process)]

    def stop(self) -> None:
        """Stop it in order, by force where that takes too long, with all that is below it."""
        below = self.children()
        if self.process.poll() is None:
            self.signal(signal.SIGTERM)
            try:
                self.process.wait(45)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        kill(below)


class Server:
    """A `kinema serve` on a data folder of its own, and a client of it with the operator's key."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.data_dir = folder / "data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "serve.log"
        self._environment = environment

    @classmethod
    @contextmanager
    def running(cls, **environment: str) -> Iterator[Server]:
        """Lend a server that is ready, with the fake engine unless the settings say otherwise."""
        with temporary_folder("kinema-serve-") as folder:
            server = cls(folder, {**FAKE, "KINEMA_LOG_FORMAT": "json", **environment})
            server.start()
            try:
                server.wait_until_ready()
                yield server
            except BaseException:
                print(server.log.read_text()[-8000:])  # noqa: T201 (pytest shows it with the failure)
                raise
            finally:
                server.role.stop()

    def start(self) -> None:
        """Start it, or start it again on the same data."""
        self.role = Role(
            ["serve", "--port", str(self.port), "--data-dir", str(self.data_dir)],
            self.log,
            self._environment,
        )

    def wait_until_ready(self, patience: float = PATIENCE) -> None:
        """Return once a task could be accepted and rendered."""
        eventually(lambda: self.status_of("/health/ready") == 200, patience, "readiness")

    def status_of(self, path: str) -> int:
        """Return the HTTP status of a GET without a key, 0 where nobody answers."""
        try:
            return httpx2.get(self.url + path, timeout=5, trust_env=False, verify=_TLS).status_code
        except httpx2.HTTPError:
            return 0

    @property
    def key(self) -> str:
        """The operator's key."""
        return (self.data_dir / "operator.key").read_text().strip()

    @property
    def database_url(self) -> str:
        """What further roles on the same database connect to."""
        from kinema.db.embedded import EmbeddedPostgres

        return EmbeddedPostgres(self.data_dir).url

    def new_key(self, tenant: str, *scopes: str) -> str:
        """Return a new key of a tenant, which is added where there is none; of the usual scopes or these."""
        kinema("tenants", "create", tenant, "--data-dir", str(self.data_dir), check=False)
        wanted = [word for scope in scopes for word in ("--scope", scope)]
        made = kinema(
            "keys", "create", "--tenant", tenant, *wanted, "--json", "--data-dir", str(self.data_dir)
        )
        key: str = json.loads(made.stdout)["key"]
        return key

    def ask(self, method: str, path: str, *, key: str | None = "", **more: Any) -> httpx2.Response:
        """Send a request, with the operator's key unless another, or None for none, is given."""
        headers = dict(more.pop("headers", {}))
        if key is not None:
            headers["Authorization"] = f"Bearer {key or self.key}"
        return httpx2.request(
            method, self.url + path, headers=headers, timeout=40, trust_env=False, verify=_TLS, **more
        )

    def create(self, prompt: str = "A cat dancing in the rain", **fields: Any) -> httpx2.Response:
        """Send a create call."""
        return self.ask(
            "POST", "/v1/sora/videos", json={"model": "openAiSora2Plus", "prompt": prompt, **fields}
        )

    def accept(self, prompt: str = "A cat dancing in the rain", **fields: Any) -> str:
        """Create a task that must be accepted; return its id."""
        answer = self.create(prompt, **fields)
        assert answer.status_code == 200, answer.text
        task_id: str = answer.json()["id"]
        return task_id

    def result(self, task_id: str) -> dict[str, Any]:
        """Return the answer to a query that must succeed."""
        answer = self.ask("GET", f"/v1/result/{task_id}")
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def is_processing(self, task_id: str) -> bool:
        """Whether the server answers, and says that the task is being rendered."""
        answer = self.ask("GET", f"/v1/result/{task_id}")
        return answer.status_code == 200 and answer.json()["status"] == "processing"

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return what the server's database answers."""
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]

    def check_invariants(self, accepted: list[str]) -> None:
        """Assert that every accepted task completed once, with one film whose bytes are what was recorded."""
        found = {
            row[0]: row[1:]
            for row in self.rows("SELECT id, status, artifact_key, artifact_sha256, attempt FROM tasks")
        }
        for task_id in accepted:
            status, key, sha256, attempt = found[task_id]
            assert status == "completed", (task_id, found[task_id])
            assert key == f"films/{task_id}/{attempt}.mp4"
            film = (self.data_dir / "objects" / key).read_bytes()
            assert hashlib.sha256(film).hexdigest() == sha256

    def finish(self, task_id: str, patience: float = PATIENCE) -> dict[str, Any]:
        """Poll a task until it is over, through outages; return how it ended."""

        def over() -> dict[str, Any] | None:
            try:
                answer = self.ask("GET", f"/v1/result/{task_id}")
            except httpx2.HTTPError:
                return None
            if answer.status_code != 200:
                assert answer.status_code == 503, answer.text
                return None
            body: dict[str, Any] = answer.json()
            return body if body["status"] in ("completed", "failed") else None

        return eventually(over, patience, f"the end of {task_id}", every=0.2)


def kill(processes: Iterable[psutil.Process]) -> None:
    """Kill the processes; one that ended by itself in the meantime is well."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def _alive(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def words(process: psutil.Process) -> str:
    """Return the command line; that of a process which ended is empty."""
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""
