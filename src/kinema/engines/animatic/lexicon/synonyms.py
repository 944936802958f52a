"""More words for what the tables and the modules name: a line of `synonyms.txt` is a kind, a value, words."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).with_name("synonyms.txt")


def synonyms() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words by the kind and the value of what they mean."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for line in TABLE.read_text("utf-8").splitlines():
        name, _, words = line.partition(": ")
        kind, _, value = name.partition(" ")
        found[kind][value] = tuple(words.split(" | "))
    return dict(found)
