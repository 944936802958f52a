"""What a prompt was understood to show: the one thing that parsing makes and drawing reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kinema.errors import EngineFailed


@dataclass(frozen=True)
class Subject:
    """Something that the film is about. `emoji` names its artwork; `colour` is None where none was said.

    A `character` is drawn from its own cut-out, found by `name`.
    """

    name: str
    emoji: str
    count: int
    action: str
    colour: str | None = None
    character: bool = False


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

    @classmethod
    def read(cls, described: Mapping[str, Any]) -> Scene:
        """The scene that was `described`; what else the mapping holds is left alone.

        Raises EngineFailed where it is no scene of this engine's, in this version or an earlier one.
        """
        try:
            values = {name.name: described[name.name] for name in fields(cls)}
            values["subjects"] = tuple(Subject(**subject) for subject in described["subjects"])
        except (KeyError, TypeError) as error:
            raise EngineFailed(f"This is no scene that the animatic engine stored: {error}") from error
        return cls(**values | {key: tuple(values[key]) for key in ("excluded", "notes")})
