"""The OpenAPI document against a running server: hundreds of requests made from it, valid ones and not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)
from tests.servers import Server, eventually

from kinema.accounts.keys import SCOPES
from kinema.api.app import PRIVATE, PUBLIC
from kinema.api.reference.document import document
from kinema.api.services import ApiOptions
from kinema.videos.model import BUILT_IN

DOCUMENT = document(ApiOptions(models=BUILT_IN), PUBLIC, PRIVATE)

URLS = ["https://example.com/frame.png", "http://93.184.215.14/a?b=c", "HTTPS://example.com"]
schemathesis.openapi.format("uri", st.sampled_from(URLS))


@schemathesis.serializer("application/octet-stream", "image/png", "video/mp4")
def as_bytes(_context: Any, value: Any) -> bytes:
    """Send what is no file, in the place of one, as its text."""
    return str(value).encode()


schema: Any = schemathesis.openapi.from_dict(DOCUMENT).exclude(path="/v1/events")  # it never ends
schema.config.generation.update(
    deterministic=True,
    allow_x00=False,  # a string may have none, which no schema needs to say
    with_security_parameters=False,  # the check `ignored_auth` tries routes without a key and with a wrong
    allow_extra_parameters=False,  # unknown ones in a query string are ignored, as clients expect
)

BOUNDED = settings(
    max_examples=4,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

UNKNOWABLE = {
    *("POST /v1/admin/tenants", "after", "tenant", "models", "from", "to", "expires_at", "file"),
    *("input_reference", "invalid_video", "video_not_ready", "unsupported_capability", "unreachable"),
}
"""What no schema can tell, by route, parameter or code: which names are taken, which ids, tenants and models
there are, which day comes first, whether a file is empty, a film or a picture of the right size, whether a
film is done, what its engine can do, and who answers."""


OVERLAPPING = {"/v1/videos/edits", "/v1/videos/extensions", "/v1/videos/characters"}
"""Methods that they have not take their last word for a video's id, and answer that there is none."""


def hold(case: Any, response: Any, **more: Any) -> None:
    """Check an answer against the document."""
    excluded = [negative_data_rejection] if is_forgiven(case.body) else []
    if has_float(case.body):
        excluded.append(positive_data_acceptance)
    if case.operation.path in OVERLAPPING:
        excluded += [allow_header_conformance, unsupported_method]
    if response.status_code == 400:
        error = response.json()["error"] if response.content else {}  # nothing tells why a HEAD is refused
        if not error or UNKNOWABLE & {error["param"], error["code"], case.operation.label}:
            excluded.append(positive_data_acceptance)
    case.validate_response(response, excluded_checks=excluded, **more)


def is_forgiven(body: Any) -> bool:
    """Tell whether a body has what the server forgives and the document, for its readers' sake, does not say.

    `null` and `[]` count as absent, in unknown fields too, and space around a prompt does not count.
    """
    if not isinstance(body, dict):
        return False
    prompt = body.get("prompt")
    return any(value in (None, []) for value in body.values()) or (
        isinstance(prompt, str) and prompt != prompt.strip()
    )


def has_float(value: Any) -> bool:
    """Tell whether a value holds a number with a point: 4.0 is an integer to a schema alone."""
    if isinstance(value, dict):
        return any(map(has_float, value.values()))
    return any(map(has_float, value)) if isinstance(value, list) else isinstance(value, float)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server of these tests' own: who may do everything revokes everybody's keys too."""
    with Server.running() as running_server:
        yield running_server


@pytest.fixture(scope="module")
def key(server: Server) -> str:
    """Give the key of a tenant of its own, which may do everything."""
    return server.new_key("document", *SCOPES)


@pytest.fixture(scope="module")
def call(server: Server, key: str) -> dict[str, Any]:
    """Give how to reach the server."""
    return {"base_url": server.url, "headers": {"Authorization": f"Bearer {key}"}}


@pytest.fixture(scope="module")
def film(server: Server, key: str) -> dict[str, dict[str, Any]]:
    """Give what stands in the addresses of a film: the content's, and those of its link."""
    made = server.ask("POST", "/v1/videos", key=key, json={"prompt": "A cat"}).json()["id"]
    link = eventually(lambda: server.ask("GET", f"/v1/result/{made}", key=key).json()["video_url"])
    task_id, attempt, expires, signature = re.findall(
        r"/files/(\w+)/(\d+).mp4.expires=(\d+)&signature=(.+)", link
    )[0]
    return {
        "/v1/videos/{video_id}/content": {"path_parameters": {"video_id": made}, "query": {}},
        "/files/{task_id}/{attempt}.mp4": {
            "path_parameters": {"task_id": task_id, "attempt": attempt},
            "query": {"expires": expires, "signature": signature},
        },
    }


def test_the_server_gives_its_document(server: Server) -> None:
    """The document is the same under every prefix, and needs no key."""
    for prefix in ("", "/kyyReactApiServer"):
        assert server.ask("GET", prefix + "/openapi.json", key=None).json() == DOCUMENT


@schema.parametrize()
@BOUNDED
@pytest.mark.usefixtures("film")  # lists and usage shall have something to tell
def test_every_answer_is_as_documented(case: Any, call: dict[str, Any]) -> None:
    """No answer is a 5xx or has a status, type, header or shape of its own; what fits is taken, no more."""
    hold(case, case.call(**call), transport_kwargs=call)


@pytest.mark.parametrize("path", ["/v1/videos/{video_id}/content", "/files/{task_id}/{attempt}.mp4"])
@pytest.mark.parametrize(
    ("status", "headers", "query"),
    [
        (200, {}, {}),
        (206, {"Range": "bytes=0-99"}, {}),
        (416, {"Range": "bytes=99999999-"}, {}),
        (304, {"If-None-Match": "*"}, {}),
        (200, {}, {"variant": "thumbnail"}),
        (200, {}, {"variant": "spritesheet"}),
    ],
)
def test_downloads_are_as_documented(
    film: dict[str, Any],
    call: dict[str, Any],
    path: str,
    status: int,
    headers: dict[str, str],
    query: dict[str, str],
) -> None:
    """A film and its pictures come as documented, whole, in part or not at all."""
    for method in ("GET", "HEAD"):
        case = schema[path][method].Case(
            path_parameters=film[path]["path_parameters"],
            query={**film[path]["query"], **query},
            headers=headers,
        )
        response = case.call(**call)
        assert response.status_code == (200 if (method, status) in (("HEAD", 206), ("HEAD", 416)) else status)
        case.validate_response(response)


def test_what_is_made_can_be_used_until_it_is_deleted(call: dict[str, Any]) -> None:
    """Videos answer as documented, through every link, in any order; deleted ones are gone."""

    class Life(schema.exclude(operation_id_regex="Alias$").as_state_machine()):  # type: ignore[misc]
        """A life of some videos."""

        def get_call_kwargs(self, _case: Any) -> dict[str, Any]:
            return call

        def validate_response(self, response: Any, case: Any, **_: Any) -> None:
            hold(case, response, transport_kwargs=call, recorder=self.recorder)

    Life.run(settings=settings(BOUNDED, max_examples=10, stateful_step_count=12))
