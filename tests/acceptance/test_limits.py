"""Limits, idempotency and cancelling through HTTP, against a real server."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator

import pytest
from tests.servers import FAKE, Server, eventually, kinema

PRICED = json.dumps(
    {"openAiSora2Plus": {"engine": "fake", "price": 100}, "openAiSora2Pro": {"engine": "fake"}}
)


@pytest.fixture(scope="module")
def priced() -> Iterator[Server]:
    """Give a server on which a second of Plus costs 100 micros, that of a cancelled film too."""
    settings = {**FAKE, "KINEMA_MODELS": PRICED, "KINEMA_CHARGE_CANCELLED": "true"}
    with Server.running(**settings) as server:
        yield server


def _limit(server: Server, tenant: str, *options: str) -> None:
    kinema("tenants", "limit", tenant, *options, "--data-dir", str(server.data_dir))


def _create(server: Server, key: str, prompt: str = "A cat", **more: object) -> tuple[int, dict[str, object]]:
    body = {"model": "openAiSora2Plus", "prompt": prompt}
    answer = server.ask("POST", "/v1/sora/videos", key=key, json=body, **more)
    return answer.status_code, answer.json()


def test_a_used_up_budget_is_402_and_usage_tells_of_it(priced: Server) -> None:
    """A creation past the budget is `insufficient_quota`, and usage shows what was reserved before."""
    key = priced.new_key("budget")
    _limit(priced, "budget", "--micros-per-day", "400")
    assert _create(priced, key)[0] == 200
    status, body = _create(priced, key)
    assert (status, body["error"]["code"]) == (402, "insufficient_quota")  # type: ignore[index]
    told = priced.ask("GET", "/v1/usage", key=key).json()
    assert [(day["micros"], day["seconds"]) for day in told["data"]] == [(400, 4)]
    assert priced.ask("GET", "/v1/usage?days=0", key=key).status_code == 400


def test_the_rendered_seconds_of_a_cancelled_film_can_be_charged(priced: Server) -> None:
    """Where the operator says so, a film that is cancelled early in its render costs its first second."""
    key = priced.new_key("fickle")
    _, made = _create(priced, key, "[sleep=60] nobody wants this")
    path = f"/v1/sora/videos/{made['id']}"
    eventually(lambda: priced.ask("GET", path, key=key).json()["progress"], what="the first per cent")
    priced.ask("POST", f"{path}/cancel", key=key)
    eventually(lambda: priced.ask("GET", path, key=key).json()["status"] == "failed", what="the end")
    (today,) = priced.ask("GET", "/v1/usage", key=key).json()["data"]
    assert (today["micros"], today["seconds"]) == (100, 1)


def test_a_rate_is_429_with_headers(priced: Server) -> None:
    """Past the rate a creation is 429 with Retry-After; before it, the headers count down."""
    key = priced.new_key("rate")
    _limit(priced, "rate", "--creations-per-minute", "2")
    body = {"model": "openAiSora2Plus", "prompt": "A cat"}
    answers = [priced.ask("POST", "/v1/sora/videos", key=key, json=body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [a.headers.get("x-ratelimit-remaining-requests") for a in answers] == ["1", "0", "0"]
    assert [a.headers["x-ratelimit-limit-requests"] for a in answers] == ["2"] * 3
    assert re.fullmatch("30s|29s", answers[0].headers["x-ratelimit-reset-requests"])
    assert all(re.fullmatch("1m0s|5[0-9]s", a.headers["x-ratelimit-reset-requests"]) for a in answers[1:])
    assert 1 <= int(answers[2].headers["retry-after"]) <= 30
    assert answers[2].json()["error"]["code"] == "rate_limit_exceeded"


def test_polls_have_a_rate_of_their_own(priced: Server) -> None:
    """Past its rate a tenant's polls, in either dialect, and reviews are 429; its creations are not."""
    key = priced.new_key("eager")
    _limit(priced, "eager", "--polls-per-minute", "3")
    _, made = _create(priced, key)
    ways = [f"/v1/result/{made['id']}", f"/v1/videos/{made['id']}", "/v1/videos"]
    assert [priced.ask("GET", way, key=key).status_code for way in ways] == [200, 200, 200]
    review = priced.ask("POST", "/v1/prompts/review", key=key, json={"prompt": "A cat"})
    for answer in [*(priced.ask("GET", way, key=key) for way in ways), review]:
        assert answer.status_code == 429
        assert 1 <= int(answer.headers["retry-after"]) <= 21
        assert answer.headers["x-ratelimit-limit-requests"] == "3"
    assert _create(priced, key)[0] == 200


def test_a_key_may_be_for_one_model_for_reading_or_for_a_while(priced: Server) -> None:
    """A key's models, scopes and end are held: 403 names what it may do, and an ended key is 401."""
    priced.new_key("granted")

    def granted(*options: str) -> str:
        made = kinema(
            "keys", "create", "--tenant", "granted", *options, "--json", "--data-dir", str(priced.data_dir)
        )
        return str(json.loads(made.stdout)["key"])

    pro = granted("--model", "openAiSora2Pro")
    status, body = _create(priced, pro)
    assert (status, body["error"]["code"]) == (403, "model_not_allowed")  # type: ignore[index]
    assert "openAiSora2Pro" in body["error"]["message"]  # type: ignore[index]
    reader = granted("--scope", "read")
    status, body = _create(priced, reader)
    assert (status, body["error"]["code"]) == (403, "missing_scope")  # type: ignore[index]
    assert priced.ask("GET", "/v1/usage", key=reader).status_code == 200
    review = priced.ask(
        "POST", "/v1/prompts/review", key=granted("--scope", "write"), json={"prompt": "A cat"}
    )
    assert (review.status_code, review.json()["error"]["code"]) == (403, "missing_scope")
    brief = granted("--expires-days", "0.001")
    assert priced.ask("GET", "/v1/usage", key=brief).status_code == 200
    assert kinema(
        "keys", "create", "--tenant", "granted", "--model", "nonsense", "--data-dir", str(priced.data_dir),
        check=False,
    ).returncode  # fmt: skip


