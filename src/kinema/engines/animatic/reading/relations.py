"""How the subjects of a prompt stand to each other: on, in, under, behind, chasing, holding, riding."""

from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.lexicon.grammar import DETERMINERS, STOPS
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.lexicon.standing import (
    BOARDED,
    BY_PREPOSITION,
    BY_VERB,
    CARRIERS,
    FIGURES,
    KITE,
    LIMBS,
    MOVES,
    PARTS,
    TURNS,
)
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.deverbal import is_noun
from kinema.engines.animatic.reading.sentence import Noun, Sentence
from kinema.engines.animatic.reading.verbs import agent_of
from kinema.engines.animatic.reading.words import Mention

Relation = tuple[Noun, str, Noun]

_THEM = frozenset(("it", "its", "him", "his", "her", "them", "their"))
_RIDDEN = frozenset(("horse", "unicorn", "bicycle", "motorcycle", "🐪", "🐫"))
_THERE = frozenset("站坐躺趴停跟飘漂蹲立睡躲藏挤缩卧蜷长")
"""Chinese verbs of deeds that, with a 着, say who is somewhere."""
_FURTHEST = 2
"""How many units may stand between a preposition and the phrase that it governs."""
_TIED = 6
"""How many, where a Chinese 的 ties them to it."""


def relate(sentence: Sentence) -> list[Relation]:
    """The relations that are said, one between two nouns: "beside" gives way, otherwise the first counts."""
    found: dict[frozenset[int], Relation] = {}
    for one, kind, other in (*_done(sentence), *_placed(sentence)):
        pair = frozenset((one.at, other.at))
        if len(pair) == 2 and (pair not in found or found[pair][1] == "beside"):
            found[pair] = (one, kind, other)
    return list(found.values())


def _done(sentence: Sentence) -> Iterator[Relation]:
    for at, mention, agent in _deeds(sentence):
        kind = mention.value("deed") or BY_VERB.get(mention.verb or "")
        by = sentence.mention(at + 1)
        if by and by.phrase == "by" and _is_passive(sentence, at):
            near = mention.value("deed") or agent.at >= at - 2
            if kind and near and (doer := _governed(sentence, at + 2)):
                yield doer, kind, agent
        elif said := _by_verb_and_preposition(sentence, at, mention):
            for one in _joined(sentence, agent):
                yield one, *said
        elif kind and (target := _governed(sentence, at + 1) or _other(sentence, at, agent)):
            if kind == "riding" or not (by and by.value("relation")):
                yield from _acted(sentence, mention, agent, kind, target)
        elif kind and (done_to := _suffers(sentence, agent)):
            yield agent, kind, done_to


def _deeds(sentence: Sentence) -> Iterator[tuple[int, Mention, Noun]]:
    """Every verb: its place, itself and who does it."""
    for at, unit in enumerate(sentence.units):
        if isinstance(unit, Mention):
            action, deed = unit.value("action"), unit.value("deed")
            if (deed or (action and not is_noun(sentence, at))) and (
                agent := agent_of(sentence, at, action or "hold")
            ):
                yield at, unit, agent


def _acted(sentence: Sentence, verb: Mention, agent: Noun, kind: str, target: Noun) -> Iterator[Relation]:
    """What a verb says of who does it and what it is done to, by what the two are."""
    done_to = target.mention.value("subject")
    if verb.verb == "cross" and done_to != "bridge":
        return
    carrier = agent.mention.value("subject")
    if kind == "holding" and verb.phrase.startswith("牵") and is_alive(target.mention):
        kind = "beside"  # by the hand, or on a leash
    if verb.verb == "carry" and carrier in CARRIERS and is_alive(target.mention):
        yield target, "on", agent
    elif kind == "in" or (kind == "riding" and done_to in BOARDED):
        if done_to in BOARDED and is_alive(agent.mention):
            yield agent, "in", target
    elif (kind != "beside" or is_alive(target.mention)) and (
        verb.verb != "fly" or kind != "holding" or done_to == KITE
    ):
        for one in _joined(sentence, agent):
            yield one, kind, target


def _other(sentence: Sentence, at: int, agent: Noun) -> Noun | None:
    """Whom a pronoun after a verb stands for: "a dog chasing him"."""
    word = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    other = sentence.earlier_head(agent.start) if word in ("him", "her", "them", "it") else None
    return None if other and word == "it" and is_person(other.mention) else other


