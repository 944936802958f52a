"""Who plays in a prompt: every noun that can be drawn, with what its phrase says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kinema.engines.animatic.lexicon.actions import TRANSITIVE
from kinema.engines.animatic.lexicon.bases import base
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HAN_STOPS,
    MANY,
    MOST,
    OTHERS,
    PAIRED,
    PLURAL_ENDS,
    PREPOSITIONS,
    STOPS,
)  # fmt: skip
from kinema.engines.animatic.lexicon.index import HINT, Meaning, is_han
from kinema.engines.animatic.lexicon.standing import LIMBS
from kinema.engines.animatic.reading.attire import dress, pair
from kinema.engines.animatic.reading.compounds import (
    COUPLES,
    describes,
    is_family,
    is_parent,
    is_played,
    many_of,
)
from kinema.engines.animatic.reading.creatures import is_alive
from kinema.engines.animatic.reading.parted import looks_after, parted
from kinema.engines.animatic.reading.sentence import Noun, Sentence, Unit
from kinema.engines.animatic.reading.words import Mention

MOST_NOUNS = 60
_LONGEST = 12
"""The most units that a noun's description has before it."""
_DONE_TO = ("把", "将", "被")
_ITS = ("its", "his", "her", "their")
_STANDING = frozenset(("campfire", "street lamp", "🧱"))
"""What stands there as well as giving light."""


def describe(mentions: Sequence[Mention], fillers: Sequence[str | None]) -> Sentence:
    """Find the nouns of a prompt and what is said of each."""
    units: list[Unit] = list(fillers)
    for mention in mentions:
        units[mention.at] = mention
    pair(units)
    clauses = _clauses(units)
    nouns: list[Noun] = []
    for at in _named(units):
        noun = _described(units, at, nouns[-1].at if nouns else -1, clauses)
        if nouns and noun.group == 0:
            _join(units, nouns[-1], noun)
        noun.group = noun.group or len(nouns) + 1
        noun.parts = parted(units, noun)
        if not noun.parts and (looks := looks_after(units, noun)):
            noun.colour, noun.size = noun.colour or looks.colour, noun.size or looks.size
        nouns.append(noun)
    sentence = Sentence(units, clauses, tuple(nouns))
    dress(sentence)
    return sentence


def _clauses(units: Sequence[Unit]) -> list[int]:
    number, numbers = 0, []
    for unit in units:
        if isinstance(unit, str) and (unit in STOPS or unit in CONJUNCTIONS):
            number += 1
        numbers.append(number)
    return numbers


def _named(units: list[Unit]) -> list[int]:
    """Where nouns stand. One that describes the next is none ("a robot dog", "a flower garden"), nor is what
    somebody wears."""
    found: list[int] = []
    for at, (unit, following) in enumerate(pairwise([*units, None])):
        if not isinstance(unit, Mention) or not (unit.value("subject") or unit.value("character")):
            continue
        if is_family(units, at, found):
            units[at] = _like(unit, units[found[0]])
        if at and (is_parent(units, at, found) or is_played(units[at - 1], unit)):
            continue
        if _is_likened(units, at) or _is_material(units, at):
            continue
        if at and found and unit.phrase in LIMBS and units[at - 1] in _ITS:
            continue
        lights = unit.value("light") and unit.value("subject") not in _STANDING
        shines = lights and _is_governed(units, at) and not _is_brought(units, at, found)
        if unit.value("weather") or shines:
            continue
        if unit.value("count") and following == "of" and not _numbered(units, at):
            continue
        if isinstance(following, Mention) and describes(unit, following):
            continue
        found.append(at)
    bare = [at for at in found if not _is_worn(units[at])]
    return (bare or found)[:MOST_NOUNS]


def _like(young: Mention, parent: Unit) -> Mention:
    """The young of somebody, as one of their kind."""
    assert isinstance(parent, Mention)
    kind = Meaning("subject", parent.value("subject") or "")
    return young._replace(meanings=(kind, Meaning("kin", young.phrase)))