def test_an_idempotency_key_gives_the_first_answer_again(server: Server) -> None:
    """The same key and body answer the same, in another order of fields too; another body is 409."""
    headers = {"Idempotency-Key": "order-1"}
    first = server.ask(
        "POST", "/v1/sora/videos", json={"model": "openAiSora2Plus", "prompt": "A dog"}, headers=headers
    )
    again = server.ask(
        "POST",
        "/kyyReactApiServer/sora/videos",
        json={"prompt": "A dog", "model": "openAiSora2Plus"},
        headers=headers,
    )
    assert (again.status_code, again.json()) == (200, first.json())
    other = server.ask(
        "POST", "/v1/sora/videos", json={"model": "openAiSora2Plus", "prompt": "A cat"}, headers=headers
    )
    assert (other.status_code, other.json()["error"]["code"]) == (409, "idempotency_key_reused")
    assert f"another request within the last 24 hours, which made {first.json()['id']}" in other.text
    odd = server.ask("POST", "/v1/sora/videos", json={}, headers={"Idempotency-Key": "a b"})
    assert (odd.status_code, odd.json()["error"]["param"]) == (400, "Idempotency-Key")


def test_an_idempotency_key_is_for_one_route(server: Server) -> None:
    """A tenant's key that made a film in one dialect is refused in the other, whatever the body, by the name
    of that film; where nothing is created it changes nothing."""
    headers = {"Idempotency-Key": "two-dialects"}
    film = {"model": "sora-2", "prompt": "A dog"}
    first = server.ask("POST", "/v1/videos", json=film, headers=headers).json()["id"]
    for body in (film, {"model": "openAiSora2Plus", "prompt": "A dog"}):
        other = server.ask("POST", "/v1/sora/videos", json=body, headers=headers)
        assert (other.status_code, other.json()["error"]["code"]) == (409, "idempotency_key_reused")
        assert f"which made {first}" in other.text
    for _ in range(2):
        assert server.ask("POST", f"/v1/videos/{first}/cancel", headers=headers).status_code == 200
    assert server.ask("DELETE", f"/v1/videos/{first}", headers=headers).status_code == 200
    assert server.ask("DELETE", f"/v1/videos/{first}", headers=headers).status_code == 404
    assert server.ask("POST", "/v1/videos", json=film, headers=headers).json()["id"] == first


@pytest.mark.parametrize("route", ["/v1/sora/videos", "/v1/result", "/kyyReactApiServer/v1/result"])
def test_a_render_is_cancelled_at_once(server: Server, route: str) -> None:
    """A film that is being rendered ends at once, as failed, with an error that says cancelled."""
    task_id = server.accept("[sleep=30] nobody wants this")
    eventually(lambda: server.result(task_id)["status"] == "processing", what="the render")
    began = time.monotonic()
    assert server.ask("POST", f"{route}/{task_id}/cancel").status_code == 200
    end = server.finish(task_id)
    assert time.monotonic() - began < 10
    assert end["status"] == "failed"
    assert "cancelled" in end["error"]
    assert server.finish(server.accept("the worker is free"))["status"] == "completed"


def test_a_queued_task_is_cancelled_in_the_answer(server: Server) -> None:
    """A task that waits is failed in the answer to the cancel itself; a finished one stays as it is."""
    running = server.accept("[sleep=2] in the way")
    waiting = server.accept("waits")
    answer = server.ask("POST", f"/v1/sora/videos/{waiting}/cancel").json()
    assert (answer["status"], answer["error"]) == ("failed", "The task was cancelled.")
    done = server.finish(running)
    assert server.ask("POST", f"/v1/sora/videos/{running}/cancel").json() == done


def test_a_deleted_task_is_unknown_and_its_link_dead(server: Server) -> None:
    """After DELETE the task is 404 on every route, and its link no longer leads to a film."""
    task_id = server.accept("short-lived")
    link = server.finish(task_id)["video_url"]
    assert server.ask("DELETE", f"/v1/sora/videos/{task_id}").json()["deleted"] is True
    assert server.ask("GET", f"/v1/result/{task_id}").status_code == 404
    assert server.ask("DELETE", f"/v1/sora/videos/{task_id}").status_code == 404
    assert server.ask("POST", f"/v1/result/{task_id}/cancel").status_code == 404
    assert server.ask("GET", link.removeprefix(server.url), key=None).status_code == 403


def test_foreign_tasks_are_404_for_every_verb(server: Server) -> None:
    """Another tenant can neither cancel nor delete: the same 404 as for an unknown id."""
    task_id = server.accept("mine")
    stranger = server.new_key("stranger")
    for method, path in (("POST", "/v1/sora/videos/{}/cancel"), ("DELETE", "/v1/result/{}")):
        theirs = server.ask(method, path.format(task_id), key=stranger)
        unknown = server.ask(method, path.format("sora_" + "0" * 32), key=stranger)
        assert (theirs.status_code, theirs.json()) == (unknown.status_code, unknown.json())
        assert theirs.status_code == 404
    assert server.finish(task_id)["status"] == "completed"
