"""Webhooks through OpenAI's own client and over plain HTTP: a real server, a real receiver."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest
import standardwebhooks
from openai.types.webhooks.webhook_endpoint_with_secret import WebhookEndpointWithSecret
from tests.receiver import Received, Receiver, Reply
from tests.servers import Server, eventually, kill, kinema

PAGE = Path(__file__).parents[2] / "docs" / "webhooks.md"

pytestmark = [
    pytest.mark.usefixtures("tidy"),
    # The client says this of OpenAI's own server.
    pytest.mark.filterwarnings("ignore:The Sora API is scheduled to:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """Give a receiver; each test has paths of its own."""
    with Receiver.running() as running:
        yield running


@pytest.fixture(scope="module")
def server(receiver: Receiver) -> Iterator[Server]:
    """Give a server that may send to the receiver, and tries again soon."""
    with Server.running(
        KINEMA_WEBHOOK_ALLOW=receiver.pair,
        KINEMA_WEBHOOK_RETRIES="0.1",
        KINEMA_WEBHOOK_TIMEOUT="1",
    ) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[openai.OpenAI]:
    """Give a client whose base URL is the server's, and nothing else set."""
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0) as opened:
        yield opened


@pytest.fixture
def tidy(client: openai.OpenAI) -> Iterator[None]:
    """Leave no endpoint behind: every end of a task is told to all of them."""
    yield
    for endpoint in client.webhooks.list():
        client.webhooks.delete(endpoint.id)


def _add(client: openai.OpenAI, url: str, *event_types: Any) -> WebhookEndpointWithSecret:
    return client.webhooks.create(
        url=url, name="mine", event_types=list(event_types) or ["video.completed", "video.failed"]
    )


def _is_signed(received: Received, secret: str) -> bool:
    """Tell whether it is signed with the secret, for OpenAI's client and for the reference implementation."""
    try:
        openai.OpenAI(api_key="k").webhooks.unwrap(received.body, received.headers, secret=secret)
    except openai.InvalidWebhookSignatureError:
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            standardwebhooks.Webhook(secret).verify(received.body, received.headers)
        return False
    standardwebhooks.Webhook(secret).verify(received.body, received.headers)
    return True


def _log(server: Server, endpoint_id: str) -> list[dict[str, Any]]:
    answer = server.ask("GET", f"/v1/webhook_endpoints/{endpoint_id}/deliveries")
    assert answer.status_code == 200, answer.text
    lines: list[dict[str, Any]] = answer.json()["data"]
    return lines


def test_an_end_is_told_and_unwraps(client: openai.OpenAI, server: Server, receiver: Receiver) -> None:
    """A completed and a failed task, of either dialect, arrive as OpenAI's events, signed and logged."""
    endpoint = _add(client, receiver.url("/ends"))
    video = client.videos.create_and_poll(prompt="A cat dancing in the rain")
    failed = server.accept("[fail]")
    told = {}
    for received in receiver.wait_for("/ends", 2):
        event = client.webhooks.unwrap(received.body, received.headers, secret=endpoint.signing_secret)
        assert (event.object, event.id) == ("event", received.id)
        assert abs(event.created_at - time.time()) < 60
        assert received.headers["content-type"] == "application/json"
        told[event.data.id] = (event.type, received.id)  # type: ignore[union-attr]
    assert {task: kind for task, (kind, _) in told.items()} == {
        video.id: "video.completed",
        failed: "video.failed",
    }
    assert not _is_signed(received, "whsec_" + base64.b64encode(b"x" * 32).decode())
    lines = eventually(
        lambda: lines if all((lines := _log(server, endpoint.id))[i]["attempts"] for i in (0, 1)) else None
    )
    assert [(line["data"]["id"], line["id"], line["status"]) for line in lines] == [
        (failed, told[failed][1], "delivered"),
        (video.id, told[video.id][1], "delivered"),
    ]
    ((attempt,),) = [line["attempts"] for line in lines[:1]]
    assert (attempt["status_code"], attempt["error"]) == (204, None)
    assert 'kinema_webhooks_total{outcome="delivered"} 2' in server.ask("GET", "/metrics").text


@pytest.mark.parametrize("snippet", re.findall(r"^```python\n(.*?)^```", PAGE.read_text(), re.M | re.S))
def test_the_documented_verification_works(
    client: openai.OpenAI, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, snippet: str
) -> None:
    """What the page shows, as it is written, takes a webhook for what it is and refuses a changed one."""
    endpoint = _add(client, receiver.url("/documented"))
    client.webhooks.test(endpoint.id, event_type="video.completed")
    received = receiver.at("/documented")[-1]
    monkeypatch.setenv("WEBHOOK_SECRET", endpoint.signing_secret)
    shown: dict[str, Any] = {}
    exec(snippet, shown)  # noqa: S102 (our own page)
    kind, task_id = shown["event_of"](received.body, received.headers)
    assert (kind, task_id[:6]) == ("video.completed", "video_")
    with pytest.raises((openai.InvalidWebhookSignatureError, standardwebhooks.WebhookVerificationError)):
        shown["event_of"](received.body + b" ", received.headers)


