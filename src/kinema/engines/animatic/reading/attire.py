"""What people and animals have on, and what grows on them: in which colour, and who it is that has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kinema.engines.animatic.lexicon.grammar import ANDS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, STOPS
from kinema.engines.animatic.lexicon.index import Meaning, is_han
from kinema.engines.animatic.reading.creatures import is_person, may_wear
from kinema.engines.animatic.reading.sentence import Noun, Sentence, Unit
from kinema.engines.animatic.reading.words import Mention
from kinema.engines.animatic.scene import Trait
from kinema.engines.animatic.vocabulary import vocabulary

_WEARING = frozenset(
    (
        "wearing", "wears", "wear", "wore", "worn", "dressed", "clad", "sporting", "donning", "dons", "has",
        "have", "had", "having", "'s", "his", "her", "its", "their", "whose", "putting", "puts",
        *"穿戴系围披留扎梳着有", "身穿", "身着", "戴着", "头戴", "系着", "围着", "披着", "留着", "长着",
        "扎着", "梳着",
    )
)  # fmt: skip
"""Words after which somebody has on what follows."""
_IN = ("in", "with")
_PASSED = ("look", "garment", "colour", "pattern", "size", "count", "light", "palette", "mood")
"""Kinds of what may stand between what is worn and the word that says so."""
_IS = frozenset(
    ("is", "are", "was", "were", "是", "很", "换", "改", "染", "变", "成", "为", "变成", "改成", "换成")
)
_HERS = frozenset(("his", "her", "him", "she", "he"))
_FURTHEST = 5
"""How many units before a look may say its colour."""
_REACH = 14
"""How many units may lie between what is worn and the word that says so."""
_PLAIN_PEOPLE = frozenset(
    ("man", "men", "woman", "women", "girl", "girls", "boy", "boys", "guy", "lady", "couple")
)
_SKINS = {"black": "dark skin", "white": "pale skin"}
"""What colours right before plain English words for people say."""
_CLOTHES = ("body", "over")
"""Parts whose colour is that of somebody's clothes."""


def pair(units: list[Unit]) -> None:
    """Give each look the colour, the pattern and the qualities that are said of it: whoever is named next
    does not have them."""
    for at, unit in enumerate(units):
        if isinstance(unit, Mention) and unit.value("look"):
            units[at] = unit._replace(
                meanings=(*unit.meanings, *_said_before(units, at), *_said_after(units, at))
            )


def _said_before(units: list[Unit], at: int) -> Iterator[Meaning]:
    """What the words before a look say of it; colours are taken from them."""
    look = units[at]
    assert isinstance(look, Mention)
    coloured = look.value("hue") is not None
    for place in range(at - 1, max(at - 1 - _FURTHEST, -1), -1):
        unit = units[place]
        if cut := _quality(look, _word(unit)):
            yield Meaning("cut", cut)
        if not isinstance(unit, Mention):
            if unit and (
                unit in STOPS
                or unit in ANDS
                or unit in DETERMINERS
                or unit in _WEARING
                or unit in PREPOSITIONS
            ):
                return
            continue
        if (
            any(unit.value(kind) for kind in ("look", "count", "relation", "negation", "character"))
            and not cut
        ):
            return
        colour = unit.value("colour")
        if colour and not coloured:
            coloured = True
            units[place] = unit._replace(
                meanings=tuple(m for m in unit.meanings if m.kind not in ("colour", "subject", "kin"))
            )
            yield Meaning("hue", colour)
        elif pattern := unit.value("pattern"):
            yield Meaning("pattern", pattern)
        elif unit.value("subject") or unit.value("action"):
            return


def _said_after(units: Sequence[Unit], at: int) -> Iterator[Meaning]:
    """The colour that a look is said to be of, or to become: "her dress is blue", "make her dress blue"."""
    place = at + 1
    while place < len(units) and _word(units[place]) in _IS:
        place += 1
    colour, end = (units[n] if n < len(units) else "." for n in (place, place + 1))
    said = colour.value("colour") if isinstance(colour, Mention) else None
    if said and (place > at + 1 or end in STOPS or end in ANDS):
        yield Meaning("hue", said)


