"""The plan of a film: which scenes it shows from when to when, worked out from the request and from what is
stored of the film that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kinema.engines.animatic.engine import VERSION
from kinema.engines.animatic.parse import Heard, hear, parse
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.revise import revise
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import Character, Edit, Extension, Regrade, Remix, RenderRequest
from kinema.errors import EngineFailed
from kinema.videos.model import Quality
from kinema.videos.size import Size


@dataclass(frozen=True)
class Part:
    """A scene, and from which second of the film on it is shown."""

    begins: float
    scene: Scene


@dataclass(frozen=True)
class Plan:
    """All that a film is drawn from. `seconds` is the length that moves and motions are laid out for, `span`
    which seconds are drawn. `picture` is what it begins as, and `developed` says that it has its look
    already; `footage` is a film that is graded rather than drawn, by what was `said`."""

    parts: tuple[Part, ...]
    seconds: int
    span: tuple[float, float]
    size: Size
    quality: Quality
    seed: int
    picture: Raster | None = None
    developed: bool = False
    footage: Path | None = None
    said: Heard | None = None
    characters: Sequence[Character] = ()

    def understood(self) -> dict[str, Any]:
        """The last scene, and under "drawn" what else it takes to draw the film again: JSON-able."""
        earlier = [{"begins": part.begins, "scene": part.scene.described()} for part in self.parts[:-1]]
        return self.parts[-1].scene.described() | {
            "drawn": {
                "engine": "animatic",
                "version": VERSION,
                "seed": self.seed,
                "seconds": self.seconds,
                "begins": self.parts[-1].begins,
                "earlier": earlier,
                "picture": self.picture is not None,
                "footage": self.footage is not None,
            }
        }


def plan(request: RenderRequest) -> Plan:
    """Work out what to draw."""
    new = Plan(
        parts=(),
        seconds=request.seconds,
        span=(0.0, float(request.seconds)),
        size=request.size,
        quality=request.quality,
        seed=request.seed,
        picture=request.reference,
        characters=request.characters,
    )
    names = [character.name for character in request.characters]
    match request.origin:
        case None:
            return replace(new, parts=(Part(0.0, parse(request.prompt, names)),))
        case Remix() | Edit() as origin:
            return _again(new, origin, request.prompt, names)
        case Extension() as origin:
            return _onward(new, origin, request.prompt, names)
        case Regrade() as origin:
            return _regraded(new, origin, request.prompt)


def _again(new: Plan, origin: Remix | Edit, prompt: str, names: Sequence[str]) -> Plan:
    """Every part of the film with the change in it."""
    drawn = _drawn(origin.scene)
    if drawn["footage"]:
        raise EngineFailed("This film was graded from one that was brought: edit its file, it has no scene.")
    parts: list[Part] = []
    for part in _parts(origin.scene, drawn):
        if part.begins < new.span[1]:
            scene = _cast(revise(part.scene, prompt, names), names)
            parts.append(Part(part.begins, scene))
    return replace(new, parts=tuple(parts), seed=origin.seed, seconds=min(drawn["seconds"], new.seconds))


def _onward(new: Plan, origin: Extension, prompt: str, names: Sequence[str]) -> Plan:
    """The parts there are, and one more where the prompt changes something."""
    drawn = _drawn(origin.scene)
    begins, length = origin.start, new.span[1]
    parts = [Part(part.begins, _cast(part.scene, names)) for part in _parts(origin.scene, drawn)]
    changed = _cast(revise(parts[-1].scene, prompt, names), names)
    same = replace(changed, notes=parts[-1].scene.notes) == parts[-1].scene
    gone = (drawn["picture"] and new.picture is None) or drawn["footage"]
    if gone:
        if origin.last is None:
            raise EngineFailed(
                "This film began as a picture: to be extended it needs that picture or its own last frame."
            )
        # Its own last frame is the picture that it goes on from.
        return replace(
            new, parts=(Part(0.0, changed),), seed=origin.seed, picture=origin.last, developed=True
        )
    if not same:
        parts.append(Part(begins, changed))
    return replace(
        new, parts=tuple(parts), seed=origin.seed, seconds=drawn["seconds"], span=(begins, begins + length)
    )


def _regraded(new: Plan, origin: Regrade, prompt: str) -> Plan:
    """A scene that is only light, weather and mood: what is to be seen is in the footage."""
    said = hear(prompt)
    notes = [
        f"A film that was brought is graded, not drawn again: no {named.name} was added."
        for named in said.subjects
    ]
    if not (said.time or said.style or said.weather):
        notes.append("The prompt names no style, hour or weather: the film was left as it is.")
    scene = Scene(
        subjects=(),
        setting=said.setting or "meadow",
        time=said.time or "day",
        weather=said.weather or "clear",
        style=said.style or "realistic",
        camera="static",
        mood=said.mood or "neutral",
        text=said.text,
        titled=said.text is not None,
        excluded=said.excluded,
        notes=tuple(notes),
    )
    return replace(
        new,
        parts=(Part(0.0, scene),),
        picture=None,
        footage=origin.film,
        span=(0.0, origin.seconds),
        said=said,
    )


def _drawn(stored: Mapping[str, Any]) -> dict[str, Any]:
    drawn = stored.get("drawn")
    if not isinstance(drawn, Mapping) or drawn.get("engine") != "animatic":
        raise EngineFailed(
            "This film's scene was not stored by the animatic engine, so it cannot go on from it."
        )
    return {"begins": 0.0, "earlier": [], "picture": False, "footage": False, **drawn}


def _parts(stored: Mapping[str, Any], drawn: Mapping[str, Any]) -> list[Part]:
    earlier = [Part(part["begins"], _read(part["scene"])) for part in drawn["earlier"]]
    return [*earlier, Part(drawn["begins"], _read(stored))]


def _read(stored: Mapping[str, Any]) -> Scene:
    """A stored scene; raises EngineFailed where it has a term of an extension that is not there any more."""
    scene, known = Scene.read(stored), vocabulary()
    for kind, name, terms in (
        ("place", scene.setting, known.places),
        ("weather", scene.weather, known.weathers),
        ("style", scene.style, known.styles),
        *(("motion", subject.action, known.motions) for subject in scene.subjects),
    ):
        if name not in terms:
            raise EngineFailed(
                f"No {kind} is called {name!r} any more: the package that had it is not installed."
            )
    return scene


def _cast(scene: Scene, names: Sequence[str]) -> Scene:
    """The scene without characters whose cut-outs were not handed over."""
    missing = [s.name for s in scene.subjects if s.character and s.name not in names]
    if not missing:
        return scene
    subjects = tuple(s for s in scene.subjects if s.name not in missing)
    return replace(
        scene, subjects=subjects, notes=(*scene.notes, f"Not there any more: {', '.join(missing)}.")
    )
