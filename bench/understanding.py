"""How well the animatic engine's parser understands prompts: its scenes against what a reader expects."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emoji import EMOJI_DATA

from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.kin import NAMES
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.reading.words import spellings
from kinema.engines.animatic.scene import Scene, Subject
from kinema.engines.animatic.vocabulary import vocabulary

PROMPTS = Path(__file__).with_name("prompts")
LANGUAGES = ("english", "chinese")
PARTS = ("tuning", "held_out", "blind")
ELEMENTS = (
    "subject", "count", "action", "colour", "size", "relation", "setting", "time", "weather", "style",
    "light", "palette", "camera", "shot", "mood", "text", "negation",
)  # fmt: skip
_GUESSABLE = ("setting", "time", "weather", "style", "camera", "mood")
_SAID = ("light", "palette", "shot", "text")


@dataclass
class Score:
    """How often an element was right, of how many times it was expected or understood; and what was not."""

    right: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """0 to 1; an element that nobody spoke of is all right."""
        return self.right / self.asked if self.asked else 1.0

    def count(self, right: bool, prompt: str, expected: object, found: object) -> None:
        """Count one answer."""
        self.asked += 1
        self.right += right
        if not right:
            self.wrong.append(f"{prompt}\n      expected {expected!r}, understood {found!r}")


def prompts(language: str, part: str) -> list[dict[str, Any]]:
    """The entries of one part; `prompts/README.md` describes one."""
    entries: list[dict[str, Any]] = tomllib.loads((PROMPTS / f"{language}.toml").read_text())[part]
    return entries


def score(language: str, part: str) -> dict[str, Score]:
    """The score of every element over one part of the prompts.

    Silence that was expected and kept is not counted, or the score would be near 1 for what is seldom said.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for entry in prompts(language, part):
        _judge(entry, parse(entry["says"]), scores)
    return {element: scores[element] for element in ELEMENTS}


def measure() -> dict[str, Any]:
    """Percent right of every element, for each language and part of the prompts."""
    return {
        f"{element}, {language}, {part.replace('_', ' ')}, %": round(100 * found.share, 1)
        for language in LANGUAGES
        for part in PARTS
        for element, found in score(language, part).items()
        if found.asked
    }


def _judge(entry: Mapping[str, Any], scene: Scene, scores: dict[str, Score]) -> None:
    prompt = entry["says"]
    cast = _cast(entry["who"], scene.subjects)
    for who, subject in cast:
        scores["subject"].count(subject is not None, prompt, who["is"], subject and subject.name)
        _judge_subject(who, subject, prompt, scores)
    known = {subject.name for _, subject in cast if subject}
    for subject in scene.subjects:
        if subject.name not in known and not goes_by(entry.get("also", ()), subject):
            scores["subject"].count(False, prompt, "nobody else", subject.name)
    for element in (*_GUESSABLE, *_SAID):
        found = None if element in scene.guessed else getattr(scene, element)
        expected = _answers(entry["scene"].get(element, ""))
        if element == "setting" and found and vocabulary().places[found].broader in expected:
            found = vocabulary().places[found].broader
        if _matters(expected, found):
            scores[element].count(found in expected, prompt, expected, found)
    _judge_all("negation", entry.get("without", []), {(name,) for name in scene.excluded}, prompt, scores)
    free = [subject.id for subject in scene.subjects if goes_by(entry.get("also", ()), subject)]
    names = {subject.id: subject.name for subject in scene.subjects}
    wanted = [
        [_relation(text, entry, scene) for text in _answers(relation)]
        for relation in entry.get("relations", [])
    ]
    expected = {triple for answers in wanted for answer in answers for triple in answer or ()}
    related = set()
    for r in scene.relations:
        kind = "beside" if r.kind in ("left of", "right of") else r.kind
        triple = (names[r.subject], kind, names[r.object])
        if triple in expected or {r.subject, r.object}.isdisjoint(free):
            related.add(triple)
    _judge_all("relation", wanted, related, prompt, scores)


def _matters(expected: list[Any], found: Any) -> bool:
    """Whether an answer counts: all but a silence that was right."""
    return found is not None or None not in expected


