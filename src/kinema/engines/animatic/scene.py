"""What a prompt was understood to show: the one thing that parsing makes and drawing reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Subject:
    """Something that the film is about. `emoji` names its artwork; `colour` is None where none was said."""

    name: str
    emoji: str
    count: int
    action: str
    colour: str | None = None


@dataclass(frozen=True)
class Scene:
    """One shot. Every field is a word of the lexicon; `notes` tells the user what was guessed or missed."""

    subjects: tuple[Subject, ...]
    setting: str
    time: str
    weather: str
    style: str
    camera: str
    mood: str
    text: str | None = None
    excluded: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def described(self) -> dict[str, Any]:
        """The scene as JSON-able values, as it is kept with the task and shown to its owner."""
        return asdict(self) | {
            "subjects": [asdict(subject) for subject in self.subjects],
            "excluded": list(self.excluded),
            "notes": list(self.notes),
        }
