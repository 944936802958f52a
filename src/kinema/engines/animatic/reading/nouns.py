"""Who plays in a prompt: every noun that can be drawn, with what its phrase says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kinema.engines.animatic.lexicon.actions import TRANSITIVE
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FEW,
    GROUPS,
    HAN_STOPS,
    MANY,
    MOST,
    OTHERS,
    PLURAL_ENDS,
    PREPOSITIONS,
    STOPS,
)  # fmt: skip
from kinema.engines.animatic.lexicon.index import HINT, is_han
from kinema.engines.animatic.reading.creatures import is_alive, is_person
from kinema.engines.animatic.reading.sentence import Noun, Sentence, Unit
from kinema.engines.animatic.reading.words import Mention

MOST_NOUNS = 60
_LONGEST = 12
"""The most units that a noun's description has before it."""
_PARENTS = frozenset(("mother", "father", "mom", "dad", "妈妈", "爸爸"))
_YOUNG = frozenset(("cub", "cubs", "calf", "pup", "pups", "foal", "young", "baby", "babies"))
_PEOPLE = frozenset(("person", "man", "woman", "girl", "boy"))
_HEADS = frozenset(
    ("field", "fields", "garden", "farm", "market", "park", "shop", "cafe", "carriage", "house")
)
"""English nouns that make a place of the noun before them: "a sunflower field"."""


def describe(mentions: Sequence[Mention], fillers: Sequence[str | None]) -> Sentence:
    """Find the nouns of a prompt and what is said of each."""
    units: list[Unit] = list(fillers)
    for mention in mentions:
        units[mention.at] = mention
    clauses = _clauses(units)
    nouns: list[Noun] = []
    for at in _named(units):
        noun = _described(units, at, nouns[-1].at if nouns else -1, clauses)
        if nouns and noun.group == 0:
            _join(units, nouns[-1], noun)
        noun.group = noun.group or len(nouns) + 1
        nouns.append(noun)
    sentence = Sentence(units, clauses, tuple(nouns))
    _dress(sentence)
    return sentence


def _clauses(units: Sequence[Unit]) -> list[int]:
    number, numbers = 0, []
    for unit in units:
        if isinstance(unit, str) and (unit in STOPS or unit in CONJUNCTIONS):
            number += 1
        numbers.append(number)
    return numbers


def _named(units: Sequence[Unit]) -> list[int]:
    """Where nouns stand. One that describes the next is none ("a robot dog", "a flower garden"), nor is what
    somebody wears."""
    found: list[int] = []
    for at, (unit, following) in enumerate(pairwise([*units, None])):
        if not isinstance(unit, Mention) or not (unit.value("subject") or unit.value("character")):
            continue
        if at and (_is_parent(units, at, found) or _is_played(units[at - 1], unit)):
            continue
        if unit.value("weather"):
            continue
        if unit.value("count") and following == "of":
            continue
        if isinstance(following, Mention) and _describes(unit, following):
            continue
        found.append(at)
    bare = [at for at in found if not _is_worn(units[at])]
    return (bare or found)[:MOST_NOUNS]


def _is_worn(unit: Unit) -> bool:
    return isinstance(unit, Mention) and bool(unit.value("garment"))


def _is_parent(units: Sequence[Unit], at: int, found: Sequence[int]) -> bool:
    """Whether a parent or cub is an animal like the one before: "its mother", "鸭妈妈", "小企鹅跟着妈妈"."""
    unit, before = units[at], units[at - 1]
    first = units[found[0]] if found else None
    if not isinstance(unit, Mention):
        return False
    if unit.phrase in _YOUNG and before in ("its", "her", "his", "their"):
        return isinstance(first, Mention) and is_alive(first) and not is_person(first)
    if unit.phrase.removesuffix("'s") not in _PARENTS:
        return False
    child = units[found[0]] if found and is_han(unit.phrase) else None
    if isinstance(child, Mention) and is_alive(child) and not is_person(child):
        return True
    return before == "its" or (isinstance(before, Mention) and bool(before.value("subject")))


def _describes(unit: Mention, following: Mention) -> bool:
    """Whether a noun only describes what comes right after it: a robot dog, a flower market, 青蛙王子."""
    if unit.value("character") or following.value("weather"):
        return False
    if is_han(unit.phrase):
        if _is_played(unit, following):
            return False
        if following.value("garment") or (following.value("subject") and not is_alive(following)):
            return True
        return following.phrase not in _PARENTS and following.value("subject") in _PEOPLE
    if following.value("subject"):
        return not _is_played(unit, following)
    if following.value("garment"):
        return True
    return following.phrase in _HEADS or (bool(following.value("setting")) and not is_alive(unit))


def _is_played(unit: Unit, following: Unit) -> bool:
    """Whether what follows is only the part that somebody plays, or how many: a robot waiter, a wolf pack."""
    if isinstance(unit, Mention) and isinstance(following, Mention) and following.phrase in GROUPS:
        return is_alive(unit)
    return (
        isinstance(unit, Mention)
        and isinstance(following, Mention)
        and is_alive(unit)
        and following.value("subject") in _PEOPLE
        and following.value("kin") is not None
        and unit.value("kin") is None
        and unit.value("subject") not in _PEOPLE
    )


