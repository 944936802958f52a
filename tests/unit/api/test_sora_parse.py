"""The Sora dialect's create body: what is accepted, what is refused and in which words."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinema.api.services import ApiOptions
from kinema.api.sora import parse
from kinema.egress import Egress
from kinema.errors import InvalidRequest
from kinema.videos.model import BUILT_IN, Model, Quality
from kinema.videos.request import ImageUrl, InlineImage, VideoRequest
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

OPTIONS = ApiOptions(models=BUILT_IN)
EGRESS = Egress()
PROMPT = "A cat dancing in the rain"
BASE = VideoRequest(BUILT_IN["openAiSora2Plus"], PROMPT, PORTRAIT, 4)
URL = "https://example.com/a.png"
INLINE = "data:image/png;base64," + base64.b64encode(b"bytes").decode()


def read(body: Mapping[str, Any], options: ApiOptions = OPTIONS) -> VideoRequest:
    """Return what a body asks for, the model and the prompt being given unless it says otherwise."""
    return parse({"model": "openAiSora2Plus", "prompt": PROMPT, **body}, options, EGRESS)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ({}, {}),
        ({"model": "openAiSora2Pro"}, {"model": BUILT_IN["openAiSora2Pro"]}),
        ({"prompt": "  \n A cat \t"}, {"prompt": "A cat"}),
        ({"prompt": "x"}, {"prompt": "x"}),
        ({"prompt": " " + "🎬" * 32_000 + " "}, {"prompt": "🎬" * 32_000}),
        ({"size": "720x1280"}, {}),
        ({"size": "1280x720"}, {"size": LANDSCAPE}),
        ({"aspect_ratio": "16:9"}, {"size": LANDSCAPE}),
        ({"aspect_ratio": "9:16"}, {}),
        ({"duration": 8}, {"seconds": 8}),
        ({"seconds": 12}, {"seconds": 12}),
        ({"duration": "12"}, {"seconds": 12}),
        ({"seconds": "8"}, {"seconds": 8}),
        ({"image_urls": [URL]}, {"reference": ImageUrl(URL, "image_urls")}),
        ({"input_reference": [URL]}, {"reference": ImageUrl(URL, "input_reference")}),
        ({"image_urls": [INLINE]}, {"reference": InlineImage(b"bytes", "image_urls")}),
        ({"input_reference": [INLINE]}, {"reference": InlineImage(b"bytes", "input_reference")}),
        ({"input_reference": ["DATA" + INLINE[4:]]}, {"reference": InlineImage(b"bytes", "input_reference")}),
        ({"size": None, "aspect_ratio": "16:9"}, {"size": LANDSCAPE}),
        ({"aspect_ratio": [], "size": "1280x720"}, {"size": LANDSCAPE}),
        ({"duration": None, "seconds": None, "image_urls": [], "input_reference": []}, {}),
        ({"nonsense": None, "nothing": []}, {}),
    ],
)
def test_accepted(body: dict[str, Any], wanted: dict[str, Any]) -> None:
    """What the contract takes becomes the film that it describes, the rest by default."""
    assert read(body) == replace(BASE, **wanted)


REFUSED: list[tuple[dict[str, Any], str, str, list[str]]] = [
    # body, param, code, words of the message
    ({"model": None}, "model", "missing_field", ["openAiSora2Plus", "openAiSora2Pro"]),
    ({"model": "sora-9"}, "model", "unsupported_value", ['"sora-9"', "openAiSora2Plus or openAiSora2Pro"]),
    ({"model": "opensora2plus"}, "model", "unsupported_value", ["openAiSora2Plus"]),
    ({"model": ""}, "model", "unsupported_value", ['""']),
    ({"model": 7}, "model", "unsupported_value", ["7"]),
    ({"model": ["openAiSora2Plus"]}, "model", "unsupported_value", ["an array"]),
    ({"model": {}}, "model", "unsupported_value", ["an object"]),
    ({"prompt": None}, "prompt", "missing_field", ["required"]),
    ({"prompt": []}, "prompt", "missing_field", ["required"]),
    ({"prompt": ""}, "prompt", "invalid_value", ["1 to 32,000", "has 0"]),
    ({"prompt": " \t\n\u3000 "}, "prompt", "invalid_value", ["1 to 32,000", "has 0"]),
    ({"prompt": "x" * 32_001}, "prompt", "invalid_value", ["32,000", "has 32,001"]),
    ({"prompt": "🎬" * 32_001}, "prompt", "invalid_value", ["32,001"]),
    ({"prompt": 7}, "prompt", "invalid_type", ["string", "7"]),
    ({"prompt": False}, "prompt", "invalid_type", ["string", "false"]),
    ({"prompt": ["A cat"]}, "prompt", "invalid_type", ["an array"]),
    ({"prompt": {"text": "A cat"}}, "prompt", "invalid_type", ["an object"]),
    ({"prompt": "A\0cat"}, "prompt", "invalid_value", ["NUL"]),
    ({"prompt": "A \ud83d cat"}, "prompt", "invalid_value", ["surrogate"]),
    ({"prompt": "A \udc00 cat"}, "prompt", "invalid_value", ["surrogate"]),
    ({"duration": 10**30}, "duration", "unsupported_value", ["4, 8 or 12", "1000"]),
    ({"size": "1024x1024"}, "size", "unsupported_value", ["720x1280 or 1280x720", '"1024x1024"']),
    ({"size": "1280×720"}, "size", "unsupported_value", ["1280x720", '"1280×720"']),
    ({"size": "横屏"}, "size", "unsupported_value", ['"横屏"']),
    ({"size": "16:9"}, "size", "unsupported_value", ["1280x720"]),
    ({"size": ""}, "size", "unsupported_value", ['""']),
    ({"size": 0}, "size", "unsupported_value", ["not 0"]),
    ({"size": False}, "size", "unsupported_value", ["false"]),
    ({"size": {}}, "size", "unsupported_value", ["an object"]),
    ({"aspect_ratio": "1:1"}, "aspect_ratio", "unsupported_value", ["9:16 or 16:9", '"1:1"']),
    ({"aspect_ratio": "1280x720"}, "aspect_ratio", "unsupported_value", ["16:9"]),
    ({"aspect_ratio": 1.7777}, "aspect_ratio", "unsupported_value", ["1.7777"]),
    ({"size": "a", "aspect_ratio": "b"}, "aspect_ratio", "mutually_exclusive", ["size", "aspect_ratio"]),
    ({"nonsense": 1}, "nonsense", "unknown_field", ['"nonsense"', "Did you mean", "Known: model, prompt"]),
    ({"aspectratio": "16:9"}, "aspectratio", "unknown_field", ['"aspectratio"', "mean aspect_ratio"]),
    ({"aspectRatio": "16:9"}, "aspectRatio", "unknown_field", ["mean aspect_ratio"]),
    ({"Size": "1280x720"}, "Size", "unknown_field", ["mean size"]),
    ({"second": 4}, "second", "unknown_field", ["mean seconds"]),
    ({"image_url": URL}, "image_url", "unknown_field", ["mean image_urls"]),
    ({"": 1}, "", "unknown_field", ["Did you mean"]),
    ({"\ud800": 1}, "\\ud800", "unknown_field", ["\\ud800"]),
    ({"x" * 500: 1}, "x" * 100, "unknown_field", ["xxx…"]),
]
NO_LENGTHS = [0, 5, -4, 4.0, 4.5, 1e400, "04", " 4", "4 ", "4.0", "", "five", "٤", True, False, [4], {"a": 4}]
REFUSED += [
    ({name: value}, name, "unsupported_value", [name, "4, 8 or 12"])
    for name in ("duration", "seconds")
    for value in NO_LENGTHS
]
REFERENCES: list[tuple[Any, str, list[str]]] = [
    *((value, "invalid_type", ["must be an array"]) for value in (URL, INLINE, "", 0, False, {"url": URL})),
    *((value, "too_many", ["at most 1", "not 2"]) for value in ([URL, URL], [URL, None], [[], []])),
    *(
        ([value], "invalid_url", [json.dumps(value)])
        for value in ("", "no url", "ftp://example.com/a", "file:///etc/passwd", "//example.com/a", 7, None)
    ),
    *(([value], "invalid_url", ["data:image/"]) for value in ([URL], {"url": URL})),
    *(
        ([f"http://{host}/a.png"], "invalid_url", ["public"])
        for host in (
            "127.0.0.1",
            "10.0.0.1",
            "169.254.169.254",
            "[::1]",
            "localhost",
            "2130706433",
            "0x7f000001",
        )
    ),
    *(
        ([f"http{rest}"], "invalid_url", [])
        for rest in ("://u@example.com/", "://example.com:22/", "://", "://[", "s://a\nb/", "://a\ud800/")
    ),
    (["https://example.com/" + "a" * 8_192], "invalid_url", ["8,192"]),
    *(
        ([f"data:{rest}"], "invalid_image", [])
        for rest in ("", "image/png,abc", "text/plain;base64,aaaa", "image/png;base64,")
    ),
    *(([f"data:image/png;base64,{rest}"], "invalid_image", ["base64"]) for rest in ("%%%", "aaa", "aa aa")),
]
REFUSED += [
    ({name: value}, name, code, [name, *words])
    for name in ("input_reference", "image_urls")
    for value, code, words in REFERENCES
]
PAIRS: dict[tuple[str, str], tuple[Any, Any]] = {
    ("size", "aspect_ratio"): ("1280x720", "16:9"),
    ("duration", "seconds"): (4, 4),
    ("input_reference", "image_urls"): ([URL], [URL]),
}
REFUSED += [
    ({second: other, first: one}, second, "mutually_exclusive", [first, second, "not both"])
    for (first, second), agreeing in PAIRS.items()
    for one in (agreeing[0], "", 0, False, {})
    for other in (agreeing[1], "", 0, False, {})
]


@pytest.mark.parametrize(("body", "param", "code", "words"), REFUSED)
def test_refused(body: dict[str, Any], param: str, code: str, words: list[str]) -> None:
    """What breaks a rule is refused with the field's name, a word for programs and what is allowed."""
    with pytest.raises(InvalidRequest) as refused:
        read(body)
    error = refused.value
    assert (error.param, error.code) == (param, code), error.message
    for word in words:
        assert word in error.message
    assert len(error.message) < 500
    error.message.encode()
    assert "\n" not in error.message


