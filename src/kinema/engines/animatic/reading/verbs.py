"""Who does what: every verb of a sentence and the noun that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinema.engines.animatic.lexicon.actions import TRANSITIVE
from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    STOPS,
)
from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.deverbal import BETWEEN, is_noun
from kinema.engines.animatic.reading.predicates import SEES
from kinema.engines.animatic.reading.sentence import Noun, Sentence, Unit
from kinema.engines.animatic.reading.words import Mention

_NEAR = 6
_PASSING = ("hold", "shine", "step", "begin", "try", "wear", "put on", "dress")
"""What somebody does besides: it gives way to anything else."""
_POSTURES = frozenset(("sit", "lie", "squat", "kneel", "lean", "perch", "crouch", "squeeze", "crowd", "step"))
"""How somebody is where they do something else."""
_BESIDES = frozenset(
    (
        "stand",
        "hold",
        "work",
        "play",
        "sing",
        "look",
        "shine",
        "smile",
        "talk",
        "spin",
        "climb",
        "wave",
        "hug",
        "fight",
        "go",
    )
)
"""What gives way in Chinese where the verb says only how something is done: 拖着箱子走过."""


_PARTICIPLES = ("ed", "wn", "en")
"""How what is done "by" somebody ends."""
_WITH = frozenset("与和跟同")
_TURNS = ("弯腰", "回头", "转身", "低头", "抬头", "俯身", "弯着腰", "低着头")
"""How somebody holds themselves while they do something: 弯腰系鞋带."""


def act(sentence: Sentence) -> None:
    """Give every verb to who does it. The first counts, and is that of all who are joined to them."""
    besides: dict[int, int] = {}
    for at, unit in enumerate(sentence.units):
        if not isinstance(unit, Mention) or not (action := unit.value("action")):
            continue
        if is_noun(sentence, at):
            continue
        if unit.value("there"):
            continue
        if is_han(unit.phrase) and at + 1 < len(sentence.units) and sentence.units[at + 1] == "的":
            continue  # 着火的大楼: it is said of what comes after
        if is_han(unit.phrase) and at and sentence.units[at - 1] in _WITH and _is_done_to_next(sentence, at):
            continue  # 与喷火巨龙激战: so is this
        for agent in _agents(sentence, at, action):
            if agent.mention.value("subject") == "🪧" and unit.verb in ("read", "say"):
                continue  # it is what is written on it
            if action == "fly" and is_person(agent.mention) and _is_done_to_next(sentence, at):
                action = "play"  # a kite, a drone
            passing = (
                agent.describes
                or agent.action in (None, *_PASSING)
                or agent.verb in _PASSING
                or besides.get(id(agent)) == sentence.clauses[at]
            )
            if agent.role == "object":
                agent.group = -1 - agent.at  # who acts is not one of what is acted on
            if passing:
                agent.action, agent.verb, agent.describes = action, unit.verb, _is_state(sentence, at)
                besides.pop(id(agent), None)
                if (
                    action in _BESIDES or unit.verb in _POSTURES or _says_how(sentence.units, at)
                ) and _is_besides(sentence.units, at):
                    besides[id(agent)] = sentence.clauses[at]
    for noun in sentence.nouns:
        if noun.action is None:
            joined = (other for other in sentence.nouns if other.group == noun.group and other.action)
            noun.action, noun.verb = next(((other.action, other.verb) for other in joined), (None, None))


def _is_state(sentence: Sentence, at: int) -> bool:
    """Whether a participle says where somebody was put: "tucked beneath a hat"."""
    after = sentence.mention(at + 1)
    before = sentence.units[at - 1] if at else None
    return (
        bool(after and after.value("relation"))
        and before not in AUXILIARIES
        and sentence.is_passive(at)
        and not is_han(_phrase(sentence, at))
    )


def _agents(sentence: Sentence, at: int, action: str) -> Iterator[Noun]:
    """All who do what the verb at a place says: of "与巨龙激战"
    the other one too, of "chased by a dog" the dog alone."""
    by = sentence.mention(at + 1)
    if by and by.phrase == "by" and _phrase(sentence, at).endswith(_PARTICIPLES):
        if doer := next((noun for noun in sentence.nouns if noun.start in (at + 2, at + 3)), None):
            yield doer
        return
    agent = agent_of(sentence, at, action)
    if agent is None:
        return
    yield agent
    if is_han(_phrase(sentence, at)) and agent.start and sentence.units[agent.start - 1] in _WITH:
        earlier = sentence.earlier_head(agent.start)
        if earlier:
            yield earlier


def _is_done_to_next(sentence: Sentence, at: int) -> bool:
    done_to = sentence.following(at)
    return done_to is not None and done_to.start == at + 1


def _says_how(units: Sequence[Unit], at: int) -> bool:
    """Whether a Chinese verb says how something is done, as adverbs do: 蹦蹦跳跳地走."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    return isinstance(unit, Mention) and (after == "地" or unit.phrase.endswith(_TURNS))


