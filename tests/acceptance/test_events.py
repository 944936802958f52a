"""Event streams of a real server: what is told, when, to whom, and how a stream is taken up again."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.servers import FAKE, Role, Server, eventually, free_port

from kinema.client import Client, ClientError

SLOW = "[sleep=1.5] a film that takes its time"
SETTINGS = {
    "KINEMA_HEARTBEAT_SECONDS": "0.4",
    "KINEMA_MAX_STREAMS_PER_TENANT": "4",
    "KINEMA_SLOTS": '{"fake": 2}',
}


@dataclass
class Frame:
    """One block of a stream, as a browser reads it: `data` None where there is none."""

    id: str | None = None
    event: str | None = None
    data: Any = None
    is_comment: bool = False


def _frames(answer: httpx2.Response) -> Iterator[Frame]:
    frame = Frame()
    for line in answer.iter_lines():
        name, _, value = line.partition(": ")
        match name:
            case "":
                yield frame
                frame = Frame()
            case "id":
                frame.id = value
            case "event":
                frame.event = value
            case "data":
                frame.data = json.loads(value)
            case ":":
                frame.is_comment = True
            case _:
                assert line == "retry: 2000"


@contextmanager
def _stream(
    server: Server, path: str, *, key: str | None = None, last: str | None = None, port: int | None = None
) -> Iterator[tuple[httpx2.Response, Iterator[Frame]]]:
    headers = {"Authorization": f"Bearer {key or server.key}"}
    if last is not None:
        headers["Last-Event-ID"] = last
    url = f"http://127.0.0.1:{port or server.port}{path}"
    with (
        httpx2.Client(trust_env=False, timeout=20) as client,
        client.stream("GET", url, headers=headers) as answer,
    ):
        assert answer.status_code == 200, answer.read()
        yield answer, _frames(answer)


def _next(frames: Iterator[Frame], count: int) -> list[Frame]:
    """Return the next so many frames with an event other than progress."""
    return list(islice((frame for frame in frames if frame.event not in (None, "task.progress")), count))


def _name(frame: Frame) -> tuple[str, str | None]:
    return frame.data["id"], frame.event


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server with quick heartbeats and few streams for a tenant."""
    with Server.running(**SETTINGS) as running:
        yield running


@contextmanager
def _second_api(server: Server, folder: Path, port: int | None = None) -> Iterator[tuple[Role, int]]:
    """Lend another API process on the server's database."""
    port = port or free_port()
    words = ["api", "--port", str(port), "--data-dir", str(server.data_dir)]
    environment = {**FAKE, **SETTINGS, "KINEMA_DATABASE_URL": server.database_url}
    role = Role(words, folder / "api.log", environment)
    try:
        eventually(lambda: _is_up(port), what="the second API")
        yield role, port
    finally:
        role.stop()


def _is_up(port: int) -> bool:
    try:
        answer = httpx2.get(f"http://127.0.0.1:{port}/health/live", trust_env=False, timeout=5)
    except httpx2.HTTPError:
        return False
    return answer.status_code == 200


def test_a_task_is_told_from_queued_to_completed(server: Server) -> None:
    """A task's stream tells each status once, progress on the way, the link last, and then ends."""
    task_id = server.accept(SLOW)
    with _stream(server, f"/v1/result/{task_id}/events") as (answer, frames):
        told = list(frames)
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-accel-buffering"] == "no"
    assert told[0].event is None
    assert told[0].id is not None
    named = [frame for frame in told if frame.event]
    statuses = [frame.event for frame in named if frame.event != "task.progress"]
    assert statuses in (
        ["task.queued", "task.processing", "task.completed"],
        ["task.processing", "task.completed"],  # it had begun by then
    )
    progress = [frame for frame in named if frame.event == "task.progress"]
    assert 2 <= len(progress) <= 8  # 1.5 s, four times a second at the most
    assert all(frame.id is None and 0 < frame.data["progress"] < 100 for frame in progress)
    assert named[-1].data == server.result(task_id) | {"video_url": named[-1].data["video_url"]}
    link = named[-1].data["video_url"].removeprefix(server.url)
    assert server.ask("GET", link, key=None).content[4:8] == b"ftyp"


@pytest.mark.parametrize("path", ["/v1/result/{}/events", "/kyyReactApiServer/v1/sora/videos/{}/events"])
def test_a_task_that_is_over_is_told_at_once(server: Server, path: str) -> None:
    """Its stream is its last event; whoever has had that is told with 204 that nothing more comes."""
    task_id = server.accept("[fail] please")
    server.finish(task_id)
    began = time.monotonic()
    with _stream(server, path.format(task_id)) as (_, frames):
        [last] = list(frames)
    assert time.monotonic() - began < 10
    assert (last.event, last.data) == ("task.failed", server.result(task_id))
    again = server.ask("GET", path.format(task_id), headers={"Last-Event-ID": last.id})
    assert again.status_code == 204


