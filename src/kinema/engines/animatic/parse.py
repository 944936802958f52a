"""From a prompt to a scene: what was said, and what usually goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinema.engines.animatic.lexicon import artwork
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.scene import Scene, Subject
from kinema.engines.animatic.words import MOST_READ, Mention, legible, read

MOST_SUBJECTS = 4

_QUOTED = re.compile(r"[\"“「『]([^\"“”「」『』\n]{1,60})[\"”」』]")


@dataclass(frozen=True)
class Named:
    """A subject as a prompt names it; None is what it leaves open."""

    name: str
    emoji: str
    count: int | None = None
    action: str | None = None
    colour: str | None = None
    character: bool = False

    def subject(self, usual: str | None = None) -> Subject:
        """The subject, with what is open filled in; `usual` is what it does where nothing was said."""
        action = self.action or usual
        if not self.character:
            action = fitting(self.name, action)
        return Subject(self.name, self.emoji, self.count or 1, action or "stand", self.colour, self.character)


@dataclass(frozen=True)
class Heard:
    """Everything that a prompt says, and nothing else; None is what it does not say."""

    subjects: tuple[Named, ...]
    setting: str | None
    time: str | None
    weather: str | None
    style: str | None
    camera: str | None
    mood: str | None
    text: str | None
    excluded: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def anything(self) -> bool:
        """Whether any of it could be understood."""
        said = (self.setting, self.time, self.style, self.camera, self.mood)
        return bool(self.subjects) or any(said) or bool(self.weather)


def parse(prompt: str, names: Sequence[str] = ()) -> Scene:
    """Understand a prompt, whatever text it is. Never fails: what means nothing becomes a mood piece.

    `names` are characters that may play in it.
    """
    said = hear(prompt, names)
    notes: list[str] = []
    subjects = tuple(named.subject() for named in said.subjects)
    setting = said.setting or _home(subjects, said.weather)
    if not said.anything:
        notes.append("Nothing in the prompt could be drawn: this is a mood piece.")
    elif not subjects:
        notes.append("No subject was recognised: the place itself is shown.")
    elif not said.setting:
        notes.append(f"No place was named: set in {setting}.")
    if said.text:
        notes.append("Quoted text was noticed but is not drawn.")
    weather = said.weather or "clear"
    return Scene(
        subjects=subjects,
        setting=setting,
        time=said.time or _usual_time(setting, weather, said.mood, understood=said.anything),
        weather=weather,
        style=said.style or "cinematic",
        camera=said.camera or usual_camera(subjects),
        mood=said.mood or ("dreamy" if not said.anything else "calm" if not subjects else "neutral"),
        text=said.text,
        excluded=said.excluded,
        notes=tuple(notes),
    )


def hear(prompt: str, names: Sequence[str] = ()) -> Heard:
    """Take from a prompt what it says."""
    prompt = legible(prompt[:MOST_READ])
    mentions, _, excluded = read(prompt, names)
    quoted = _QUOTED.search(prompt)
    return Heard(
        subjects=_subjects(mentions)[:MOST_SUBJECTS],
        setting=_first(mentions, "setting"),
        time=_first(mentions, "time"),
        weather=_weather(mentions),
        style=_first(mentions, "style"),
        camera=_first(mentions, "camera"),
        mood=_first(mentions, "mood"),
        text=quoted[1] if quoted else None,
        excluded=excluded,
        mentions=tuple(mentions),
    )


def _first(mentions: list[Mention], kind: str) -> str | None:
    return next((value for mention in mentions if (value := mention.value(kind))), None)


def _weather(mentions: list[Mention]) -> str | None:
    """The first weather that is one; a "clear" gives way to anything that falls."""
    said = [value for mention in mentions if (value := mention.value("weather"))]
    return next((value for value in said if value != "clear"), said[0] if said else None)


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


def usual_camera(subjects: tuple[Subject, ...]) -> str:
    """The camera move that suits what the subjects do."""
    if any(subject.action in ("run", "drive", "walk") for subject in subjects):
        return "tracking"
    return "tilt up" if any(subject.action == "launch" for subject in subjects) else "dolly in"


def _subjects(mentions: list[Mention]) -> tuple[Named, ...]:
    """The subjects in the order in which they are named, each with its count, colour and action."""
    places = [i for i, m in enumerate(mentions) if m.value("subject") or m.value("character")]
    found: dict[str, Named] = {}
    for nth, place in enumerate(places):
        mention = mentions[place]
        before = mentions[places[nth - 1] + 1 if nth else 0 : place]
        after = mentions[place + 1 : places[nth + 1] if nth + 1 < len(places) else None]
        character = mention.value("character")
        name = character or str(mention.value("subject"))
        label = name if character or name in BEINGS else artwork.name(name)
        if label in found:
            continue
        found[label] = Named(
            name=label,
            emoji="" if character else BEINGS[name].emoji if name in BEINGS else name,
            count=None if character else _count(before, mention, name),
            action=_action(before, after, mentions),
            colour=next((c for m in reversed(before[-3:]) if (c := m.value("colour"))), None),
            character=bool(character),
        )
    return tuple(found.values())


def _count(before: list[Mention], mention: Mention, name: str) -> int | None:
    for earlier in reversed(before[-3:]):
        count = earlier.value("count")
        if count and mention.at - earlier.at <= 4:
            return int(count)
    return 3 if mention.plural or name == "fish" else None


def _action(before: list[Mention], after: list[Mention], everything: list[Mention]) -> str | None:
    groups = (after, before[::-1], everything)
    return next((a for group in groups for m in group if (a := m.value("action"))), None)


def fitting(name: str, said: str | None) -> str:
    """What a being does when it is told to do something: some can do one thing only."""
    being = BEINGS.get(name, DEFAULT)
    if said is None or being.rig in ("rocket", "sailboat"):
        return being.action
    if being.home in ("underwater", "sea") and being.action in ("swim", "sail"):
        return "jump" if said == "jump" and name == "dolphin" else being.action
    if being.action == "drive" and said in ("run", "walk", "sail", "stand"):
        return "drive"
    if said in ("sail", "drive") and being.action not in ("sail", "drive"):
        return "run" if being.rig == "quadruped" else "walk"
    return said
