"""What a prompt excludes: how far a "no" reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.grammar import CONJUNCTIONS, PREPOSITIONS, PRONOUNS, STOPS
from kinema.engines.animatic.lexicon.index import is_han, label
from kinema.engines.animatic.lexicon.verbs import verbs

if TYPE_CHECKING:
    from kinema.engines.animatic.reading.words import Mention

_JOINS = frozenset(("or", "and", "nor", "、", "和", "或", "与", "及"))
_QUALITIES = ("setting", "time", "weather", "style", "light", "camera", "shot", "mood", "action")
_BEYOND = STOPS | CONJUNCTIONS | PREPOSITIONS | frozenset(("在", "的", "而", "只"))
_STATING = frozenset(("does", "did", "is", "are", "was"))
_STATED = frozenset(("doesn't", "isn't", "aren't"))
_OF_THINGS = frozenset(("no", "without", "free of", "devoid of", "empty of", "void of", "avoid", "zero"))
"""What denies a thing, whatever it is."""
_NAMELESS = PRONOUNS | frozenset(
    ("him", "her", "them", "me", "us", "you", "his", "its", "their", "any", "a", "an", "the", "one")
)
"""What names nothing that could be left out."""
_GAP = 3
"""How many words that mean nothing may stand between a "no" and what it denies."""


def without_negated(
    mentions: list[Mention], fillers: list[str | None]
) -> tuple[list[Mention], tuple[str, ...]]:
    """Drop what a "no" or a "without" stands before, along with what is joined to it; name what was dropped.

    Words that stand together are one thing: "no people walking" excludes people, and nobody's walk.
    """
    wanted: list[Mention] = []
    excluded: dict[str, None] = {}
    denied: list[Mention] = []
    known = {mention.at: mention for mention in mentions}
    reach, of_things, stated = -1, False, False

    def settle() -> None:
        excluded.update(
            _named(denied, stated=stated) if denied else _unnamed(fillers, reach if of_things else -1)
        )

    for mention in mentions:
        if mention.value("nobody"):
            if not (_is_relative(mention, fillers) or _is_of_thing(mention, known, fillers)):
                excluded["person"] = None
        elif mention.value("negation"):
            settle()
            denied, reach, of_things = [], mention.end, mention.phrase in _OF_THINGS
            before = fillers[mention.at - 1] if mention.at else None
            stated = mention.phrase in _STATED or (mention.phrase == "not" and before in _STATING)
        elif _reaches(mention, fillers[reach : mention.at] if reach >= 0 else None, denied):
            if reach < mention.at and denied:
                settle()
                denied = []
            denied.append(mention)
            reach = mention.end
        else:
            settle()
            wanted.append(mention)
            denied, reach = [], -1
    settle()
    return wanted, tuple(excluded)


def _is_relative(mention: Mention, fillers: list[str | None]) -> bool:
    """Whether it is only what nobody did to something: "a coin nobody picked up"."""
    before = fillers[mention.at - 1] if mention.at else "."
    after = fillers[mention.end] if mention.end < len(fillers) else None
    return before not in _BEYOND and bool(after) and str(after).endswith("ed")


def _is_of_thing(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether it is a thing that nobody is at, not a place: 空荡荡的长椅."""
    at = mention.end
    at += at < len(fillers) and fillers[at] == "的"
    while after := known.get(at):
        if after.value("subject"):
            return True
        at = after.end
    return False


def _reaches(mention: Mention, between: list[str | None] | None, denied: list[Mention]) -> bool:
    """Whether a denial reaches a mention over the words in `between`; None is no denial."""
    if between is None or mention.value("relation") or len(between) > _GAP:
        return False
    if denied:
        return all(word in _JOINS for word in between)
    if len(between) > 1 and is_han(between[0] or " "):
        return False
    return not any(word is None or word in _BEYOND for word in between)


def _unnamed(fillers: list[str | None], reach: int) -> dict[str, None]:
    """What follows a "no" and is in no table, by the prompt's own word."""
    name = None
    for word in fillers[reach : reach + _GAP] if reach >= 0 else ():
        if word is None or word in _BEYOND or word in _NAMELESS or not word.isascii():
            break
        if word.endswith("ing") and base(word) in verbs():
            break  # without stopping
        name = word
    return {name.removesuffix("s"): None} if name else {}


def _named(denied: list[Mention], *, stated: bool) -> dict[str, None]:
    """Things by their names; where there is none, every quality that was said. What is `stated` not to be
    done is not to be left out."""
    things = [thing for mention in denied if (thing := _thing(mention))]
    kinds = _QUALITIES[:-1] if stated else _QUALITIES
    qualities = (value for mention in denied for kind in kinds if (value := mention.value(kind)))
    return dict.fromkeys(things or qualities)


def _thing(mention: Mention) -> str | None:
    subject = mention.value("subject")
    return mention.value("absent") or (label(subject) if subject else mention.value("character"))
