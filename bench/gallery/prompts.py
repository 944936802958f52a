"""What a prompt names: the twelve chosen prompts' elements, and those of the corpus' held-out part."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bench.understanding import LANGUAGES, PROMPTS, prompts

OF_SUBJECTS = ("count", "colour", "size", "action")
"""What is said of a subject; the corpus calls an action "does"."""


@dataclass(frozen=True)
class Named:
    """One element. `kind` is the part of the scene that should have it, as one of the `answers`, or None
    where a scene has no place for it; `of` is what the subject may be called that it is said of."""

    element: str
    kind: str | None = None
    answers: tuple[Any, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exhibit:
    """A prompt with all that it names. `id` stays the same as long as the prompt does."""

    id: str
    says: str
    named: tuple[Named, ...]

    @property
    def language(self) -> str:
        """The prompt's language as HTML has it."""
        return "en" if self.says.isascii() else "zh"


def chosen() -> list[Exhibit]:
    """The prompts that must be right, in their order."""
    entries = tomllib.loads((PROMPTS / "chosen.toml").read_text())["prompt"]
    return [
        Exhibit(entry["id"], entry["says"], tuple(_written(row) for row in entry["named"]))
        for entry in entries
    ]


def held_out() -> list[Exhibit]:
    """The prompts that nothing was tuned with, with what the corpus expects of each as its elements."""
    return [
        Exhibit(
            hashlib.sha256(entry["says"].encode()).hexdigest()[:8], entry["says"], tuple(_expected(entry))
        )
        for language in LANGUAGES
        for entry in prompts(language, "held_out")
    ]


def _written(row: Mapping[str, Any]) -> Named:
    kind = next((key for key in row if key not in ("element", "of")), None)
    return Named(row["element"], kind, _list(row[kind]) if kind else (), _list(row.get("of", ())))


def _expected(entry: Mapping[str, Any]) -> Iterator[Named]:
    """An answer that may as well be silence is nothing that the prompt clearly names."""
    for who in entry["who"]:
        names = _list(who["is"])
        yield Named(names[0], "subject", names)
        said = who | ({"action": who["does"]} if "does" in who else {})
        for kind in OF_SUBJECTS:
            answers = _list(said.get(kind, ""))
            if "" not in answers:
                yield Named(f"{names[0]}: {answers[0]}", kind, answers, names)
    for relation in entry.get("relations", ()):
        answers = _list(relation)
        if "" not in answers:
            yield Named(answers[0], "relation", answers)
    for name in entry.get("without", ()):
        yield Named(f"no {name}", "without", (name,))
    for kind, value in entry["scene"].items():
        answers = _list(value)
        if "" not in answers:
            yield Named(f"{kind}: {answers[0]}", kind, answers)


def _list(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)
