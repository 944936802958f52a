"""Several API and worker processes on one PostgreSQL and one bucket; they share nothing else."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import json
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from PIL import Image
from tests.seaweed import Seaweed
from tests.servers import FAKE, Role, Server, eventually, temporary_folder

from kinema.storage.objects import Storage

KEY = "kk-the-operators-key-of-a-fleet"
SLOW = "[sleep=2.5] a film that is being rendered when things die"


class Api(Server):
    """A `kinema api` with a data folder of its own, and a client of it."""

    key = KEY

    def start(self) -> None:
        """Start it, or start it again on the same port."""
        words = ["api", "--port", str(self.port), "--data-dir", str(self.data_dir)]
        self.role = Role(words, self.log, self._environment)


class Fleet:
    """Two `kinema api` and two `kinema worker` processes."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.apis = [Api(_made(folder / f"api-{number}"), environment) for number in (1, 2)]
        for api in self.apis:
            api.start()
        self.workers = [
            Role(["worker", "--data-dir", str(_made(folder / name))], folder / f"{name}.log", environment)
            for name in ("worker-1", "worker-2")
        ]

    @classmethod
    @contextmanager
    def running(cls, database_url: str, seaweed: Seaweed, place: str) -> Iterator[Fleet]:
        """Lend a fleet that is ready."""
        environment = {
            **FAKE,
            **seaweed.environment,
            "KINEMA_DATABASE_URL": database_url,
            "KINEMA_STORAGE_URL": place,
            "KINEMA_BOOTSTRAP_KEY": KEY,
            "KINEMA_LEASE_SECONDS": "4",
            "KINEMA_LOG_FORMAT": "json",
        }
        with temporary_folder("kinema-fleet-") as folder, ExitStack() as stack:
            fleet = cls(folder, environment)
            for role in (*(api.role for api in fleet.apis), *fleet.workers):
                stack.callback(role.stop)
            try:
                for api in fleet.apis:
                    api.wait_until_ready()
                eventually(lambda: _ready_workers(database_url) == 2, what="the second worker")
                yield fleet
            except BaseException:
                for log in folder.rglob("*.log"):
                    print(log.name, log.read_text()[-4000:])  # noqa: T201 (pytest shows it with the failure)
                raise

    def busy_workers(self) -> list[Role]:
        """Return the workers whose log tells of a task that they began and did not end."""
        return [worker for worker in self.workers if _begun(worker.log) > _ended(worker.log)]


def _ready_workers(database_url: str) -> int:
    with psycopg.connect(database_url) as connection:
        row = connection.execute("SELECT count(*) FROM workers WHERE engines <> '{}'").fetchone()
    assert row is not None
    return int(row[0])


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _events(log: Path) -> list[str]:
    lines = [line for line in log.read_text().splitlines() if line.startswith("{") and line.endswith("}")]
    return [json.loads(line).get("event", "") for line in lines]


def _begun(log: Path) -> int:
    return _events(log).count("task claimed")


def _ended(log: Path) -> int:
    return _events(log).count("task settled")


def _downloaded(api: Server, task_id: str) -> bytes:
    """Return the film as this API's own link gives it."""
    link = api.result(task_id)["video_url"]
    assert link.startswith(api.url)
    answer = api.ask("GET", link.removeprefix(api.url), key=None)
    assert answer.status_code == 200, answer.text
    return answer.content


def _check_invariants(fleet: Fleet, database_url: str, place: str, accepted: list[str]) -> None:
    """Every accepted task ended once, with one film in the bucket whose bytes are what was recorded."""
    with psycopg.connect(database_url) as connection:
        rows = connection.execute("SELECT id, status, artifact_key, artifact_sha256, attempt FROM tasks")
        found = {row[0]: row[1:] for row in rows}
    assert sorted(found) == sorted(accepted)
    for task_id, (status, key, sha256, attempt) in found.items():
        assert status == "completed", (task_id, found[task_id])
        assert key == f"films/{task_id}/{attempt}.mp4"
        assert hashlib.sha256(asyncio.run(Storage(place).get(key))).hexdigest() == sha256
    kept = [path for path in fleet.folder.rglob("*") if path.is_file() and path.suffix != ".log"]
    assert not [path for path in kept if "scratch" not in path.parts], "a film on a disk that nobody shares"


async def _references(place: str) -> list[str]:
    later = datetime.now(UTC) + timedelta(seconds=5)
    return [key async for batch in Storage(place).older_than("references", later) for key in batch]


@pytest.fixture
def place(seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a prefix of the bucket with nothing in it, which this process can read too."""
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    return seaweed.place()


def test_either_api_serves_what_the_other_accepted(database_url: str, seaweed: Seaweed, place: str) -> None:
    """A task created through one API is rendered by any worker and read and downloaded through the other."""
    with Fleet.running(database_url, seaweed, place) as fleet:
        one, other = fleet.apis
        pairs = [(one.accept("first"), other), (other.accept("second"), one)]
        for task_id, reader in pairs:
            assert reader.finish(task_id)["status"] == "completed"
            film = _downloaded(reader, task_id)
            assert film[4:8] == b"ftyp"
            writer = one if reader is other else other
            assert _downloaded(writer, task_id) == film
            link = reader.result(task_id)["video_url"].removeprefix(reader.url)
            part = writer.ask("GET", link, key=None, headers={"Range": "bytes=4-7"})
            assert (part.status_code, part.content) == (206, b"ftyp")
        _check_invariants(fleet, database_url, place, [task_id for task_id, _ in pairs])


def test_a_reference_goes_through_the_bucket(database_url: str, seaweed: Seaweed, place: str) -> None:
    """An inline reference image that one machine accepted reaches the worker of another, and is dropped."""
    picture = io.BytesIO()
    Image.new("RGB", (720, 1280), "teal").save(picture, "PNG")
    url = "data:image/png;base64," + base64.b64encode(picture.getvalue()).decode()
    with Fleet.running(database_url, seaweed, place) as fleet:
        task_id = fleet.apis[0].accept("with a picture", image_urls=[url])
        assert fleet.apis[1].finish(task_id)["status"] == "completed"
        _check_invariants(fleet, database_url, place, [task_id])
        eventually(lambda: not asyncio.run(_references(place)), what="the end of the reference")


def test_killed_processes_lose_nothing(database_url: str, seaweed: Seaweed, place: str) -> None:
    """Kill -9 of one worker and one API in mid-render: what both accepted completes and is downloadable."""
    with Fleet.running(database_url, seaweed, place) as fleet:
        doomed, survivor = fleet.apis
        tasks = [api.accept(SLOW) for api in (doomed, survivor) for _ in range(2)]
        eventually(lambda: len(fleet.busy_workers()) == 2, what="two renders at once")
        for role in (doomed.role, fleet.workers[0]):
            role.process.kill()
            assert role.process.wait() == -signal.SIGKILL
        for task_id in tasks:
            assert survivor.finish(task_id)["status"] == "completed"
            assert _downloaded(survivor, task_id)[4:8] == b"ftyp"
        _check_invariants(fleet, database_url, place, tasks)
        with psycopg.connect(database_url) as connection:
            attempts = connection.execute("SELECT attempt FROM tasks ORDER BY attempt").fetchall()
        assert attempts == [(1,), (1,), (1,), (2,)], "one of them was begun twice, and no other"
