"""What somebody does, in Chinese: verbs and phrases of verb and object, by their English base form."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("deeds.txt")
"""An English verb and the Chinese words for it."""


@cache
def deeds() -> dict[str, str]:
    """English base forms, by the Chinese word."""
    found: dict[str, str] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        verb, _, words = line.partition(": ")
        found |= dict.fromkeys(words.split(), verb)
    return found


def said(phrase: str, action: str) -> str:
    """What somebody does whose deed is a phrase that `action` plays, as an English verb in its base form."""
    for end in range(len(phrase), 0, -1):
        if verb := deeds().get(phrase[:end]):
            return verb
    return action