def test_streams_resume_across_processes(server: Server, tmp_path: Path) -> None:
    """Kill -9 of one API in mid-stream: with the last id the other goes on, missing and repeating nothing."""
    with (
        _second_api(server, tmp_path) as (role, port),
        _stream(server, "/v1/events") as (_, control),
        _stream(server, "/v1/events", port=port) as (_, frames),
    ):
        start = next(frames).id
        tasks = [server.accept(f"[sleep=0.3] number {number}") for number in range(4)]
        first = _next(frames, 4)
        role.process.kill()
        assert role.process.wait() == -signal.SIGKILL
        tasks += [server.accept(f"number {number}") for number in range(3)]
        for task_id in tasks:
            server.finish(task_id)
        with _stream(server, "/v1/events", last=first[-1].id) as (_, resumed):
            rest = _next(resumed, 3 * len(tasks) - 4)
        whole = _next(control, 3 * len(tasks))
    assert [(frame.id, *_name(frame)) for frame in first + rest] == [
        (frame.id, *_name(frame)) for frame in whole
    ]
    assert sorted(map(_name, whole)) == sorted(
        (task_id, event)
        for task_id in tasks
        for event in ("task.queued", "task.processing", "task.completed")
    )
    with _stream(server, f"/v1/events?last_event_id={start}") as (_, frames):
        assert [(frame.id, *_name(frame)) for frame in _next(frames, len(whole))] == [
            (frame.id, *_name(frame)) for frame in whole
        ]


def test_a_quiet_stream_shows_signs_of_life(server: Server) -> None:
    """Comments come at the set pace, with the id to resume from, and are no events."""
    with _stream(server, "/v1/events") as (_, frames):
        began = time.monotonic()
        beats = list(islice((frame for frame in frames if frame.is_comment), 3))
        passed = time.monotonic() - began
    assert 0.8 < passed < 4
    assert all(beat.event is None and beat.data is None and beat.id is not None for beat in beats)


def test_an_id_that_was_never_given_resets(server: Server) -> None:
    """A stream that cannot be resumed says so first, and goes on from now."""
    with _stream(server, "/v1/events", last="999999999999") as (_, frames):
        [reset] = _next(frames, 1)
        task_id = server.accept()
        assert _name(_next(frames, 3)[-1]) == (task_id, "task.completed")
    assert reset.event == "reset"
    assert reset.data["code"] == "events_forgotten"
    with _stream(server, f"/v1/result/{task_id}/events", last="999999999999") as (_, frames):
        assert [frame.event for frame in frames] == ["task.completed"]


@pytest.mark.parametrize("given", ["", "abc", "-1", "1.5", "٣", "9" * 19])
@pytest.mark.parametrize("where", ["Last-Event-ID", "last_event_id"])
def test_what_is_no_id_is_refused(server: Server, given: str, where: str) -> None:
    """A malformed id is a 400 that names it, whichever way it came."""
    headers = {where: given.encode()} if where == "Last-Event-ID" else {}
    parameters = {where: given} if where == "last_event_id" else {}
    answer = server.ask("GET", "/v1/events", headers=headers, params=parameters)
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == where


def test_a_tenant_hears_of_its_own_tasks_alone(server: Server) -> None:
    """Another tenant's stream stays silent, and its tasks' streams are the same 404 as unknown ones."""
    other = server.new_key("other")
    with _stream(server, "/v1/events", key=other) as (_, frames):
        foreign = server.accept()
        server.finish(foreign)
        own = server.ask(
            "POST", "/v1/sora/videos", key=other, json={"model": "openAiSora2Plus", "prompt": "mine"}
        ).json()["id"]
        assert [_name(frame)[0] for frame in _next(frames, 3)] == [own] * 3
    answers = [
        server.ask("GET", f"/v1/result/{task_id}/events", key=other)
        for task_id in (foreign, "sora_" + "0" * 32, "nonsense")
    ]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert len({answer.json()["error"]["message"] for answer in answers}) == 1
    assert server.ask("GET", "/v1/events", key=None).status_code == 401


def test_streams_are_limited(server: Server) -> None:
    """One stream too many of a tenant is a 429 with Retry-After; a place that is left is free at once."""
    with _stream(server, "/v1/events"), _stream(server, "/v1/events"), _stream(server, "/v1/events"):
        with _stream(server, "/v1/events"):
            refused = server.ask("GET", "/v1/events")
            assert (refused.status_code, refused.headers["retry-after"]) == (429, "5")
            assert "4 event streams" in refused.json()["error"]["message"]
        eventually(lambda: _is_open(server), what="a free place")


def _is_open(server: Server) -> bool:
    with (
        httpx2.Client(trust_env=False, timeout=20) as client,
        client.stream(
            "GET", f"{server.url}/v1/events", headers={"Authorization": f"Bearer {server.key}"}
        ) as answer,
    ):
        return answer.status_code == 200


def test_a_stopping_server_ends_its_streams(server: Server, tmp_path: Path) -> None:
    """SIGTERM ends every stream in order and the process within seconds."""
    with (
        _second_api(server, tmp_path) as (role, port),
        _stream(server, "/v1/events", port=port) as (_, frames),
    ):
        next(frames)
        began = time.monotonic()
        role.signal(signal.SIGTERM)
        assert not [frame for frame in frames if frame.event]
        role.process.wait(20)
        assert time.monotonic() - began < 5


def test_the_client_follows_through_a_restart(server: Server, tmp_path: Path) -> None:
    """The Python client takes a stream up again where the server broke it off, and ends with the task."""
    with _second_api(server, tmp_path) as (role, port):
        task_id = server.accept("[sleep=2] a film that outlives a server")
        with Client(f"http://127.0.0.1:{port}", server.key) as client:
            told = client.events(task_id)
            found = [next(told)]
            role.process.kill()
            role.process.wait()
            with _second_api(server, tmp_path, port=port):
                found += told
    statuses = [event.type for event in found if event.type != "task.progress"]
    assert statuses == ["task.queued", "task.processing", "task.completed"][-len(statuses) :]
    assert len(statuses) >= 2
    assert found[-1].data["video_url"]
    with Client(server.url, server.key) as client, pytest.raises(ClientError, match="no task") as refused:
        next(client.events("sora_" + "0" * 32))
    assert refused.value.status == 404
