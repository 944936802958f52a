"""From a prompt to what its words mean: one pass over them, in time proportional to their number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kinema.engines.animatic.lexicon import artwork
from kinema.engines.animatic.lexicon.actions import inflect
from kinema.engines.animatic.lexicon.bases import deed
from kinema.engines.animatic.lexicon.grammar import HEADS, NO_PLURALS, PERSONS, SEVERAL
from kinema.engines.animatic.lexicon.index import Meaning, index, is_han
from kinema.engines.animatic.lexicon.irregular import IRREGULAR
from kinema.engines.animatic.reading.negation import without_negated
from kinema.engines.animatic.reading.senses import settle

MOST_READ = 40_000
MOST_MENTIONS = 600

_STAND_IN = 0xE000
"""Where Unicode's private characters begin: each stands for one name while a prompt is read."""
_TOKEN = re.compile(
    r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['&-][^\W_\u3400-\u9fff]+)*|[,、.;:!?。()—–]"
    r"|[\u2190-\u2bff\U0001f300-\U0001faff]|[\ue000-\uf8ff]"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LETTER = r"[^\W_\u3400-\u9fff]"
_IRREGULAR = (
    ("men", "man"),
    ("children", "child"),
    ("people", "person"),
    ("mice", "mouse"),
    ("geese", "goose"),
)
_HISSING = ("ses", "xes", "zes", "ches", "shes", "oes")
"""Plurals that take an e."""
_IN_PASSING = re.compile(r"\b(?:slowly|gently|smoothly|slightly|quickly|steadily|gradually)\b ?")
"""Adverbs that may stand inside any phrase: "the camera slowly pushes in"."""


class Mention(NamedTuple):
    """A phrase of the prompt that means something; `at` and `end` count tokens, `plural` is grammar's.

    `phrase` is how it was said, in lower case.
    """

    meanings: tuple[Meaning, ...]
    at: int
    end: int
    plural: bool = False
    phrase: str = ""

    def value(self, kind: str) -> str | None:
        """What the phrase says of `kind`, or None."""
        return next((meaning.value for meaning in self.meanings if meaning.kind == kind), None)

    @property
    def verb(self) -> str | None:
        """What is done, as an English verb in its base form."""
        action = self.value("action")
        return deed(self.phrase, action) if action else None


def read(
    prompt: str, names: Sequence[str] = (), proper: Collection[str] = ()
) -> tuple[list[Mention], list[str | None], tuple[str, ...]]:
    """What the prompt means, in its order, the words in between that mean nothing, and what it excludes.

    Each of `names` counts as a subject where it stands as a whole word, in any case; `proper` are no words
    with a slip in them.
    """
    text = unicodedata.normalize("NFKC", prompt)[:MOST_READ].casefold().replace("’", "'")
    text = _IN_PASSING.sub("", _with_stand_ins(_PRIVATE.sub(" ", text), names))
    mentions, fillers = _mentions([match[0] for match in _TOKEN.finditer(text)], names, proper)
    wanted, excluded = without_negated(settle(mentions, fillers), fillers)
    return wanted, fillers, excluded


def legible(prompt: str) -> str:
    """A prompt without what no file or database can hold: lone surrogates and control characters."""
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character for character in prompt
    )


def somebody(fillers: list[str | None]) -> list[Mention]:
    """The first pronoun of a prompt that names nobody, as who it stands for."""
    for at, filler in enumerate(fillers):
        if filler in PERSONS:
            who = Meaning("subject", PERSONS[filler])
            fillers[at] = None
            if fillers[at + 1 : at + 2] != ["们"]:
                return [Mention((who,), at, at + 1, plural=filler in SEVERAL, phrase=filler)]
            fillers[at + 1] = None
            two = Mention((Meaning("count", "2"),), at, at + 1, phrase=filler)
            return [two, Mention((who,), at + 1, at + 2, phrase="们")]
    return []


def named_elsewhere(fillers: list[str | None]) -> list[Mention]:
    """The words that name an emoji in a language other than English and Chinese."""
    names = artwork.names_elsewhere()
    found: list[Mention] = []
    for at, filler in enumerate(fillers):
        symbol = names.get(filler or "")
        if filler and not symbol and filler[0] > "\u3000":  # Korean and Japanese put endings to their nouns
            symbol = next((names[filler[:n]] for n in range(len(filler), 0, -1) if filler[:n] in names), None)
        if filler and symbol:
            found.append(Mention((Meaning("subject", symbol),), at, at + 1, phrase=filler))
    return found[:MOST_MENTIONS]


def _with_stand_ins(text: str, names: Sequence[str]) -> str:
    """The text with a private character in place of every name, the longest names first."""
    for name in sorted(names, key=len, reverse=True):
        plain = unicodedata.normalize("NFKC", name).casefold().strip()
        if not plain:
            continue
        # Chinese is written without spaces: there a name needs no gap around it.
        before = "" if is_han(plain) else f"(?<!{_LETTER})"
        after = "" if is_han(plain[-1]) else f"(?!{_LETTER})"
        text = re.sub(before + re.escape(plain) + after, chr(_STAND_IN + list(names).index(name)), text)
    return text


def _mentions(
    tokens: list[str], names: Sequence[str], proper: Collection[str]
) -> tuple[list[Mention], list[str | None]]:
    """Every phrase that means something, and for each position the word there that means nothing."""
    mentions: list[Mention] = []
    fillers: list[str | None] = []
    at = 0
    while at < len(tokens) and len(mentions) < MOST_MENTIONS:
        token = tokens[at]
        if is_han(token):
            _read_han(token, mentions, fillers)
            at += 1
            continue
        if _PRIVATE.fullmatch(token):
            name = names[ord(token) - _STAND_IN]
            taken = 1
            said: Mention | None = Mention((Meaning("character", name),), 0, 0, phrase=name)
        else:
            said, taken = _read_words(tokens, at, proper)
        if said:
            mentions.append(said._replace(at=len(fillers), end=len(fillers) + 1))
        fillers.append(None if taken else token)
        at += taken or 1
    return mentions, fillers


def _read_han(run: str, mentions: list[Mention], fillers: list[str | None]) -> None:
    """Chinese: at each character the longest phrase that the index knows."""
    meanings, reach = index()
    start = 0
    while start < len(run) and len(mentions) < MOST_MENTIONS:
        for length in range(min(reach.get(run[start], 0), len(run) - start), 0, -1):
            phrase = run[start : start + length]
            found = meanings.get(phrase)
            if found and not _is_part(run, start + length, length, found):
                mentions.append(Mention(found, len(fillers), len(fillers) + 1, phrase=phrase))
            if found is not None:
                fillers.append(None)
                start += length
                break
        else:
            fillers.append(run[start])
            start += 1


def _is_part(run: str, end: int, length: int, meanings: Sequence[Meaning]) -> bool:
    """Whether a character that names a subject only begins an unknown word for something else: 虫洞 is no
    worm."""
    return length == 1 and run[end : end + 1] in HEADS and any(m.kind == "subject" for m in meanings)


def _read_words(tokens: list[str], at: int, proper: Collection[str]) -> tuple[Mention | None, int]:
    """Other languages: whole words, the longest phrase first, and how many tokens it takes. A phrase that is
    known to mean nothing takes them without a mention."""
    meanings, reach = index()
    token = tokens[at]
    number = token.isdecimal() and token.isascii() and len(token) <= 3 and int(token)
    if number and not _begins_phrase(tokens, at):
        return Mention((Meaning("count", token),), 0, 0, phrase=token), 1
    for spelling, plural in spellings(token):
        for length in range(reach.get(spelling, 0), 0, -1):
            phrase = " ".join([spelling, *tokens[at + 1 : at + length]])
            whole, many = phrase, plural
            if phrase not in meanings and length > 1:
                whole, many = next(((p, n) for p, n in spellings(phrase) if p in meanings), (phrase, False))
            if whole in meanings:
                said = " ".join(tokens[at : at + length])
                return Mention(meanings[whole], 0, 0, many, said) if meanings[whole] else None, length
    *parts, last = token.split("-")[:8]
    for part in (last, *parts) if parts else ():
        for spelling, plural in spellings(part):
            said_of = meanings.get(spelling, ())
            if said_of and (part is last or all(meaning.kind != "subject" for meaning in said_of)):
                return Mention(said_of, 0, 0, plural, part), 1
    meant = None if token in proper or token in _verb_forms() else _misspelt().get(token) or _swapped(token)
    return (Mention(meanings[meant], 0, 0, phrase=token), 1) if meant else (None, 0)


def _begins_phrase(tokens: list[str], at: int) -> bool:
    """Whether a number begins something that is known: "11 pm"."""
    meanings, reach = index()
    ends = range(at + 2, at + reach.get(tokens[at], 0) + 1)
    return any(" ".join(tokens[at:end]) in meanings for end in ends)


def spellings(word: str) -> Iterator[tuple[str, bool]]:
    """A word as written, then what it may be the plural of, and whether it is."""
    yield word, False
    if word in NO_PLURALS:
        return
    for many, one in _IRREGULAR:
        if word.endswith(many):
            yield word.removesuffix(many) + one, True
    for ending, singular in (("ves", "f"), ("ies", "y"), ("es", ""), ("s", ""), ("'s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            if ending == "es" and not word.endswith(_HISSING):
                continue
            yield word.removesuffix(ending) + singular, not ending.endswith("'s")


@cache
def _misspelt() -> dict[str, str]:
    """Long words with one letter left out, and what was meant. Short ones so often make another word, and
    so do those in "-er": an adventure is no adventurer."""
    known = [
        word
        for word, meanings in index().meanings.items()
        if word.isascii() and word.isalpha() and len(word) >= 8 and not _is_listed(meanings)
    ]
    return {
        word[:n] + word[n + 1 :]: word for word in known for n in range(1, len(word) - word.endswith("er"))
    }


@cache
def _verb_forms() -> frozenset[str]:
    """Forms of the irregular verbs: they are no slips, whatever they are near."""
    return frozenset(form for verb in IRREGULAR for form in inflect(verb))


def _swapped(token: str) -> str | None:
    """The word that two neighbouring letters make the other way round."""
    if not 5 <= len(token) <= 20 or not token.isascii():
        return None
    swaps = (token[:n] + token[n + 1] + token[n] + token[n + 2 :] for n in range(len(token) - 1))
    return next(
        (word for word in swaps if (found := index().meanings.get(word)) and not _is_listed(found)), None
    )


def _is_listed(meanings: Sequence[Meaning]) -> bool:
    """Whether a word is of the long list, in which a mistyped word finds too many that are near it."""
    return any(meaning.kind in ("listed", "doubtful") for meaning in meanings)