def _by_verb_and_preposition(sentence: Sentence, at: int, verb: Mention) -> tuple[str, Noun] | None:
    """What a verb and a preposition say together that neither says alone: "leans against", "runs after"."""
    first, *said = verb.phrase.split()
    at += 2 * _is_of_body(sentence, at + 1)
    done_to = _governed(sentence, at + 1)
    if done_to and sentence.units[done_to.at + 1 : done_to.at + 2] == ["from"]:
        at = done_to.at  # "watches the ducks from a boat"
    words = [
        unit.phrase if isinstance(unit, Mention) else unit or "" for unit in sentence.units[at + 1 : at + 3]
    ]
    for length in range(len(words), -1, -1):
        kinds = BY_PREPOSITION.get(" ".join((*said, *words[:length])), {})
        kind = kinds.get(verb.verb or "") or kinds.get(base(first) or "")
        if kind and (target := _governed(sentence, at + 1 + length)):
            return kind, target
    return None


def _is_of_body(sentence: Sentence, at: int) -> bool:
    """Whether what is done is done with somebody's own head or hand: "sticks its head out of"."""
    whose, what = (*sentence.units[at : at + 2], None, None)[:2]
    word = what.phrase if isinstance(what, Mention) else what
    return whose in ("its", "his", "her", "their") and (word in LIMBS or word in PARTS)


def _suffers(sentence: Sentence, agent: Noun) -> Noun | None:
    """To whom it is done in Chinese by somebody named after a 被: "兔子被狼追赶"."""
    return sentence.head(agent.start) if agent.start and sentence.units[agent.start - 1] == "被" else None


def _joined(sentence: Sentence, one: Noun) -> list[Noun]:
    """Everybody who is joined to one by an "and": what is said of the last is said of all."""
    joined = [noun for noun in sentence.nouns if noun.group == one.group and noun.at <= one.at]
    return joined if one.role == "head" else [one]


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
    if one and one.start and sentence.units[one.start - 1] == "of":
        one = None  # a ball of yarn on a rug
    if one and one.role == "placed" and not is_alive(one.mention) and (head := sentence.head(at)):
        one = head  # an iguana on a rock beside a cactus
    one = one or sentence.head(at) or _doing(sentence, at - 1)
    if kind == "mutual":
        joined = [noun for noun in sentence.nouns if one and noun.group == one.group]
        if len(joined) > 1:
            yield joined[0], "beside", joined[1]
        return
    target = _governed(sentence, at + 1) or _meant(sentence, at + 1, one)
    if target is None:
        return
    verbs = set(_verbs(sentence, at))
    if verbs & FIGURES and kind == "over" and one and not _flies(one):
        return  # "they fight over a toy"
    if kind in ("on", "in") and (verbs & MOVES or _is_another_s(sentence, at)):
        one = next((noun for noun in sentence.nouns if noun.at == at - 1), None)
        if one is None:
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
    for each in _joined(sentence, one):
        yield each, kind, target


def _flies(noun: Noun) -> bool:
    """Whether somebody is in the air as a rule."""
    return BEINGS.get(str(noun.mention.value("subject")), DEFAULT).action == "fly"


def _meant(sentence: Sentence, at: int, one: Noun | None) -> Noun | None:
    """Whom a pronoun at a place stands for: "it" may be a thing that nobody spoke of as acting."""
    word = sentence.units[at] if at < len(sentence.units) else None
    if word not in _THEM:
        return None
    before = one.start if one else at
    heads = [noun for noun in sentence.nouns if noun.at < before and noun.role == "head"]
    if word in ("him", "his", "her"):
        heads = [noun for noun in heads if is_alive(noun.mention)]
    head = heads[-1] if heads else None
    if head is None and word in ("it", "its"):
        head = next((noun for noun in reversed(sentence.nouns) if noun.at < before), None)
    return head


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
            for each in _joined(sentence, one):
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


def _governed(sentence: Sentence, start: int) -> Noun | None:
    """The noun whose phrase begins at a place, or just after it."""
    for noun in sentence.nouns:
        if noun.start >= start:
            between = [sentence.mention(at) for at in range(start, noun.start)]
            tied = sentence.units[noun.start - 1] == "的" and len(between) <= _TIED
            near = (len(between) <= _FURTHEST or tied) and noun.clause == sentence.clauses[start - 1]
            return (
                noun
                if near and not any(m and (m.value("action") or m.value("garment")) for m in between)
                else None
            )
    return None
