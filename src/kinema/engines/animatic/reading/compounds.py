"""Nouns beside nouns: which of them only describes the next, plays its part, or says how many."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.lexicon.grammar import FEW, GROUPS, MANY, PREPOSITIONS
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.sentence import Unit
from kinema.engines.animatic.reading.words import Mention

_PARENTS = frozenset(("mother", "father", "mom", "dad", "妈妈", "爸爸"))
_YOUNG = frozenset(("cub", "cubs", "calf", "pup", "pups", "foal", "young", "baby", "babies"))
_THEIRS = tuple((parent, whose) for parent in ("mother", "father", "mom") for whose in ("its", "their"))
_WHOSE = ("its", "her", "his", "their")
_PEOPLE = frozenset(("person", "man", "woman", "girl", "boy"))
COUPLES = ({"man", "woman"}, {"boy", "girl"}, {"old man", "old woman"})
"""Two whom Chinese names without an "and": 新娘新郎."""
_PLACING = PREPOSITIONS | frozenset(("in", "on", "above", "under", "inside", "below", "among", "high"))
_ADVERBS = frozenset(("underwater", "undersea", "outdoors", "indoors", "downtown", "ashore", "outside"))
_CONTESTS = frozenset(("duel", "fight", "battle", "showdown", "match", "race"))
"""What, right after one of those who meet there, takes two of them: "a wizard duel"."""
_HEADS = frozenset(
    ("field", "fields", "garden", "farm", "market", "park", "shop", "cafe", "carriage", "house")
)
"""English nouns that make a place of the noun before them: "a sunflower field"."""


def is_family(units: Sequence[Unit], at: int, found: Sequence[int]) -> bool:
    """Whether a word for any young is said of the animal that was named first ("an elephant and her calf"),
    or one for the parent of many of them: "ducklings behind their mother"."""
    unit, before = units[at], units[at - 1] if at else None
    first = units[found[0]] if found else None
    if not isinstance(unit, Mention):
        return False
    if not (unit.phrase in _YOUNG and before in _WHOSE) and (unit.phrase, before) not in _THEIRS:
        return False
    return isinstance(first, Mention) and is_alive(first) and not is_person(first)


def is_parent(units: Sequence[Unit], at: int, found: Sequence[int]) -> bool:
    """Whether a parent or cub is an animal like the one before: "its mother", "鸭妈妈", "小企鹅跟着妈妈"."""
    unit, before = units[at], units[at - 1]
    if not isinstance(unit, Mention):
        return False
    if is_family(units, at, found):
        return False
    if unit.phrase.removesuffix("'s") not in _PARENTS:
        return False
    child = units[found[0]] if found and is_han(unit.phrase) else None
    if isinstance(child, Mention) and is_alive(child) and not is_person(child):
        return True
    return before == "its" or (isinstance(before, Mention) and bool(before.value("subject")))


def describes(unit: Mention, following: Mention) -> bool:
    """Whether a noun only describes what comes right after it: a robot dog, a flower market, 青蛙王子."""
    if unit.value("character") or following.value("weather"):
        return False
    if is_han(unit.phrase):
        if is_played(unit, following) or {unit.value("subject"), following.value("subject")} in COUPLES:
            return False
        if following.value("garment") or (following.value("subject") and not is_alive(following)):
            return True
        return following.phrase not in _PARENTS and following.value("subject") in _PEOPLE
    if following.value("garment"):
        return not (is_alive(unit) and unit.phrase.endswith(("'s", "s'")))
    if following.value("subject"):
        return not is_played(unit, following)
    first, *rest = following.phrase.split()
    if following.phrase in _ADVERBS or (rest and first in _PLACING):
        return False
    whose = unit.phrase.endswith("'s")
    return following.phrase in _HEADS or (bool(following.value("setting")) and (whose or not is_alive(unit)))


def is_played(unit: Unit, following: Unit) -> bool:
    """Whether what follows is only the part that somebody plays, or how many: a robot waiter, a wolf pack."""
    if isinstance(unit, Mention) and isinstance(following, Mention) and following.phrase in GROUPS:
        return is_alive(unit)
    return (
        isinstance(unit, Mention)
        and isinstance(following, Mention)
        and is_alive(unit)
        and following.value("subject") in _PEOPLE
        and following.value("kin") is not None
        and unit.value("kin") is None
        and unit.value("subject") not in _PEOPLE
    )


def many_of(units: Sequence[Unit], at: int) -> int | None:
    """How many what comes right after a noun says they are: "a hedgehog family", "ghost pirates"."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if not isinstance(following, Mention) or is_han(following.phrase):
        return None
    if following.phrase in _CONTESTS and isinstance(unit, Mention) and not unit.plural and is_alive(unit):
        return FEW if following.phrase == "race" else 2
    if following.phrase in GROUPS:
        return int(following.value("count") or MANY)
    return FEW if following.plural and is_played(unit, following) else None