def _described(units: Sequence[Unit], at: int, floor: int, clauses: Sequence[int]) -> Noun:
    """The noun at a place, with what is said of it before it; nothing at `floor` or before belongs to it."""
    mention = units[at]
    assert isinstance(mention, Mention)
    noun = Noun(mention, at, at, clauses[at])
    if own := mention.value("count"):
        noun.count = int(own)
    elif many := _many(units, at):
        noun.count = many
    elif mention.plural or _next(units, at) in PLURAL_ENDS:
        noun.count = MANY if is_han(mention.phrase) else None
    relative = False
    for place in range(at - 1, max(floor, at - _LONGEST), -1):
        unit = units[place]
        if isinstance(unit, str):
            if unit == "的":
                relative = True
            elif unit in STOPS or (not relative and _ends_phrase(unit)):
                break
            elif unit == "在" and not noun.action:
                break  # "在海上的船": it is the boat that something is on
            noun.start = place
            noun.new = noun.new or unit in OTHERS
            if unit in DETERMINERS:
                break
        elif unit is not None:
            if not _qualify(noun, unit, units, place, floor, relative=relative):
                break
            noun.start = place
            if unit.value("count") and not relative:
                known = _is_determiner(units, place - 1)
                noun.start -= known
                noun.new = noun.new or not known or _is_indefinite(units[place - 1])
                break
    _assign_role(units, noun)
    return noun


def _many(units: Sequence[Unit], at: int) -> int | None:
    """How many what comes right after a noun says they are: "a hedgehog family", "ghost pirates"."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if not isinstance(following, Mention) or is_han(following.phrase):
        return None
    if following.phrase in GROUPS:
        return int(following.value("count") or MANY)
    return FEW if following.plural and _is_played(unit, following) else None


def _ends_phrase(word: str) -> bool:
    return (
        word in ANDS
        or word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in HAN_STOPS
        or word in AUXILIARIES
    )


def _qualify(
    noun: Noun, unit: Mention, units: Sequence[Unit], place: int, floor: int, *, relative: bool
) -> bool:
    """Take what a unit before a noun says of it; False where its phrase does not reach that far."""
    if unit.value("subject") and is_han(unit.phrase):
        return relative and bool(unit.value("garment"))
    if (action := unit.value("action")) and not (unit.value("colour") or unit.value("count")):
        if relative and floor >= 0 and (noun.action or _is_done_to(units, place, noun.at, action)):
            return False  # 鳄鱼靠近喝水的斑马: only one of the verbs is the zebra's
        if not (relative or _is_participle(units, place, noun.at)):
            return False
        noun.action = noun.action or action
        return True
    if unit.value("relation") or (unit.value("afterwards") and not relative):
        return relative
    if count := unit.value("count"):
        noun.count = noun.count or min(int(count), MOST)
    noun.colour = noun.colour or unit.value("colour")
    noun.size = noun.size or unit.value("size")
    return True


def _is_done_to(units: Sequence[Unit], place: int, at: int, action: str) -> bool:
    """Whether a Chinese verb acts on a noun that is said to be somewhere: "偷吃桌上的奶酪"."""
    between = (unit for unit in units[place + 1 : at] if isinstance(unit, Mention))
    kinds = ("afterwards", "setting", "setting" + HINT)
    return action in TRANSITIVE and any(unit.value(kind) for unit in between for kind in kinds)


def _is_participle(units: Sequence[Unit], place: int, at: int) -> bool:
    """Whether a verb before a noun describes it ("a sleeping fox") rather than acts on it ("eating fish")."""
    unit, before = units[place], units[place - 1] if place else None
    assert isinstance(unit, Mention)
    if not unit.phrase.endswith(("ing", "ed")):
        return False
    if isinstance(before, Mention):
        return bool(before.value("count") or before.value("relation") or before.value("colour"))
    if before in DETERMINERS or before in PREPOSITIONS:
        return True
    return (before is None or before in STOPS) and unit.value("action") not in TRANSITIVE and place + 1 == at


def _is_determiner(units: Sequence[Unit], place: int) -> bool:
    unit = units[place] if place >= 0 else None
    return _is_indefinite(unit) or unit in DETERMINERS


def _is_indefinite(unit: Unit) -> bool:
    return isinstance(unit, Mention) and unit.phrase in ("a", "an")


def _assign_role(units: Sequence[Unit], noun: Noun) -> None:
    after = units[noun.at + 1] if noun.at + 1 < len(units) else None
    if isinstance(after, Mention) and after.value("afterwards"):
        noun.role = "placed"
    before = units[noun.start - 1] if noun.start else None
    if before in ("着", "了", "过") and noun.start > 1:
        before = units[noun.start - 2]
        if isinstance(before, str):  # "围着树": an unknown verb is done to it as well
            noun.role = "object"
    if isinstance(before, Mention):
        if before.value("relation"):
            noun.role = "placed"
        elif before.value("action"):
            noun.role = "object"
    elif before in PREPOSITIONS or before in ("在", "从", "向", "对", "把", "将", "给", "为", "跟", "朝"):
        noun.role = "placed"


def _join(units: Sequence[Unit], former: Noun, noun: Noun) -> None:
    """Join a noun to the one before where only an "and" is between them."""
    if noun.start == former.at + 2 and units[former.at + 1] in ANDS:
        noun.role, noun.group = former.role, former.group


def _next(units: Sequence[Unit], at: int) -> str | None:
    unit = units[at + 1] if at + 1 < len(units) else None
    return unit if isinstance(unit, str) else None


def _dress(sentence: Sentence) -> None:
    """The colour of what somebody wears is theirs, where they have none."""
    for at, unit in enumerate(sentence.units):
        if isinstance(unit, Mention) and unit.value("garment"):
            wearer = next((noun for noun in reversed(sentence.nouns) if noun.at < at), None)
            colour = next(
                (c for place in range(at - 1, max(at - 4, -1), -1)
                 if (said := sentence.mention(place)) and (c := said.value("colour"))), None
            )  # fmt: skip
            if wearer and colour and not wearer.colour:
                wearer.colour = colour