def _word(unit: Unit) -> str | None:
    return unit.phrase if isinstance(unit, Mention) else unit


def _quality(mention: Mention, word: str | None) -> str | None:
    """The look that a quality makes of another: "curly" hair."""
    looks = vocabulary().looks
    part = looks[mention.value("look") or ""].part
    parts = ("cut",) if part == "hair" else (part,)
    return next((look.name for look in looks.values() if word in look.qualities and look.part in parts), None)


def dress(sentence: Sentence) -> None:
    """Give all that is worn, or grown, to whoever has it; the colour of people's clothes is theirs, too."""
    _skins(sentence)
    for at, unit in enumerate(sentence.units):
        if not isinstance(unit, Mention):
            continue
        traits = tuple(traits_of(unit))
        if not (traits or unit.value("garment") or unit.value("colour")):
            continue
        wearer = _wearer(sentence, at)
        if wearer is None or any(trait in part.traits for part in wearer.parts for trait in traits):
            continue  # nobody has it, or some of a group
        wearer.looks = together(wearer.looks, traits)
        if colour := _colour_of_clothes(sentence, at, wearer, traits):
            wearer.colour = wearer.colour or colour


def unclaimed(sentence: Sentence) -> tuple[Trait, ...]:
    """What is worn, or grown, where nobody is named who could have it."""
    if any(may_wear(noun.mention) for noun in sentence.nouns):
        return ()
    return together(
        (), [trait for unit in sentence.units if isinstance(unit, Mention) for trait in traits_of(unit)]
    )


def changed(looks: Sequence[Trait], new: Sequence[Trait]) -> tuple[Trait, ...]:
    """Looks after others were put on: of what is on one part, the newer is left."""
    known = vocabulary().looks
    parts = {known[trait.look].part for trait in new}
    names = {trait.look for trait in new}
    return together(
        new, [trait for trait in looks if trait.look in names or known[trait.look].part not in parts]
    )


def dyed(looks: Sequence[Trait], colour: str) -> tuple[Trait, ...]:
    """Looks whose clothes are of another colour."""
    known = vocabulary().looks
    return tuple(
        replace(trait, colour=colour) if known[trait.look].part in _CLOTHES else trait for trait in looks
    )


def clothes_colour(traits: Sequence[Trait]) -> str | None:
    """The colour of clothes among looks."""
    known = vocabulary().looks
    return next((trait.colour for trait in traits if known[trait.look].part in _CLOTHES), None)


def together(looks: Sequence[Trait], more: Sequence[Trait]) -> tuple[Trait, ...]:
    """Looks and more of them: of each there is one, with all that was said of it."""
    found = {trait.look: trait for trait in looks}
    for trait in more:
        known = found.get(trait.look, trait)
        found[trait.look] = replace(
            known, colour=known.colour or trait.colour, pattern=known.pattern or trait.pattern
        )
    return tuple(found.values())


def traits_of(mention: Mention) -> Iterator[Trait]:
    """What a phrase says that somebody has. Hair and eyes of which nothing is said are nothing."""
    name = mention.value("look")
    if name is None:
        return
    look, hue, pattern = vocabulary().looks[name], mention.value("hue"), mention.value("pattern")
    cuts = [meaning.value for meaning in mention.meanings if meaning.kind == "cut"]
    if look.part in ("hair", "cut"):
        if hue:
            yield Trait("hair", hue)
        if look.part == "cut":
            yield Trait(name)
        yield from (Trait(cut) for cut in cuts)
    elif hue or look.part != "iris":
        yield Trait(cuts[0] if cuts else name, hue, pattern)


