"""Reviewing prompts through HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from tests.servers import Server

PATH = "/v1/prompts/review"


@pytest.mark.parametrize("prefix", ["", "/kyyReactApiServer"])
def test_a_prompt_is_reviewed(server: Server, prefix: str) -> None:
    """The answer tells what was found in which words, what is missing, and what to add."""
    answer = server.ask(
        "POST", prefix + PATH, json={"prompt": "  A cat dancing in the rain, cinematic style "}
    )
    assert answer.status_code == 200
    body = answer.json()
    assert list(body) == ["object", "language", "found", "missing", "suggestions", "score"]
    assert (body["object"], body["language"], body["score"]) == ("prompt.review", "en", 4)
    assert body["found"]["subject"] == ["cat"]
    assert body["missing"] == ["lighting", "camera", "colour"]
    assert [advice["element"] for advice in body["suggestions"]] == body["missing"]
    assert all(advice["text"] for advice in body["suggestions"])


def test_a_chinese_prompt_is_answered_in_chinese(server: Server) -> None:
    """A prompt in Chinese gets its suggestions in Chinese."""
    body = server.ask("POST", PATH, json={"prompt": "一只猫在雨中跳舞"}).json()
    assert body["language"] == "zh"
    assert body["found"]["action"] == ["跳舞"]
    assert "光线" in next(advice["text"] for advice in body["suggestions"] if advice["element"] == "lighting")


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "prompt", "missing_field"),
        ({"prompt": None}, "prompt", "missing_field"),
        ({"prompt": 7}, "prompt", "invalid_type"),
        ({"prompt": " "}, "prompt", "invalid_value"),
        ({"prompt": "x" * 32_001}, "prompt", "invalid_value"),
        ({"prompt": "a\0b"}, "prompt", "invalid_value"),
        ({"prompt": "A cat", "promt": 1}, "promt", "unknown_field"),
        ([], None, "invalid_json"),
    ],
)
def test_a_bad_body_is_refused(server: Server, body: Any, param: str | None, code: str) -> None:
    """A body that breaks a rule is a 400 that names the field, with the bounds of a creation."""
    answer = server.ask("POST", PATH, json=body)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["param"], error["code"]) == (param, code)


def test_the_longest_prompt_is_reviewed(server: Server) -> None:
    """32,000 characters are within the bounds."""
    assert server.ask("POST", PATH, json={"prompt": "猫" * 32_000}).status_code == 200


def test_a_review_wants_a_key(server: Server) -> None:
    """Without a key, or with one that opens nothing, there is no review."""
    assert server.ask("POST", PATH, key=None, json={"prompt": "A cat"}).status_code == 401
    assert server.ask("POST", PATH, key="sk-nobody", json={"prompt": "A cat"}).status_code == 401
