"""Reviewing a prompt: which elements of a good one it has, in which words, and what could be added.

The elements are those of the Sora gateway's advice: scene, subject, action, style, lighting, camera, colour.
A prompt is read as the engine reads it, and then for more: light, lenses and palettes that nobody draws, and
subjects and actions that the lexicon does not know but grammar gives away.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kinema.engines.animatic.lexicon import advice
from kinema.engines.animatic.lexicon.advice import ELEMENTS, KINDS, LIGHTS, SOMEONE, SUGGESTIONS
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.reading.words import MOST_READ, Mention, legible, read

MOST_WORDS = 12
"""How many words an element is shown with."""

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[a-z]+", re.IGNORECASE)
_STOP = re.compile("[,.;，。；]")
_DENIALS = frozenset(("no", "without", "not"))


@dataclass(frozen=True)
class Review:
    """What was found. `language` is "en" or "zh"; `found` maps an element to the words that speak of it."""

    language: str
    found: dict[str, tuple[str, ...]]
    suggestions: dict[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The elements that nothing was found for."""
        return tuple(element for element in ELEMENTS if element not in self.found)

    @property
    def score(self) -> int:
        """How many of the seven elements the prompt has."""
        return len(self.found)


def review(prompt: str) -> Review:
    """Review any text, in time proportional to its length; never fails."""
    text = legible(prompt[:MOST_READ])
    wanted, fillers, _ = read(text)
    words: dict[str, dict[str, None]] = {element: {} for element in ELEMENTS}
    for mention in wanted:
        for kind in dict.fromkeys(meaning.kind for meaning in mention.meanings):
            if kind in KINDS:
                words[KINDS[kind]][mention.phrase] = None
    folded = unicodedata.normalize("NFKC", text)[:MOST_READ].casefold()
    for match in _more().finditer(folded):
        if not _denied(folded, match.start()):
            for element in _elements()[match[0]]:
                words[element][match[0]] = None
    _guess(words, wanted, fillers)
    found = {element: tuple(said)[:MOST_WORDS] for element, said in words.items() if said}
    language = "zh" if len(_HAN.findall(folded)) > len(_WORD.findall(folded)) else "en"
    return Review(language, found, _suggestions(language, found, wanted))


def _suggestions(language: str, found: dict[str, tuple[str, ...]], wanted: list[Mention]) -> dict[str, str]:
    named = next((word for word in found.get("subject", ()) if len(word) <= 30), None)
    subject = SOMEONE[language]
    if named:
        subject = f"the {named}" if language == "en" and not is_han(named) else named
    night = any(mention.value("time") == "night" for mention in wanted)
    given = {"subject": subject, "light": LIGHTS[language][night]}
    return {
        element: SUGGESTIONS[language][element].format(**given)
        for element in ELEMENTS
        if element not in found
    }


@cache
def _elements() -> dict[str, tuple[str, ...]]:
    """Every phrase of `advice.MORE` and the elements that it speaks of."""
    found: dict[str, tuple[str, ...]] = {}
    for element, phrases in advice.MORE.items():
        for phrase in phrases:
            found[phrase] = (*found.get(phrase, ()), element)
    return found


@cache
def _more() -> re.Pattern[str]:
    longest_first = sorted(_elements(), key=len, reverse=True)
    han = "|".join(re.escape(phrase) for phrase in longest_first if is_han(phrase))
    others = "|".join(re.escape(phrase) for phrase in longest_first if not is_han(phrase))
    return re.compile(rf"{han}|(?<![\w-])(?:{others})(?![\w-])", re.ASCII)


def _denied(text: str, at: int) -> bool:
    """Whether the words just before say that it is not wanted."""
    before = _STOP.split(text[max(0, at - 24) : at])[-1].rstrip()
    return before.endswith(("没有", "不要", "无")) or not _DENIALS.isdisjoint(before.split()[-2:])


def _guess(words: dict[str, dict[str, None]], wanted: list[Mention], fillers: list[str | None]) -> None:
    """Find subjects and actions outside the lexicon by the words around them."""
    known = {mention.at: mention for mention in wanted}
    if not words["subject"]:
        words["subject"] |= dict.fromkeys(_unknown_subjects(known, fillers))
    if not words["action"]:
        words["action"] |= dict.fromkeys(_unknown_actions(known, fillers, words["subject"]))


def _unknown_subjects(known: dict[int, Mention], fillers: list[str | None]) -> Iterator[str]:
    for at, filler in enumerate(fillers):
        counted = at in known and known[at].value("count")
        if filler not in advice.DETERMINERS and not counted:
            continue
        run = list(_run(fillers, at + 1))
        if counted and is_han(known[at].phrase):
            name = "".join(_until(run[:5], advice.HAN_ENDS))
        else:
            run = list(_until(run[:4], advice.NO_SUBJECT))
            ends = next((n for n, word in enumerate(run) if n and _is_verb(word)), len(run))
            name = " ".join(run[:ends])
        if len(name) > 1 and not _is_verb(name.split(" ")[0], only_ing=True):
            yield name


def _unknown_actions(
    known: dict[int, Mention], fillers: list[str | None], subjects: Iterable[str]
) -> Iterator[str]:
    last = {subject.split(" ")[-1] for subject in subjects}
    for at, filler in enumerate(fillers):
        before = fillers[at - 1] if at else None
        after_subject = at > 0 and (
            (at - 1 in known and bool(known[at - 1].value("subject"))) or before in last
        )
        if filler is None:
            continue
        if filler == "着" and before and is_han(before):
            yield before + filler
        elif _is_verb(filler, only_ing=not after_subject):
            yield filler


def _run(fillers: list[str | None], start: int) -> Iterator[str]:
    for filler in fillers[start : start + 5]:
        if filler is None or not filler[0].isalnum():
            return
        yield filler


def _until(run: Iterable[str], ends: frozenset[str]) -> Iterator[str]:
    for word in run:
        if word in ends:
            return
        yield word


def _is_verb(word: str, *, only_ing: bool = False) -> bool:
    """Whether an English word looks like what somebody does: "brewing"; after a subject "mends" too."""
    if not word.isascii() or len(word) < 4 or word in advice.NO_ACTION:
        return False
    return (word.endswith("ing") and len(word) > 5) or (
        not only_ing and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )
