"""What somebody does, in English: the verbs of the long list, and the base form of any form of a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kinema.engines.animatic.lexicon import gerunds
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.lexicon.irregular import IRREGULAR

TABLE = Path(__file__).with_name("verbs.txt")
"""An action and the verbs that it plays; `bench/wordverbs.py` makes it. "?" ends what is another word oftener."""

_LIGHT = frozenset(("do", "get", "give", "go", "have", "make", "put", "set", "take"))
"""Verbs that say little: what comes after them says what is done."""
_PARTICLES = frozenset(("off", "up", "down", "out", "on", "away"))
_KINDS = frozenset(
    ("belly", "bungee", "drag", "figure", "fly", "hang", "ice", "pole", "rock", "roller", "scuba", "sword", "tap")
)
"""Nouns that say which way of a verb it is that comes after them: a tap dance."""
_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
"""What has its last letter doubled before an ending, unless an "e" was dropped there: hop(e)."""


class Verb(NamedTuple):
    """The action that plays a verb, and whether the word is nothing else oftener."""

    action: str
    sure: bool


@cache
def verbs() -> dict[str, Verb]:
    """The long list, by base form."""
    found: dict[str, Verb] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        action, _, words = line.partition(": ")
        for word in words.split():
            found[word.removesuffix("?")] = Verb(action, not word.endswith("?"))
    return found


@cache
def _past() -> dict[str, str]:
    return {form: verb for verb, forms in IRREGULAR.items() for form in forms}


def base(word: str) -> str | None:
    """The base form of a form of a verb of the list: knits, knitted and knitting are all "knit"."""
    if word in _past():
        return _past()[word]
    return next((verb for verb in _bases(word) if _is_verb(verb)), None)


def _is_verb(word: str) -> bool:
    known = index().meanings.get(word, ())
    return word in verbs() or word in IRREGULAR or any(meaning.kind == "action" for meaning in known)


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of, the likeliest first."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            if stem.endswith("y") and ending == "ing" and len(stem) < 4:
                yield stem[:-1] + "ie"
            if stem.endswith("i") and ending == "ed":
                yield stem[:-1] + "y"
            yield from (stem + "e", stem) if _SHORT.search(stem) else (stem, stem + "e")
            if stem[-2:-1] == stem[-1]:
                yield stem[:-1]
    if word.endswith("s"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    yield word


def said(phrase: str, action: str) -> str:
    """What somebody does whose deed is a phrase that `action` plays, as a verb in its base form.

    Particles count after verbs that say little ("takes off"); nouns instead of them ("takes a nap").
    """
    first, *rest = phrase.split()
    if rest and first in _KINDS:
        first, *rest = rest
    verb = base(first)
    if verb is None:
        verb = gerunds.base(first) if first.endswith("ing") and len(first) > 5 else action
    if verb not in _LIGHT:
        return verb
    if rest and rest[0] in _PARTICLES and len(rest) == 1:
        return f"{verb} {rest[0]}"
    return next((done for word in rest if (done := base(word)) and done not in _LIGHT), action)
