"""Who is somebody and what is something, among the subjects that a prompt may name."""

from __future__ import annotations

from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.reading.words import Mention

_BEASTS = ("🐻", "🐻‍❄️", "🐼", "🐨", "🐸")
_DUMMIES = frozenset("⛄☃🧸🪆🎎🗽")
_LIVING = ("quadruped", "biped", "bird", "fish", "whale")
_ANIMALS = ((0x1F400, 0x1F43F), (0x1F980, 0x1F9AE), (0x1FABC, 0x1FABF))
_PEOPLE = ((0x1F466, 0x1F480), (0x1F9D9, 0x1F9DF))


def is_alive(mention: Mention) -> bool:
    """Whether a subject is a person, an animal or a character."""
    return bool(mention.value("character")) or lives(mention.value("subject") or "")


def may_wear(mention: Mention) -> bool:
    """Whether a subject is somebody, or looks like somebody, who may have something on: a snowman, a doll."""
    return is_alive(mention) or (mention.value("subject") or "").rstrip("\ufe0f") in _DUMMIES


def lives(name: str) -> bool:
    """Whether a being's name, or an emoji, is a person's or an animal's."""
    being = BEINGS.get(name)
    if being:
        return bool(being.face) or being.rig in _LIVING or lives(being.emoji)
    return _among(name, _ANIMALS) or _among(name, _PEOPLE)


def is_person(mention: Mention) -> bool:
    """Whether a subject is one who may ride and hold: a person, a robot, a character."""
    return bool(mention.value("character")) or is_somebody(mention.value("subject") or "")


def is_somebody(name: str) -> bool:
    """Whether a being's name, or an emoji, is a person's or a robot's."""
    being = BEINGS.get(name)
    upright = being and being.rig == "biped" and being.emoji not in _BEASTS
    return bool(upright) or _among(name, _PEOPLE)


def _among(name: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return len(name) == 1 and any(low <= ord(name) <= high for low, high in ranges)
