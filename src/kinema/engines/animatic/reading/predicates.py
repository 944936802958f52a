"""English verbs of the long list: where a word that may be one is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinema.engines.animatic.lexicon import gerunds, verbs
from kinema.engines.animatic.lexicon.advice import NO_ACTION
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)
from kinema.engines.animatic.lexicon.index import Meaning, is_han
from kinema.engines.animatic.lexicon.irregular import IRREGULAR
from kinema.engines.animatic.reading.creatures import is_alive
from kinema.engines.animatic.reading.words import Mention

_NO_DEED = NO_ACTION | {"wearing", "facing", "looking", "featuring", "showing"}
_BY_WAY = frozenset(("still", "just", "also", "both", "all", "together", "each", "now", "then", "always", "once"))
"""Adverbs that may stand between somebody and what they do; those in "-ly" may too."""
_SOMEBODY = PRONOUNS | frozenset(("we", "everyone", "everybody", "someone", "somebody", "nobody", "i", "you"))
_LEFT_BEHIND = frozenset(("in", "with", "by", "on", "of", "under", "into", "as", "from"))
"""After a past participle, these say that it is somebody's state: "covered in snow"."""
_OBJECTS = DETERMINERS | PREPOSITIONS | frozenset(("him", "them", "himself", "herself", "itself", "themselves", "out", "away", "back"))
"""What follows a verb rather than a noun."""
_QUALITIES = ("count", "colour", "size", "mood")

Known = Mapping[int, Mention]
Fillers = Sequence[str | None]


def predicates(known: Known, fillers: Fillers) -> Iterator[Mention]:
    """The words that are verbs of somebody where they stand, those included that mean something else elsewhere."""
    for at, filler in enumerate(fillers):
        mention = known.get(at)
        if mention and (mention.value("action") or _is_firm(mention)):
            continue
        word = mention.phrase if mention else filler or ""
        if len(word) < 3 or not word.isascii() or not word.isalpha() or word in _NO_DEED:
            continue
        verb = verbs.base(word)
        if verb is None and word.endswith("ing") and len(word) > 5 and not mention:
            verb = gerunds.base(word)
        if verb and _is_said_of_somebody(word, verb, at, known, fillers, other=mention is not None):
            action = verbs.verbs()[verb].action if verb in verbs.verbs() else verb
            yield Mention((Meaning("action", action),), at, at + 1, phrase=word)


def _is_firm(mention: Mention) -> bool:
    """Whether a word is what it is, whatever is before it."""
    firm = ("character", "weather", "count", "relation", "colour", "garment", "negation")
    return is_han(mention.phrase) or " " in mention.phrase or any(mention.value(kind) for kind in firm)


def _is_said_of_somebody(word: str, verb: str, at: int, known: Known, fillers: Fillers, *, other: bool) -> bool:
    listed = verbs.verbs().get(verb)
    sure = listed is not None and listed.sure and not other
    place = _before(at, known, fillers)
    before, filler = known.get(place), fillers[place] if place >= 0 else None
    somebody = before is not None and bool(before.value("subject") or before.value("character"))
    is_pronoun = filler in _SOMEBODY
    after, next_word = known.get(at + 1), fillers[at + 1] if at + 1 < len(fillers) else None
    done_to = next_word in _OBJECTS or (after is not None and bool(after.value("count") or after.value("relation")))
    ends = at + 1 >= len(fillers) or next_word in STOPS | ANDS | CONJUNCTIONS
    if word.endswith("ing"):
        if somebody or is_pronoun or filler in AUXILIARIES - {"to", "and", "then"}:
            return True
        if after and is_alive(after) and place == at - 1:  # a screaming child
            described = before is not None and any(before.value(kind) for kind in _QUALITIES)
            return described or filler in DETERMINERS
        if filler in DETERMINERS or (before and any(before.value(kind) for kind in _QUALITIES)):
            return False
        return (sure or filler in ANDS | STOPS) and place >= 0 and (done_to or ends or next_word is not None)
    if word in IRREGULAR.get(verb, ()) or word.endswith("ed"):
        passive = next_word in _LEFT_BEHIND or (after and after.phrase in _LEFT_BEHIND)
        return (somebody or is_pronoun) and not passive and (sure or done_to)
    if word.endswith("s") and word != verb:
        if is_pronoun or (somebody and not (before and before.plural)):
            return sure or done_to or ends or after is not None or next_word is not None
        return sure and done_to and place >= 0 and filler not in DETERMINERS and not (before and before.value("count"))
    many = before is not None and (before.plural or _are_joined(place, known, fillers))
    return bool((somebody and many) or filler in ("they", "we")) and (sure or done_to or after is not None)


def _before(at: int, known: Known, fillers: Fillers) -> int:
    """The place of what stands before a verb, adverbs aside; -1 where nothing does."""
    at -= 1
    while at >= 0 and at not in known and (word := fillers[at]) and (word in _BY_WAY or word.endswith("ly")):
        at -= 1
    return at


def _are_joined(at: int, known: Known, fillers: Fillers) -> bool:
    """Whether somebody is the last of two: "a cat and a dog sniff"."""
    before = at - 1
    while before >= 0 and before > at - 4:
        if fillers[before] in ANDS:
            return True
        before -= 1
    return False
