"""All tables turned round: from a phrase to everything that it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kinema.engines.animatic.lexicon import artwork, grammar
from kinema.engines.animatic.lexicon.actions import CLOTHED, DEEDS, WAY, inflect
from kinema.engines.animatic.lexicon.appearance import BARE_SHOTS, LIGHTS, PALETTES, PATTERNS, SHOTS, SIZES
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.direction import CAMERAS, COLOURS, GENRES, MOODS
from kinema.engines.animatic.lexicon.hours import HINTS, TIMES
from kinema.engines.animatic.lexicon.kin import KIN, LANDMARKS, NAMES
from kinema.engines.animatic.lexicon.nouns import CHINESE, ENGLISH, GARMENT, Noun, nouns, plain
from kinema.engines.animatic.lexicon.synonyms import synonyms
from kinema.engines.animatic.lexicon.verbs import compounds, deeds, verbs

if TYPE_CHECKING:
    from kinema.engines.animatic.terms import Look


class Meaning(NamedTuple):
    """One thing that a phrase says: a kind ("setting", "subject", …) and its value."""

    kind: str
    value: str


class Index(NamedTuple):
    """Phrases to meanings, and the longest phrase that begins with a character (CJK) or a word (others)."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    reach: Mapping[str, int]


_LITTLE = (" a", " an", " the", " on")
"""Ends of phrases that may say no more than the word before."""
GROWN = ("skin", "iris", "hair", "cut", "beard")
"""Parts whose looks grow: they are no garments."""
_SIDES = "上里下旁"
"""Chinese characters after a thing that say where at it somebody is."""
_UPON = tuple(f"{where} {article}" for where in ("on", "in", "under") for article in ("a ", "the ", ""))
"""Beginnings of English phrases for a place that somebody is at."""
HINT = "?"
"""Ends the kind of a meaning that counts only where nothing else says it."""


