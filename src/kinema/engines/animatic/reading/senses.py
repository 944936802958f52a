"""Words of more than one part of speech: which they are where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinema.engines.animatic.lexicon.actions import TRANSITIVE
from kinema.engines.animatic.lexicon.bases import action_of, base
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.grammar import (
    ANDS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)
from kinema.engines.animatic.lexicon.index import Meaning, is_han, player
from kinema.engines.animatic.lexicon.standing import BY_VERB, RISES, SETS

if TYPE_CHECKING:
    from kinema.engines.animatic.reading.words import Mention

_BEFORE = DETERMINERS | frozenset(("other", "old", "young", "new"))
_AFTER = (
    STOPS | ANDS | CONJUNCTIONS | PREPOSITIONS | AUXILIARIES | frozenset(("of", "who", "that", "has", "had"))
)
_TO_VERBS = (
    AUXILIARIES | PRONOUNS | frozenset(("can", "may", "will", "must", "could", "would", "and", "slowly"))
)
_ENDS = STOPS | ANDS | CONJUNCTIONS | PREPOSITIONS
_QUALITIES = ("count", "colour", "size", "mood", "look")
_NOUNS = ("subject", "character", "listed")
_PLACING = ("on", "under", "over", "behind", "before", "beside", "left of", "right of")
_OF_PICTURES = ("调", "系", "度", "toned", "palette")
"""Ends of words for the colours of a picture, which are no thing's."""
_TWO_COLOURS = ("black and white", "black-and-white")
_LOOKING = ("俯瞰", "俯视", "仰视")
"""Views of a camera, unless somebody is there who looks."""
_CROSSED = ("bridge", "viaduct", "桥")
"""What only carries those who are on it."""
_PARTS = frozenset(name for name, being in BEINGS.items() if being.part)
"""What the sky or the water shows."""
_BETWEEN = AUXILIARIES | frozenset(("just", "slowly", "has", "finally", "already"))
_DESCRIBED = 4
"""The most words that stand between a preposition and the landmark that it governs, less one."""


def settle(mentions: list[Mention], fillers: list[str | None]) -> list[Mention]:
    """The mentions, each as one part of speech. A noun of the long list is a subject; where it is something
    else oftener, only after an article, a number or a quality, and a filler otherwise."""
    known = {mention.at: mention for mention in mentions}
    settled: list[Mention] = []
    for mention in mentions:
        if (landmark := mention.value("landmark")) and not mention.value("subject"):
            sets = _sets(mention, fillers, known)
            if sets or _is_landmark(mention, known, fillers) or _acts(mention, known, fillers):
                mention = _seen(mention, landmark)
                if sets:
                    fillers[sets.at] = None
                    settled.append(mention)
                    mention = sets
            elif len(mention.meanings) == 1:
                fillers[mention.at] = mention.phrase
                continue
        if mention.value("palette") and _is_of_thing(mention, known, fillers):
            mention = mention._replace(meanings=tuple(m for m in mention.meanings if m.kind != "palette"))
        after = known.get(mention.end)
        if mention.phrase in _TWO_COLOURS and after and (after.value("subject") or after.value("garment")):
            settled.append(mention._replace(meanings=(Meaning("colour", "black"),)))
            continue
        if mention.phrase == "bright" and after and after.value("colour"):
            fillers[mention.at] = mention.phrase  # a bright red tomato
            continue
        if mention.phrase in _LOOKING and _is_looked(mention, known, fillers):
            mention = mention._replace(meanings=tuple(m for m in mention.meanings if m.kind != "shot"))
        sure, doubtful = mention.value("listed"), mention.value("doubtful")
        if mention.value("setting") and _is_outside(mention.at, known, fillers):
            settled.append(
                mention._replace(meanings=tuple(m for m in mention.meanings if m.kind != "setting"))
            )
        elif sure or (doubtful and _stands_as_noun(mention.at, known, fillers)):
            subject = Meaning("subject", sure or doubtful or "")
            settled.append(mention._replace(meanings=(subject, *mention.meanings[1:])))
        elif doubtful or (mention.value("alone") and not _stands_alone(mention, known, fillers)):
            fillers[mention.at] = mention.phrase
        elif mention.phrase == "orange" and _is_fruit(mention.at, known, fillers):
            settled.append(mention._replace(meanings=(Meaning("subject", player("tangerine")),)))
        elif mention.value("subject") and mention.value("style"):
            settled.append(_thing_or_style(mention, known, fillers))
        elif mention.value("subject") and mention.value("light") and mention.phrase.endswith("s"):
            settled.append(_lamps(mention, known))
        elif mention.value("subject") and mention.value("shot"):
            settled.append(_seen_or_seeing(mention, known, fillers))
        elif mention.value("subject") and mention.value("action") and not is_han(mention.phrase):
            settled.append(_noun_or_verb(mention, known, fillers))
        else:
            settled.append(mention)
    return settled


