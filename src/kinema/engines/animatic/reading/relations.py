"""How the subjects of a prompt stand to each other: on, in, under, behind, chasing, holding, riding."""

from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.standing import (
    BOARDED,
    BY_PREPOSITION,
    BY_VERB,
    CARRIERS,
    KITE,
)
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.deverbal import is_noun
from kinema.engines.animatic.reading.postpositions import by_postposition
from kinema.engines.animatic.reading.prepositions import by_preposition
from kinema.engines.animatic.reading.sentence import Noun, Relation, Sentence
from kinema.engines.animatic.reading.verbs import agent_of
from kinema.engines.animatic.reading.words import Mention


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
        if by and by.phrase == "by" and sentence.is_passive(at):
            near = mention.value("deed") or agent.at >= at - 2
            if kind and near and (doer := sentence.governed(at + 2)):
                yield doer, kind, agent
        elif said := _by_verb_and_preposition(sentence, at, mention):
            for one in sentence.joined(agent):
                yield one, *said
        elif kind and (target := sentence.governed(at + 1) or _other(sentence, at, agent)):
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
        for one in sentence.joined(agent):
            yield one, kind, target


def _other(sentence: Sentence, at: int, agent: Noun) -> Noun | None:
    """Whom a pronoun after a verb stands for: "a dog chasing him"."""
    word = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    if word == "it":
        before = (noun for noun in reversed(sentence.nouns) if noun.at < at and noun is not agent)
        return next((noun for noun in before if not is_person(noun.mention)), None)
    return sentence.earlier_head(agent.start) if word in ("him", "her", "them") else None


def _by_verb_and_preposition(sentence: Sentence, at: int, verb: Mention) -> tuple[str, Noun] | None:
    """What a verb and a preposition say together that neither says alone: "leans against", "runs after"."""
    first, *said = verb.phrase.split()
    at += 2 * sentence.is_of_body(at + 1)
    done_to = sentence.governed(at + 1)
    if done_to and sentence.units[done_to.at + 1 : done_to.at + 2] == ["from"]:
        at = done_to.at  # "watches the ducks from a boat"
    words = [
        unit.phrase if isinstance(unit, Mention) else unit or "" for unit in sentence.units[at + 1 : at + 3]
    ]
    for length in range(len(words), -1, -1):
        kinds = BY_PREPOSITION.get(" ".join((*said, *words[:length])), {})
        kind = kinds.get(verb.verb or "") or kinds.get(base(first) or "")
        if kind and (target := sentence.governed(at + 1 + length)):
            return kind, target
    return None


def _suffers(sentence: Sentence, agent: Noun) -> Noun | None:
    """To whom it is done in Chinese by somebody named after a 被: "兔子被狼追赶"."""
    return sentence.head(agent.start) if agent.start and sentence.units[agent.start - 1] == "被" else None


def _placed(sentence: Sentence) -> Iterator[Relation]:
    for at, unit in enumerate(sentence.units):
        if not isinstance(unit, Mention):
            continue
        if kind := unit.value("relation"):
            yield from by_preposition(sentence, at, unit, kind)
        elif kind := unit.value("afterwards"):
            yield from by_postposition(sentence, at, kind)
