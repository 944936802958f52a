"""The word for a deed: the base form of an English verb, for any of its forms and for Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kinema.engines.animatic.lexicon import gerunds
from kinema.engines.animatic.lexicon.actions import UNINFLECTED
from kinema.engines.animatic.lexicon.index import index, is_han
from kinema.engines.animatic.lexicon.irregular import IRREGULAR
from kinema.engines.animatic.lexicon.verbs import deeds, verbs

LIGHT = frozenset(("do", "get", "give", "go", "have", "make", "put", "set", "take"))
"""Verbs that say little: what comes after them says what is done."""
_PARTICLES = frozenset(("off", "up", "down", "out", "on", "away"))
_KINDS = frozenset(
    (
        "belly",
        "bungee",
        "drag",
        "figure",
        "fly",
        "hang",
        "ice",
        "pole",
        "rock",
        "roller",
        "scuba",
        "sword",
        "tap",
    )
)
"""Nouns that say which way of a verb it is that comes after them: a tap dance."""
_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
"""What has its last letter doubled before an ending, unless an "e" was dropped there: hop(e)."""


def deed(phrase: str, action: str) -> str:
    """What somebody does whose deed is a phrase that `action` plays.

    Particles count after verbs that say little ("takes off"); nouns instead of them ("takes a nap").
    """
    if is_han(phrase):
        ends = range(len(phrase), 0, -1)
        return next((deeds()[phrase[:end]] for end in ends if phrase[:end] in deeds()), action)
    first, *rest = phrase.split()
    if first in UNINFLECTED or "asleep" in rest:
        return "fall" if first.startswith("fall") and not rest else action
    if rest and first in _KINDS:
        first, *rest = rest
    verb = base(first)
    if verb is None:
        verb = gerunds.base(first) if first.endswith("ing") and len(first) > 5 else action
    if verb not in LIGHT:
        return verb
    if rest and rest[0] in _PARTICLES and len(rest) == 1:
        return f"{verb} {rest[0]}"
    done = (base(word) for word in rest)
    least = verb if action in ("work", "stand") else action
    return next((known for known in done if known and known not in LIGHT), least)


def base(word: str) -> str | None:
    """The base form of a form of a verb that is known: knits, knitted and knitting are all "knit"."""
    if word in _past():
        return _past()[word]
    return next((verb for verb in _bases(word) if _is_verb(verb)), None)


def action_of(verb: str) -> str:
    """What plays an English verb in its base form; itself where no table has it."""
    known = next((said.value for said in index().meanings.get(verb, ()) if said.kind == "action"), None)
    return known or (verbs()[verb].action if verb in verbs() else verb)


@cache
def _past() -> dict[str, str]:
    return {form: verb for verb, forms in IRREGULAR.items() for form in forms}


def _is_verb(word: str) -> bool:
    if word in verbs() or word in IRREGULAR:
        return True
    known = index().meanings.get(word, ())
    return any(meaning.kind == "action" for meaning in known) and not (word.endswith("ing") and len(word) > 5)


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


def is_sure(word: str) -> bool:
    """Whether a word is a form of a listed verb other than its base form, and hardly ever anything else."""
    verb = base(word)
    return verb is not None and verb != word and verb in verbs() and verbs()[verb].sure