def _is_of_thing(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether one word for colours is said of a thing: a vibrant parrot, 五颜六色的气球."""
    if " " in mention.phrase or mention.phrase.endswith(_OF_PICTURES):
        return False
    at = mention.end
    at += at < len(fillers) and fillers[at] == "的"
    while after := known.get(at):
        if any(after.value(kind) for kind in (*_NOUNS, "garment")):
            return not after.value("setting")
        if not any(after.value(kind) for kind in ("colour", "size", "count")):
            return False
        at = after.end
    return False


def _is_looked(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether somebody before it in its clause does it."""
    for at in range(mention.at - 1, -1, -1):
        before = known.get(at)
        if before and before.value("subject"):
            return True
        if not before and fillers[at] in STOPS:
            return False
    return False


def _is_landmark(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether somebody is said to be on, under, over, behind, before or beside what is scenery otherwise."""
    placing: tuple[str, ...] = _PLACING[1:] if mention.phrase.endswith(_CROSSED) else _PLACING
    if mention.value("landmark") in _PARTS:
        placing = ("before", "on") if mention.value("landmark") == "wave" else ("before",)
    elif not mention.value("setting"):
        placing = (*placing, "in", "with")
    if is_han(mention.phrase):
        after = known.get(mention.end)
        return (after.value("afterwards") if after else None) in placing
    for at in range(mention.at - 1, max(mention.at - 1 - _DESCRIBED, -1), -1):
        before = known.get(at)
        if before and (relation := before.value("relation")):
            lit = fillers[at - 1] if at else ""
            return relation in placing and not (before.phrase == "by" and (lit or "").endswith(("ed", "lit")))
        if before and before.value("action") == "burn" and at == mention.at - 1:
            return True  # a burning castle
        if before and before.value("action") and at == mention.at - 1 and _introduced(at, known, fillers):
            continue  # a burning castle
        if before and before.verb == "cross" and mention.phrase.endswith(_CROSSED):
            return True
        holds = before and "holding" in (before.value("deed"), BY_VERB.get(before.verb or ""))
        if holds and not mention.value("setting"):
            return True
        shown = mention.value("setting") or mention.value("landmark") in _PARTS
        if not before and fillers[at] in ("up", "from") and not shown:
            return True
        if (before and before.value("action")) or (not before and fillers[at] in _ENDS):
            return False
    return False


def _acts(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether scenery begins its clause and does something, or stands somewhere: "a candle flickers"."""
    if is_han(mention.phrase):
        if mention.value("landmark") in _PARTS:
            return mention.value("landmark") != "wave" and _rises_or_sets(mention, known, fillers)
        return _opens_and_acts(mention, known, fillers)
    after = known.get(_past(mention, fillers, known))
    if after is None or not (after.value("action") or _stands_by(mention, after)):
        return False
    if mention.phrase.startswith("waves") and after.phrase.endswith("ing"):
        return False  # they are only how the sea is
    if (
        after.value("action")
        and after.at == mention.end
        and not (mention.phrase.endswith("s") or after.phrase.endswith(("s", "ing")))
    ):
        return False
    for at in range(mention.at - 1, max(mention.at - 1 - _DESCRIBED, -1), -1):
        before = known.get(at)
        if before and any(before.value(kind) for kind in ("relation", "action", "setting")):
            return False
        if not before and fillers[at] in _ENDS:
            return fillers[at] not in PREPOSITIONS
    return True


def _opens_and_acts(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether Chinese scenery, with its number and its looks, begins a clause and does something that needs
    nobody else: 石头滚下山坡, 大门缓缓打开."""
    at = mention.at - 1
    while (before := known.get(at)) and any(before.value(kind) for kind in _QUALITIES):
        at -= 1
    if at in known or (at >= 0 and fillers[at] not in STOPS):
        return False
    for at in range(mention.end, min(mention.end + _DESCRIBED, len(fillers))):
        after = known.get(at)
        if after:
            return bool(after.value("action")) and after.value("action") not in TRANSITIVE
        if fillers[at] in _ENDS:
            return False
    return False


def _rises_or_sets(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether a Chinese verb near it in its clause says so: 月亮从屋顶后升起."""
    for at in range(mention.end, min(mention.end + _DESCRIBED + 2, len(fillers))):
        after = known.get(at)
        if after and after.verb in RISES | SETS:
            return True
        if not after and fillers[at] in _ENDS:
            return False
    return False


def _past(mention: Mention, fillers: list[str | None], known: dict[int, Mention]) -> int:
    """The place after a noun, and the auxiliaries and adverbs behind it."""
    at = mention.end
    while at < len(fillers) and at not in known and fillers[at] in _BETWEEN:
        at += 1
    return at


def _sets(mention: Mention, fillers: list[str | None], known: dict[int, Mention]) -> Mention | None:
    """What the sun or the moon does that sets, which is no verb of anybody else's: "the sun is setting"."""
    at = _past(mention, fillers, known)
    word = fillers[at] if at < len(fillers) else None
    if mention.value("landmark") not in _PARTS or word not in ("set", "sets", "setting"):
        return None
    return mention._replace(meanings=(Meaning("action", "fall"),), at=at, end=at + 1, phrase=word)


def _stands_by(mention: Mention, after: Mention) -> bool:
    """Whether what is no place by itself is said to be somewhere: "a candle beside a book"."""
    from kinema.engines.animatic.vocabulary import vocabulary  # what draws comes with it

    place = mention.value("setting")
    return (not place or vocabulary().is_at(place, "room")) and after.value("relation") in _PLACING


def _seen(mention: Mention, player: str) -> Mention:
    """A landmark as a subject, which stays the place that it is."""
    kept = (
        meaning
        for meaning in mention.meanings
        if meaning.kind not in ("landmark", "listed", "doubtful", "kin")
    )
    said = () if player in _PARTS else (Meaning("kin", mention.phrase),)
    many = mention.plural or (mention.phrase.endswith("s") and not mention.phrase.endswith("ss"))
    return mention._replace(meanings=(Meaning("subject", player), *said, *kept), plural=many)


def _stands_as_noun(at: int, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    if not _introduced(at, known, fillers):
        return False
    after = known.get(at + 1)
    if after:
        return any(after.value(kind) for kind in ("action", "relation"))
    return at + 1 == len(fillers) or fillers[at + 1] in _AFTER


def _is_fruit(at: int, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether an orange is no colour: it stands as a noun, and is not one of two colours."""
    second = known.get(at + 2)
    paired = fillers[at + 1 : at + 2] == ["and"] and second is not None and bool(second.value("colour"))
    return _stands_as_noun(at, known, fillers) and not paired


def _introduced(at: int, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether an article, a number or a quality is before it."""
    before = known.get(at - 1)
    return any(before.value(kind) for kind in _QUALITIES) if before else at > 0 and fillers[at - 1] in _BEFORE


def _stands_alone(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether a phrase is all there is between two stops."""
    ends = (mention.at - 1, mention.end)
    return all(not 0 <= at < len(fillers) or (at not in known and fillers[at] in STOPS) for at in ends)


def _is_outside(at: int, known: dict[int, Mention], fillers: list[str | None]) -> bool:
    """Whether a place is named for what is before its door: "outside a restaurant"."""
    before = at - 1
    while before >= 0 and before > at - 4 and fillers[before] != "outside":
        said = known.get(before)
        if (said and not said.value("count")) or fillers[before] in STOPS:
            return False
        before -= 1
    return before >= 0 and fillers[before] == "outside"


def _thing_or_style(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> Mention:
    """A comic that somebody reads, or a picture that looks like one; or somebody is painting."""
    article = known.get(mention.at - 1)
    goes_on = article.value("subject") if article else mention.at and fillers[mention.at - 1] in ("is", "are")
    if goes_on and mention.value("action") and (verb := base(mention.phrase)):
        return mention._replace(meanings=(Meaning("action", action_of(verb)),))
    a_thing = article.value("count") if article else fillers[mention.at - 1] in DETERMINERS
    out = ("style",) if mention.at and a_thing else ("subject", "kin")
    return mention._replace(meanings=tuple(m for m in mention.meanings if m.kind not in out))


def _lamps(mention: Mention, known: dict[int, Mention]) -> Mention:
    """Lanterns: of which something is said, they are looked at; otherwise they only give light."""
    before, after = known.get(mention.at - 1), known.get(mention.at + 1)
    seen = any(before.value(kind) for kind in _QUALITIES) if before else False
    out = ("light",) if seen or (after and after.value("action")) else ()
    left = tuple(meaning for meaning in mention.meanings if meaning.kind not in out)
    return mention._replace(meanings=left, plural=True)


def _seen_or_seeing(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> Mention:
    """A drone that flies, or one that films."""
    at = mention.at - 1
    while at >= 0 and at not in known and fillers[at] not in _ENDS:
        at -= 1
    before, by = known.get(at), fillers[at - 1] if at > 0 else None
    seen = before and before.value("count") and by not in ("from", "by", "with", "via")
    out = ("shot",) if seen else ("subject", "kin")
    return mention._replace(
        meanings=tuple(meaning for meaning in mention.meanings if meaning.kind not in out)
    )


def _noun_or_verb(mention: Mention, known: dict[int, Mention], fillers: list[str | None]) -> Mention:
    """A fly, or they fly; two crows, or a cock crows."""
    before = known.get(mention.at - 1)
    word = fillers[mention.at - 1] if mention.at else None
    after = fillers[mention.end] if mention.end < len(fillers) else None
    does = any(before.value(kind) for kind in (*_NOUNS, "landmark")) if before else word in _TO_VERBS
    does = does or (mention.phrase.endswith("s") and after in DETERMINERS)  # watches the zebra
    kinds = ("subject", "kin") if does else ("action", "deed")
    left = tuple(meaning for meaning in mention.meanings if meaning.kind not in kinds)
    return mention._replace(meanings=left, plural=mention.plural or mention.phrase.endswith("s"))
