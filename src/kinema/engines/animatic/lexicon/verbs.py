"""The long lists of verbs: which action plays an English verb, and which English verb a Chinese one is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("verbs.txt")
"""An action and the English verbs that it plays, made by `bench/wordverbs.py`; "?" ends what is another word
oftener."""
DEEDS = Path(__file__).with_name("deeds.txt")
"""An English verb and the Chinese words for it."""

_COMPLEMENTS = (
    "着",
    "起",
    "出",
    "进",
    "上",
    "下",
    "开",
    "过",
    "来",
    "入",
    "向",
    "完",
    "好",
    "到",
    "起来",
    "下来",
    "出来",
    "过来",
    "过去",
)
"""What a Chinese verb of one character is followed by where it is one: 切开, 飞过."""


class Verb(NamedTuple):
    """The action that plays a verb, and whether the word is nothing else oftener."""

    action: str
    sure: bool


@cache
def verbs() -> dict[str, Verb]:
    """English verbs by their base form."""
    found: dict[str, Verb] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        action, _, words = line.partition(": ")
        for word in words.split():
            found[word.removesuffix("?")] = Verb(action, not word.endswith("?"))
    return found


@cache
def deeds() -> dict[str, str]:
    """English base forms, by the Chinese word."""
    found: dict[str, str] = {}
    for line in DEEDS.read_text("utf-8").splitlines():
        verb, _, words = line.partition(": ")
        found |= dict.fromkeys(words.split(), verb)
    return found


def compounds(word: str) -> Iterator[str]:
    """The phrases in which a Chinese verb is known by itself: one character says too little."""
    if len(word) > 1:
        yield word
    else:
        yield from (word + complement for complement in _COMPLEMENTS)
