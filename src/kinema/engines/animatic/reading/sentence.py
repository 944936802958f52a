"""A sentence as it is read: a row of units, one for each token, and the nouns among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinema.engines.animatic.lexicon.grammar import ANDS
from kinema.engines.animatic.lexicon.standing import LIMBS, PARTS
from kinema.engines.animatic.reading.words import Mention
from kinema.engines.animatic.scene import Trait

_FURTHEST = 2
"""How many units may stand between a preposition and the phrase that it governs."""
_TIED = 6
"""How many, where a Chinese 的 ties them to it."""
_NO_PART_OF_IT = ("action", "garment", "relation")
Unit = Mention | str | None
"""What means something, a word that does not, or nothing."""


@dataclass(frozen=True)
class Part:
    """Some of a group, and what tells them from the others."""

    count: int
    colour: str | None = None
    size: str | None = None
    traits: tuple[Trait, ...] = ()

    @property
    def looks(self) -> bool:
        """Whether anything is said of how they look."""
        return bool(self.colour or self.size or self.traits)


@dataclass
class Noun:
    """A subject as the prompt names it. `start` to `at` are the units of its phrase; `role` is "head" for
    who may act, "object" for what is acted on, "placed" after a preposition; nouns of one `group` are joined
    by "and". `action` plays what they do, `verb` is the word for it. It is `new` where it brings somebody in
    ("a cat", "two cats", "the other cat"). What it does `describes` it where that is said before it
    ("a sleeping fox"). A group whose members look different has `parts`."""

    mention: Mention
    start: int
    at: int
    clause: int
    role: str = "head"
    group: int = 0
    count: int | None = None
    colour: str | None = None
    size: str | None = None
    action: str | None = None
    verb: str | None = None
    new: bool = False
    describes: bool = False
    looks: tuple[Trait, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """The units, the clause that each is in, and the nouns with what they do."""

    units: Sequence[Unit]
    clauses: Sequence[int]
    nouns: tuple[Noun, ...]

    def mention(self, at: int) -> Mention | None:
        """The mention at a place, if there is one."""
        unit = self.units[at] if 0 <= at < len(self.units) else None
        return unit if isinstance(unit, Mention) else None

    def head(self, at: int) -> Noun | None:
        """Who acts in the clause of a place: the last before it that may."""
        found = None
        for noun in self.nouns:
            if noun.at >= at:
                break
            if noun.clause == self.clauses[at] and noun.role == "head":
                found = noun
        return found

    def earlier_head(self, at: int) -> Noun | None:
        """Who acted last in the clauses before."""
        heads = [noun for noun in self.nouns if noun.at < at and noun.role == "head"]
        return heads[-1] if heads else None

    def following(self, at: int) -> Noun | None:
        """The next noun in the clause of a place."""
        return next((noun for noun in self.nouns if noun.at > at and noun.clause == self.clauses[at]), None)

    def governed(self, start: int) -> Noun | None:
        """The noun whose phrase begins at a place, or just after it."""
        for noun in self.nouns:
            if noun.start >= start:
                between = [self.mention(at) for at in range(start, noun.start)]
                if any(unit in ANDS for unit in self.units[start : noun.start]):
                    return None
                tied = self.units[noun.start - 1] == "的" and len(between) <= _TIED
                near = (len(between) <= _FURTHEST or tied) and noun.clause == self.clauses[start - 1]
                return (
                    noun
                    if near and not any(m and any(m.value(kind) for kind in _NO_PART_OF_IT) for m in between)
                    else None
                )
        return None

    def joined(self, one: Noun) -> list[Noun]:
        """Everybody who is joined to one by an "and": what is said of the last is said of all."""
        joined = [noun for noun in self.nouns if noun.group == one.group and noun.at <= one.at]
        return joined if one.role == "head" else [one]

    def is_of_body(self, at: int) -> bool:
        """Whether somebody's own head or hand is named at a place: "sticks its head out of"."""
        whose, what = (*self.units[at : at + 2], None, None)[:2]
        word = what.phrase if isinstance(what, Mention) else what
        return whose in ("its", "his", "her", "their") and (word in LIMBS or word in PARTS)

    def is_passive(self, at: int) -> bool:
        """Whether "by" says who does it, not where somebody is: "pulled by a horse"."""
        unit = self.units[at] if at >= 0 else None
        word = unit.phrase if isinstance(unit, Mention) else unit or ""
        return word.endswith(("ed", "wn", "en", "lit", "led"))


Relation = tuple[Noun, str, Noun]
"""One, how they stand, and to whom."""
