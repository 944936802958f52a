"""English verbs of the long list: where a word that may be one is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinema.engines.animatic.lexicon import gerunds
from kinema.engines.animatic.lexicon.advice import NO_ACTION
from kinema.engines.animatic.lexicon.bases import LIGHT, action_of, base, deed
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)
from kinema.engines.animatic.lexicon.index import Meaning, is_han
from kinema.engines.animatic.lexicon.irregular import IRREGULAR
from kinema.engines.animatic.lexicon.verbs import deeds, verbs
from kinema.engines.animatic.reading.creatures import is_alive
from kinema.engines.animatic.reading.words import Mention

_NO_DEED = NO_ACTION | {"wearing", "facing", "looking", "featuring", "showing"}
_BY_WAY = frozenset(
    (
        "who",
        "that",
        "which",
        "still",
        "just",
        "also",
        "both",
        "all",
        "together",
        "each",
        "now",
        "then",
        "always",
        "once",
    )
)
"""Adverbs that may stand between somebody and what they do; those in "-ly" may too."""
_SOMEBODY = PRONOUNS | frozenset(("we", "everyone", "everybody", "someone", "somebody", "nobody", "i", "you"))
_LEFT_BEHIND = frozenset(("in", "with", "by", "on", "of", "under", "into", "as", "from"))
"""After a past participle, these say that it is somebody's state: "covered in snow"."""
_OBJECTS = (
    DETERMINERS
    | PREPOSITIONS
    | frozenset(("him", "them", "himself", "herself", "itself", "themselves", "out", "away", "back"))
)
"""What follows a verb rather than a noun."""
_TO_DO = frozenset(
    ("try", "begin", "start", "attempt", "continue", "learn", "refuse", "want", "prepare", "seem", "need")
)
"""What somebody does who is "to" do something else."""
SEES = frozenset(("watch", "see", "hear", "let", "make", "help", "film", "listen"))
"""After these, somebody and the base form of a verb: that is what they do."""
_QUALITIES = ("count", "colour", "size", "mood", "look")

Known = Mapping[int, Mention]
Fillers = Sequence[str | None]


def predicates(known: Known, fillers: Fillers) -> Iterator[Mention]:
    """The words that are verbs of somebody where they stand, whatever they mean elsewhere."""
    for at, filler in enumerate(fillers):
        mention = known.get(at)
        if mention and (mention.value("action") or _is_firm(mention)):
            continue
        word = mention.phrase if mention else filler or ""
        if mention is None and word in deeds() and _is_done_by_somebody(at, known, fillers):
            yield Mention((Meaning("action", action_of(deeds()[word])),), at, at + 1, phrase=word)
            continue
        if len(word) < 3 or not word.isascii() or not word.isalpha() or word in _NO_DEED:
            continue
        said, verb = word, base(word)
        if verb is None and word.endswith("ing") and len(word) > 5 and not mention:
            verb = gerunds.base(word)
        if verb in _TO_DO and fillers[at + 1 : at + 2] == ["to"]:
            continue
        if word == "seen" and at + 1 < len(fillers) and _word(at + 1, known, fillers).endswith("ing"):
            continue  # "a fisherman seen casting a net"
        if verb == "put" and _word(min(at + 1, len(fillers) - 1), known, fillers) == "on":
            said = f"{word} on"
        elif verb == "get" and _word(min(at + 1, len(fillers) - 1), known, fillers).endswith("ed"):
            said = f"{word} {_word(at + 1, known, fillers)}"
            verb = deed(said, verb)
        elif verb in LIGHT and word not in AUXILIARIES - {"does"} and (done := _besides(at, known, fillers)):
            said, verb = f"{word} {done}", deed(f"{word} {done}", verb)
        elif word in AUXILIARIES:
            continue
        if verb and _is_said_of_somebody(word, verb, at, known, fillers, other=mention is not None):
            yield Mention((Meaning("action", action_of(verb)),), at, at + 1, phrase=said)


def _is_done_by_somebody(at: int, known: Known, fillers: Fillers) -> bool:
    """Whether a character stands where a Chinese verb does: after somebody, or 在, and before something
    else."""
    if at < 1 or at + 1 >= len(fillers) or fillers[at + 1] in STOPS:
        return False
    before, after = known.get(at - 1), known.get(at + 1)
    if before is None:
        return _is_under_way(at, known, fillers)
    where = any(before.value(kind) for kind in ("afterwards", "setting", "garment"))
    to_something = after is not None and any(
        after.value(kind) for kind in ("subject", "count", "colour", "size")
    )
    return is_alive(before) or (where and to_something)


def _is_under_way(at: int, known: Known, fillers: Fillers) -> bool:
    """Whether a 在 before a verb says that it goes on (老板在切肉), not where (在转盘上)."""
    before = known.get(at - 2)
    going_on = fillers[at - 1] == "在" and (
        fillers[at - 2] == "正" or (before is not None and is_alive(before))
    )
    where = any(unit.value("afterwards") for place in range(at + 1, at + 4) if (unit := known.get(place)))
    return fillers[at - 1] == "正" or (going_on and not where)


