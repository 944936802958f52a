"""From a prompt to a scene: one pass over the words, in time proportional to their number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from kinema.engines.animatic.lexicon import artwork
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.lexicon.index import Meaning, index, is_han
from kinema.engines.animatic.scene import Scene, Subject

MOST_SUBJECTS = 4
MOST_READ = 40_000
MOST_MENTIONS = 400

_TOKEN = re.compile(
    r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['’&-][^\W_\u3400-\u9fff]+)*|[,、.;]|[\u2190-\u2bff\U0001f300-\U0001faff]"
)
_QUOTED = re.compile(r"[\"“「『]([^\"“”「」『』\n]{1,60})[\"”」』]")
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


def parse(prompt: str) -> Scene:
    """Understand a prompt, whatever text it is. Never fails: what means nothing becomes a mood piece."""
    prompt = legible(prompt[:MOST_READ])
    wanted, _, excluded = read(prompt)
    return _scene(wanted, excluded, _QUOTED.search(prompt))


def read(prompt: str) -> tuple[list[Mention], list[str | None], tuple[str, ...]]:
    """From a `legible` prompt: what it wants, the words in between that mean nothing, what it excludes."""
    text = unicodedata.normalize("NFKC", prompt)[:MOST_READ].casefold()
    mentions, fillers = _mentions([match[0] for match in _TOKEN.finditer(text)])
    wanted, excluded = _without_negated(mentions, fillers)
    return wanted, fillers, excluded


def legible(prompt: str) -> str:
    """A prompt without what no file or database can hold: lone surrogates and control characters."""
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character for character in prompt
    )


def _mentions(tokens: list[str]) -> tuple[list[Mention], list[str | None]]:
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


def _scene(mentions: list[Mention], excluded: tuple[str, ...], quoted: re.Match[str] | None) -> Scene:
    notes: list[str] = []
    subjects = _subjects(mentions)[:MOST_SUBJECTS]
    first = {
        kind: _first(mentions, kind) for kind in ("setting", "time", "weather", "style", "camera", "mood")
    }
    understood = bool(subjects) or any(first.values())
    setting = first["setting"] or _home(subjects, first["weather"])
    if not understood:
        notes.append("Nothing in the prompt could be drawn: this is a mood piece.")
    elif not subjects:
        notes.append("No subject was recognised: the place itself is shown.")
    elif not first["setting"]:
        notes.append(f"No place was named: set in {setting}.")
    if quoted:
        notes.append("Quoted text was noticed but is not drawn.")
    weather = _weather(mentions)
    return Scene(
        subjects=subjects,
        setting=setting,
        time=first["time"] or _usual_time(setting, weather, first["mood"], understood=understood),
        weather=weather,
        style=first["style"] or "cinematic",
        camera=first["camera"] or _usual_camera(subjects),
        mood=first["mood"] or ("dreamy" if not understood else "calm" if not subjects else "neutral"),
        text=quoted[1] if quoted else None,
        excluded=excluded,
        notes=tuple(notes),
    )


def _first(mentions: list[Mention], kind: str) -> str | None:
    return next((value for mention in mentions if (value := mention.value(kind))), None)


def _weather(mentions: list[Mention]) -> str:
    """The first weather that is one; a "clear" gives way to anything that falls."""
    said = [value for mention in mentions if (value := mention.value("weather"))]
    return next((value for value in said if value != "clear"), "clear")


def _home(subjects: tuple[Subject, ...], weather: str | None) -> str:
    for subject in subjects:
        home = BEINGS.get(subject.name, DEFAULT).home
        if home:
            return home
    return {"rain": "city", "snow": "snowfield", "bubbles": "underwater", "dust": "desert"}.get(
        weather or "", "meadow" if subjects else "sky"
    )


def _usual_time(setting: str, weather: str, mood: str | None, *, understood: bool) -> str:
    if not understood:
        return "sunset"
    if setting in ("space", "stage") or weather == "fireflies" or (weather == "rain" and setting == "city"):
        return "night"
    return "sunset" if mood in ("epic", "dreamy", "melancholic") else "day"


def _usual_camera(subjects: tuple[Subject, ...]) -> str:
    if any(subject.action in ("run", "drive", "walk") for subject in subjects):
        return "tracking"
    return "tilt up" if any(subject.action == "launch" for subject in subjects) else "dolly in"


def _subjects(mentions: list[Mention]) -> tuple[Subject, ...]:
    """The subjects in the order in which they are named, each with its count, colour and action."""
    places = [i for i, mention in enumerate(mentions) if mention.value("subject")]
    found: dict[str, Subject] = {}
    for nth, place in enumerate(places):
        name = str(mentions[place].value("subject"))
        before = mentions[places[nth - 1] + 1 if nth else 0 : place]
        after = mentions[place + 1 : places[nth + 1] if nth + 1 < len(places) else None]
        emoji = BEINGS[name].emoji if name in BEINGS else name
        label = name if name in BEINGS else artwork.name(name)
        if label in found:
            continue
        found[label] = Subject(
            name=label,
            emoji=emoji,
            count=_count(before, mentions[place], name),
            action=_action(name, before, after, mentions),
            colour=next((c for m in reversed(before[-3:]) if (c := m.value("colour"))), None),
        )
    return tuple(found.values())


def _count(before: list[Mention], mention: Mention, name: str) -> int:
    for earlier in reversed(before[-3:]):
        count = earlier.value("count")
        if count and mention.at - earlier.at <= 4:
            return int(count)
    return 3 if mention.plural or name == "fish" else 1


def _action(name: str, before: list[Mention], after: list[Mention], everything: list[Mention]) -> str:
    being = BEINGS.get(name, DEFAULT)
    said = next(
        (a for group in (after, before[::-1], everything) for m in group if (a := m.value("action"))), None
    )
    if said is None:
        return being.action
    if being.rig in ("rocket", "sailboat"):
        return being.action
    if being.home in ("underwater", "sea") and being.action in ("swim", "sail"):
        return "jump" if said == "jump" and name == "dolphin" else being.action
    if being.action == "drive" and said in ("run", "walk", "sail", "stand"):
        return "drive"
    if said in ("sail", "drive") and being.action not in ("sail", "drive"):
        return "run" if being.rig == "quadruped" else "walk"
    return said
