"""The plan of a film: which scenes it shows from when to when, worked out from the request and from what is
stored of the film that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kinema.engines.animatic.parse import hear, parse
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.revise import revise
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.version import VERSION
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import Character, Edit, Extension, Regrade, Remix, RenderRequest
from kinema.errors import EngineFailed
from kinema.media.film import FPS
from kinema.videos.model import Quality
from kinema.videos.size import Size

FRAME = 1 / FPS

_OVER = ("setting", "time", "weather", "style", "camera", "mood")
"""What a prompt can lay over footage."""
_AS_IT_IS = Scene(
    subjects=(),
    setting="meadow",
    time="day",
    weather="clear",
    style="realistic",
    camera="static",
    mood="neutral",
    guessed=_OVER,
)
"""Footage with nothing laid over it."""


@dataclass(frozen=True)
class Part:
    """A scene, and from which second of the film on it is shown."""

    begins: float
    scene: Scene


@dataclass(frozen=True)
class Plan:
    """All that a film is drawn from. `seconds` is the length that moves and motions are laid out for, `span`
    which seconds are drawn. `picture` is what it begins as. `footage` is a film that is not drawn: it is
    graded or, from its second `still` on, gone on from, from the last frame before that."""

    parts: tuple[Part, ...]
    seconds: int
    span: tuple[float, float]
    size: Size
    quality: Quality
    seed: int
    picture: Raster | None = None
    footage: Path | None = None
    still: float | None = None
    characters: Sequence[Character] = ()

    @property
    def opens_on_a_given_picture(self) -> bool:
        """Whether the first frame that is drawn is the picture itself, or the frame that is gone on from."""
        given = self.picture is not None or self.still is not None
        return given and self.span[0] <= FRAME

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
                "still": self.still,
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
        raise EngineFailed("This film shows one that was brought: it has no scene to draw again. Grade it.")
    parts: list[Part] = []
    for part in _parts(origin.scene, drawn):
        if part.begins < new.span[1]:
            scene = _cast(revise(part.scene, prompt, names), names)
            parts.append(Part(part.begins, scene))
    return replace(new, parts=tuple(parts), seed=origin.seed, seconds=min(drawn["seconds"], new.seconds))


def _onward(new: Plan, origin: Extension, prompt: str, names: Sequence[str]) -> Plan:
    """The parts there are, and one more where the prompt changes something."""
    if not origin.scene:
        return _from_still(new, origin, prompt, _AS_IT_IS)
    drawn = _drawn(origin.scene)
    parts = [Part(part.begins, _cast(part.scene, names)) for part in _parts(origin.scene, drawn)]
    latest, begins = parts[-1].scene, origin.start
    if (still := drawn["still"]) is not None:
        begins -= still - FRAME
        changed = _laid_over(latest, prompt)
        new = replace(new, footage=_film(origin), still=still)
    elif drawn["footage"] or (drawn["picture"] and new.picture is None):
        # All of it is in the frame that is gone on from already.
        return _from_still(new, origin, prompt, replace(latest, guessed=_OVER, text=None))
    else:
        changed = _cast(revise(latest, prompt, names), names)
    if replace(changed, notes=latest.notes) != latest:
        parts.append(Part(begins, changed))
    span = (begins, begins + new.seconds)
    return replace(new, parts=tuple(parts), seed=origin.seed, seconds=drawn["seconds"], span=span)


def _from_still(new: Plan, origin: Extension, prompt: str, scene: Scene) -> Plan:
    """The frame that the film ends with, in motion; the weather there was and what is said come over it."""
    return replace(
        new,
        parts=(Part(0.0, replace(scene, weather="clear")), Part(0.0, _laid_over(scene, prompt))),
        seed=origin.seed,
        span=(FRAME, FRAME + new.seconds),
        picture=None,
        footage=_film(origin),
        still=origin.start,
    )


def _regraded(new: Plan, origin: Regrade, prompt: str) -> Plan:
    """A scene that is only light, weather and mood: what is to be seen is in the footage."""
    scene = replace(_laid_over(_AS_IT_IS, prompt), camera="static")
    return replace(
        new,
        parts=(Part(0.0, scene),),
        picture=None,
        footage=origin.film,
        span=(0.0, origin.seconds),
    )


def _laid_over(scene: Scene, prompt: str) -> Scene:
    """What lies over footage, and over it what the prompt says. What is `guessed` of it is not laid over the
    picture: it is in there, or nobody spoke of it."""
    said = hear(prompt)
    values = {kind: getattr(said, kind) or getattr(scene, kind) for kind in _OVER}
    if values["weather"] in said.excluded:
        values["weather"] = "clear"
    notes = [
        f"A film that was brought is not drawn: no {named.name} was added to it." for named in said.subjects
    ]
    if not said.text and not any(getattr(said, kind) for kind in _OVER):
        notes.append("The prompt names no style, hour or weather: the film was left as it is.")
    return replace(
        scene,
        **values,
        text=said.text or scene.text,
        titled=bool(said.text) or scene.titled,
        excluded=tuple(dict.fromkeys((*scene.excluded, *said.excluded))),
        guessed=tuple(kind for kind in scene.guessed if not getattr(said, kind)),
        notes=tuple(notes),
    )


def _film(origin: Extension) -> Path:
    if origin.film is None:
        raise EngineFailed(
            "This film began as a picture or as a film that was brought: to be extended it must be there."
        )
    return origin.film


def _drawn(stored: Mapping[str, Any]) -> dict[str, Any]:
    drawn = stored.get("drawn")
    if not isinstance(drawn, Mapping) or drawn.get("engine") != "animatic":
        raise EngineFailed(
            "This film's scene was not stored by the animatic engine, so it cannot go on from it."
        )
    return {"begins": 0.0, "earlier": [], "picture": False, "footage": False, "still": None, **drawn}


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
        *(("look", trait.look, known.looks) for subject in scene.subjects for trait in subject.looks),
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
