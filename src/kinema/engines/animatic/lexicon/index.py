"""All tables turned round: from a phrase to everything that it means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kinema.engines.animatic.lexicon import artwork
from kinema.engines.animatic.lexicon.actions import ACTIONS
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.direction import CAMERAS, COLOURS, COUNTS, MOODS, NEGATIONS, STYLES
from kinema.engines.animatic.lexicon.surroundings import SETTINGS, TIMES, WEATHERS


class Meaning(NamedTuple):
    """One thing that a phrase says: a kind ("setting", "subject", …) and its value."""

    kind: str
    value: str


class Index(NamedTuple):
    """Phrases to meanings, and the longest phrase that begins with a character (CJK) or a word (others)."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    reach: Mapping[str, int]


_TABLES: dict[str, Mapping[str, tuple[str, ...]]] = {
    "setting": SETTINGS,
    "time": TIMES,
    "weather": WEATHERS,
    "style": STYLES,
    "camera": CAMERAS,
    "mood": MOODS,
    "colour": COLOURS,
    "action": ACTIONS,
    "count": {str(count): words for count, words in COUNTS.items()},
    "subject": {name: being.words for name, being in BEINGS.items()},
    "negation": {"no": NEGATIONS},
}


def is_han(text: str) -> bool:
    """Whether a text begins with a Chinese character, in which words are not set apart."""
    return "\u3400" <= text[0] <= "\u9fff"


@cache
def index() -> Index:
    """Build the index, once in a process."""
    meanings: dict[str, tuple[Meaning, ...]] = {}
    for kind, table in _TABLES.items():
        for value, words in table.items():
            for word in words:
                meanings[word] = (*meanings.get(word, ()), Meaning(kind, value))
    for word, symbol in artwork.names().items():
        meanings.setdefault(word, (Meaning("subject", symbol),))
    for name, being in BEINGS.items():
        if len(being.emoji) == 1:
            meanings.setdefault(being.emoji, (Meaning("subject", name),))
    for symbol in artwork.names().values():
        meanings.setdefault(symbol, (Meaning("subject", symbol),))
    reach: dict[str, int] = {}
    for phrase in meanings:
        head, length = (phrase[0], len(phrase)) if is_han(phrase) else _words(phrase)
        reach[head] = max(reach.get(head, 0), length)
    return Index(meanings, reach)


def _words(phrase: str) -> tuple[str, int]:
    words = phrase.split()
    return words[0], len(words)