def test_a_cancelled_task_is_a_failure_unless_asked_for(
    client: openai.OpenAI, server: Server, receiver: Receiver
) -> None:
    """Who asks for cancellations hears of one; who knows OpenAI's events alone hears what a poll says."""
    _add(client, receiver.url("/plain"))
    _add(client, receiver.url("/cancelled"), "video.failed", "video.cancelled")
    task_id = server.accept("[sleep=30] nobody wants this")
    server.ask("POST", f"/v1/result/{task_id}/cancel")
    for path, kind in (("/plain", "video.failed"), ("/cancelled", "video.cancelled")):
        (received,) = receiver.wait_for(path)
        event = json.loads(received.body)
        assert (event["type"], event["data"]) == (kind, {"id": task_id})


def test_both_secrets_sign_for_a_day_where_that_is_asked(
    client: openai.OpenAI, server: Server, receiver: Receiver
) -> None:
    """After a rotation that keeps the old secret both verify; after one that does not, the new one alone."""
    first = _add(client, receiver.url("/rotated"))
    second = client.webhooks.rotate_secret(first.id, keep_old_secret_active_for_24_hours=True)
    assert second.signing_secret != first.signing_secret
    client.webhooks.test(first.id, event_type="video.completed")
    third = client.webhooks.rotate_secret(first.id)
    client.webhooks.test(first.id, event_type="video.completed")
    both, alone = receiver.at("/rotated")
    secrets = [endpoint.signing_secret for endpoint in (first, second, third)]
    assert [_is_signed(both, secret) for secret in secrets] == [True, True, False]
    assert [_is_signed(alone, secret) for secret in secrets] == [False, False, True]
    log = server.log.read_text()
    for secret in secrets:
        raw = base64.b64decode(secret.removeprefix("whsec_"))
        assert secret.removeprefix("whsec_") not in log
        assert raw.hex() not in log


def test_an_endpoint_is_managed_with_openais_client(client: openai.OpenAI, receiver: Receiver) -> None:
    """Create, list in pages, retrieve, update, delete: a secret is shown once, then a hint of it alone."""
    made = [_add(client, receiver.url(f"/managed-{number}")) for number in range(3)]
    assert made[0].signing_secret.startswith("whsec_")
    assert made[0].signing_secret_hint
    assert made[0].signing_secret.endswith(made[0].signing_secret_hint[-5:])
    listed = list(client.webhooks.list(limit=2))
    assert [endpoint.id for endpoint in listed] == [endpoint.id for endpoint in reversed(made)]
    found = client.webhooks.retrieve(made[1].id)
    assert (found.name, found.url, found.event_types) == (
        "mine",
        receiver.url("/managed-1"),
        ["video.completed", "video.failed"],
    )
    assert "signing_secret" not in found.model_dump()
    changed = client.webhooks.update(made[1].id, name="yours", event_types=["video.failed"])
    assert (changed.name, changed.url, changed.event_types) == ("yours", found.url, ["video.failed"])
    assert client.webhooks.retrieve(made[1].id) == changed
    deleted = client.webhooks.delete(made[1].id)
    assert (deleted.id, deleted.object, deleted.deleted) == (made[1].id, "webhook_endpoint.deleted", True)
    with pytest.raises(openai.NotFoundError):
        client.webhooks.retrieve(made[1].id)
    assert {client.webhooks.delete(one.id).id for one in client.webhooks.list(limit=1)} == {
        made[0].id,
        made[2].id,
    }
    assert client.webhooks.event_types.list().data == ["video.completed", "video.failed", "video.cancelled"]


