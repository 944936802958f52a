"""Where somebody is, by what English says before the second of two: "a cat under the table"."""

from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.lexicon.grammar import DETERMINERS, STOPS
from kinema.engines.animatic.lexicon.standing import ABOUT, FIGURES, MOVES, PARTS, TURNS
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.sentence import Noun, Relation, Sentence
from kinema.engines.animatic.reading.words import Mention

_THEM = frozenset(("it", "its", "him", "his", "her", "them", "their"))
_SIDES = ("back", "backs", "side", "sides", "top", "roof", "hood", "deck")
_RIDDEN = frozenset(("horse", "unicorn", "bicycle", "motorcycle", "🐪", "🐫"))


def by_preposition(sentence: Sentence, at: int, unit: Mention, kind: str) -> Iterator[Relation]:
    """The relations that the preposition at a place says, of the noun after it."""
    one = next((noun for noun in sentence.nouns if noun.at == at - 1 and noun.role != "object"), None)
    if one and one.start and sentence.units[one.start - 1] == "of":
        one = None  # a ball of yarn on a rug
    if one and one.role == "placed" and not is_alive(one.mention) and (head := sentence.head(at)):
        one = head  # an iguana on a rock beside a cactus
    one = _thing_that_does(sentence, at) or one or _doing(sentence, at - 1) or sentence.head(at)
    if kind == "mutual":
        joined = [noun for noun in sentence.nouns if one and noun.group == one.group]
        if len(joined) > 1:
            yield joined[0], "beside", joined[1]
        return
    target = None if _is_pronoun(sentence, at + 1) else sentence.governed(at + 1)
    if target is None and not (kind == "with" and sentence.is_of_body(at + 1)):
        target = _meant(sentence, at + 1, one)
    if target is None:
        return
    verbs = set(_verbs(sentence, at))
    if verbs & FIGURES and kind == "over" and one and not _flies(one):
        return  # "they fight over a toy"
    if verbs & ABOUT and unit.phrase == "on":
        return  # "they collaborate on a painting"
    if kind in ("on", "in") and (verbs & MOVES or _is_another_s(sentence, at)):
        one = next((noun for noun in sentence.nouns if noun.at == at - 1), None)
        if one is None:
            return
    one = one or _fronted(sentence, at, target) or sentence.earlier_head(at)
    if one is target:  # "pulls a duck behind her"
        done_to = (n for n in sentence.nouns if n.role == "object" and n.clause == sentence.clauses[at])
        one = next((noun for noun in done_to if noun.at < at), None)
    if one is None or (unit.phrase == "by" and sentence.is_passive(at - 1)):
        return
    if kind == "on" and (
        one.action == "ride" or (is_person(one.mention) and target.mention.value("subject") in _RIDDEN)
    ):
        kind = "riding"
    if kind == "under" and is_person(one.mention) and target.mention.value("subject") == "☂":
        kind = "holding"
    if unit.phrase == "into" and (one.action in ("talk", "sing", "play", "look") or verbs & TURNS):
        return  # into a microphone, into a prince
    if kind == "on" and is_person(one.mention) and target.mention.value("subject") == "📱":
        kind = "holding"
    if kind == "with":
        kind = "beside" if is_alive(target.mention) else "holding"
    if kind in ("in", "on") and (part := _part(sentence, at, target)):
        if part == "holding":
            yield target, part, one
            return
        kind = part
    for each in sentence.joined(one):
        yield each, kind, target