def test_what_is_missing_is_told_one_at_a_time() -> None:
    """An empty body lacks the model first, then the prompt."""
    for body, param in (({}, "model"), ({"model": "openAiSora2Plus"}, "prompt")):
        with pytest.raises(InvalidRequest) as refused:
            parse(body, OPTIONS, EGRESS)
        assert (refused.value.param, refused.value.code) == (param, "missing_field")


def test_unknown_fields_can_be_ignored() -> None:
    """With the setting, unknown fields count for nothing; the contract's own are held to it as ever."""
    lenient = replace(OPTIONS, ignore_unknown_fields=True)
    assert read({"nonsense": 1, "n": 2}, lenient) == BASE
    with pytest.raises(InvalidRequest, match="not both"):
        read({"duration": 4, "seconds": 4, "nonsense": 1}, lenient)


def test_an_operators_model_has_its_own_sizes_and_lengths() -> None:
    """A model's sizes and lengths are what its requests may ask for, the first by default."""
    square = Model("square", Quality.HIGH, sizes=(Size(512, 512), LANDSCAPE), seconds=(6,))
    options = ApiOptions(models={**BUILT_IN, "square": square})
    made = read({"model": "square"}, options)
    assert (made.size, made.seconds) == ((512, 512), 6)
    assert read({"model": "square", "aspect_ratio": "16:9"}, options).size == LANDSCAPE
    for body, word in (
        ({"seconds": 4}, "openAiSora2Plus or openAiSora2Pro takes"),
        ({"aspect_ratio": "9:16"}, "must be 16:9"),
    ):
        with pytest.raises(InvalidRequest, match=word):
            read({"model": "square", **body}, options)


