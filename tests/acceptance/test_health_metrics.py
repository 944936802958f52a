"""What operators see of a server: its health, its figures and its log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from prometheus_client.parser import text_string_to_metric_families
from tests.servers import FAKE, Role, Server, eventually, free_port, kinema


def figures(url: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """Return every sample of /metrics by name and labels."""
    text = httpx2.get(url + "/metrics", trust_env=False).text
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def figure(url: str, name: str, **labels: str) -> float:
    """Return one sample of /metrics, 0 where it is not there."""
    return figures(url).get((name, frozenset(labels.items())), 0)


def lines(server: Server) -> list[dict[str, Any]]:
    """Return the log's structured lines."""
    text = server.log.read_text().splitlines()
    return [json.loads(line) for line in text if line.startswith("{")]


def logged_of(server: Server, request: str) -> dict[str, Any]:
    """Return the line of a request, which is written once its answer is sent."""

    def found() -> dict[str, Any] | None:
        return next((line for line in lines(server) if line.get("request") == request), None)

    return eventually(found, 10, f"the line of {request}")


# Health


def test_a_server_that_works_is_live_and_ready(server: Server) -> None:
    """A server that could make a film is live and ready, and asks nobody for a key to say so."""
    for path in ("/health/live", "/health/ready"):
        answer = server.ask("GET", path, key=None)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.fixture