def _flies(noun: Noun) -> bool:
    """Whether somebody is in the air as a rule."""
    return BEINGS.get(str(noun.mention.value("subject")), DEFAULT).action == "fly"


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether the word at a place stands for somebody: "behind her, a bear", but not "behind her house"."""
    word, after = (*sentence.units[at : at + 2], None, None)[:2]
    if word == "her":
        goes_on = isinstance(after, Mention) and bool(after.value("count") or after.value("action"))
        return goes_on or after is None or after in STOPS or after in DETERMINERS
    return word in ("him", "them", "it")


def _is_side(sentence: Sentence, at: int) -> bool:
    """Whether a side of somebody is named after a place: "on its back"."""
    return at + 1 < len(sentence.units) and sentence.units[at + 1] in _SIDES


def _meant(sentence: Sentence, at: int, one: Noun | None) -> Noun | None:
    """Whom a pronoun at a place stands for: "it" may be a thing that nobody spoke of as acting."""
    word = sentence.units[at] if at < len(sentence.units) else None
    if word not in _THEM or not (
        _is_pronoun(sentence, at) or sentence.is_of_body(at) or _is_side(sentence, at)
    ):
        return None
    before = one.start if one else at
    heads = [noun for noun in sentence.nouns if noun.at < before and noun.role == "head"]
    if word in ("him", "his", "her"):
        heads = [noun for noun in heads if is_alive(noun.mention)]
    head = heads[-1] if heads else None
    if head is None and word in ("it", "its"):
        head = next((noun for noun in reversed(sentence.nouns) if noun.at < before), None)
    return head or one


def _verbs(sentence: Sentence, at: int) -> Iterator[str | None]:
    """The verbs before a preposition and perhaps what they are done to, the last first."""
    for place in range(at - 1, max(at - 6, -1), -1):
        unit = sentence.mention(place)
        if sentence.clauses[place] != sentence.clauses[at] or (unit and unit.value("relation")):
            return
        if unit and unit.value("action"):
            yield base(unit.phrase.split()[0])


def _is_another_s(sentence: Sentence, at: int) -> bool:
    """Whether a thing that is not drawn stands before a preposition: "he blows out the candles on a cake"."""
    word, before = sentence.units[at - 1] if at else None, sentence.units[at - 2] if at > 1 else None
    if not isinstance(word, str) or not word.isalpha() or word in DETERMINERS or word.endswith("ly"):
        return False
    counted = isinstance(before, Mention) and bool(before.value("count"))
    return counted or before in DETERMINERS


def _part(sentence: Sentence, at: int, target: Noun) -> str | None:
    """What it means to be in a part of somebody: on a lap, held by hands."""
    after = (target.at if target.start <= at + 2 and target.at > at else at + 1) + 1
    unit = sentence.units[after] if after < len(sentence.units) else None
    return PARTS.get(unit.phrase if isinstance(unit, Mention) else unit or "")


def _thing_that_does(sentence: Sentence, at: int) -> Noun | None:
    """Which thing an "it" before the verb of a preposition stands for: "before it lands back on the pan"."""
    for place in range(at - 1, max(at - 4, 0), -1):
        unit = sentence.mention(place)
        if unit and unit.value("action"):
            things = (noun for noun in reversed(sentence.nouns) if noun.at < place)
            says_it = sentence.units[place - 1] == "it"
            return next((n for n in things if not is_person(n.mention)), None) if says_it else None
        if unit or sentence.units[place] in STOPS:
            return None
    return None


def _doing(sentence: Sentence, at: int) -> Noun | None:
    """Who stands right before the participle at a place: "on a couple walking under an umbrella", "in a car
    parked next to a barn"."""
    verb = sentence.mention(at)
    does = bool(verb and verb.value("action") and verb.phrase.endswith("ing"))
    if not does and (verb or not sentence.is_passive(at)):
        return None
    before = next((noun for noun in sentence.nouns if noun.at == at - 1), None)
    return before if before and (not does or is_alive(before.mention)) else None


def _fronted(sentence: Sentence, at: int, target: Noun) -> Noun | None:
    """Who comes after what is said of the place: "in front of the castle, a dragon"."""
    opens = at == 0 or sentence.clauses[at - 1] != sentence.clauses[at] or sentence.units[at - 1] in STOPS
    return next(
        (
            noun
            for noun in sentence.nouns
            if opens
            and noun.at > max(at, target.at)
            and (noun.role == "head" or _is_inverted(sentence, target, noun))
        ),
        None,
    )


def _is_inverted(sentence: Sentence, target: Noun, noun: Noun) -> bool:
    """Whether a verb between two says of the second what is done at the first: "on the table sits a cat"."""
    verb = sentence.mention(target.at + 1)
    return bool(verb and verb.value("action")) and noun.start == target.at + 2
