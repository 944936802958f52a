"""The vocabulary: every place, motion, weather, style and look, the engine's own and other packages'."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import TypeVar

from kinema.engines.animatic.lexicon.actions import DEEDS, WAY, inflect
from kinema.engines.animatic.terms import Look, Motion, Place, Style, Term, Weather
from kinema.entrypoints import load
from kinema.errors import Misconfigured

GROUP = "kinema.animatic"
"""The entry points by which other packages add terms."""
_ROOMS = {Place: "places", Motion: "motions", Weather: "weathers", Style: "styles", Look: "looks"}
"""Where our own are: each module there has one, called PLACE, MOTION, WEATHER, STYLE or LOOK."""

T = TypeVar("T", bound=Term)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Vocabulary:
    """Every term by its name. `extensions` maps those of other packages to what is wrong with them: None
    where nothing is; otherwise they were left out."""

    places: Mapping[str, Place]
    motions: Mapping[str, Motion]
    weathers: Mapping[str, Weather]
    styles: Mapping[str, Style]
    looks: Mapping[str, Look]
    extensions: Mapping[str, str | None]

    def of(self, kind: type[Term]) -> Mapping[str, Term]:
        """Every term of one kind."""
        found: Mapping[str, Term] = getattr(self, _ROOMS[kind])
        return found

    def is_at(self, setting: str, place: str) -> bool:
        """Whether a setting is that place, or a kind of it."""
        return place in (setting, self.places[setting].broader)


@cache
def vocabulary() -> Vocabulary:
    """Every term, read once in a process."""
    return gathered(entry_points(group=GROUP))


def gathered(entries: Iterable[EntryPoint]) -> Vocabulary:
    """Our own terms and those of other packages. One that is broken, or takes what another has, is named in
    the log and left out."""
    known = Vocabulary(_ours(Place), _ours(Motion), _ours(Weather), _ours(Style), _ours(Look), {})
    for entry in sorted(entries, key=lambda entry: (entry.name, entry.value)):
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
        term = load(entry)
        problem = wrong(term) or _clash(term, known.of(type(term)))
    except Misconfigured as error:
        problem = error.message
    except Exception as error:  # noqa: BLE001 - whatever somebody else's package does, films are still drawn
        problem = f"{entry.value} is broken: {type(error).__name__}: {error}"
    known = replace(known, extensions={**known.extensions, _called(entry): problem})
    if problem:
        log.warning("animatic extension %s left out: %s", _called(entry), problem)
        return known
    return replace(known, **{_ROOMS[type(term)]: {**known.of(type(term)), term.name: term}})


def _called(entry: EntryPoint) -> str:
    return f"{entry.name} ({entry.dist.name} {entry.dist.version})" if entry.dist else entry.name


def wrong(term: object) -> str | None:
    """What is wrong with a term by itself, in words."""
    if isinstance(term, Term) and type(term) in _ROOMS:
        return term.problem()
    return f"it is {term!r}, which is no {', '.join(kind.__name__ for kind in _ROOMS)}"


def _clash(term: Term, others: Mapping[str, Term]) -> str | None:
    """What of a term does not go with others of its kind."""
    kind = type(term).__name__.lower()
    names = {*others}
    if isinstance(term, Place) and term.broader and term.broader not in names:
        return f"there is no place {term.broader!r} for it to be a kind of"
    taken = {form: other.name for other in others.values() for form in _forms(other)}
    if isinstance(term, Motion):
        deeds = {deed: words for deed, (_, words) in DEEDS.items()} | {"go": WAY}
        names |= {*deeds}
        taken |= {form: deed for deed, words in deeds.items() for word in words for form in inflect(word)}
    if term.name in names:
        return f"there is a {kind} called {term.name!r} already"
    word = next((form for form in _forms(term) if form in taken), None)
    return f"its word {word!r} is one of the {kind} {taken[word]!r} already" if word else None


def _forms(term: Term) -> Iterator[str]:
    for word in term.words:
        yield from inflect(word) if isinstance(term, Motion) else (word,)


def motion_of(action: str) -> str:
    """The motion that plays an action, one that no table has included."""
    if action in DEEDS:
        return DEEDS[action][0]
    return action if action in vocabulary().motions else "stand"
