"""From a prompt to what its words mean: one pass over them, in time proportional to their number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kinema.engines.animatic.lexicon.index import Meaning, index, is_han

MOST_READ = 40_000
MOST_MENTIONS = 400

_STAND_IN = 0xE000
"""Where Unicode's private characters begin: each stands for one name while a prompt is read."""
_TOKEN = re.compile(
    r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['’&-][^\W_\u3400-\u9fff]+)*|[,、.;]|[\u2190-\u2bff\U0001f300-\U0001faff]"
    r"|[\ue000-\uf8ff]"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LETTER = r"[^\W_\u3400-\u9fff]"
_JOINS = frozenset(("or", "and", "any", "a", "the", "、", "和", "或", "在"))


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


def read(prompt: str, names: Sequence[str] = ()) -> tuple[list[Mention], list[str | None], tuple[str, ...]]:
    """What the prompt means, in its order, the words in between that mean nothing, and what it excludes.

    Each of `names` counts as a subject where it stands as a whole word, in any case.
    """
    text = unicodedata.normalize("NFKC", prompt)[:MOST_READ].casefold()
    text = _with_stand_ins(_PRIVATE.sub(" ", text), names)
    mentions, fillers = _mentions([match[0] for match in _TOKEN.finditer(text)], names)
    wanted, excluded = _without_negated(mentions, fillers)
    return wanted, fillers, excluded


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


def legible(prompt: str) -> str:
    """A prompt without what no file or database can hold: lone surrogates and control characters."""
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character for character in prompt
    )


def _mentions(tokens: list[str], names: Sequence[str]) -> tuple[list[Mention], list[str | None]]:
    """Every phrase that means something, and for each position the word there that means nothing."""
    mentions: list[Mention] = []
    fillers: list[str | None] = []
    at = 0
    while at < len(tokens) and len(mentions) < MOST_MENTIONS:
        token = tokens[at]
        if _PRIVATE.fullmatch(token):
            mentions.append(
                Mention(
                    (Meaning("character", name := names[ord(token) - _STAND_IN]),),
                    len(fillers),
                    len(fillers) + 1,
                    phrase=name,
                )
            )
            fillers.append(None)
            at += 1
            continue
        if is_han(token):
            _read_han(token, mentions, fillers)
            at += 1
            continue
        taken = _read_words(tokens, at, len(fillers), mentions)
        fillers.extend([None] if taken else [token])
        at += taken or 1
    return mentions, fillers


def _read_han(run: str, mentions: list[Mention], fillers: list[str | None]) -> None:
    """Chinese: at each character the longest phrase that the index knows."""
    meanings, reach = index()
    start = 0
    while start < len(run) and len(mentions) < MOST_MENTIONS:
        for length in range(min(reach.get(run[start], 0), len(run) - start), 0, -1):
            found = meanings.get(run[start : start + length])
            if found:
                phrase = run[start : start + length]
                mentions.append(Mention(found, len(fillers), len(fillers) + 1, phrase=phrase))
                fillers.append(None)
                start += length
                break
        else:
            fillers.append(run[start])
            start += 1


def _read_words(tokens: list[str], at: int, position: int, mentions: list[Mention]) -> int:
    """Other languages: whole words, the longest phrase first; returns how many tokens it took."""
    meanings, reach = index()
    token = tokens[at]
    for spelling, plural in _spellings(token):
        for length in range(reach.get(spelling, 0), 0, -1):
            phrase = " ".join([spelling, *tokens[at + 1 : at + length]])
            whole, many = phrase, plural
            if phrase not in meanings and length > 1:
                whole, many = next(((p, n) for p, n in _spellings(phrase) if p in meanings), (phrase, False))
            if whole in meanings:
                said = " ".join(tokens[at : at + length])
                mentions.append(Mention(meanings[whole], position, position + 1, many, said))
                return length
    if "-" in token:
        for part in token.split("-")[:8]:
            for spelling, plural in _spellings(part):
                if spelling in meanings:
                    mentions.append(Mention(meanings[spelling], position, position + 1, plural, part))
                    return 1
    return 0


def _spellings(word: str) -> Iterator[tuple[str, bool]]:
    """A word as written, then what it may be the plural of."""
    yield word, False
    for ending, singular in (("ves", "f"), ("ies", "y"), ("es", ""), ("s", ""), ("'s", ""), ("’s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending) + singular, not ending.endswith(("'s", "’s"))


def _without_negated(
    mentions: list[Mention], fillers: list[str | None]
) -> tuple[list[Mention], tuple[str, ...]]:
    """Drop what a "no" or a "without" stands before, along with what is joined to it by "or"."""
    wanted: list[Mention] = []
    excluded: dict[str, None] = {}
    reach = -1
    for mention in mentions:
        if mention.value("negation"):
            reach = mention.end
            continue
        between = fillers[max(reach, 0) : mention.at]
        if reach >= 0 and len(between) <= 3 and all(word is None or word in _JOINS for word in between):
            excluded |= dict.fromkeys(m.value for m in mention.meanings if m.kind not in ("count", "colour"))
            reach = mention.end
        else:
            wanted.append(mention)
            reach = -1
    return wanted, tuple(excluded)
