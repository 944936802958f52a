"""Staging: where the subjects stand, how large they are, and who moves with whom."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.bonds import bonds
from kinema.engines.animatic.bound import bound
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, stature
from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.stage import Setup, Stage
from kinema.engines.animatic.terms import Prop
from kinema.engines.animatic.ties import tie
from kinema.engines.animatic.vocabulary import vocabulary

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
            if actor.performance.motion.props:
                everybody += [self._with(actor, prop) for prop in actor.performance.motion.props()]
        return sorted(everybody, key=lambda actor: (actor.line, actor.layer))

    def _free(self, subject: Subject, rank: int, nth: int) -> Actor:
        floor, motion = self._stage.floor, vocabulary().motions[subject.action]
        height = self._height(subject) * (0.8 if rank else 1.0)
        carries = any(b.object == subject.name and b.kind in _STACKED for b in self._bonds.values())
        if carries:  # there must be sky left over them
            height = min(height, (0.46 if motion.footing == "air" else 0.56) * floor.line)
        # Those behind stand higher in the picture and are a little smaller.
        back = (nth % 2) * 0.5 + 0.8 * rank
        depth = (floor.line - floor.horizon) * (0.42 if self._setup.size.is_portrait else 0.30) * back
        line = floor.line - depth
        if motion.footing == "water" and self._stage.water is not None:
            line = self._stage.water - 0.1 * depth
        elif subject.name == "train" and self._stage.track is not None:
            line = self._stage.track
        elif self._stage.raised and motion.footing != "air" and not motion.rises:
            line -= self._stage.raised * self._setup.unit
        elif carries and motion.footing == "air":
            line += 0.24 * self._setup.unit
        performance = self._performance(subject, rank, nth)
        return self._actor(subject, nth, performance, height * (1 - 0.10 * back), line)

    def _performance(self, subject: Subject, rank: int, nth: int) -> Performance:
        setup, motion = self._setup, vocabulary().motions[subject.action]
        room = max(
            (_ROOM.get(b.kind, 0.0) for b in self._bonds.values() if b.object == subject.name), default=0.0
        )
        return Performance(
            motion,
            float(setup.seconds),
            nth=nth,
            count=subject.count,
            facing=1.0 if rank % 2 == 0 else -1.0,
            reach=setup.size.width / setup.unit / 2,
            tracked=self._tracked,
            rise=self._stage.tilt + 0.36 * setup.size.height / setup.unit,
            airy=self._stage.floor.surface == "none" or motion.footing != "ground",
            until=setup.span[1],
            ahead=room * (0.45 if setup.size.is_portrait else 1.0),
        )

    def _height(self, subject: Subject) -> float:
        """How tall one of them is, in pixels, where nothing else decides."""
        setup = self._setup
        crowd = 1.0 if subject.count == 1 else 0.78 if subject.count < 4 else 0.6
        tall = 1.0 if subject.character else stature(subject.name)
        gait = vocabulary().motions[subject.action].gait
        if gait == "surf":
            tall *= 0.72  # the wave is the larger
        height = 0.44 * tall * crowd * setup.unit * _SIZES.get(subject.size or "", 1.0)
        height = max(height * _FAR.get(setup.scene.shot or "", 1.0), _SMALLEST * setup.unit)
        if setup.size.is_portrait:
            going = gait in ("run", "walk")
            quadruped = BEINGS.get(subject.name, DEFAULT).rig == "quadruped"
            long = subject.name == "train" or (quadruped and going)
            height *= 0.84 if long else 1.12
        return height

    def _actor(
        self, subject: Subject, nth: int, performance: Performance, height: float, line: float, layer: int = 0
    ) -> Actor:
        holds = any(b.kind == "holding" and b.object == subject.name for b in self._bonds.values())
        played = body(subject, performance.motion.gait, self._setup.cast, nth=nth, holds=holds)
        return Actor(subject.name, played, performance, self._setup, self._stage.floor, height, line, layer)

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
        performance = bound(
            self._performance(subject, 0, nth),
            leader.performance,
            dx=(tied.dx + place * spread) / unit,
            up=tied.up / unit,
            sway=tied.sway,
            own=tied.own,
            hops=tied.hops,
            stray=tied.stray / unit,
            turned=tied.turned,
        )
        layer = leader.layer + tied.layer
        return self._actor(subject, nth, performance, tied.height, leader.line, layer)

    def _with(self, actor: Actor, prop: Prop) -> Actor:
        """What goes wherever an actor goes."""
        performance = bound(actor.performance, actor.performance, sway=prop.sway, hops=False)
        height, floor = actor.height * prop.tall, self._stage.floor
        return Actor(prop.name, prop.body, performance, self._setup, floor, height, actor.line, prop.layer)