def tables() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Words by the kind and the value of their meaning."""
    # What draws comes with it, and is not imported before somebody reads a prompt.
    from kinema.engines.animatic.vocabulary import vocabulary

    known = vocabulary()
    found: dict[str, dict[str, tuple[str, ...]]] = {
        "setting": {name: place.words for name, place in known.places.items()},
        "weather": {name: weather.words for name, weather in known.weathers.items()},
        "style": {name: style.words for name, style in known.styles.items()},
        "time": dict(TIMES),
        "light": dict(LIGHTS),
        "palette": dict(PALETTES),
        "camera": dict(CAMERAS),
        "shot": {name: (*words, *BARE_SHOTS.get(name, ())) for name, words in SHOTS.items()},
        "mood": dict(MOODS),
        "colour": dict(COLOURS),
        "size": dict(SIZES),
        "look": {name: look.words for name, look in known.looks.items()},
        "pattern": dict(PATTERNS),
        "count": {str(count): words for count, words in grammar.COUNTS.items()},
        "action": {
            **{name: motion.words for name, motion in known.motions.items()},
            **{action: words for action, (_, words) in DEEDS.items()},
            "go": WAY,
        },
        "relation": dict(grammar.RELATIONS),
        "deed": dict(grammar.DEEDS_THAT_RELATE),
        "afterwards": dict(grammar.AFTERWARDS),
        "there": {"there": grammar.THERE},
        "landmark": {player(name): words for name, words in LANDMARKS.items()},
        "negation": {"no": grammar.NEGATIONS},
        "nobody": {"person": grammar.NOBODY},
        "absent": dict(grammar.ABSENT),
        GARMENT: {GARMENT: (*CLOTHED, *worn(known.looks.values()))},
        "setting" + HINT: {name: place.hints for name, place in known.places.items()},
        "time" + HINT: dict(HINTS),
        "alone": {"alone": tuple(word for words in BARE_SHOTS.values() for word in words)},
        "mood" + HINT: dict(GENRES),
    }
    found["action"] = {action: _inflected(words) for action, words in found["action"].items()}
    for kind, more in synonyms().items():
        said = {word for words in found[kind].values() for word in words}  # gives way to no synonym
        for name, words in more.items():
            forms = _inflected(words) if kind == "action" else words
            found[kind][name] = (*found[kind][name], *(form for form in forms if form not in said))
    return found


def worn(looks: Iterable[Look]) -> Iterator[str]:
    """The words for what is put on, not grown."""
    for look in looks:
        if look.part not in GROWN:
            yield from look.words
            yield from (word for words in look.hues.values() for word in words)


def _inflected(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for word in words for form in inflect(word))


def is_han(text: str) -> bool:
    """Whether a text begins with a Chinese character, in which words are not set apart."""
    return "\u3400" <= text[0] <= "\u9fff"


@cache
def index() -> Index:
    """Build the index, once in a process."""
    meanings: dict[str, tuple[Meaning, ...]] = dict.fromkeys((*plain(), *grammar.PLAIN), ())
    for kind, table in tables().items():
        for value, words in table.items():
            for word in dict.fromkeys(words):
                meanings[word] = (*meanings.get(word, ()), Meaning(kind, value))
    for look in _looks():
        for colour, words in look.hues.items():
            for word in words:
                meanings[word] = (*meanings.get(word, ()), Meaning("look", look.name), Meaning("hue", colour))
    for phrase in [phrase for phrase in meanings if phrase.endswith(_LITTLE) and phrase.isascii()]:
        said = meanings[phrase]
        if {meaning.kind for meaning in said} == {"action"} and set(said) <= set(
            meanings.get(phrase.rsplit(" ", 1)[0], ())
        ):
            del meanings[phrase]  # "carry a" says no more than "carry", and hides how many
    for noun in nouns(CHINESE):
        if noun.player == GARMENT:
            meanings.setdefault(noun.word, (Meaning(GARMENT, GARMENT),))
    for word, verb in deeds().items():
        for phrase in compounds(word):
            if phrase not in meanings:
                meanings[phrase] = (Meaning("action", _action(verb, meanings)),)
    subjects: dict[str, tuple[Meaning, ...]] = {}
    for word, meaning in _subjects():
        subjects.setdefault(word, meaning)
    for word, meaning in subjects.items():
        meanings[word] = (*meanings.get(word, ()), *meaning)
    for place in [word for word in meanings if is_han(word) and word[-1] in _SIDES and word[0] != "窗"]:
        stem = meanings.get(place[:-1], ())
        if (
            {m.kind for m in meanings[place]} == {"setting"}
            and any(m.kind in ("landmark", "subject") for m in stem)
            and set(meanings[place]) <= set(stem)
        ):
            del meanings[place]  # 沙发上 says no more of the place than 沙发, and hides who is on it
    for place in [word for word in meanings if word.startswith(_UPON)]:
        thing = meanings.get(place.split(" ", 2)[-1] if place.count(" ") > 1 else place.split(" ")[-1], ())
        if (
            {m.kind.removesuffix(HINT) for m in meanings[place]} == {"setting"}
            and any(m.kind in ("landmark", "subject") for m in thing)
            and {m.value for m in meanings[place]} <= {m.value for m in thing}
        ):
            del meanings[place]  # so does "on a sofa"
    for verb in [word for word in meanings if word.isascii() and word.endswith("s")]:
        known = subjects.get(verb.removesuffix("es"), subjects.get(verb.removesuffix("s")))
        if known and any(meaning.kind == "action" for meaning in meanings[verb]):
            meanings[verb] = (*meanings[verb], *known)  # two crows, and a cock crows
    for noun in nouns(ENGLISH):
        if all(
            any(m.kind in ("size", "colour") for m in meanings.get(word, ())) for word in noun.word.split()
        ):
            continue  # a "small white" is a butterfly, but hardly ever
        meanings.setdefault(noun.word, _listed(noun))
    reach: dict[str, int] = {}
    for phrase in meanings:
        head, length = (phrase[0], len(phrase)) if is_han(phrase) else _words(phrase)
        reach[head] = max(reach.get(head, 0), length)
    return Index(meanings, reach)


def _looks() -> Iterable[Look]:
    from kinema.engines.animatic.vocabulary import vocabulary

    return vocabulary().looks.values()


def _action(verb: str, meanings: Mapping[str, tuple[Meaning, ...]]) -> str:
    """What plays an English verb, of the tables or the long list."""
    known = next((said.value for said in meanings.get(verb, ()) if said.kind == "action"), None)
    return known or (verbs()[verb].action if verb in verbs() else "stand")


def _subjects() -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Every name of a subject, the best first: of one with a body, of its kin, of artwork."""
    for name, being in BEINGS.items():
        for word in being.words:
            yield word, (Meaning("subject", name),)
    for name, words in NAMES.items():
        for word in words:
            yield word, (Meaning("subject", player(name)),)
    for name, words in KIN.items():
        played = Meaning("subject", player(name))
        for word in words:
            yield word, (played, Meaning("kin", word))
    for noun in nouns(CHINESE):
        if noun.player != GARMENT:
            yield noun.word, (Meaning("subject", player(noun.player)), Meaning("kin", noun.word))
    for word, symbol in artwork.names().items():
        yield word, (Meaning("subject", symbol),)
    for name, being in BEINGS.items():
        if len(being.emoji) == 1:
            yield being.emoji, (Meaning("subject", name),)
    for symbol in artwork.names().values():
        yield symbol, (Meaning("subject", symbol),)


def _listed(noun: Noun) -> tuple[Meaning, ...]:
    """What a noun of the long list may mean, where it stands as a noun does."""
    if noun.player == GARMENT:
        return (Meaning(GARMENT, GARMENT),)
    return (Meaning("listed" if noun.sure else "doubtful", player(noun.player)), Meaning("kin", noun.word))


def player(name: str) -> str:
    """The subject that a name of `KIN` stands for: a being's name, or an emoji."""
    return name if name in BEINGS else artwork.names().get(name) or artwork.drawn()[name]


def label(subject: str) -> str:
    """What a subject of the index is called, for people."""
    return subject if subject in BEINGS else artwork.name(subject)


def _words(phrase: str) -> tuple[str, int]:
    words = phrase.split()
    return words[0], len(words)