def _is_besides(units: Sequence[Unit], at: int) -> bool:
    """Whether a Chinese verb only says how, or where, something is done that is said next."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    if not isinstance(unit, Mention) or not is_han(unit.phrase):
        return False
    if _says_how(units, at):
        return True
    return after in ("着", "成") or "着" in unit.phrase or unit.phrase.endswith(("在", "成", "排队"))


def agent_of(sentence: Sentence, at: int, action: str) -> Noun | None:
    """Who does what the verb at a place says."""
    before = _before(sentence.units, at)
    beside = next((noun for noun in sentence.nouns if noun.at == before), None)
    phrase = _phrase(sentence, at)
    if is_han(phrase) and (doer := _described_by_it(sentence, at) or _made_to(sentence, at)):
        return doer
    if beside and (beside.role == "head" or _may_act(sentence, beside, phrase)):
        return beside
    if (head := sentence.head(at)) and not _is_another_s(sentence, at, before):
        return head
    if head is None and action not in TRANSITIVE and is_han(phrase):
        following = sentence.following(at)
        if following and following.start - at <= 3 and not _is_where(sentence, following):
            return following
    if head is None and _is_bare(sentence, at):
        return None
    if head is None and _opens(sentence, at) and not (is_han(phrase) and _is_another_s(sentence, at, before)):
        return sentence.earlier_head(at)
    return None


def _is_where(sentence: Sentence, noun: Noun) -> bool:
    """Whether a Chinese noun is said to be where something is: 坐在栏杆上."""
    after, before = sentence.mention(noun.at + 1), sentence.mention(noun.start - 1)
    there = before is not None and before.phrase[-1:] == "在"
    return there and after is not None and bool(after.value("afterwards"))


def _is_bare(sentence: Sentence, at: int) -> bool:
    """Whether an English verb in its base form follows nobody of whom it could be said: "clean white lab"."""
    phrase, earlier = _phrase(sentence, at), sentence.earlier_head(at)
    first = phrase.split(" ")[0]
    many = earlier is not None and (earlier.mention.plural or (earlier.count or 0) > 1)
    opens = at > 0 and sentence.units[at - 1] in STOPS
    return opens and not many and not is_han(phrase) and base(first) == first


def _described_by_it(sentence: Sentence, at: int) -> Noun | None:
    """Who comes after a Chinese verb and its object: "弹吉他的熊猫"."""
    done_to = sentence.following(at)
    tied = done_to and done_to.at + 1 < len(sentence.units) and sentence.units[done_to.at + 1] == "的"
    doer = sentence.following(done_to.at) if done_to and tied else None
    return doer if doer and done_to and doer.start <= done_to.at + 2 else None


def _may_act(sentence: Sentence, noun: Noun, phrase: str) -> bool:
    """Whether somebody to whom something is done, or beside whom somebody is, does what is said
    right after."""
    joined = noun.start > 0 and sentence.units[noun.start - 1] in ANDS
    told = base(phrase) == phrase and _is_watched(sentence, noun)
    return is_alive(noun.mention) and (phrase.endswith("ing") or (not is_han(phrase) and (joined or told)))


def _is_watched(sentence: Sentence, noun: Noun) -> bool:
    """Whether another watches somebody, or lets them, do something: "watches a man juggle"."""
    before = (sentence.mention(place) for place in range(max(noun.start - 3, 0), noun.start))
    return any(unit and base(unit.phrase.split()[0]) in SEES for unit in before)


def _made_to(sentence: Sentence, at: int) -> Noun | None:
    """Whom another makes do something in Chinese: "把保安吓得到处跑", "小猫被狗追着跑"."""
    driving = sentence.mention(at - 1)
    if driving and "着" in driving.phrase and "被" in sentence.units[:at]:
        driven = [n for n in sentence.nouns if n.at < at and sentence.units[n.at + 1] == "被"]
        return next((noun for noun in driven if noun.clause == sentence.clauses[at]), None)
    if at < 2 or sentence.units[at - 1] != "得":
        return None
    made = (n for n in sentence.nouns if n.start and n.at < at and sentence.units[n.start - 1] == "把")
    return next((noun for noun in made if noun.clause == sentence.clauses[at]), None)


def _phrase(sentence: Sentence, at: int) -> str:
    mention = sentence.mention(at)
    return mention.phrase if mention else " "


def _before(units: Sequence[Unit], at: int) -> int:
    """The place of what stands before a verb, auxiliaries and adverbs aside."""
    at -= 1
    while at >= 0 and isinstance(word := units[at], str):
        if word in BETWEEN or word.endswith("ly"):
            at -= 1
        else:
            break
    return at


def _is_another_s(sentence: Sentence, at: int, before: int) -> bool:
    """Whether it is the weather that does it: "a cat sleeps and rain falls"."""
    if is_han(_phrase(sentence, at)):
        between = range(max(at - _NEAR, 0), at)
        said = [
            unit
            for place in between
            if sentence.clauses[place] == sentence.clauses[at] and (unit := sentence.mention(place))
        ]
        return any(unit.value("light") or unit.value("weather") for unit in said) and not any(
            noun.clause == sentence.clauses[at] and noun.at < at for noun in sentence.nouns
        )
    mention = sentence.mention(before)
    weather = mention and (mention.value("weather") or mention.value("light"))
    return bool(weather) and sentence.units[before - 1] in ANDS


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a verb begins its clause, but for pronouns, adverbs and what is done to nobody."""
    place = _before(sentence.units, at)
    if (
        place < 0
        or sentence.clauses[place] != sentence.clauses[at]
        or sentence.units[place] in STOPS | CONJUNCTIONS
    ):
        return True
    if not is_han(_phrase(sentence, at)):
        return False
    mention = sentence.mention(place)
    return not (mention and any(mention.value(kind) for kind in ("weather", "light", "subject")))
