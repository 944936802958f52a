"""How the subjects of a prompt stand to each other: on, in, under, behind, chasing, holding, riding."""

from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.grammar import STOPS
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.sentence import Noun, Sentence
from kinema.engines.animatic.reading.verbs import actions
from kinema.engines.animatic.reading.words import Mention

Relation = tuple[Noun, str, Noun]

_THEM = frozenset(("it", "its", "him", "his", "her", "them", "their"))
_RIDDEN = frozenset(("horse", "unicorn", "bicycle", "motorcycle", "🐪", "🐫"))
_THERE = frozenset("站坐躺趴停跟飘漂蹲立睡躲藏挤缩卧蜷长")
"""Chinese verbs of deeds that, with a 着, say who is somewhere."""
_FURTHEST = 2
"""How many units may stand between a preposition and the phrase that it governs."""


def relate(sentence: Sentence) -> list[Relation]:
    """The relations that are said, one between two nouns: "beside" gives way, otherwise the first counts."""
    found: dict[frozenset[int], Relation] = {}
    for one, kind, other in (*_done(sentence), *_placed(sentence)):
        pair = frozenset((one.at, other.at))
        if len(pair) == 2 and (pair not in found or found[pair][1] == "beside"):
            found[pair] = (one, kind, other)
    return list(found.values())


def _done(sentence: Sentence) -> Iterator[Relation]:
    for at, mention, agent in actions(sentence):
        kind = mention.value("deed") or ""
        by = sentence.mention(at + 1)
        if by and by.phrase == "by" and _is_passive(sentence, at):
            if doer := _governed(sentence, at + 2):
                yield doer, kind, agent
        elif target := _governed(sentence, at + 1):
            preposition = by and by.value("relation")
            if kind == "riding" or not preposition:
                yield agent, kind, target


def _placed(sentence: Sentence) -> Iterator[Relation]:
    for at, unit in enumerate(sentence.units):
        if not isinstance(unit, Mention):
            continue
        if kind := unit.value("relation"):
            yield from _by_preposition(sentence, at, unit, kind)
        elif kind := unit.value("afterwards"):
            yield from _by_postposition(sentence, at, kind)


def _by_preposition(sentence: Sentence, at: int, unit: Mention, kind: str) -> Iterator[Relation]:
    one = next((noun for noun in sentence.nouns if noun.at == at - 1 and noun.role != "object"), None)
    if one and one.role == "placed" and not is_alive(one.mention) and (head := sentence.head(at)):
        one = head  # an iguana on a rock beside a cactus
    one = one or sentence.head(at) or _doing(sentence, at - 1)
    if kind == "mutual":
        joined = [noun for noun in sentence.nouns if one and noun.group == one.group]
        if len(joined) > 1:
            yield joined[0], "beside", joined[1]
        return
    target = _governed(sentence, at + 1)
    if target is None and at + 1 < len(sentence.units) and sentence.units[at + 1] in _THEM:
        target = sentence.earlier_head(one.start if one else at)
    if target is None:
        return
    one = one or _fronted(sentence, at, target) or sentence.earlier_head(at)
    if one is None or (unit.phrase == "by" and _is_passive(sentence, at - 1)):
        return
    if kind == "on" and (
        one.action == "ride" or (is_person(one.mention) and target.mention.value("subject") in _RIDDEN)
    ):
        kind = "riding"
    if kind == "under" and is_person(one.mention) and target.mention.value("subject") == "☂":
        kind = "holding"
    if unit.phrase == "into" and one.action in ("talk", "sing", "play", "look"):
        return  # into a microphone
    if kind == "with":
        kind = "beside" if is_alive(target.mention) else "holding"
    yield one, kind, target


def _doing(sentence: Sentence, at: int) -> Noun | None:
    """Who stands right before the participle at a place: "on a couple walking under an umbrella"."""
    verb = sentence.mention(at)
    if not (verb and verb.value("action") and verb.phrase.endswith("ing")):
        return None
    return next((noun for noun in sentence.nouns if noun.at == at - 1 and is_alive(noun.mention)), None)


def _fronted(sentence: Sentence, at: int, target: Noun) -> Noun | None:
    """Who comes after what is said of the place: "in front of the castle, a dragon"."""
    opens = at == 0 or sentence.clauses[at - 1] != sentence.clauses[at]
    return next(
        (
            noun
            for noun in sentence.nouns
            if opens and noun.at > target.at and (noun.role == "head" or _is_inverted(sentence, target, noun))
        ),
        None,
    )


def _is_inverted(sentence: Sentence, target: Noun, noun: Noun) -> bool:
    """Whether a verb between two says of the second what is done at the first: "on the table sits a cat"."""
    verb = sentence.mention(target.at + 1)
    return bool(verb and verb.value("action")) and noun.start == target.at + 2


def _is_passive(sentence: Sentence, at: int) -> bool:
    """Whether "by" says who does it, not where somebody is: "pulled by a horse"."""
    unit = sentence.units[at] if at >= 0 else None
    word = unit.phrase if isinstance(unit, Mention) else unit or ""
    return word.endswith(("ed", "wn", "en", "lit", "led"))


def _by_postposition(sentence: Sentence, at: int, kind: str) -> Iterator[Relation]:
    target = next((noun for noun in sentence.nouns if noun.at == at - 1), None)
    if target is None:
        yield from _after_it(sentence, at, kind)
        return
    one = sentence.head(target.start) if target.role != "head" else None
    after = (noun for noun in sentence.nouns if noun.at > at and noun.clause == target.clause)
    one = one or next((noun for noun in after if noun.role == "head" or _is_there(sentence, noun)), None)
    if one:
        yield one, kind, target


def _after_it(sentence: Sentence, at: int, kind: str) -> Iterator[Relation]:
    """Who is where somebody is who was named before: "后面跟着一群白鹭"."""
    if (kind not in ("behind", "before", "beside") and len(sentence.units[at].phrase) < 2) or (  # type: ignore[union-attr]
        at and sentence.clauses[at - 1] == sentence.clauses[at] and sentence.units[at - 1] not in STOPS
    ):
        return
    target, one = sentence.earlier_head(at), sentence.following(at)
    if target and one and _is_there(sentence, one):
        yield one, kind, target


def _is_there(sentence: Sentence, noun: Noun) -> bool:
    """Whether a Chinese verb before a noun says that it is there: "钢琴上放着一束玫瑰"."""
    before = sentence.mention(noun.start - 1)
    if sentence.units[noun.start - 1] == "着" or not before:
        before = sentence.mention(noun.start - 2)
        return before is not None and before.phrase in _THERE
    return bool(before.value("there")) or (before.phrase[:-1] in _THERE and before.phrase[-1] in "着有在")


def _governed(sentence: Sentence, start: int) -> Noun | None:
    """The noun whose phrase begins at a place, or just after it."""
    for noun in sentence.nouns:
        if noun.start >= start:
            between = [sentence.mention(at) for at in range(start, noun.start)]
            near = len(between) <= _FURTHEST and noun.clause == sentence.clauses[start - 1]
            return (
                noun
                if near and not any(m and (m.value("action") or m.value("garment")) for m in between)
                else None
            )
    return None
