"""Where somebody is, by what Chinese says after the second of two: 桌子底下躲着一只猫."""

from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.grammar import STOPS
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.reading.sentence import Noun, Relation, Sentence

_THERE = frozenset("站坐躺趴停跟飘漂蹲立睡躲藏挤缩卧蜷长")
"""Chinese verbs of deeds that, with a 着, say who is somewhere."""


def by_postposition(sentence: Sentence, at: int, kind: str) -> Iterator[Relation]:
    """The relations that the postposition at a place says, of the noun before it."""
    owner = at - 2 if at and sentence.units[at - 1] == "的" else at - 1
    target = next((noun for noun in sentence.nouns if noun.at == owner), None)
    if target is None and (moved := _carried(sentence, at)):
        yield moved
        return
    if target is None:
        yield from _after_it(sentence, at, kind)
        return
    one = _moved(sentence, target) or (sentence.head(target.start) if target.role != "head" else None)
    after = (noun for noun in sentence.nouns if noun.at > at and noun.clause == target.clause)
    one = one or next((noun for noun in after if noun.role == "head" or _is_there(sentence, noun)), None)
    opening = sentence.mention(target.start - 1)
    if one is None and target.role == "object" and opening and opening.phrase[-1] in "在着":
        one = sentence.earlier_head(target.start)  # 戴上后坐在栏杆上
    if one:
        if kind == "held":
            yield target, "holding", one
        else:
            for each in sentence.joined(one):
                yield each, kind, target


def _carried(sentence: Sentence, at: int) -> Relation | None:
    """Whom somebody has on a part of their own in Chinese: 爸爸把女儿扛在肩上."""
    verb = next((unit for place in (at - 1, at - 2) if (unit := sentence.mention(place))), None)
    one = next((n for n in reversed(sentence.nouns) if n.at < at and n.clause == sentence.clauses[at]), None)
    if verb is None or not verb.value("action") or one is None or one.start == 0:
        return None
    put = sentence.units[one.start - 1] in ("把", "将")
    holder = sentence.head(one.start)
    return (one, "on", holder) if put and holder else None


def _moved(sentence: Sentence, target: Noun) -> Noun | None:
    """What Chinese says somebody puts there: "女孩把花放在桌子上"."""
    moved = (
        noun for noun in sentence.nouns if noun.start and noun.at < target.at and noun.clause == target.clause
    )
    return next((noun for noun in moved if sentence.units[noun.start - 1] in ("把", "将")), None)


def _after_it(sentence: Sentence, at: int, kind: str) -> Iterator[Relation]:
    """Who is where somebody is who was named before: "后面跟着一群白鹭"."""
    verb, doer = sentence.mention(at - 1), sentence.head(at)
    if verb and doer and (verb.value("action") or verb.value("deed")) and is_han(verb.phrase):
        if leader := sentence.earlier_head(doer.start):  # 一群小鱼跟在后面
            yield doer, kind, leader
        return
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
    if before.value("there") or (before.phrase[:-1] in _THERE and before.phrase[-1] in "着有在"):
        return True
    return before.value("action") is not None and before.phrase[-1] in "出过着"