def _is_likened(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun only says what something is like: "a balloon shaped like a whale"."""
    before = at - 1
    while before > 0 and (_is_determiner(units, before) or _is_quality(units[before])):
        before -= 1
    return before > 0 and units[before] == "like"


def _is_material(units: Sequence[Unit], at: int) -> bool:
    """Whether something is made of a noun: "a dragon made of spaghetti"."""
    before = at - 1
    while before > 0 and _is_quality(units[before]):
        before -= 1
    return before > 0 and units[before] == "of" and units[before - 1] == "made"


def _is_quality(unit: Unit) -> bool:
    return isinstance(unit, Mention) and bool(unit.value("colour") or unit.value("size"))


def _is_governed(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition stands before a noun and its article: "under a streetlamp"."""
    before = at - 1 - _is_determiner(units, at - 1)
    unit = units[before] if before >= 0 else None
    return unit in PREPOSITIONS or (isinstance(unit, Mention) and bool(unit.value("relation")))


def _is_brought(units: Sequence[Unit], at: int, found: Sequence[int]) -> bool:
    """Whether somebody has what shines with them: "a monk with a candle"."""
    owner = units[found[-1]] if found else None
    said = units[at - 2] if _is_determiner(units, at - 1) else None
    is_with = isinstance(said, Mention) and said.value("relation") == "with"
    return is_with and isinstance(owner, Mention) and is_alive(owner)


def _numbered(units: Sequence[Unit], at: int) -> int:
    """How many are in a group of which nothing else is said, "a team of four"; 0 where that is not said."""
    number, after = (units[place] if place < len(units) else None for place in (at + 2, at + 3))
    alone = not isinstance(after, Mention) or not after.value("subject")
    said = isinstance(number, Mention) and units[at + 1] == "of" and alone and number.value("count")
    return int(said) if said and number.phrase not in ("a", "an") else 0  # type: ignore[union-attr]


def _is_worn(unit: Unit) -> bool:
    return isinstance(unit, Mention) and bool(unit.value("garment"))


def _described(units: Sequence[Unit], at: int, floor: int, clauses: Sequence[int]) -> Noun:
    """The noun at a place, with what is said of it before it; nothing at `floor` or before belongs to it."""
    mention = units[at]
    assert isinstance(mention, Mention)
    noun = Noun(mention, at, at, clauses[at])
    if " " in mention.phrase:
        noun.colour = mention.value("colour")  # a black lab
    if said := _numbered(units, at):
        noun.count = min(said, MOST)
    elif own := mention.value("count"):
        noun.count = int(own)
    elif many := many_of(units, at):
        noun.count = many
    elif mention.plural or _next(units, at) in PLURAL_ENDS:
        noun.count = MANY if is_han(mention.phrase) else None
    elif at and units[at - 1] == "满":
        noun.count = MANY
    relative = False
    for place in range(at - 1, max(floor, at - _LONGEST), -1):
        unit = units[place]
        if isinstance(unit, str):
            if unit == "的":
                relative = True
            elif unit in STOPS and _is_between_looks(units, place):
                pass  # a giant, glowing jellyfish
            elif unit in ANDS and (first := _is_first_colour(units, place)):
                noun.colour = first  # an orange and white cat
            elif unit in STOPS or unit in _DONE_TO or (not relative and _ends_phrase(unit)):
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
    if mention.phrase in PAIRED and (noun.count is None or _is_a_pair(units, noun)):
        noun.count = 1
    _assign_role(units, noun)
    return noun


def _is_a_pair(units: Sequence[Unit], noun: Noun) -> bool:
    said = units[noun.start]
    return isinstance(said, Mention) and said.phrase == "a pair of"


def _is_between_looks(units: Sequence[Unit], place: int) -> bool:
    """Whether a comma stands between two words of one noun's looks."""
    before, first = units[place - 1] if place else None, units[place - 2] if place > 1 else None
    looks = isinstance(before, Mention) and (before.value("size") or before.value("colour"))
    opened = first in DETERMINERS or (isinstance(first, Mention) and bool(first.value("count")))
    return bool(units[place] == "," and looks and opened and not before.value("subject"))  # type: ignore[union-attr]


def _is_first_colour(units: Sequence[Unit], place: int) -> str | None:
    """The colour before an "and" at a place, where another is after it."""
    first, second = (units[at] if at >= 0 else None for at in (place - 1, place + 1))
    both = isinstance(first, Mention) and isinstance(second, Mention) and second.value("colour")
    return first.value("colour") if both and isinstance(first, Mention) else None


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
    if (action := unit.value("action")) and not any(unit.value(kind) for kind in ("colour", "count", "size")):
        if relative and floor == place - 1 and action in TRANSITIVE and place + 2 < noun.at:
            return False  # 妈妈抱着刚出生的宝宝: it is done to who comes after
        if relative and floor >= 0 and (noun.action or _is_done_to(units, place, noun.at, action)):
            return False  # 鳄鱼靠近喝水的斑马: only one of the verbs is the zebra's
        if not (relative or _is_participle(units, place, noun.at)):
            return False
        if noun.action is None:
            noun.action, noun.verb, noun.describes = action, unit.verb, not relative
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
        if before.value("relation") and not _is_filmed(units, noun.start - 1):
            noun.role = "placed"
        elif before.value("action"):
            noun.role = "object"
    elif before in PREPOSITIONS or before in ("在", "从", "向", "对", "把", "将", "给", "为", "跟", "朝"):
        noun.role = "placed"


def _is_filmed(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition says at whom the camera looks: "push-in on a widow"."""
    said = units[at - 1] if at else None
    return isinstance(said, Mention) and bool(said.value("camera") or said.value("shot"))


def _join(units: Sequence[Unit], former: Noun, noun: Noun) -> None:
    """Join a noun to the one before where only an "and" is between them, or nothing: 新娘新郎."""
    couple = {former.mention.value("subject"), noun.mention.value("subject")} in COUPLES
    beside = couple and noun.start == former.at + 1
    joined = noun.start == former.at + 2 and units[former.at + 1] in ANDS
    if beside or (joined and not (former.role != "head" and _is_subject(units, noun))):
        noun.role, noun.group = former.role, former.group


def _is_subject(units: Sequence[Unit], noun: Noun) -> bool:
    """Whether a verb in the present follows a noun: "sits on a leaf and a dragonfly hovers"."""
    after = units[noun.at + 1] if noun.at + 1 < len(units) else None
    if not isinstance(after, Mention) or not after.value("action") or is_han(after.phrase):
        return False
    return not after.phrase.endswith(("ing", "ed")) or base(after.phrase) == after.phrase


def _next(units: Sequence[Unit], at: int) -> str | None:
    unit = units[at + 1] if at + 1 < len(units) else None
    return unit if isinstance(unit, str) else None
