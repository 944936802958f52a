"""Reviewing prompts: what is found, what is missing, in which language."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.engines.animatic.lexicon.advice import ELEMENTS, KINDS, LIGHTS, MORE, SOMEONE, SUGGESTIONS
from kinema.engines.animatic.review import MOST_WORDS, review

FOUND = [
    ("A cat dancing in the rain, cinematic style", "subject", ("cat",)),
    ("A cat dancing in the rain, cinematic style", "action", ("dancing",)),
    ("A cat dancing in the rain, cinematic style", "scene", ("in the rain",)),
    ("A cat dancing in the rain, cinematic style", "style", ("cinematic", "style")),
    ("Two foxes at night", "subject", ("foxes",)),
    ("a red car, slow pan", "colour", ("red",)),
    ("a red car, slow pan", "camera", ("slow pan",)),
    ("Wide shot of a stone bridge", "camera", ("wide shot",)),
    ("Wide shot of a stone bridge", "subject", ("stone bridge",)),
    ("A weathered wheelwright mends nets by candlelight", "subject", ("wheelwright",)),
    ("A weathered wheelwright mends nets by candlelight", "action", ("mends",)),
    ("A weathered wheelwright mends nets by candlelight", "lighting", ("candlelight",)),
    ("A barista pouring latte", "action", ("pouring",)),
    ("muted teal, golden hour", "colour", ("muted", "teal")),
    ("muted teal, golden hour", "lighting", ("golden hour",)),
    ("一只猫在雨中跳舞，电影风格", "subject", ("猫",)),
    ("一只猫在雨中跳舞，电影风格", "action", ("跳舞",)),
    ("一只猫在雨中跳舞，电影风格", "scene", ("雨中",)),
    ("一只猫在雨中跳舞，电影风格", "style", ("电影风格", "风格")),
    ("一位咖啡师正在冲着咖啡", "subject", ("咖啡师", "咖啡")),
    ("一位咖啡师正在冲着咖啡", "action", ("冲着",)),
    ("夜晚的城市，逆光，航拍，蓝色", "lighting", ("逆光",)),
    ("夜晚的城市，逆光，航拍，蓝色", "camera", ("航拍",)),
    ("夜晚的城市，逆光，航拍，蓝色", "colour", ("蓝色",)),
]

MISSING = [
    ("A cat", ("scene", "action", "style", "lighting", "camera", "colour")),
    ("A building in the morning", ("action", "style", "lighting", "camera", "colour")),
    ("no cat, no rain, without neon light", ELEMENTS),
    ("一只猫，没有阴影，没有霓虹", ("scene", "action", "style", "lighting", "camera", "colour")),
    ("qwerty", ELEMENTS),
    (
        "A red fox runs through a snowy forest at dawn, soft sunlight, tracking shot, watercolour",
        (),
    ),
    ("黎明时一只红色的狐狸跑过雪中的森林，柔光，跟拍，水彩", ()),
]


@pytest.mark.parametrize(("prompt", "element", "words"), FOUND)
def test_what_is_said_is_found_in_its_own_words(prompt: str, element: str, words: tuple[str, ...]) -> None:
    """Each element is found with the words that speak of it, as they were written, in lower case."""
    assert review(prompt).found[element] == words


@pytest.mark.parametrize(("prompt", "missing"), MISSING)
def test_what_is_not_said_is_missing(prompt: str, missing: tuple[str, ...]) -> None:
    """What a prompt does not speak of, or says that it does not want, is missing, and advised on."""
    found = review(prompt)
    assert found.missing == missing
    assert tuple(found.suggestions) == missing
    assert found.score == 7 - len(missing)


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("A cat", "en"), ("一只猫", "zh"), ("一只 cat 在雨中", "zh"), ("A quiet street in 北京", "en"),
        ("🐱", "en"), ("キネマ", "en"),
    ],
)  # fmt: skip
def test_advice_is_in_the_prompt_s_language(prompt: str, language: str) -> None:
    """A prompt in Chinese is advised in Chinese, any other in English."""
    found = review(prompt)
    assert found.language == language
    han = [
        any("\u4e00" <= character <= "\u9fff" for character in text) for text in found.suggestions.values()
    ]
    assert all(han) if language == "zh" else not any(han[:1])


def test_advice_speaks_of_the_prompt() -> None:
    """Suggestions name the prompt's own subject and suit its hour."""
    assert "the foxes" in review("Two foxes at night").suggestions["action"]
    assert "moonlight" in review("Two foxes at night").suggestions["lighting"]
    assert "golden hour" in review("Two foxes").suggestions["lighting"]
    assert "对猫" in review("一只猫").suggestions["action"] or "猫" in review("一只猫").suggestions["action"]


@given(st.text(max_size=400))
def test_any_text_can_be_reviewed(prompt: str) -> None:
    """Whatever the text, each element is either found, in a few words, or missing with a suggestion."""
    found = review(prompt)
    assert sorted([*found.found, *found.missing]) == sorted(ELEMENTS)
    assert tuple(found.suggestions) == found.missing
    assert all(1 <= len(words) <= MOST_WORDS for words in found.found.values())
    assert all("{" not in text for text in found.suggestions.values() if "{" not in prompt)


@pytest.mark.parametrize(
    "unit", ["a cat ", "猫", "light ", "no ", "a-", "\u3400", "a thing mends ", "no light"]
)
def test_the_longest_prompt_takes_no_longer_than_its_length(unit: str) -> None:
    """32,000 characters, however they repeat, are reviewed in a fraction of a second."""
    review("warm up")
    began = time.thread_time()  # whatever else the machine does
    review((unit * 32_000)[:32_000])
    assert time.thread_time() - began < 2


def test_every_element_has_advice_in_both_languages() -> None:
    """No element, kind of word or language falls through the tables."""
    assert set(SUGGESTIONS) == set(SOMEONE) == set(LIGHTS) == {"en", "zh"}
    assert all(set(texts) == set(ELEMENTS) for texts in SUGGESTIONS.values())
    assert set(KINDS.values()) | set(MORE) == set(ELEMENTS)
