"""The vocabulary: every place, motion, weather and style there is, the engine's own and other packages'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import TypeVar

import structlog

from kinema.engines.animatic.lexicon.actions import DEEDS, inflect
from kinema.engines.animatic.terms import Motion, Place, Style, Term, Weather

GROUP = "kinema.animatic"
"""The entry points by which other packages add terms."""
_ROOMS = {Place: "places", Motion: "motions", Weather: "weathers", Style: "styles"}
"""Where our own are: each module there has one, called PLACE, MOTION, WEATHER or STYLE."""

T = TypeVar("T", bound=Term)
log = structlog.get_logger("kinema.engines")


@dataclass(frozen=True)
class Vocabulary:
    """Every term by its name. `extensions` maps those of other packages to what is wrong with them: None
    where nothing is; otherwise they were left out."""

    places: Mapping[str, Place]
    motions: Mapping[str, Motion]
    weathers: Mapping[str, Weather]
    styles: Mapping[str, Style]
    extensions: Mapping[str, str | None]

    def of(self, kind: type[Term]) -> Mapping[str, Term]:
        """Every term of one kind."""
        found: Mapping[str, Term] = getattr(self, _ROOMS[kind])
        return found


@cache
def vocabulary() -> Vocabulary:
    """Every term, read once in a process. An extension that is broken, or takes what another has, is named in
    the log and left out."""
    known = Vocabulary(_ours(Place), _ours(Motion), _ours(Weather), _ours(Style), {})
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        known = _with(known, entry)
    return known


def _ours(kind: type[T]) -> dict[str, T]:
    package = import_module(f"{__package__}.{_ROOMS[kind]}")
    modules = (import_module(found.name) for found in iter_modules(package.__path__, f"{package.__name__}."))
    terms: Iterator[T] = (getattr(module, kind.__name__.upper()) for module in modules)
    return {term.name: term for term in terms}


def _with(known: Vocabulary, entry: EntryPoint) -> Vocabulary:
    """The vocabulary with what an entry point stands for, or with what is wrong with that."""
    try:
        term = entry.load()
        problem = _wrong(term) or _taken(term, known.of(type(term)))
    except Exception as error:  # noqa: BLE001 - whatever somebody else's package does, films are still drawn
        problem = f"{entry.value} does not load: {type(error).__name__}: {error}"
    known = replace(known, extensions={**known.extensions, _called(entry): problem})
    if problem:
        log.warning("animatic extension left out", extension=_called(entry), problem=problem)
        return known
    return replace(known, **{_ROOMS[type(term)]: {**known.of(type(term)), term.name: term}})


def _called(entry: EntryPoint) -> str:
    return f"{entry.name} ({entry.dist.name} {entry.dist.version})" if entry.dist else entry.name


def _wrong(term: object) -> str | None:
    """What is wrong with a term by itself."""
    if type(term) not in _ROOMS:
        kinds = ", ".join(kind.__name__ for kind in _ROOMS)
        return f"it is {term!r}, which is none of {kinds}"
    assert isinstance(term, Term)
    if not (isinstance(term.name, str) and term.name and term.name == term.name.strip().lower()):
        return f"its name must be in lower case, not {term.name!r}"
    words = term.words
    if not isinstance(words, tuple) or not words:
        return f"its words must be a tuple with at least one in it, not {words!r}"
    for word in words:
        if not isinstance(word, str) or not word or word != word.strip().casefold():
            return f"its words must be in lower case without spaces around them, not {word!r}"
    return term.problem()


def _taken(term: Term, others: Mapping[str, Term]) -> str | None:
    """What of a term belongs to another of its kind already."""
    kind = type(term).__name__.lower()
    if term.name in others or (isinstance(term, Motion) and term.name in DEEDS):
        return f"there is a {kind} called {term.name!r} already"
    taken = {form: other.name for other in others.values() for form in _forms(other)}
    if isinstance(term, Motion):
        taken |= {
            form: deed for deed, (_, words) in DEEDS.items() for word in words for form in inflect(word)
        }
    clash = next((form for form in _forms(term) if form in taken), None)
    return f"its word {clash!r} is one of the {kind} {taken[clash]!r} already" if clash else None


def _forms(term: Term) -> Iterator[str]:
    for word in term.words:
        yield from inflect(word) if isinstance(term, Motion) else (word,)


def motion_of(action: str) -> str:
    """The motion that plays an action, one that no table has included."""
    if action in DEEDS:
        return DEEDS[action][0]
    return action if action in vocabulary().motions else "stand"
