"""All tables turned round: from a phrase to everything that it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kinema.engines.animatic.lexicon import artwork, grammar
from kinema.engines.animatic.lexicon.actions import CLOTHED, DEEDS, WAY, inflect
from kinema.engines.animatic.lexicon.appearance import LIGHTS, PALETTES, SHOTS, SIZES
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.direction import CAMERAS, COLOURS, MOODS
from kinema.engines.animatic.lexicon.hours import HINTS, TIMES
from kinema.engines.animatic.lexicon.kin import KIN, NAMES


class Meaning(NamedTuple):
    """One thing that a phrase says: a kind ("setting", "subject", …) and its value."""

    kind: str
    value: str


class Index(NamedTuple):
    """Phrases to meanings, and the longest phrase that begins with a character (CJK) or a word (others)."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    reach: Mapping[str, int]


HINT = "?"
"""Ends the kind of a meaning that counts only where nothing else says it."""


def tables() -> dict[str, Mapping[str, tuple[str, ...]]]:
    """Words by the kind and the value of their meaning."""
    # What draws comes with it, and is not imported before somebody reads a prompt.
    from kinema.engines.animatic.vocabulary import vocabulary

    known = vocabulary()
    verbs = {
        **{name: motion.words for name, motion in known.motions.items()},
        **{action: words for action, (_, words) in DEEDS.items()},
        "go": WAY,
    }
    return {
        **{
            kind: {name: term.words for name, term in terms.items()}
            for kind, terms in (
                ("setting", known.places),
                ("weather", known.weathers),
                ("style", known.styles),
            )
        },
        "time": TIMES,
        "light": LIGHTS,
        "palette": PALETTES,
        "camera": CAMERAS,
        "shot": SHOTS,
        "mood": MOODS,
        "colour": COLOURS,
        "size": SIZES,
        "count": {str(count): words for count, words in grammar.COUNTS.items()},
        "action": {
            action: tuple(form for word in words for form in inflect(word)) for action, words in verbs.items()
        },
        "relation": grammar.RELATIONS,
        "deed": grammar.DEEDS_THAT_RELATE,
        "afterwards": grammar.AFTERWARDS,
        "negation": {"no": grammar.NEGATIONS},
        "nobody": {"person": grammar.NOBODY},
        "absent": grammar.ABSENT,
        "garment": {"garment": CLOTHED},
        "setting" + HINT: {name: place.hints for name, place in known.places.items()},
        "time" + HINT: HINTS,
    }


def is_han(text: str) -> bool:
    """Whether a text begins with a Chinese character, in which words are not set apart."""
    return "\u3400" <= text[0] <= "\u9fff"


@cache
def index() -> Index:
    """Build the index, once in a process."""
    meanings: dict[str, tuple[Meaning, ...]] = dict.fromkeys(grammar.PLAIN, ())
    for kind, table in tables().items():
        for value, words in table.items():
            for word in dict.fromkeys(words):
                meanings[word] = (*meanings.get(word, ()), Meaning(kind, value))
    subjects: dict[str, tuple[Meaning, ...]] = {}
    for word, meaning in _subjects():
        subjects.setdefault(word, meaning)
    for word, meaning in subjects.items():
        meanings[word] = (*meanings.get(word, ()), *meaning)
    reach: dict[str, int] = {}
    for phrase in meanings:
        head, length = (phrase[0], len(phrase)) if is_han(phrase) else _words(phrase)
        reach[head] = max(reach.get(head, 0), length)
    return Index(meanings, reach)


def _subjects() -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Every name of a subject, the best first: of one with a body, of its kin, of artwork."""
    for name, being in BEINGS.items():
        for word in being.words:
            yield word, (Meaning("subject", name),)
    for name, words in NAMES.items():
        for word in words:
            yield word, (Meaning("subject", player(name)),)
    for name, words in KIN.items():
        played = Meaning("subject", player(name))
        for word in words:
            yield word, (played, Meaning("kin", word))
    for word, symbol in artwork.names().items():
        yield word, (Meaning("subject", symbol),)
    for name, being in BEINGS.items():
        if len(being.emoji) == 1:
            yield being.emoji, (Meaning("subject", name),)
    for symbol in artwork.names().values():
        yield symbol, (Meaning("subject", symbol),)


def player(name: str) -> str:
    """The subject that a name of `KIN` stands for: a being's name, or an emoji."""
    return name if name in BEINGS else artwork.names()[name]


def label(subject: str) -> str:
    """What a subject of the index is called, for people."""
    return subject if subject in BEINGS else artwork.name(subject)


def _words(phrase: str) -> tuple[str, int]:
    words = phrase.split()
    return words[0], len(words)
