"""From nouns to subjects: who plays each, how many there are, and what they do as well as they can."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, THINGS
from kinema.engines.animatic.lexicon.company import COMPANY
from kinema.engines.animatic.lexicon.grammar import FEW
from kinema.engines.animatic.lexicon.index import label
from kinema.engines.animatic.lexicon.kin import TRADES
from kinema.engines.animatic.reading.attire import together
from kinema.engines.animatic.reading.creatures import lives
from kinema.engines.animatic.reading.sentence import Noun
from kinema.engines.animatic.scene import Subject, Trait
from kinema.engines.animatic.vocabulary import motion_of

MOST_SUBJECTS = 6
_PLAYERS = frozenset(("person", "boy", "girl"))
"""Who plays the members of a company."""

_WAYS = {"sail": "sail", "drive": "drive", "fly": "fly", "swim": "swim", "float": "float", "launch": "fly"}
"""How one goes somewhere, by what one usually does; anybody else walks."""

_VEHICLES = {
    **dict.fromkeys("🚃🚄🚅🚆🚇🚈🚊🚋🚌🚎🚐🚑🚒🚓🚔🚖🚗🚙🚚🚛🚜🚞🚝🛴🛵🛺🛻🏎🏍🚲🦼🦽🛒", "drive"),
    **dict.fromkeys("🚢🚤🛥🛳⛴🛶⛵", "sail"),
    **dict.fromkeys("🛩🚁🛸🛰🚠🚡🚟🪁🪂", "fly"),
}
"""How artwork goes that has wheels, floats or flies."""


_TRADES = {word: motion for motion, words in TRADES.items() for word in words}
_GOING = frozenset(("surf", "skate", "ski", "snowboard", "skateboard", "cycle", "swim"))
_VAGUE = frozenset(("go", "ride", "float", "fly", "sail", "drive", "roll", "run"))
"""How those go who go in a way of their own: a surfer rides, a skater glides."""


@dataclass(frozen=True)
class Named:
    """A subject as a prompt names it; None is what it leaves open. It is `fresh` where the prompt brings it
    in: "a cat", not "the cat"."""

    name: str
    emoji: str
    count: int | None = None
    action: str | None = None
    verb: str | None = None
    colour: str | None = None
    character: bool = False
    size: str | None = None
    said: str | None = None
    id: str = ""
    fresh: bool = False
    looks: tuple[Trait, ...] = ()

    def subject(self, usual: str | None = None) -> Subject:
        """The subject, with what is open filled in; `usual` is what it does where nothing was said."""
        being = Subject(
            self.name,
            self.emoji,
            self.count or 1,
            "stand",
            self.colour,
            self.character,
            self.size,
            said=self.said,
            id=self.id,
            looks=self.looks,
        )
        trade = _TRADES.get((self.said or "").removesuffix("s"))
        if self.action and not (trade in _GOING and self.action in _VAGUE):
            return told(being, self.action, self.verb)
        if trade:
            return replace(being, action=trade, doing=self.verb)
        return replace(being, action=(usual or "stand") if self.character else fitting(self.name, usual))


def told(subject: Subject, action: str, verb: str | None = None) -> Subject:
    """A subject that is told to do something, by the `verb` of a prompt: it does that as it can."""
    verb = verb or action
    if action == "go":
        ashore = verb == "cross" and lives(subject.name)
        action = "walk" if ashore else _WAYS.get(_usual(subject), "walk")
    if action in ("walk", "run", "drive", "sail", "fly") and subject.name not in BEINGS:
        way = _VEHICLES.get(subject.emoji)
        if way:
            return replace(subject, action=motion_of(way), doing=verb)
    if action == "float" and BEINGS.get(subject.name, DEFAULT).action == "drive":
        action = "drive"  # a car that drifts
    if action == "shine" and not (lives(subject.name) or lives(subject.emoji)):
        action = "stand"  # what only shines stays where it is
    motion = motion_of(action)
    return replace(subject, action=motion if subject.character else fitting(subject.name, motion), doing=verb)


def _usual(subject: Subject) -> str:
    return BEINGS[subject.name].action if subject.name in BEINGS else _VEHICLES.get(subject.emoji, "stand")


def called(noun: Noun) -> str:
    """What a noun is called in a scene."""
    return noun.mention.value("character") or label(str(noun.mention.value("subject")))


def subjects_of(
    nouns: Sequence[Noun], related: Sequence[tuple[Noun, str, Noun]] = ()
) -> tuple[tuple[Named, ...], dict[int, str], tuple[str, ...]]:
    """The subjects, six at most, in the order of their names; the id of whom each noun names, by its place;
    and who was left out. What is said of one twice is put together, but never of two who are `related`."""
    apart = {place for one, _, other in related for place in ((one.at, other.at), (other.at, one.at))}
    cast: list[Named] = []
    groups: list[int] = []
    places: list[int] = []
    players: dict[int, int] = {}
    for noun in nouns:
        named, *others = _members(noun)
        known = [
            n
            for n, one in enumerate(cast)
            if groups[n] != noun.group and (places[n], noun.at) not in apart and _is_same(one, named, noun)
        ]
        if known:
            at = next((n for n in known if named.colour and cast[n].colour == named.colour), known[0])
            cast[at] = _together(cast[at], named)
        else:
            at = len(cast)
            cast.append(replace(named, id=new_id(named.name, [one.id for one in cast])))
            groups.append(noun.group)
            places.append(noun.at)
        players[noun.at] = at
        for other in others:
            cast.append(replace(other, id=new_id(other.name, [one.id for one in cast])))
            groups.append(noun.group)
            places.append(noun.at)
    shown = {place: cast[at].id for place, at in players.items() if at < MOST_SUBJECTS}
    return tuple(cast[:MOST_SUBJECTS]), shown, tuple(one.said or one.name for one in cast[MOST_SUBJECTS:])


def new_id(name: str, taken: Collection[str]) -> str:
    """An id for one of that name, beside those that are taken."""
    ids = (f"{name} {n}" if n > 1 else name for n in itertools.count(1))
    return next(one for one in ids if one not in taken)


def _is_same(one: Named, named: Named, noun: Noun) -> bool:
    """Whether a noun may speak of one who was named before: nothing that is said tells them apart."""
    if one.name != named.name:
        return False
    if one.character:
        return True
    if any(a and b and a != b for a, b in ((one.colour, named.colour), (one.size, named.size))):
        return False
    if noun.new or (noun.mention.plural and one.count == 1):
        return False
    return one.said == named.said or not (one.said and named.said)


def _together(before: Named, named: Named) -> Named:
    return replace(
        before,
        count=before.count or named.count,
        action=before.action or named.action,
        verb=before.verb or named.verb,
        colour=before.colour or named.colour,
        size=before.size or named.size,
        said=before.said or named.said,
        looks=together(before.looks, named.looks),
    )


def _members(noun: Noun) -> list[Named]:
    """Whom a noun names: one, or one for each part of a group."""
    named = _subject(noun)
    return [
        replace(
            named,
            count=part.count,
            colour=part.colour or named.colour,
            size=part.size or named.size,
            looks=together(part.traits, named.looks),
        )
        for part in noun.parts
    ] or [named]


def _subject(noun: Noun) -> Named:
    character = noun.mention.value("character")
    name = str(noun.mention.value("subject"))
    shown = called(noun)
    many = noun.mention.plural or (shown == "fish" and not noun.mention.value("kin"))
    return Named(
        name=shown,
        emoji="" if character else BEINGS[name].emoji if name in BEINGS else name,
        count=None if character else noun.count or (FEW if many else None),
        action=noun.action,
        verb=noun.verb,
        colour=noun.colour,
        character=bool(character),
        size=noun.size,
        said=_said(noun, shown),
        fresh=noun.new,
        looks=noun.looks,
    )


def _said(noun: Noun, shown: str) -> str | None:
    """The prompt's own word for somebody, where their name does not say all of it."""
    word = noun.mention.phrase.lower()
    if shown in _PLAYERS and word in COMPANY:
        return word
    kin = noun.mention.value("kin")
    return kin if kin != shown else None


def fitting(name: str, said: str | None) -> str:
    """What a being does when it is told to do something: some can do one thing only."""
    being = BEINGS.get(name, DEFAULT)
    if said is None or being.rig in THINGS:
        return being.action
    if being.action == "sail" and lives(name) and said in ("walk", "run", "sit", "sleep", "eat"):
        return said  # a duck on land
    if being.home in ("underwater", "sea") and being.action in ("swim", "sail"):
        return "breach" if said in ("jump", "breach") else being.action
    if being.action == "drive" and said in ("run", "walk", "sail", "stand"):
        return "drive"
    if said in ("sail", "drive") and being.action not in ("sail", "drive"):
        return "run" if being.rig == "quadruped" else "walk"
    return said
