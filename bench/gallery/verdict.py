"""What the engine says of an element, and what of the film is different without it.

No machine can say that an element is seen. But it can draw the same scene with the same seed once more,
without that element, and compare: where nothing changes, nothing can be seen of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from bench.gallery.prompts import Named
from bench.understanding import goes_by
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.reel import Reel
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.scene import Relation, Scene, Subject
from kinema.engines.contract import Remix, RenderRequest
from kinema.videos.size import Size

STEP = 24
"""A pixel has changed where one of its colours differs by more than this, of 255."""
LOUD = 0.01
"""Sound has changed where a sample differs by more than this, of 1."""
LEAST = 0.0005
"""The share of a picture that has to change for a change to count."""
SMALL = Size(256, 144)
SECONDS = 4
MOMENTS = (1.0, 3.0)

_OTHERWISE = {
    "setting": ("sky", "meadow"), "time": ("day", "night"), "weather": ("clear", "rain"),
    "style": ("cinematic", "realistic"), "camera": ("static", "dolly in"), "mood": ("neutral", "happy"),
}  # fmt: skip
"""What a scene has instead of an element; the second where the first is the element itself."""


@dataclass(frozen=True)
class Verdict:
    """`understood` is "yes", "guessed" or "no", `found` what the scene has of it, `drawn_by` what plays it.
    `changes` is the share of the picture that differs without the element, None where that says nothing;
    `heard` says that only the sound differs."""

    understood: str
    found: str = ""
    drawn_by: str = ""
    changes: float | None = None
    heard: bool = False

    @property
    def shows(self) -> bool:
        """Whether anything of the film is different without it."""
        return self.heard or (self.changes or 0.0) >= LEAST


class Trial:
    """One prompt's scene, and the film that it would be without each of its elements."""

    def __init__(self, request: RenderRequest) -> None:
        self._request = replace(request, size=SMALL, seconds=SECONDS)
        self._understood = plan(self._request).understood()
        self.scene = Scene.read(self._understood)
        guessed = tuple(kind for kind in self.scene.guessed if kind != "camera")
        self._still = replace(self.scene, camera="static", guessed=guessed)
        self._pictures = {scene: stills(self._of(scene), MOMENTS) for scene in (self.scene, self._still)}

    def verdict(self, named: Named) -> Verdict:
        """Judge one element."""
        found = judge(named, self.scene)
        # The camera follows and frames who plays; only where it stands does the rest of the picture, too.
        whole = self.scene if named.kind == "camera" else self._still
        other = _without(named, whole) if found.understood != "no" else None
        if other is None:
            return found
        pictures = zip(self._pictures[whole], stills(self._of(other), MOMENTS), strict=True)
        changes = max(float((cv2.absdiff(one, two).max(2) > STEP).mean()) for one, two in pictures)
        heard = changes < LEAST and self._sounds_different(whole, other)
        return replace(found, changes=changes, heard=heard)

    def _sounds_different(self, *scenes: Scene) -> bool:
        one, two = (Reel(plan(self._of(scene))).sound() for scene in scenes)
        return bool(np.abs(one - two).max() > LOUD)

    def _of(self, scene: Scene) -> RenderRequest:
        """The request that draws a scene as it is."""
        origin = Remix(self._understood | scene.described(), self._request.seed)
        return replace(self._request, prompt="", origin=origin)


def judge(named: Named, scene: Scene) -> Verdict:
    """What the scene has of an element."""
    match named.kind:
        case None:
            return Verdict("no", "no part of a scene holds it")
        case "subject":
            subject = _find(named.answers, scene)
            return _subject(subject) if subject else Verdict("no", "not in the cast")
        case "count" | "colour" | "size" | "action":
            subject = _find(named.of, scene)
            return _said_of(named, subject) if subject else Verdict("no", "not in the cast")
        case "relation":
            relation = _relation(named, scene)
            if relation is None:
                return Verdict("no", "no such relation")
            text = f"{relation.subject} {relation.kind} {relation.object}"
            return Verdict("yes", text, "where they stand")
        case "without":
            out = named.answers[0] in scene.excluded
            return Verdict("yes", "left out", "nobody") if out else Verdict("no", "not excluded")
    value = getattr(scene, named.kind)
    if value not in named.answers:
        guess = " (guessed)" if named.kind in scene.guessed else ""
        return Verdict("no", f"{value}{guess}" if value else "nothing")
    return Verdict("guessed" if named.kind in scene.guessed else "yes", value, f"{named.kind} {value}")


def _find(names: tuple[str, ...], scene: Scene) -> Subject | None:
    return next((subject for subject in scene.subjects if goes_by(names, subject)), None)


def _subject(subject: Subject) -> Verdict:
    said = f"{subject.said}, played by {subject.name}" if subject.said else subject.name
    return Verdict("yes", said, subject.name)


def _said_of(named: Named, subject: Subject) -> Verdict:
    if named.kind == "count":
        right = subject.count in named.answers or ("many" in named.answers and subject.count > 1)
        return Verdict(
            "yes" if right else "no",
            str(subject.count),
            f"{subject.count} bodies" if subject.count > 1 else "one body",
        )
    if named.kind == "action":
        if subject.doing in named.answers:
            return Verdict("yes", str(subject.doing), f"the motion {subject.action}")
        if subject.action in named.answers:
            return Verdict("guessed", subject.action, f"the motion {subject.action}")
        return Verdict("no", subject.doing or f"{subject.action} (guessed)")
    value = getattr(subject, str(named.kind))
    right = value in named.answers
    return Verdict("yes" if right else "no", value or "nothing", f"{value} {subject.name}" if right else "")


def _relation(named: Named, scene: Scene) -> Relation | None:
    """The relation that one of the answers ("fox under tree") tells of."""
    for relation in scene.relations:
        one, other = (
            {name for s in scene.subjects if s.id == player for name in (s.name, s.said) if name}
            for player in (relation.subject, relation.object)
        )
        if any(f"{a} {relation.kind} {b}" in named.answers for a in one for b in other):
            return relation
    return None


def _without(named: Named, scene: Scene) -> Scene | None:
    """The scene with everything but this element; None where there is nothing to take away."""
    match named.kind:
        case "subject":
            gone = _find(named.answers, scene)
            assert gone is not None  # it was understood
            related = tuple(r for r in scene.relations if gone.id not in (r.subject, r.object))
            subjects = tuple(subject for subject in scene.subjects if subject is not gone)
            return replace(scene, subjects=subjects, relations=related)
        case "count" | "colour" | "size" | "action":
            return _changed(scene, _find(named.of, scene), named.kind)
        case "relation":
            return replace(scene, relations=tuple(r for r in scene.relations if r != _relation(named, scene)))
        case None | "without":
            return None
    value = getattr(scene, named.kind)
    instead = next((other for other in _OTHERWISE.get(named.kind, ()) if other != value), None)
    return replace(scene, **{named.kind: instead})


def _changed(scene: Scene, subject: Subject | None, kind: str) -> Scene:
    assert subject is not None  # it was understood
    others: dict[str, dict[str, Any]] = {
        "count": {"count": 3 if subject.count == 1 else 1},
        "action": {"action": "stand", "doing": None},
    }
    plain = replace(subject, **others.get(kind, {kind: None}))
    return replace(scene, subjects=tuple(plain if one is subject else one for one in scene.subjects))
