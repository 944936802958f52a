"""A group whose members look different: "two cats, one black and one white"."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.lexicon.grammar import ANDS, CONJUNCTIONS, OTHERS, STOPS
from kinema.engines.animatic.reading.attire import clothes_colour, together, traits_of
from kinema.engines.animatic.reading.sentence import Noun, Part, Unit
from kinema.engines.animatic.reading.words import Mention

_FURTHEST = 18
"""How many units after a noun may say how its members look."""
_PASSED = ANDS | frozenset(
    (",", ":", "(", "is", "are", "the", "with", "是", "的", "有", "则", "为", "全", "那")
)
"""What may stand between one member's looks and the next one's."""
_WEARING = ("wearing", "wears", "dressed", "穿", "戴", "着")
_LINKS = frozenset((",", "is", "are", "was", "were", "很", "是"))
"""What may stand between a noun and how it looks."""
_LIKENED = ("as big", "as large", "as small", "as tall", "the size")
_ADVERBS = frozenset(("very", "so", "really", "quite", "extremely", "incredibly"))


def parted(units: Sequence[Unit], noun: Noun) -> tuple[Part, ...]:
    """The members of a group, each with a number and looks of its own; none where they look alike."""
    parts = _after(units, noun) if (noun.count or 0) > 1 or noun.mention.plural else _before(units, noun)
    looks = {(part.colour, part.size, part.traits) for part in parts}
    return parts if len(looks) > 1 else ()


def _after(units: Sequence[Unit], noun: Noun) -> tuple[Part, ...]:
    """Of "one black and the other white", after the noun."""
    parts: list[Part] = []
    wears = False
    for unit in units[noun.at + 1 : noun.at + _FURTHEST]:
        if isinstance(unit, Mention):
            count, colour, size = (unit.value(kind) for kind in ("count", "colour", "size"))
            traits = tuple(traits_of(unit))
            wears = (wears and not traits) or unit.value("relation") in ("in", "with")
            if (wears and (count or unit.value("relation"))) or not unit.meanings:
                continue
            if (unit.value("subject") and not traits) or not (count or colour or size or traits):
                break
            if count:
                parts.append(Part(int(count)))
            if not parts:
                break
            last = parts[-1]
            colour = last.colour or colour or clothes_colour(traits)
            parts[-1] = Part(last.count, colour, last.size or size, together(last.traits, traits))
        elif unit in _WEARING:
            wears = True
        elif unit in OTHERS:
            if not parts or parts[-1].looks:
                parts.append(Part(1))
        elif unit is not None and unit not in _PASSED:
            break
    return tuple(part for part in parts if part.looks)


def _before(units: Sequence[Unit], noun: Noun) -> tuple[Part, ...]:
    """Of "a black and a white cat", before the noun."""
    place = noun.start - 1
    if place < 2 or units[place] not in ANDS or not (noun.colour or noun.size):
        return ()
    looks, count = units[place - 1], units[place - 2]
    if not (isinstance(looks, Mention) and isinstance(count, Mention) and count.value("count")):
        return ()
    first = Part(int(count.value("count") or 1), looks.value("colour"), looks.value("size"))
    if looks.value("subject") or not first.looks:
        return ()
    return first, Part(noun.count or 1, noun.colour, noun.size)


def looks_after(units: Sequence[Unit], noun: Noun) -> Part | None:
    """How one alone looks, said after it: "the fox is tiny", "a cat as big as a house"."""
    place = noun.at + 1
    said = units[place] if place < len(units) else None
    if said in _LINKS:
        place += 1
    elif not (isinstance(said, Mention) and said.phrase.startswith(_LIKENED)):
        return None
    colour = size = None
    for unit in units[place : noun.at + _FURTHEST]:
        if isinstance(unit, Mention):
            if unit.value("subject") or not (unit.value("colour") or unit.value("size")):
                return None
            colour, size = colour or unit.value("colour"), size or unit.value("size")
        elif unit in STOPS or unit in CONJUNCTIONS:
            break
        elif unit not in ANDS and unit not in _ADVERBS:
            return None
    return Part(1, colour, size) if colour or size else None
