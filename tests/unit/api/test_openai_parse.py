"""OpenAI's create body: what is accepted, what is refused and in which words."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from kinema.api.openai_fields import parse
from kinema.api.services import ApiOptions
from kinema.egress import Egress
from kinema.errors import InvalidRequest
from kinema.videos.model import BUILT_IN, Dialect, Model, Quality, of_dialect
from kinema.videos.request import ImageUrl, InlineImage, StoredImage, VideoRequest
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

OPTIONS = ApiOptions(models=BUILT_IN)
PROMPT = "A cat dancing in the rain"
BASE = VideoRequest(BUILT_IN["sora-2"], PROMPT, PORTRAIT, 4)
URL = "https://example.com/a.png"
INLINE = "data:image/png;base64," + base64.b64encode(b"bytes").decode()


def read(body: Mapping[str, Any], options: ApiOptions = OPTIONS) -> VideoRequest:
    """Return what a body asks for, the prompt being given unless it says otherwise."""
    return parse({"prompt": PROMPT, **body}, options, Egress())


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ({}, {}),
        ({"model": "sora-2-2025-12-08"}, {"model": BUILT_IN["sora-2-2025-12-08"]}),
        ({"seconds": "12"}, {"seconds": 12}),
        ({"seconds": 8}, {"seconds": 8}),
        ({"seconds": "20"}, {"seconds": 20}),
        ({"size": "1280x720"}, {"size": LANDSCAPE}),
        (
            {"model": "sora-2-pro", "size": "1024x1792"},
            {"model": BUILT_IN["sora-2-pro"], "size": Size(1024, 1792)},
        ),
        ({"input_reference": b"bytes"}, {"reference": InlineImage(b"bytes", "input_reference")}),
        (
            {"input_reference": {"image_url": INLINE}},
            {"reference": InlineImage(b"bytes", "input_reference")},
        ),
        (
            {"input_reference": {"image_url": URL, "file_id": None}},
            {"reference": ImageUrl(URL, "input_reference")},
        ),
        (
            {"input_reference": {"file_id": "file_1"}, "characters": [{"id": "char_1"}]},
            {"reference": StoredImage("file_1", "input_reference"), "characters": ("char_1",)},
        ),
        ({"model": None, "seconds": None, "size": None, "input_reference": None}, {}),
    ],
)
def test_accepted(body: dict[str, Any], wanted: dict[str, Any]) -> None:
    """What OpenAI's page takes becomes the film that it describes, the rest by default."""
    assert read(body) == replace(BASE, **wanted)


@pytest.mark.parametrize(
    ("body", "param", "code", "words"),
    [
        ({"prompt": None}, "prompt", "missing_field", ["required"]),
        ({"prompt": b"file"}, "prompt", "invalid_type", ["string"]),
        ({"model": "sora-9"}, "model", "unsupported_value", ["sora-2", "sora-2-pro"]),
        ({"model": "openAiSora2Plus"}, "model", "unsupported_value", ["sora-2"]),
        ({"model": b"sora-2"}, "model", "unsupported_value", ["a file"]),
        ({"seconds": "5"}, "seconds", "unsupported_value", ["4, 8, 12, 16 or 20", '"5"']),
        ({"seconds": ""}, "seconds", "unsupported_value", ["4, 8, 12, 16 or 20"]),
        (
            {"size": "1024x1792"},
            "size",
            "unsupported_value",
            ["720x1280 or 1280x720", "sora-2-pro or sora-2-pro-2025-10-06 takes it"],
        ),
        ({"model": "sora-2-pro", "size": "1x1"}, "size", "unsupported_value", ["1024x1792", "1920x1080"]),
        ({"duration": 4}, "duration", "unknown_field", ["Known: prompt, model, seconds, size"]),
        ({"characters": ["a"]}, "characters", "invalid_type", ["characters[0] must be an object", '"a"']),
        ({"input_reference": b""}, "input_reference", "invalid_image", ["empty"]),
        ({"input_reference": URL}, "input_reference", "invalid_type", ["image_url"]),
        ({"input_reference": [URL]}, "input_reference", "invalid_type", ["image_url"]),
        ({"input_reference": {}}, "input_reference", "invalid_value", ["exactly one", "not 0"]),
        (
            {"input_reference": {"image_url": URL, "file_id": "f"}},
            "input_reference",
            "invalid_value",
            ["exactly one", "not 2"],
        ),
        ({"input_reference": {"url": URL}}, "input_reference", "invalid_value", ['no "url"']),
        ({"input_reference": {"file_id": 7}}, "input_reference", "invalid_type", ["file_id", "7"]),
        ({"input_reference": {"image_url": 7}}, "input_reference", "invalid_url", ["7"]),
        ({"input_reference": {"image_url": b"x"}}, "input_reference", "invalid_url", ["a file"]),
        ({"input_reference": {"image_url": "http://127.0.0.1/a"}}, "input_reference", "invalid_url", []),
    ],
)
def test_refused(body: dict[str, Any], param: str, code: str, words: list[str]) -> None:
    """A broken rule names the field, and the message says what is allowed and what was sent."""
    with pytest.raises(InvalidRequest) as refused:
        read(body)
    assert (refused.value.param, refused.value.code) == (param, code)
    for word in words:
        assert word in refused.value.message


def test_unknown_fields_are_ignored_where_the_operator_says_so() -> None:
    """With the setting, a field that nobody knows changes nothing."""
    assert read({"user": "ana"}, replace(OPTIONS, ignore_unknown_fields=True)) == BASE


def test_a_dialect_knows_its_own_models_first_and_the_operators() -> None:
    """Names of the other dialect are not there; an operator's are in both, after the built-in ones."""
    models = {"mine": Model("mine", Quality.STANDARD), **BUILT_IN}
    assert list(of_dialect(models, Dialect.SORA)) == ["openAiSora2Plus", "openAiSora2Pro", "mine"]
    openai = list(of_dialect(models, Dialect.OPENAI))
    assert (openai[0], openai[-1]) == ("sora-2", "mine")
    assert not {"openAiSora2Plus", "openAiSora2Pro"} & set(openai)
