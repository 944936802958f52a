"""Subjects that no table has: found by the words around them, and played by somebody like them."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kinema.engines.animatic.lexicon.bases import action_of, base, is_sure
from kinema.engines.animatic.lexicon.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HAN_STOPS,
    MEASURES,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)  # fmt: skip
from kinema.engines.animatic.lexicon.index import HINT, Meaning, index, is_han, player
from kinema.engines.animatic.lexicon.kin import BY_ACTION, SUFFIXES
from kinema.engines.animatic.reading.predicates import predicates
from kinema.engines.animatic.reading.words import Mention, spellings

_LONGEST = 4
_OF_PEOPLE = frozenset(
    (
        "cook",
        "dance",
        "drink",
        "fight",
        "hug",
        "laugh",
        "look",
        "paint",
        "read",
        "sing",
        "sit",
        "smile",
        "talk",
        "walk",
        "work",
    )
)
"""Actions that play what people do: who does one of those verbs is somebody."""
_DESCRIBED = 10
_SURE = frozenset(SUFFIXES) - {"ian", "ess", "er", "or"}
"""Endings that make a subject of a word whatever follows it."""
_NO_NAME = STOPS | CONJUNCTIONS | PREPOSITIONS | PRONOUNS | DETERMINERS | frozenset(
    (
        "toy", "toys", "shoulder", "shoulders", "finger", "fingers", "hair", "ear", "ears", "head", "arm", "arms", "leg", "legs", "foot", "feet", "knee", "knees", "back", "chest", "mouth", "nose", "lips", "tail", "paw", "paws", "wing", "wings", "fur", "beard", "skin", "neck", "body", "cheek", "corner", "center", "centre", "tower", "flower", "shelter", "layer", "letter", "number", "power", "counter", "border", "trigger", "shower",
        "of", "is", "are", "and", "or", "the", "lot", "bit", "style", "video", "clip", "film", "scene", "shot", "view", "camera", "movie", "way", "very",
        "sun", "moon", "water", "light", "lights", "clouds", "stars", "waves", "rays", "sparks", "trees", "flags", "curtains", "colours", "colors", "something", "nothing", "everything", "air", "smoke", "steam", "flames", "lava", "ground", "floor", "shadow", "shadows", "surface", "face", "hand", "hands", "eyes", "screen", "hour",
    )
)  # fmt: skip


def strangers(
    mentions: Sequence[Mention], fillers: Sequence[str | None], proper: Collection[str] = ()
) -> list[Mention]:
    """The mentions, with those of unknown subjects among them, in their order; `proper` are words that stand
    with a capital letter inside a sentence."""
    known = {mention.at: mention for mention in mentions}
    found: list[Mention] = []
    for finder in (_counted(known, fillers), _called(known, fillers, proper)):
        for mention in finder:
            if mention.at not in known:
                known[mention.at] = mention
                found.append(mention)
    verbs = {verb.at: verb for verb in predicates(known, fillers)}
    kept = [
        mention
        for mention in mentions
        if mention.at not in verbs
        or not all(m.kind == "landmark" or m.kind.endswith(HINT) for m in mention.meanings)
    ]  # "a wizard waves" is not at the sea
    return sorted((*kept, *found, *verbs.values()), key=lambda mention: mention.at)


def _counted(known: dict[int, Mention], fillers: Sequence[str | None]) -> Iterator[Mention]:
    """Unknown words at the beginning, after a number or a determiner, with a verb after them or a telling end."""
    for at, filler in ((-1, "."), *enumerate(fillers)):
        count = known.get(at)
        bare = filler in (".", "。")  # a sentence begins
        described = count is not None and bool(count.value("count") or count.value("look"))
        if not (bare or filler in DETERMINERS or described):
            continue
        first = fillers[at + 1] if at + 1 < len(fillers) else None
        chinese = is_han(count.phrase if count else first or " ")
        end = _end(fillers, known, at + 1, chinese=chinese)
        if end == at + 1 or (chinese and (end == at + 2 or _describes(known, fillers, end))):
            continue
        words = [word for word in fillers[at + 1 : end] if word]
        name = "".join(words) if chinese else words[-1]
        after = end + (end < len(fillers) and fillers[end] in AUXILIARIES)
        verb = known[after] if after in known and _is_finite(known[after].phrase, bare=bare) else None
        verb = verb or _listed(fillers, after, bare=bare)
        measure = MEASURES.get(count.phrase[-1], "") if count and chinese else ""
        who = _player(name, verb.value("action") if verb else None, measure, bare=bare)
        if who:
            meanings = (Meaning("subject", _scenery(name) or player(who)), Meaning("kin", name))
            yield Mention(meanings, end - 1, end, not chinese and name.endswith("s"), name)


def _called(
    known: dict[int, Mention], fillers: Sequence[str | None], proper: Collection[str]
) -> Iterator[Mention]:
    """Names of people: unknown words with a capital letter that do something."""
    for at, word in enumerate(fillers):
        if not word or word not in proper or at in known or word in _NO_NAME:
            continue
        after = at + 1
        while after < len(fillers) and fillers[after] in AUXILIARIES:
            after += 1
        verb = known.get(after)
        if verb and verb.value("action") and _is_finite(verb.phrase, bare=False):
            yield Mention((Meaning("subject", "person"), Meaning("kin", word)), at, at + 1, phrase=word)


def _listed(fillers: Sequence[str | None], at: int, *, bare: bool) -> Mention | None:
    """The verb of the long list that a word is, where it is nothing else."""
    word = fillers[at] if at < len(fillers) else None
    if (
        not word
        or not word.isascii()
        or word.endswith("ed")
        or not is_sure(word)
        or not _is_finite(word, bare=bare)
    ):
        return None
    action = action_of(base(word) or "")
    return Mention((Meaning("action", action),), at, at + 1, phrase=word) if action in _OF_PEOPLE else None


def _describes(known: dict[int, Mention], fillers: Sequence[str | None], end: int) -> bool:
    """Whether the words belong to a known subject that is named after them: "一位身穿红裙的女孩"."""
    for at in range(end, min(end + _DESCRIBED, len(fillers))):
        if fillers[at] in STOPS:
            return False
        if at in known and known[at].value("subject") and fillers[at - 1] == "的":
            return True
    return False


def _is_finite(phrase: str, *, bare: bool) -> bool:
    """Whether an English verb is one: a "cardboard box" is none that boxes. After a bare noun only "-ing" is
    sure: "ink drops" may be either."""
    return is_han(phrase) or phrase.split()[0].endswith("ing" if bare else ("s", "ing", "ed"))


def _end(fillers: Sequence[str | None], known: dict[int, Mention], start: int, *, chinese: bool) -> int:
    """Where the unknown words that begin at a place end; at that place where there are none."""
    end = start
    while end < min(len(fillers), start + _LONGEST):
        word = fillers[end]
        if (
            word is None
            or end in known
            or word in _NO_NAME
            or (end > start and is_sure(word) and word.endswith(("s", "ing")))
            or (chinese and (word in HAN_STOPS or word == "的"))
        ):
            break
        if is_han(word) != chinese:
            break
        end += 1
    return end


def _scenery(name: str) -> str | None:
    """What plays a word for scenery: "a rock rolls down"."""
    known = (index().meanings.get(spelling, ()) for spelling, _ in spellings(name))
    return next((said.value for meanings in known for said in meanings if said.kind == "landmark"), None)


def _player(name: str, verb: str | None, measure: str, *, bare: bool) -> str | None:
    """Who plays a stranger, or None for what may be anything."""
    chinese = is_han(name)
    if chinese and name[:2] == 2 * name[0]:
        return None  # 缓缓 says how
    singular = name if chinese else name.removesuffix("s")
    ending = next((ending for ending in SUFFIXES if singular.endswith(ending)), None)
    if measure:
        return measure
    if ending and (verb or (not bare and (chinese or ending in _SURE))):
        return SUFFIXES[ending]
    return BY_ACTION.get(verb, "person") if verb and not (bare and chinese) else None