def _is_firm(mention: Mention) -> bool:
    """Whether a word is what it is, whatever is before it."""
    firm = ("character", "weather", "count", "relation", "colour", "garment", "negation")
    return is_han(mention.phrase) or " " in mention.phrase or any(mention.value(kind) for kind in firm)


def _is_said_of_somebody(
    word: str, verb: str, at: int, known: Known, fillers: Fillers, *, other: bool
) -> bool:
    listed = verbs().get(verb)
    sure = listed is not None and listed.sure and not other
    place = _before(at, known, fillers)
    before, filler = known.get(place), fillers[place] if place >= 0 else None
    somebody = before is not None and bool(before.value("subject") or before.value("character"))
    is_pronoun = filler in _SOMEBODY
    after, next_word = known.get(at + 1), fillers[at + 1] if at + 1 < len(fillers) else None
    done_to = next_word in _OBJECTS or (
        after is not None and bool(after.value("count") or after.value("relation"))
    )
    ends = at + 1 >= len(fillers) or next_word in STOPS | ANDS | CONJUNCTIONS
    if word.endswith("ing") and word != verb:
        if somebody or is_pronoun or filler in AUXILIARIES - {"to", "and", "then"}:
            return True
        if after and is_alive(after) and place == at - 1:  # a screaming child
            described = before is not None and any(before.value(kind) for kind in _QUALITIES)
            return described or filler in DETERMINERS
        if filler in DETERMINERS or (before and any(before.value(kind) for kind in _QUALITIES)):
            return False
        return (sure or filler in ANDS | STOPS) and place >= 0 and (done_to or ends or next_word is not None)
    if word in IRREGULAR.get(verb, ()) or word.endswith("ed"):
        if "by" in (next_word, after.phrase if after else None) and _is_followed_by_somebody(at + 1, known):
            return True  # "brushed by a girl"
        passive = next_word in _LEFT_BEHIND or (after and after.phrase in _LEFT_BEHIND)
        return (somebody or is_pronoun) and not passive and (sure or done_to)
    if word.endswith("s") and word != verb:
        if is_pronoun or (somebody and not (before and before.plural)):
            acts_on = before is not None and is_alive(before) and after and after.value("subject")
            return bool(done_to or not other or acts_on)
        is_after_noun = filler not in DETERMINERS and not (
            before and (before.value("action") or before.value("count"))
        )
        return sure and (done_to or ends) and place >= 0 and is_after_noun
    dressed = before is not None and bool(before.value("garment")) and next_word in DETERMINERS
    if dressed and _are_many(place, known):
        return True
    if somebody and word == verb and _is_seen_doing(place, known, fillers):
        return True
    many = before is not None and (_is_many(before) or _are_joined(place, fillers))
    return bool((somebody and many) or filler in ("they", "we")) and (sure or done_to or after is not None)


def _is_followed_by_somebody(at: int, known: Known) -> bool:
    return any((unit := known.get(place)) and is_alive(unit) for place in range(at + 1, at + 4))


def _is_seen_doing(at: int, known: Known, fillers: Fillers) -> bool:
    """Whether somebody is one whom another watches, or lets, do something: "watches a man juggle"."""
    return any(base(_word(place, known, fillers)) in SEES for place in range(max(at - 4, 0), at))


def _word(at: int, known: Known, fillers: Fillers) -> str:
    return known[at].phrase if at in known else fillers[at] or ""


def _besides(at: int, known: Known, fillers: Fillers) -> str | None:
    """What is done where the verb at a place says little: "doing a spin", "takes a quick nap"."""
    for place in range(at + 1, min(at + 4, len(fillers))):
        said = known.get(place)
        word = said.phrase if said else fillers[place] or ""
        if word in STOPS | PREPOSITIONS | ANDS or (
            said and (said.value("relation") or said.value("negation"))
        ):
            return None
        if base(word) == word and word not in LIGHT and (place > at + 1):
            return word
    return None


def _before(at: int, known: Known, fillers: Fillers) -> int:
    """The place of what stands before a verb, adverbs aside; -1 where nothing does."""
    at -= 1
    while at >= 0 and at not in known and (word := fillers[at]) and (word in _BY_WAY or word.endswith("ly")):
        at -= 1
    return at


def _are_many(at: int, known: Known) -> bool:
    """Whether who is named last before a place are many: "kids in costumes ring the bell"."""
    named = next(
        (
            known[place]
            for place in range(at - 1, max(at - 6, -1), -1)
            if place in known and known[place].value("subject")
        ),
        None,
    )
    return named is not None and _is_many(named)


def _is_many(mention: Mention) -> bool:
    return (
        mention.plural
        or (mention.phrase.endswith("s") and not mention.phrase.endswith("'s"))
        or int(mention.value("count") or 1) > 1
    )


def _are_joined(at: int, fillers: Fillers) -> bool:
    """Whether somebody is the last of two: "a cat and a dog sniff"."""
    before = at - 1
    while before >= 0 and before > at - 4:
        if fillers[before] in ANDS:
            return True
        before -= 1
    return False
