"""What people wear and their hair, by what a prompt says of them."""

from __future__ import annotations

from kinema.engines.animatic.lexicon.index import is_han
from kinema.engines.animatic.lexicon.looks import ACCESSORIES, DRESSES, LOOKS, SMALL, TROUSERS
from kinema.engines.animatic.reading.creatures import is_alive
from kinema.engines.animatic.reading.sentence import Noun, Sentence
from kinema.engines.animatic.reading.words import Mention

_HAIR_OF = {word: look for look, words in LOOKS.items() for word in words if is_han(word) and len(word) == 2}
"""Looks that begin a Chinese noun."""


def dress(sentence: Sentence) -> None:
    """What somebody wears, and their hair: the colour of clothes is theirs, where they have none."""
    for noun in sentence.nouns:
        if look := _HAIR_OF.get(noun.mention.phrase[:2]):
            noun.looks += (look,)  # 白发老人
    for at, unit in enumerate(sentence.units):
        if not isinstance(unit, Mention):
            continue
        look, garment = unit.value("look"), unit.value("garment")
        wearer = _wearer(sentence, at) if look or garment else None
        if wearer is None:
            continue
        if look:
            wearer.looks += (look,)
            continue
        colour = _colour_before(sentence, at)
        if thing := ACCESSORIES.get(unit.phrase):
            wearer.looks += (f"{colour} {thing}" if colour else thing,)
        elif unit.phrase not in SMALL:
            wearer.colour = wearer.colour or colour
            cut = "dress" if unit.phrase in DRESSES else "trousers" if unit.phrase in TROUSERS else None
            wearer.looks += (cut,) if cut else ()


def _colour_before(sentence: Sentence, at: int) -> str | None:
    """The colour of what is worn at a place, said shortly before it."""
    for place in range(at - 1, max(at - 4, -1), -1):
        said = sentence.mention(place)
        if said and said.value("garment"):
            return None
        if said and (colour := said.value("colour")):
            return colour
    return None


def _wearer(sentence: Sentence, at: int) -> Noun | None:
    """Whom what is worn at a place is said of: who is described by it, else who was named last."""
    described = (noun for noun in sentence.nouns if noun.start <= at < noun.at)
    before = (noun for noun in reversed(sentence.nouns) if noun.at < at)
    return next(described, None) or next((noun for noun in before if is_alive(noun.mention)), None)
