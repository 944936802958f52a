"""The operator's routes, `/v1/admin/…`, and the commands that do the same, on a real server."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from tests.servers import Server, eventually, kinema

Ask = Callable[..., httpx2.Response]


@pytest.fixture(scope="module")
def admin_key(server: Server) -> str:
    """Give a key that may administer, and nothing else."""
    return str(
        _command(server, "keys", "create", "--tenant", "operator", "--scope", "admin", "--json")["key"]
    )


@pytest.fixture
def ask(server: Server, admin_key: str) -> Ask:
    """Give a function that asks an operator's route, with the operator's key unless another is given."""

    def ask_one(
        method: str, path: str, body: Any = None, *, key: str = admin_key, once: str = ""
    ) -> httpx2.Response:
        more = {} if body is None else {"json": body}
        headers = {"Idempotency-Key": once} if once else {}
        return server.ask(method, f"/v1/admin/{path}", key=key, headers=headers, **more)

    return ask_one


def _command(server: Server, *words: str) -> Any:
    return json.loads(kinema(*words, "--data-dir", str(server.data_dir)).stdout)


def _error(answer: httpx2.Response) -> tuple[int, str | None, str]:
    error = answer.json()["error"]
    return answer.status_code, error["param"], error["code"]


def test_only_a_key_with_the_scope_opens_them(server: Server, ask: Ask, admin_key: str) -> None:
    """Any other key is 403 in the envelope, the first one too; none is 401; `admin` alone makes no film."""
    routes = [
        *(("GET", path) for path in ("tenants", "tenants/x", "tenants/x/usage", "keys", "models")),
        *(("POST", path) for path in ("tenants", "keys", "keys/x/revoke")),
        *((method, "tenants/operator") for method in ("PATCH", "DELETE")),
    ]
    for method, path in routes:
        assert _error(ask(method, path, key=server.key)) == (403, None, "missing_scope"), path
    assert server.ask("GET", "/v1/admin/tenants", key=None).status_code == 401
    assert server.ask("GET", "/kyyReactApiServer/v1/admin/tenants", key=admin_key).status_code == 200
    body = {"model": "openAiSora2Plus", "prompt": "A cat"}
    made = server.ask("POST", "/v1/sora/videos", key=admin_key, json=body)
    assert _error(made) == (403, None, "missing_scope")


def test_a_tenant_from_beginning_to_end(server: Server, ask: Ask) -> None:
    """A tenant is made with limits, shown by route and command, changed in part, deleted with its key."""
    made = ask("POST", "tenants", {"name": "op-one", "limits": {"max_queued": 7, "weight": 3}})
    assert made.status_code == 200, made.text
    tenant = made.json()
    assert (tenant["object"], tenant["name"], tenant["suspended_at"]) == ("tenant", "op-one", None)
    assert abs(tenant["created_at"] - time.time()) < 60
    assert {name: value for name, value in tenant["limits"].items() if value} == {
        "max_queued": 7,
        "weight": 3,
    }
    key = ask("POST", "keys", {"tenant": "op-one"}).json()["key"]
    changed = ask("PATCH", "tenants/op-one", {"limits": {"max_queued": None, "micros_per_day": 0}}).json()
    assert (changed["limits"]["max_queued"], changed["limits"]["micros_per_day"]) == (None, 0)
    assert (changed["limits"]["weight"], changed["keys"]) == (3, 1)
    assert ask("GET", "tenants/op-one").json() == changed
    shown = _command(server, "tenants", "show", "op-one")
    assert (shown["id"], shown["limits"]) == (tenant["id"], changed["limits"])
    limited = _command(server, "tenants", "limit", "op-one", "--max-running", "2", "--micros-per-day", "none")
    assert (limited["limits"]["max_running"], limited["limits"]["micros_per_day"]) == (2, None)
    assert ask("DELETE", "tenants/op-one").json()["deleted"] is True
    assert server.ask("GET", "/v1/usage", key=key).status_code == 401
    assert ask("GET", "tenants/op-one").status_code == 404
    assert ask("DELETE", "tenants/op-one").status_code == 404


def test_an_idempotency_key_makes_one_tenant_and_one_key(server: Server, ask: Ask) -> None:
    """Parallel requests make one, log one, and answer the same, a key's with its secret, which opens and is
    kept nowhere; another body is 409, and so is another API key, which the secret is not for."""

    def at_once(path: str, body: dict[str, Any], once: str) -> dict[str, Any]:
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: ask("POST", path, body, once=once), range(4)))
        assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
        made: dict[str, Any] = answers[0].json()
        return made

    tenant = at_once("tenants", {"name": "op-once", "limits": {"weight": 2}}, "op-tenant")
    assert (tenant["name"], tenant["limits"]["weight"]) == ("op-once", 2)
    assert (
        _error(ask("POST", "tenants", {"name": "op-twice"}, once="op-tenant"))[2] == "idempotency_key_reused"
    )
    made = at_once("keys", {"tenant": "op-once"}, "op-key")
    assert server.ask("GET", "/v1/usage", key=made["key"]).status_code == 200
    assert [key["id"] for key in ask("GET", "keys?tenant=op-once").json()["data"]] == [made["id"]]
    log = server.log.read_text()
    assert (log.count(f'"key": "{made["id"]}"'), log.count(made["key"])) == (1, 0)
    rival = _command(server, "keys", "create", "--tenant", "operator", "--scope", "admin", "--json")["key"]
    other = ask("POST", "keys", {"tenant": "op-once"}, once="op-key", key=rival)
    assert _error(other) == (409, None, "idempotency_key_reused")
    assert made["id"] in other.text
    assert _error(ask("POST", "keys", {"tenant": "operator"}, once="op-key"))[2] == "idempotency_key_reused"
    assert ask("POST", f"keys/{made['id']}/revoke", once="op-key").status_code == 200
    assert ask("DELETE", "tenants/op-once", once="op-key").status_code == 200
    gone = ask("POST", "tenants", {"name": "op-once", "limits": {"weight": 2}}, once="op-tenant")
    assert _error(gone) == (409, None, "idempotency_key_reused")
    gone = ask("POST", "keys", {"tenant": "op-once"}, once="op-key")
    assert _error(gone) == (409, None, "idempotency_key_reused")


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", "tenants", {}, (400, "name", "missing_field")),
        ("POST", "tenants", {"name": 1}, (400, "name", "invalid_type")),
        ("POST", "tenants", {"name": "a b"}, (400, "name", "invalid_value")),
        ("POST", "tenants", {"name": "operator"}, (400, "name", "invalid_value")),
        ("POST", "tenants", {"name": "op-x", "limit": {}}, (400, "limit", "unknown_field")),
        ("POST", "tenants", {"name": "op-x", "limits": []}, (400, "limits", "invalid_type")),
        ("POST", "tenants", {"name": "op-x", "limits": {"max": 1}}, (400, "limits", "unknown_field")),
        ("PATCH", "tenants/x", {"limits": {"weight": None}}, (400, "limits.weight", "invalid_value")),
        ("PATCH", "tenants/x", {"limits": {"weight": True}}, (400, "limits.weight", "invalid_value")),
        ("PATCH", "tenants/x", {"limits": {"max_running": 0}}, (400, "limits.max_running", "invalid_value")),
        ("PATCH", "tenants/x", {"limits": {"max_queued": 1e3}}, (400, "limits.max_queued", "invalid_value")),
        ("PATCH", "tenants/operator", {"suspended": 1}, (400, "suspended", "invalid_type")),
        ("PATCH", "tenants/operator", {"suspended": True}, (409, None, "own_tenant")),
        ("DELETE", "tenants/operator", None, (409, None, "own_tenant")),
        ("PATCH", "tenants/nobody", {"limits": {}}, (404, None, "not_found")),
        ("GET", "tenants/a%00b", None, (404, None, "not_found")),
        ("GET", "tenants?limit=0", None, (400, "limit", "invalid_value")),
        ("GET", "tenants?after=%00", None, (400, "after", "invalid_value")),
        ("GET", "tenants/operator/usage?by=hour", None, (400, "by", "unsupported_value")),
        ("GET", "tenants/operator/usage?from=2026-13-01", None, (400, "from", "invalid_value")),
        ("GET", "tenants/operator/usage?to=1-1-1", None, (400, "to", "invalid_value")),
        ("GET", "tenants/operator/usage?from=2025-01-01&to=2026-01-02", None, (400, "from", "invalid_value")),
        ("GET", "tenants/operator/usage?from=2026-01-02&to=2026-01-01", None, (400, "from", "invalid_value")),
        ("POST", "keys", {"tenant": "nobody"}, (404, "tenant", "not_found")),
        ("POST", "keys", {"tenant": "operator", "models": ["x"]}, (400, "models", "unsupported_value")),
        ("POST", "keys", {"tenant": "operator", "models": []}, (400, "models", "invalid_type")),
        ("POST", "keys", {"tenant": "operator", "scopes": ["root"]}, (400, "scopes", "unsupported_value")),
        ("POST", "keys", {"tenant": "operator", "scopes": "read"}, (400, "scopes", "invalid_type")),
        ("POST", "keys", {"tenant": "operator", "expires_at": 1}, (400, "expires_at", "invalid_value")),
        ("POST", "keys", {"tenant": "operator", "expires_at": "x"}, (400, "expires_at", "invalid_type")),
        ("GET", "keys?after=x", None, (400, "after", "invalid_value")),
        ("GET", "keys?after=00000000-0000-0000-0000-000000000000", None, (400, "after", "invalid_value")),
        ("GET", "keys?tenant=nobody", None, (404, None, "not_found")),
        ("POST", "keys/x/revoke", None, (404, None, "not_found")),
        ("POST", "keys/00000000-0000-0000-0000-000000000000/revoke", None, (404, None, "not_found")),
    ],
)  # fmt: skip
def test_what_cannot_be_names_its_field(
    ask: Ask, method: str, path: str, body: Any, expected: tuple[int, str | None, str]
) -> None:
    """A refusal is in the envelope and names the field or parameter; nothing is changed by it."""
    assert _error(ask(method, path, body)) == expected


def test_a_suspended_tenant_is_403_until_it_is_resumed(server: Server, ask: Ask) -> None:
    """While a tenant is suspended its keys are 403 at once; what it queued before is rendered."""
    key = server.new_key("op-late")
    body = {"model": "openAiSora2Plus", "prompt": "A cat"}
    task = server.ask("POST", "/v1/sora/videos", key=key, json=body).json()["id"]
    assert ask("PATCH", "tenants/op-late", {"suspended": True}).json()["suspended_at"] is not None
    assert _error(server.ask("POST", "/v1/sora/videos", key=key, json=body)) == (
        403,
        None,
        "tenant_suspended",
    )
    assert _error(server.ask("GET", f"/v1/result/{task}", key=key)) == (403, None, "tenant_suspended")
    kinema("tenants", "resume", "op-late", "--data-dir", str(server.data_dir))
    eventually(lambda: server.ask("GET", f"/v1/result/{task}", key=key).json()["status"] == "completed")
    kinema("tenants", "suspend", "op-late", "--data-dir", str(server.data_dir))
    assert server.ask("GET", f"/v1/result/{task}", key=key).status_code == 403
    assert ask("PATCH", "tenants/op-late", {"suspended": False}).json()["suspended_at"] is None
    assert _error(ask("DELETE", "tenants/op-late")) == (409, None, "tenant_in_use")
    assert server.ask("GET", f"/v1/result/{task}", key=key).status_code == 200


def test_lists_are_paged(server: Server, ask: Ask) -> None:
    """Pages of tenants and keys meet without a gap, by cursor, and end."""
    names = [f"op-page-{number}" for number in range(5)]
    for name in names:
        ask("POST", "tenants", {"name": name})
        ask("POST", "keys", {"tenant": "op-page-0"})
    seen, after = [], "op-page"
    for _ in range(3):
        page = ask("GET", f"tenants?limit=2&after={after}").json()
        seen += [tenant["name"] for tenant in page["data"]]
        after = page["last_id"]
        assert page["first_id"] == page["data"][0]["name"]
    assert seen[:5] == names
    first = ask("GET", "keys?tenant=op-page-0&limit=3").json()
    rest = ask("GET", f"keys?tenant=op-page-0&limit=3&after={first['last_id']}").json()
    assert (first["has_more"], rest["has_more"]) == (True, False)
    assert len({key["id"] for key in first["data"] + rest["data"]}) == 5
    listed = _command(server, "keys", "list", "--tenant", "op-page-0", "--json")
    assert [key["id"] for key in first["data"] + rest["data"]] == [key["id"] for key in listed]


def test_a_key_is_shown_once_and_revoked_twice(server: Server, ask: Ask) -> None:
    """A key is as asked for, its text in no later answer and no log; a second revocation is as the first."""
    ask("POST", "tenants", {"name": "op-key"})
    expires = int(time.time()) + 3600
    asked = {"tenant": "op-key", "models": ["openAiSora2Pro"], "scopes": ["read"], "expires_at": expires}
    made = ask("POST", "keys", asked)
    assert made.headers["cache-control"] == "no-store"
    key = made.json()
    secret = key.pop("key")
    assert {name: key[name] for name in asked} == asked
    assert server.ask("GET", "/v1/usage", key=secret).status_code == 200
    listed = ask("GET", "keys?tenant=op-key")
    assert listed.json()["data"] == [key]
    first = ask("POST", f"keys/{key['id']}/revoke").json()
    assert first["revoked_at"] is not None
    assert ask("POST", f"keys/{key['id']}/revoke").json() == first
    assert server.ask("GET", "/v1/usage", key=secret).status_code == 401
    assert secret not in listed.text

    def lines() -> list[dict[str, Any]]:
        told = [json.loads(line) for line in server.log.read_text().splitlines() if key["id"] in line]
        return [line for line in told if line["logger"] == "kinema.api.admin"]

    told = eventually(lambda: len(lines()) == 3 and lines(), what="lines in the log")
    assert [line["event"] for line in told] == ["key created", "key revoked", "key revoked"]
    assert all(line["by"] and line["request"] and line["tenant"] == "op-key" for line in told)
    assert secret not in server.log.read_text()


def test_usage_by_day_model_and_key(server: Server, ask: Ask) -> None:
    """Usage is told apart by day, model and key, by route and command alike."""
    key = server.new_key("op-used")
    key_id = ask("GET", "keys?tenant=op-used").json()["data"][0]["id"]
    for model, seconds in (("openAiSora2Plus", 4), ("openAiSora2Plus", 8), ("openAiSora2Pro", 4)):
        body = {"model": model, "prompt": "A cat", "duration": seconds}
        assert server.ask("POST", "/v1/sora/videos", key=key, json=body).status_code == 200
    today = datetime.now(UTC).date().isoformat()

    def used(by: str) -> list[tuple[str, int, int, int]]:
        rows = ask("GET", f"tenants/op-used/usage?by={by}&from={today}").json()["data"]
        command = _command(server, "tenants", "usage", "op-used", "--by", by, "--from", today, "--json")
        assert rows == command
        return [tuple(row[name] for name in (by, "tasks", "seconds", "micros")) for row in rows]

    assert used("day") == [(today, 3, 16, 0)]
    assert used("model") == [("openAiSora2Plus", 2, 12, 0), ("openAiSora2Pro", 1, 4, 0)]
    assert used("key") == [(key_id, 3, 16, 0)]
    assert ask("GET", "tenants/op-used/usage?to=2026-01-31").json()["data"] == []


def test_models_with_prices(ask: Ask) -> None:
    """Every model is listed with its engine, quality and price, by route and command alike."""
    models = {model["id"]: model for model in ask("GET", "models").json()["data"]}
    assert {"openAiSora2Plus", "sora-2-pro"} <= set(models)
    assert (models["openAiSora2Pro"]["engine"], models["openAiSora2Pro"]["quality"]) == ("fake", "high")
    priced = json.dumps({"openAiSora2Plus": {"price": 100}})
    listed = json.loads(kinema("models", "--json", KINEMA_MODELS=priced).stdout)
    assert {row["model"] for row in listed} == set(models)
    assert {row["micros_per_second"] for row in listed if row["model"] == "sora-2"} == {100}
