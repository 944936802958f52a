"""The long lists of nouns: who plays what. A line of a file is a player and what it plays; "?" after a word
says that it is a verb or an adjective more often. The English one is made by `bench/wordnet.py`, the Chinese
one and the words that mean nothing (`plain.txt`) are kept by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GARMENT = "garment"
"""The player of what is worn."""
_FOLDER = Path(__file__).parent
ENGLISH, CHINESE, PLAIN = (_FOLDER / f"{name}.txt" for name in ("english", "chinese", "plain"))


class Noun(NamedTuple):
    """A word, who plays it, and whether it is a noun more often than something else."""

    word: str
    player: str
    sure: bool


def nouns(table: Path) -> Iterator[Noun]:
    """The nouns of a file."""
    for line in table.read_text("utf-8").splitlines():
        player, _, words = line.partition(": ")
        for word in words.split():
            yield Noun(word.removesuffix("?").replace("_", " "), player, not word.endswith("?"))


def plain() -> list[str]:
    """Chinese words that do not mean what they are made of."""
    return PLAIN.read_text("utf-8").split()