def alone(database_url: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of a `kinema api` that has a database and no worker."""
    port = free_port()
    environment = {**FAKE, "KINEMA_DATABASE_URL": database_url, "KINEMA_DATA_DIR": str(tmp_path / "data")}
    role = Role(["api", "--port", str(port)], tmp_path / "api.log", environment)
    url = f"http://127.0.0.1:{port}"
    try:
        eventually(lambda: answers(url), what="the API")
        yield url
    finally:
        role.stop()


def answers(url: str) -> bool:
    """Tell whether somebody serves there."""
    try:
        return httpx2.get(url + "/health/live", trust_env=False).status_code == 200
    except httpx2.HTTPError:
        return False


def test_an_api_without_a_worker(alone: str, database_url: str) -> None:
    """Without a worker an API is live and not ready, says what it lacks, and still queues what is asked."""
    answer = httpx2.get(alone + "/health/ready", trust_env=False)
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unavailable",
        "problems": ["No worker is ready with the engine 'fake'."],
    }
    assert int(answer.headers["retry-after"]) >= 1
    kinema("tenants", "create", "acme", KINEMA_DATABASE_URL=database_url)
    key = kinema("keys", "create", "--tenant", "acme", KINEMA_DATABASE_URL=database_url).stdout.strip()
    for number in range(1, 3):
        made = httpx2.post(
            alone + "/v1/sora/videos",
            json={"model": "openAiSora2Plus", "prompt": "A cat"},
            headers={"Authorization": f"Bearer {key}"},
            trust_env=False,
        )
        assert (made.status_code, made.json()["status"]) == (200, "queued")
        assert figure(alone, "kinema_tasks", engine="fake", status="queued") == number


# Figures


def test_requests_are_counted_and_timed(server: Server) -> None:
    """Answers are counted by route, method and status, and timed by route, never by path."""
    route = "/v1/result/{task_id}"
    labels = {"route": route, "method": "GET", "status": "404"}
    before = figure(server.url, "kinema_http_requests_total", **labels)
    for number in range(3):
        server.ask("GET", f"/v1/result/canary{number}")
    assert figure(server.url, "kinema_http_requests_total", **labels) == before + 3
    assert figure(server.url, "kinema_http_request_seconds_count", route=route) >= before + 3
    assert "canary" not in httpx2.get(server.url + "/metrics", trust_env=False).text


def test_unknown_paths_are_one_route(server: Server) -> None:
    """Paths that lead nowhere are counted together: a scanner cannot fill the memory with them."""
    labels = {"route": "none", "method": "GET", "status": "404"}
    before = figure(server.url, "kinema_http_requests_total", **labels)
    for number in range(3):
        server.ask("GET", f"/nowhere/{number}")
    assert figure(server.url, "kinema_http_requests_total", **labels) == before + 3


@pytest.mark.parametrize(("prompt", "outcome"), [("A cat", "completed"), ("[fail]", "failed")])
def test_settled_tasks_are_counted_and_timed(server: Server, prompt: str, outcome: str) -> None:
    """Each task that is over is counted by how it came out, and its seconds are added up."""
    labels = {"engine": "fake", "model": "openAiSora2Plus"}
    counted = ("kinema_tasks_settled_total", {**labels, "outcome": outcome})
    timed = ("kinema_render_seconds_count", labels)
    before = [figure(server.url, name, **with_labels) for name, with_labels in (counted, timed)]
    server.finish(server.accept(prompt))
    for (name, with_labels), least in zip((counted, timed), before, strict=True):
        eventually(
            lambda name=name, labels=with_labels, least=least: figure(server.url, name, **labels) > least
        )


def test_the_queues_depth_is_shown(server: Server) -> None:
    """Tasks that wait or are rendered are counted by engine and status while they are."""
    slow, waiting = server.accept("[sleep=30]"), server.accept()

    def seen() -> bool:
        processing = figure(server.url, "kinema_tasks", engine="fake", status="processing")
        return bool(processing and figure(server.url, "kinema_tasks", engine="fake", status="queued"))

    eventually(seen, 20, "one task in work and one waiting")
    assert server.ask("POST", f"/v1/sora/videos/{slow}/cancel").status_code == 200
    for task in (slow, waiting):
        server.finish(task)


# The log


def test_lines_carry_request_and_task(server: Server) -> None:
    """What is logged of a request has its id, and where it is about a task that task's, in the worker too."""
    made = server.ask(
        "POST",
        "/v1/sora/videos",
        json={"model": "openAiSora2Plus", "prompt": "A cat"},
        headers={"x-request-id": "the-create-call"},
    )
    task = made.json()["id"]
    server.finish(task)
    server.ask("GET", f"/v1/result/{task}", headers={"x-request-id": "the-query"})
    for request, method, path in (
        ("the-create-call", "POST", "/v1/sora/videos"),
        ("the-query", "GET", f"/v1/result/{task}"),
    ):
        line = logged_of(server, request)
        assert (line["event"], line["method"], line["path"], line["status"]) == ("request", method, path, 200)
        assert line["task"] == task
        assert line["milliseconds"] > 0
        assert line["timestamp"].endswith("Z")

    def told() -> set[str]:
        events = {line["event"] for line in lines(server) if line.get("task") == task}
        return events & {"task claimed", "task settled"}

    eventually(lambda: told() == {"task claimed", "task settled"}, 10, "the worker's lines")


def test_one_requests_task_is_not_anothers(server: Server) -> None:
    """A request that is about no task has none in its line, although the connection served one before."""
    task = server.accept()
    with httpx2.Client(trust_env=False, headers={"Authorization": f"Bearer {server.key}"}) as client:
        client.get(f"{server.url}/v1/result/{task}")
        client.get(f"{server.url}/nowhere", headers={"x-request-id": "about-nothing"})
    line = logged_of(server, "about-nothing")
    assert "task" not in line


def test_the_log_holds_no_secret(server: Server) -> None:
    """Neither a key, wherever it was put, nor a link's signature nor a prompt is in log or figures."""
    prompt = "A canary called Zilpzalp"
    done = server.finish(server.accept(prompt))
    link = done["video_url"]
    signature = parse_qs(urlsplit(link).query)["signature"][0]
    httpx2.get(link, trust_env=False)
    httpx2.get(link.replace("signature=", "signature=x"), trust_env=False)
    server.ask("GET", f"/v1/result/x?key={server.key}", key=None, headers={"Cookie": f"key={server.key}"})
    server.ask("GET", "/v1/result/x", key=server.key + "x")
    server.ask("POST", "/v1/sora/videos", json={"model": "x", "prompt": prompt, server.key: 1})
    server.accept("Zilpzalp [fail]")
    text = server.log.read_text() + httpx2.get(server.url + "/metrics", trust_env=False).text
    assert done["id"] in text
    for secret in (server.key, signature, "Zilpzalp"):
        assert secret not in text


def test_every_line_of_ours_is_json(server: Server) -> None:
    """With the JSON format, whatever the API and the worker log is one JSON object a line."""
    server.finish(server.accept())
    plain = [line for line in server.log.read_text().splitlines() if not line.startswith("{")]
    # The database's own lines, and what `serve` says to a person at its start.
    ours = [line for line in plain if re.search(r"kinema\.|Traceback|Error", line)]
    assert not ours
