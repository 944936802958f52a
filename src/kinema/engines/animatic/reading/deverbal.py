"""Forms of verbs that are nouns where they stand: "the race", "dew drops", "a robot vacuum"."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.lexicon.verbs import verbs
from kinema.engines.animatic.reading.sentence import Noun, Sentence, Unit
from kinema.engines.animatic.reading.words import Mention

BETWEEN = AUXILIARIES | PRONOUNS | frozenset(("all", "has", "have", "had"))
"""What may stand between somebody and what they do."""


def is_noun(sentence: Sentence, at: int) -> bool:
    """Whether the verb's form at a place names something, or a kind of it."""
    return _within(sentence.nouns, at) or _is_thing(sentence.units, at) or _is_part(sentence, at)


def _is_thing(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb's form stands for a noun: "the race", "a dance"."""
    unit, before = units[at], units[at - 1] if at else None
    assert isinstance(unit, Mention)
    if is_han(unit.phrase):
        return False
    if isinstance(before, Mention):
        number = before.value("count") and not before.value("subject")
        return bool(number) or before.value("relation") in ("in", "with")
    if before == "that" and at > 1 and isinstance(units[at - 2], Mention):
        return False  # "a cat that licks its paw"
    return before in DETERMINERS or before == "of" or _is_kind(units, at)


def _is_kind(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that may be a verb is a noun that an unknown one describes: "dew drops", "a
    french fry"."""
    unit, before = units[at], units[at - 1] if at else None
    assert isinstance(unit, Mention)
    if (
        not isinstance(before, str)
        or not before.isalpha()
        or before.endswith(("s", "ly"))
        or " " in unit.phrase
    ):
        return False
    if before in BETWEEN | ANDS | CONJUNCTIONS | PREPOSITIONS | STOPS or unit.phrase.endswith(("ing", "ed")):
        return False
    verb = base(unit.phrase)
    if verb == unit.phrase or _places(units, at - 2):
        return True
    known = verbs().get(verb or "")
    after = units[at + 1] if at + 1 < len(units) else None
    done_to = after in DETERMINERS | PREPOSITIONS or (isinstance(after, Mention) and after.value("relation"))
    return known is not None and not known.sure and not done_to


def _places(units: Sequence[Unit], at: int) -> bool:
    unit = units[at] if at >= 0 else None
    return unit in PREPOSITIONS or (isinstance(unit, Mention) and bool(unit.value("relation")))


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether a verb's base form only names a kind of what stands before it: "a robot vacuum chases"."""
    before, unit, after = (sentence.mention(place) for place in (at - 1, at, at + 1))
    return bool(
        before
        and unit
        and after
        and before.value("subject")
        and not before.plural
        and not is_han(unit.phrase)
        and not unit.phrase.endswith(("s", "ed"))
        and after.value("action")
        and after.phrase.endswith("s")
    )


def _within(nouns: Sequence[Noun], at: int) -> bool:
    return any(noun.start <= at <= noun.at for noun in nouns)
