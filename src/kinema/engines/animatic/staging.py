"""Staging: where the subjects stand, how large they are, and who moves with whom."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.actors.surf import Surfboard, Wave
from kinema.engines.animatic.bonds import bonds
from kinema.engines.animatic.bound import bound
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, stature
from kinema.engines.animatic.performance import Motion
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.stage import Setup, Stage
from kinema.engines.animatic.ties import tie

_AIRY = frozenset(("fly", "float", "fall", "swim"))
_SIZES = {"small": 0.5, "large": 1.55}
_FAR = {"wide": 0.6, "aerial": 0.45, "high angle": 0.8, "low angle": 1.25}
"""How much smaller or larger a shot shows everybody."""
_SMALLEST = 0.12
"""Nobody is drawn smaller, in short sides: they could not be seen."""
_STACKED = frozenset(("on", "riding", "over"))
"""Relations that need room above the second of the two."""
_ROOM = {"chasing": 0.36, "beside": 0.30}
"""How far somebody moves on for whoever is behind or beside them, in short sides."""


class Staging:
    """Puts the subjects of a scene on its stage."""

    def __init__(self, setup: Setup, stage: Stage, subjects: Sequence[Subject], *, tracked: bool) -> None:
        self._setup = setup
        self._stage = stage
        self._subjects = subjects
        self._tracked = tracked
        self._bonds = bonds(setup.scene)
        self._placed: dict[str, list[Actor]] = {}

    def actors(self) -> list[Actor]:
        """Everybody, in drawing order."""
        free = [subject for subject in self._subjects if subject.name not in self._bonds]
        for rank, subject in enumerate(free):
            self._placed[subject.name] = [self._free(subject, rank, nth) for nth in range(subject.count)]
        waiting = [subject for subject in self._subjects if subject.name in self._bonds]
        while waiting:
            subject = next(s for s in waiting if self._bonds[s.name].object in self._placed)
            waiting.remove(subject)
            self._placed[subject.name] = [self._follower(subject, nth) for nth in range(subject.count)]
        everybody = [actor for group in self._placed.values() for actor in group]
        for actor in tuple(everybody):
            if actor.motion.action == "surf":
                everybody += self._surf(actor)
        return sorted(everybody, key=lambda actor: (actor.line, actor.layer))

    def _free(self, subject: Subject, rank: int, nth: int) -> Actor:
        floor, action = self._stage.floor, subject.action
        height = self._height(subject) * (0.8 if rank else 1.0)
        carries = any(b.object == subject.name and b.kind in _STACKED for b in self._bonds.values())
        if carries:  # there must be sky left over them
            height = min(height, (0.46 if action in _AIRY else 0.56) * floor.line)
        # Those behind stand higher in the picture and are a little smaller.
        back = (nth % 2) * 0.5 + 0.8 * rank
        depth = (floor.line - floor.horizon) * (0.42 if self._setup.size.is_portrait else 0.30) * back
        line = floor.line - depth
        if action == "surf" and self._stage.water is not None:
            line = self._stage.water - 0.1 * depth
        elif subject.name == "train" and self._stage.track is not None:
            line = self._stage.track
        elif (
            floor.surface == "none" and self._setup.scene.setting != "underwater" and self._grounded(subject)
        ):
            line -= 0.20 * self._setup.unit
        elif carries and action in _AIRY:
            line += 0.24 * self._setup.unit
        return self._actor(subject, nth, self._motion(subject, rank, nth), height * (1 - 0.10 * back), line)

    def _grounded(self, subject: Subject) -> bool:
        return subject.action not in _AIRY and subject.action != "launch"

    def _motion(self, subject: Subject, rank: int, nth: int) -> Motion:
        setup, floor, action = self._setup, self._stage.floor, subject.action
        afloat = floor.surface == "water" and action in ("sail", "stand", "sleep")
        room = max(
            (_ROOM.get(b.kind, 0.0) for b in self._bonds.values() if b.object == subject.name), default=0.0
        )
        return Motion(
            action,
            float(setup.seconds),
            nth=nth,
            count=subject.count,
            facing=1.0 if rank % 2 == 0 else -1.0,
            reach=setup.size.width / setup.unit / 2,
            tracked=self._tracked,
            rise=self._stage.tilt + 0.36 * setup.size.height / setup.unit,
            airy=floor.surface == "none" or action == "surf" or (action in _AIRY and not afloat),
            until=setup.span[1],
            ahead=room * (0.45 if setup.size.is_portrait else 1.0),
        )

    def _height(self, subject: Subject) -> float:
        """How tall one of them is, in pixels, where nothing else decides."""
        setup = self._setup
        crowd = 1.0 if subject.count == 1 else 0.78 if subject.count < 4 else 0.6
        tall = 1.0 if subject.character else stature(subject.name)
        if subject.action == "surf":
            tall *= 0.72  # the wave is the larger
        height = 0.44 * tall * crowd * setup.unit * _SIZES.get(subject.size or "", 1.0)
        height = max(height * _FAR.get(setup.scene.shot or "", 1.0), _SMALLEST * setup.unit)
        if setup.size.is_portrait:
            going = subject.action in ("run", "walk")
            quadruped = BEINGS.get(subject.name, DEFAULT).rig == "quadruped"
            long = subject.name == "train" or (quadruped and going)
            height *= 0.84 if long else 1.12
        return height

    def _actor(
        self, subject: Subject, nth: int, motion: Motion, height: float, line: float, layer: int = 0
    ) -> Actor:
        holds = any(b.kind == "holding" and b.object == subject.name for b in self._bonds.values())
        played = body(subject, subject.action, self._setup.cast, nth=nth, holds=holds)
        return Actor(subject.name, played, motion, self._setup, self._stage.floor, height, line, layer)

    def _follower(self, subject: Subject, nth: int) -> Actor:
        relation = self._bonds[subject.name]
        leaders = self._placed[relation.object]
        leader = leaders[nth % len(leaders)]
        shared = -(-subject.count // len(leaders))
        place = 0.0 if shared == 1 else (nth // len(leaders)) / (shared - 1) - 0.5
        tied = tie(relation.kind, subject.name, self._height(subject), leader)
        spread = shared * tied.height * (0.9 if tied.spreads else 0.7)
        if not tied.spreads:
            spread = min(spread, leader.height * leader.box.side)
        unit = self._setup.unit
        motion = bound(
            self._motion(subject, 0, nth),
            leader.motion,
            dx=(tied.dx + place * spread) / unit,
            up=tied.up / unit,
            sway=tied.sway,
            own=tied.own,
            hops=tied.hops,
            stray=tied.stray / unit,
            turned=tied.turned,
        )
        layer = leader.layer + tied.layer
        return self._actor(subject, nth, motion, tied.height, leader.line, layer)

    def _surf(self, surfer: Actor) -> list[Actor]:
        """The board under a surfer, and the wave behind."""
        height = surfer.height

        def with_them(name: str, played: Body, tall: float, sway: float, layer: int) -> Actor:
            motion = bound(surfer.motion, surfer.motion, sway=sway, hops=False)
            return Actor(name, played, motion, self._setup, self._stage.floor, tall, surfer.line, layer)

        return [
            with_them("wave", Wave(), height * 1.3, 0.0, -1),
            with_them("surfboard", Surfboard(), height * 1.35, 1.0, 1),
        ]