def test_an_idempotency_key_adds_one_endpoint(server: Server, receiver: Receiver) -> None:
    """Parallel requests add one endpoint and all show its secret; another body is 409, and so is the same
    once the endpoint is deleted; none of it keeps the tenant."""
    key = server.new_key("careful")

    def add(path: str) -> httpx2.Response:
        return server.ask(
            "POST",
            "/v1/webhook_endpoints",
            json={"url": receiver.url(path)},
            key=key,
            headers={"Idempotency-Key": "hook-1"},
        )

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(add, ["/once"] * 4))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    made = answers[0].json()
    assert made["signing_secret"].startswith("whsec_")
    listed = server.ask("GET", "/v1/webhook_endpoints", key=key).json()["data"]
    assert [endpoint["id"] for endpoint in listed] == [made["id"]]
    assert add("/twice").json()["error"]["code"] == "idempotency_key_reused"
    assert server.ask("DELETE", f"/v1/webhook_endpoints/{made['id']}", key=key).status_code == 200
    gone = add("/once")
    assert (gone.status_code, gone.json()["error"]["code"]) == (409, "idempotency_key_reused")
    operator = server.new_key("overseer", "admin")
    assert server.ask("DELETE", "/v1/admin/tenants/careful", key=operator).status_code == 200


def test_a_test_tells_what_came_back(client: openai.OpenAI, receiver: Receiver) -> None:
    """A sample event is sent at once and its answer told, whatever it is; no answer in time is an error."""
    receiver.replies["/teapot"] = [Reply(418)]
    receiver.replies["/asleep"] = [Reply(delay=5)]
    teapot = _add(client, receiver.url("/teapot"))
    result = client.webhooks.test(teapot.id, event_type="video.failed")
    assert (result.object, result.status_code, result.success) == ("webhook_endpoint.test", 418, True)
    (received,) = receiver.at("/teapot")
    assert _is_signed(received, teapot.signing_secret)
    assert json.loads(received.body)["type"] == "video.failed"
    asleep = _add(client, receiver.url("/asleep"))
    with pytest.raises(openai.BadRequestError) as refused:
        client.webhooks.test(asleep.id, event_type="video.completed")
    assert refused.value.code == "unreachable"