def _judge_subject(
    who: Mapping[str, Any], found: Subject | None, prompt: str, scores: dict[str, Score]
) -> None:
    counts = who.get("count", 1)
    counts = counts if isinstance(counts, list) else [counts]
    number = found.count if found else 0
    right = number in counts or ("many" in counts and number > 1)
    scores["count"].count(right, prompt, (who["is"], counts), number)
    for element, key, value in (
        ("action", "does", found and found.doing),
        ("colour", "colour", found and found.colour),
        ("size", "size", found and found.size),
    ):
        expected = _answers(who.get(key, ""))
        if _matters(expected, value):
            scores[element].count(value in expected, prompt, (who["is"], expected), value)


def _judge_all(
    element: str, expected: list[Any], found: set[tuple[str, ...]], prompt: str, scores: dict[str, Score]
) -> None:
    """Count each that was expected, and each that was found and was not."""
    allowed: set[tuple[str, ...]] = set()
    for wanted in expected:
        answers = [answer if isinstance(answer, set | None) else {(answer,)} for answer in _answers(wanted)]
        right = {triple for answer in answers if answer for triple in answer}
        allowed |= right
        if right & found or None not in answers:
            scores[element].count(bool(right & found), prompt, sorted(right)[:2], found)
    pairs = {(triple[0], triple[-1]) for triple in allowed}
    for extra in found - allowed:
        if len(extra) > 1 and (extra[0], extra[-1]) in pairs:
            continue  # counted already, as what was expected of these two
        scores[element].count(False, prompt, "no more", extra)


def _relation(text: str | None, entry: Mapping[str, Any], scene: Scene) -> set[tuple[str, ...]] | None:
    """Every triple that "fox under tree" may be understood as, by what the scene calls the two."""
    if text is None:
        return None
    kinds = ("on", "in", "under", "over", "behind", "before", "beside", "chasing", "holding", "riding")
    words = text.split()
    at = next(n for n, word in enumerate(words) if word in kinds)
    one, other = " ".join(words[:at]), " ".join(words[at + 1 :])
    return {(a, words[at], b) for a in _names(one, entry, scene) for b in _names(other, entry, scene)}


def _names(name: str, entry: Mapping[str, Any], scene: Scene) -> set[str]:
    """What a reader's name for a subject may be in the scene: any of the answers it is one of."""
    groups = [who["is"] if isinstance(who["is"], list) else [who["is"]] for who in entry["who"]]
    names = {name}.union(*(group for group in groups if name in group))
    return names | {subject.name for subject in scene.subjects if goes_by(names, subject)}


def _cast(
    expected: Iterable[Mapping[str, Any]], found: Iterable[Subject]
) -> Iterator[tuple[Any, Subject | None]]:
    """Each expected subject with the one that it is, if any."""
    left = list(found)
    result = []
    for who in expected:
        names = who["is"] if isinstance(who["is"], list) else [who["is"]]
        match = next((subject for subject in left if goes_by(names, subject)), None)
        if match:
            left.remove(match)
        result.append((who, match))
    return result  # type: ignore[return-value]


def goes_by(names: Iterable[str], subject: Subject) -> bool:
    """Whether a subject, as the scene, the prompt, the lexicon or Unicode calls it, has one of these names.

    What the prompt calls many goes by the name of one of them."""
    emoji = EMOJI_DATA.get(subject.emoji) or EMOJI_DATA.get(f"{subject.emoji}\ufe0f") or {"en": ""}
    artwork = emoji["en"].strip(":").replace("_", " ").casefold()
    called = {subject.name.casefold(), artwork, *NAMES.get(subject.name, ()), *NAMES.get(artwork, ())}
    called |= {spelling for spelling, _ in spellings(subject.said or "")}
    called |= set(BEINGS[subject.name].words if subject.name in BEINGS else ())
    return any(name.casefold() in called for name in names)


def _answers(value: Any) -> list[Any]:
    """The answers that are right; None is silence."""
    return [answer or None for answer in (value if isinstance(value, list) else [value])]


def main() -> None:
    """Print what was not understood of the prompts for tuning; the others are not to be read while tuning."""
    for language in LANGUAGES:
        for element, found in score(language, "tuning").items():
            print(f"{language} {element}: {found.right} of {found.asked}")
            for line in found.wrong:
                print("   ", line)


if __name__ == "__main__":
    main()