def _skins(sentence: Sentence) -> None:
    """Of "a black woman", the colour is her skin's."""
    for noun in sentence.nouns:
        before = sentence.mention(noun.at - 1)
        skin = _SKINS.get((before.value("colour") or "") if before else "")
        if skin and before and before.phrase.isascii() and noun.mention.phrase in _PLAIN_PEOPLE:
            noun.looks, noun.colour = together(noun.looks, (Trait(skin),)), None


def _colour_of_clothes(sentence: Sentence, at: int, wearer: Noun, traits: Sequence[Trait]) -> str | None:
    """The colour that a phrase says somebody's clothes have: people's alone, for animals have fur."""
    if not is_person(wearer.mention):
        return None
    if traits:
        return clothes_colour(traits)
    unit = sentence.mention(at)
    assert unit is not None
    if unit.value("garment"):
        before = (sentence.mention(place) for place in range(at - 1, max(at - 4, -1), -1))
        return next((c for said in before if said and (c := said.value("colour"))), None)
    return unit.value("colour")


def _wearer(sentence: Sentence, at: int) -> Noun | None:
    """Who has what is named at a place, if anybody."""
    unit = sentence.units[at]
    assert isinstance(unit, Mention)
    living = [noun for noun in sentence.nouns if may_wear(noun.mention)]
    described = next((noun for noun in living if noun.start <= at < noun.at), None)
    skin = bool(unit.value("look")) and _part(unit) == "skin"
    bare = not (unit.value("look") or unit.value("garment"))
    if described:
        return None if bare or (skin and not is_person(described.mention)) else described
    if skin:
        return None
    if bare and not _is_worn_alone(sentence, at):
        return None
    before = [noun for noun in living if noun.at < at]
    link = _link(sentence, at)
    if link is None or (bare and not before):
        return None
    if link in _HERS:
        before = [noun for noun in before if is_person(noun.mention)] or before
    return before[-1] if before else next(iter(living), None)


def _part(mention: Mention) -> str:
    return vocabulary().looks[mention.value("look") or ""].part


def _is_worn_alone(sentence: Sentence, at: int) -> bool:
    """Whether a colour is all that is said of clothes: "a woman in red", "dressed all in black"."""
    before, after = (
        sentence.units[at - 1] if at else None,
        sentence.units[at + 1] if at + 1 < len(sentence.units) else None,
    )
    dressed = before in ("wearing", "wears") or (
        isinstance(before, Mention) and before.value("relation") == "in"
    )
    who = sentence.units[at - 2] if at > 1 else None
    near = who in ("dressed", "clad", "all") or before in ("wearing", "wears")
    near = near or any(noun.at == at - 2 for noun in sentence.nouns)
    ends = after is None or after in STOPS or after in ANDS or after in CONJUNCTIONS
    ends = ends or (isinstance(after, Mention) and bool(after.value("action") or after.value("relation")))
    return dressed and near and ends


def _link(sentence: Sentence, at: int) -> str | None:
    """The word that says that somebody has on what is named at a place; None where none does. In a list,
    commas do: "a girl, long hair, red dress"."""
    comma = False
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        unit = sentence.units[place]
        if isinstance(unit, Mention):
            if unit.value("relation") in _IN or unit.phrase in _WEARING:
                return unit.phrase
            if any(noun.at == place for noun in sentence.nouns):
                return "," if comma or is_han(unit.phrase) or unit.phrase.endswith(("'s", "s'")) else None
            if not unit.meanings or any(unit.value(kind) for kind in _PASSED):
                continue
            return "," if comma and _is_listed(sentence, at) else None
        if unit in _WEARING:
            return unit
        if unit in STOPS and unit not in (",", "、"):
            return None
        comma = comma or unit in (",", "、")
        if unit in PREPOSITIONS or unit in CONJUNCTIONS:
            return None
    return ","


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether nothing but its own phrase stands between two commas with a look."""
    after = sentence.units[at + 1] if at + 1 < len(sentence.units) else ","
    return after in STOPS