def test_tests_are_few(server: Server, receiver: Receiver) -> None:
    """A tenant tests its endpoints ten times a minute: one more is 429, with when to come back, and sends
    nothing; another tenant's are its own."""
    keys = [server.new_key(tenant) for tenant in ("eager", "patient")]
    eager, patient = [
        server.ask("POST", "/v1/webhook_endpoints", json={"url": receiver.url("/tested")}, key=key).json()[
            "id"
        ]
        for key in keys
    ]

    def test(endpoint_id: str, key: str) -> httpx2.Response:
        body = {"event_type": "video.completed"}
        return server.ask("POST", f"/v1/webhook_endpoints/{endpoint_id}/test", json=body, key=key)

    answers = [test(eager, keys[0]) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    refused = answers[-1]
    assert refused.json()["error"]["code"] == "rate_limit_exceeded"
    assert 1 <= int(refused.headers["retry-after"]) <= 6
    assert refused.headers["x-ratelimit-limit-requests"] == "10"
    assert refused.headers["x-ratelimit-remaining-requests"] == "0"
    assert len(receiver.at("/tested")) == 10
    assert test(patient, keys[1]).status_code == 200


def test_a_webhook_is_sent_again_on_demand(client: openai.OpenAI, server: Server, receiver: Receiver) -> None:
    """What was given up is sent again under its id when that is asked for, and the log tells both."""
    receiver.replies["/again"] = [Reply(500)] * 2 + [Reply(200)]
    endpoint = _add(client, receiver.url("/again"))
    server.finish(server.accept())
    (line,) = eventually(
        lambda: lines if (lines := _log(server, endpoint.id)) and lines[0]["status"] == "failed" else None
    )
    assert [attempt["status_code"] for attempt in line["attempts"]] == [500] * 2
    path = f"/v1/webhook_endpoints/{endpoint.id}/deliveries"
    again = server.ask("POST", f"{path}/{line['id']}/redeliver")
    assert (again.status_code, again.json()["status"], again.json()["object"]) == (
        200,
        "pending",
        "webhook_delivery",
    )
    (line,) = eventually(
        lambda: lines if (lines := _log(server, endpoint.id))[0]["status"] == "delivered" else None
    )
    assert [attempt["status_code"] for attempt in line["attempts"]] == [500, 500, 200]
    assert {received.id for received in receiver.at("/again")} == {line["id"]}
    assert server.ask("GET", f"{path}?after={line['id']}").json()["data"] == []
    assert server.ask("GET", f"{path}?limit=101").json()["error"]["param"] == "limit"
    assert server.ask("GET", f"{path}?after=evt_{'f' * 32}").json()["data"] == [line]
    assert server.ask("GET", f"{path}?after=evt_x").json()["error"]["param"] == "after"
    assert server.ask("POST", f"{path}/evt_{'0' * 32}/redeliver").status_code == 404


def test_a_worker_killed_while_it_sends_loses_nothing(
    client: openai.OpenAI, server: Server, receiver: Receiver
) -> None:
    """After kill -9 in mid-delivery the webhook is sent again by whoever comes next, under the same id."""
    receiver.replies["/killed"] = [Reply(delay=5), Reply(200)]
    endpoint = _add(client, receiver.url("/killed"))
    task_id = server.accept()
    receiver.wait_for("/killed")
    kill(server.role.children("kinema worker"))
    first, second = receiver.wait_for("/killed", 2)
    assert first.id == second.id
    assert json.loads(second.body)["data"] == {"id": task_id}
    assert _is_signed(second, endpoint.signing_secret)
    eventually(lambda: _log(server, endpoint.id)[0]["status"] == "delivered", what="the settlement")
    server.wait_until_ready()


BAD: list[tuple[Any, str, str]] = [
    ({}, "url", "missing_field"),
    ({"url": 7}, "url", "invalid_url"),
    ({"url": "ftp://example.com/"}, "url", "invalid_url"),
    ({"url": "http://127.0.0.1/"}, "url", "invalid_url"),
    ({"url": "http://169.254.169.254/latest/meta-data/"}, "url", "invalid_url"),
    ({"url": "http://localhost:8000/"}, "url", "invalid_url"),
    ({"url": "https://hooks.internal/"}, "url", "invalid_url"),
    ({"url": "https://example.com:8443/"}, "url", "invalid_url"),
    ({"url": "https://user:secret@example.com/"}, "url", "invalid_url"),
    ({"url": "https://example.com/" + "x" * 9000}, "url", "invalid_url"),
    ({"url": "https://example.com/", "name": "x" * 101}, "name", "invalid_value"),
    ({"url": "https://example.com/", "name": "a\0b"}, "name", "invalid_value"),
    ({"url": "https://example.com/", "event_types": "video.completed"}, "event_types", "invalid_type"),
    ({"url": "https://example.com/", "event_types": []}, "event_types", "invalid_value"),
    ({"url": "https://example.com/", "event_types": ["batch.completed"]}, "event_types", "unsupported_value"),
    ({"url": "https://example.com/", "event_types": [["video.failed"]]}, "event_types", "unsupported_value"),
    ({"url": "https://example.com/", "enabled": True}, "enabled", "unknown_field"),
]


@pytest.mark.parametrize(("body", "param", "code"), BAD)
def test_a_bent_endpoint_is_refused(server: Server, body: dict[str, Any], param: str, code: str) -> None:
    """A field that is wrong is named, and a private address is refused before anything is sent."""
    answer = server.ask("POST", "/v1/webhook_endpoints", json=body)
    assert (answer.status_code, answer.json()["error"]["param"], answer.json()["error"]["code"]) == (
        400,
        param,
        code,
    )


def test_an_endpoint_is_its_tenants_and_a_readers_to_look_at(
    client: openai.OpenAI, server: Server, receiver: Receiver
) -> None:
    """Another tenant gets the 404 of an unknown id on every route, a read-only key 403 where that writes."""
    endpoint = _add(client, receiver.url("/private"))
    server.finish(server.accept())
    receiver.wait_for("/private")
    delivery = _log(server, endpoint.id)[0]["id"]
    unknown = f"wh_{'0' * 32}"
    stranger = server.new_key("stranger")
    made = kinema(
        "keys",
        "create",
        "--tenant",
        "operator",
        "--scope",
        "read",
        "--json",
        "--data-dir",
        str(server.data_dir),
    )
    reader = json.loads(made.stdout)["key"]
    routes = [
        ("GET", "", {}),
        ("POST", "", {"json": {"name": "theirs"}}),
        ("POST", "/rotate_secret", {}),
        ("POST", "/test", {"json": {"event_type": "video.failed"}}),
        ("GET", "/deliveries", {}),
        ("POST", f"/deliveries/{delivery}/redeliver", {}),
        ("DELETE", "", {}),
    ]
    for method, path, more in routes:
        theirs = server.ask(method, f"/v1/webhook_endpoints/{endpoint.id}{path}", key=stranger, **more)
        nobodys = server.ask(method, f"/v1/webhook_endpoints/{unknown}{path}", **more)
        assert (theirs.status_code, theirs.json()) == (nobodys.status_code, nobodys.json())
        assert theirs.status_code == 404
        reading = server.ask(method, f"/v1/webhook_endpoints/{endpoint.id}{path}", key=reader, **more)
        assert reading.status_code == (200 if method == "GET" else 403)
    assert server.ask("GET", "/v1/webhook_endpoints", key=stranger).json()["data"] == []
    assert server.ask("GET", "/v1/webhook_endpoints/%00").status_code == 404
    assert client.webhooks.retrieve(endpoint.id).name == "mine"
