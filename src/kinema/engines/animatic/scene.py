"""What a prompt was understood to show: the one thing that parsing makes and drawing reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

from kinema.errors import EngineFailed


@dataclass(frozen=True)
class Trait:
    """Something that somebody has on, or that grows on them: a `look` of the vocabulary ("dress", "beard"),
    its `colour` and its `pattern`, where they were said."""

    look: str
    colour: str | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Subject:
    """Something that the film is about. `emoji` names its artwork; what is None was not said.

    `id` tells it from the others of the scene: its name, or "cat 2" for a second cat. `action` is a motion
    that it can be drawn with, `doing` the action that was said. `said` is the prompt's own word where `name`
    only stands in for it: a hacker is played by a person. A `character` is drawn from its own cut-out, found
    by `name`. `colour` is that of people's clothes, and of anything else as a whole; `looks` are how people
    and animals look beyond that.
    """

    name: str
    emoji: str
    count: int
    action: str
    colour: str | None = None
    character: bool = False
    size: str | None = None
    doing: str | None = None
    said: str | None = None
    id: str = ""
    looks: tuple[Trait, ...] = ()

    def __post_init__(self) -> None:
        """Who is called nothing else, as in scenes of version 4, goes by name."""
        if not self.id:
            object.__setattr__(self, "id", self.name)


@dataclass(frozen=True)
class Relation:
    """How one subject stands to another, both by `id`: on, in, under, over, behind, before, beside,
    left of, right of, chasing, holding, riding."""

    subject: str
    kind: str
    object: str


@dataclass(frozen=True)
class Scene:
    """One shot. Every field is a word of the lexicon, or None where nothing was said and nothing need be
    guessed; `guessed` names the fields that were guessed, `notes` tells the user so, and what was missed.
    `text` is what the prompt quotes, and `titled` that it was said to be a title rather than a sign."""

    subjects: tuple[Subject, ...]
    setting: str
    time: str
    weather: str
    style: str
    camera: str
    mood: str
    text: str | None = None
    titled: bool = False
    excluded: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    light: str | None = None
    palette: str | None = None
    shot: str | None = None
    relations: tuple[Relation, ...] = ()
    guessed: tuple[str, ...] = ()

    def described(self) -> dict[str, Any]:
        """The scene as JSON-able values, as it is kept with the task and shown to its owner."""
        described = {
            name: list(value) if isinstance(value, list | tuple) else value
            for name, value in asdict(self).items()
        }
        for subject in described["subjects"]:
            subject["looks"] = list(subject["looks"])
        return described

    @classmethod
    def read(cls, described: Mapping[str, Any]) -> Scene:
        """The scene that was `described`; what else the mapping holds is left alone.

        Raises EngineFailed where it is no scene of this engine's, in this version or an earlier one.
        """
        try:
            values = {
                field.name: described[field.name]
                for field in fields(cls)
                if field.name in described or field.default is MISSING
            }
            values["subjects"] = tuple(_subject(**subject) for subject in described["subjects"])
            values["relations"] = tuple(Relation(**relation) for relation in described.get("relations", ()))
        except (KeyError, TypeError) as error:
            raise EngineFailed(f"This is no scene that the animatic engine stored: {error}") from error
        return cls(**values | {key: tuple(values.get(key, ())) for key in ("excluded", "notes", "guessed")})


def _subject(looks: Iterable[Mapping[str, Any]] = (), **said: Any) -> Subject:
    """The subject that was described; earlier versions knew no looks."""
    return Subject(**said, looks=tuple(Trait(**look) for look in looks))