def test_a_model_without_named_ratios_says_so() -> None:
    """Where none of a model's sizes has a named ratio, `aspect_ratio` is refused with its sizes."""
    square = Model("square", Quality.HIGH, sizes=(Size(512, 512),))
    with pytest.raises(InvalidRequest, match="512x512") as refused:
        read({"model": "square", "aspect_ratio": "1:1"}, ApiOptions(models={"square": square}))
    assert refused.value.param == "aspect_ratio"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["model", "prompt", "size", "aspect_ratio", "duration", "seconds", "input_reference", "image_urls"]
LIKELY = (
    st.sampled_from(
        ["openAiSora2Plus", "720x1280", "16:9", 4, "8", 12.0, URL, INLINE, [URL], [INLINE], "A cat"]
    )
    | st.text(max_size=30).map(lambda tail: ["https://" + tail])
    | st.text(max_size=30).map(lambda tail: ["data:image/" + tail])
)
BODIES = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=12), LIKELY | JSON, max_size=6)


@given(BODIES)
@example({"image_urls": ["http://[::1%25eth0]/"], "model": "openAiSora2Plus"})
@example({"image_urls": ["https://xn--a/"], "model": "openAiSora2Plus"})
def test_any_body_parses_or_is_refused(body: dict[str, Any]) -> None:
    """Whatever a body holds, it becomes a request within the contract or a refusal that can be sent."""
    try:
        made = read(body)
    except InvalidRequest as error:
        told = json.dumps([error.message, error.param, error.code], ensure_ascii=False).encode()
        assert len(told) < 1_000
    else:
        assert made.size in made.model.sizes
        assert made.seconds in made.model.seconds
        assert made.prompt == made.prompt.strip() != ""
        assert 0 <= made.seed < 2**63


def test_a_deep_or_large_value_is_refused_at_once() -> None:
    """A value as deep as the reader takes, or as large as a body, is refused without being written out."""
    deep: Any = 1
    for _ in range(100_000):
        deep = [deep]
    for field in ("prompt", "size", "duration", "model"):
        with pytest.raises(InvalidRequest, match="an array"):
            read({field: deep})
    with pytest.raises(InvalidRequest, match="an array"):
        read({"image_urls": [deep]})
