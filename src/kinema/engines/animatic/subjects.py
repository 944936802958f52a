"""From nouns to subjects: who plays each, how many there are, and what they do as well as they can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, THINGS
from kinema.engines.animatic.lexicon.grammar import FEW, MOST
from kinema.engines.animatic.lexicon.index import label
from kinema.engines.animatic.reading.sentence import Noun
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.vocabulary import motion_of

MOST_SUBJECTS = 4

_WAYS = {"sail": "sail", "drive": "drive", "fly": "fly", "swim": "swim", "float": "float", "launch": "fly"}
"""How one goes somewhere, by what one usually does; anybody else walks."""


@dataclass(frozen=True)
class Named:
    """A subject as a prompt names it; None is what it leaves open."""

    name: str
    emoji: str
    count: int | None = None
    action: str | None = None
    colour: str | None = None
    character: bool = False
    size: str | None = None
    said: str | None = None

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
        )
        if self.action:
            return told(being, self.action)
        return replace(being, action=(usual or "stand") if self.character else fitting(self.name, usual))


def told(subject: Subject, action: str) -> Subject:
    """A subject that is told to do something: it does that as it can."""
    if action == "go":
        being = BEINGS.get(subject.name, DEFAULT)
        action = _WAYS.get(being.action, "walk")
    if action == "float" and BEINGS.get(subject.name, DEFAULT).action == "drive":
        action = "drive"  # a car that drifts
    motion = motion_of(action)
    return replace(
        subject, action=motion if subject.character else fitting(subject.name, motion), doing=action
    )


def called(noun: Noun) -> str:
    """What a noun is called in a scene."""
    return noun.mention.value("character") or label(str(noun.mention.value("subject")))


def subjects_of(nouns: Sequence[Noun]) -> tuple[Named, ...]:
    """The subjects, four at most, in the order of their names; what is said of one twice is put together."""
    found: dict[str, Named] = {}
    for noun in nouns:
        named = _subject(noun)
        if before := found.get(named.name):
            count = before.count or named.count
            if noun.count and named.said != before.said:  # a sailor, and a pirate
                count = min((before.count or 1) + noun.count, MOST)
            named = replace(
                before,
                count=count,
                action=before.action or named.action,
                colour=before.colour or named.colour,
                size=before.size or named.size,
            )
        found[named.name] = named
    return tuple(found.values())[:MOST_SUBJECTS]


def _subject(noun: Noun) -> Named:
    character = noun.mention.value("character")
    name = str(noun.mention.value("subject"))
    shown = called(noun)
    many = noun.mention.plural or shown == "fish"
    return Named(
        name=shown,
        emoji="" if character else BEINGS[name].emoji if name in BEINGS else name,
        count=None if character else noun.count or (FEW if many else None),
        action=noun.action,
        colour=noun.colour,
        character=bool(character),
        size=noun.size,
        said=noun.mention.value("kin") if noun.mention.value("kin") != shown else None,
    )


def fitting(name: str, said: str | None) -> str:
    """What a being does when it is told to do something: some can do one thing only."""
    being = BEINGS.get(name, DEFAULT)
    if said is None or being.rig in THINGS:
        return being.action
    if being.home in ("underwater", "sea") and being.action in ("swim", "sail"):
        return "jump" if said == "jump" and name == "dolphin" else being.action
    if being.action == "drive" and said in ("run", "walk", "sail", "stand"):
        return "drive"
    if said in ("sail", "drive") and being.action not in ("sail", "drive"):
        return "run" if being.rig == "quadruped" else "walk"
    return said
