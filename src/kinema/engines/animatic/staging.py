"""Staging: where the subjects stand, how large they are, and who moves with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.body import Body, Box
from kinema.engines.animatic.actors.cast import body, pelt
from kinema.engines.animatic.actors.furniture import Chair
from kinema.engines.animatic.actors.people import FACES, person
from kinema.engines.animatic.actors.wardrobe import HEADS
from kinema.engines.animatic.bonds import SEATS, bonds, in_hand
from kinema.engines.animatic.bound import bound
from kinema.engines.animatic.gesture import Gesture
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, STATURES, stature
from kinema.engines.animatic.lexicon.company import COMPANY, YOUNG
from kinema.engines.animatic.motions.eat import FOOD
from kinema.engines.animatic.particles.shining import SOURCES
from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.reading.creatures import lives
from kinema.engines.animatic.scene import Relation, Subject
from kinema.engines.animatic.stage import Setup, Stage
from kinema.engines.animatic.terms import Motion, Prop
from kinema.engines.animatic.ties import tie
from kinema.engines.animatic.vocabulary import vocabulary

_FOOD = 0.4
"""How tall food is of which nothing else is known."""
_SIZES = {"small": 0.5, "large": 1.55}
_FAR = {"wide": 0.6, "aerial": 0.45, "high angle": 0.8, "low angle": 1.25}
"""How much smaller or larger a shot shows everybody."""
_HIGHEST = 0.52
"""How high above their line those fly, about, in short sides."""
_LENGTH = 0.14
"""How far an animal's head is before its middle, in short sides."""
_SMALLEST = 0.12
"""Nobody is drawn smaller, in short sides: they could not be seen."""
_LEAST_TALLEST = 0.7
"""How tall the tallest is at least, in usual heights: of a mouse alone there is a closer look."""
_MANY = 3
"""From so many on who stand side by side, they are smaller, and in rows."""
_ROWS = (0.0, 0.9, 0.25, 1.1, 0.5)
"""How far back each kind of them stands."""
_PET = 0.66
"""How much smaller cats, dogs and foxes are where there are people."""
_STACKED = frozenset(("on", "riding", "over"))
"""Relations that need room above the second of the two."""
_SEATED = frozenset(("on", "in", "riding"))
"""Relations that give somebody a place to be."""
_STOREYS = (-0.10, 0.21)
"""How much lower those fly or swim who cross the way of others, in short sides, in turns."""
_BEFORE_HORIZON = 0.03
"""How much lower than the horizon those stand who are there, in short sides."""
_OVERHEAD = 1.7
"""How tall what somebody is under is at least, in their heights."""
_LEAST_UNDER = 0.45
"""How tall whoever carries others is at least, in the others' heights."""
_SKY = 0.92
"""How much of the picture above their line those take who are on each other."""
_OUT = 0.8
"""How much smaller those are who sail beyond the shore."""
_NEARER = 0.55
"""How far before the others whatever is in their middle is, in rows."""
_RANKS = 3
"""How many rows there are behind the first; more kinds stand closer."""
_PEOPLE = frozenset("🧑👨👩👧👦👴👵🎅")
_PERCHING = frozenset("🐦🦜🦉🕊🦅🦆🐔🐓🐥🐤🐿🐁🐭🐹🦎🐸🦋")
"""Animals that sit on shoulders."""
_YOUNG = 0.6
"""How much smaller young animals are where others are."""
_ROOM = {"chasing": 0.36, "beside": 0.30}
"""How far somebody moves on for whoever is behind or beside them, in short sides."""
_OFF_THE_WAY = 0.28
"""How far from the middle somebody is whom another goes past, in parts of the frame's width."""
_ASIDE = {"left of": 0.30, "right of": -0.30}
"""How far somebody moves to the right for whoever is to their left or right."""


def _beside(motion: Motion) -> bool:
    """Whether those who do it stay where they are, on the ground."""
    return not (motion.speed or motion.level or motion.rises) and motion.footing == "ground"


class Staging:
    """Puts the subjects of a scene on its stage."""

    def __init__(self, setup: Setup, stage: Stage, subjects: Sequence[Subject], *, tracked: bool) -> None:
        self._setup = setup
        self._chance = int(setup.rng.integers(1 << 24))
        self._stage = stage
        self._in_hand, taken = in_hand(subjects)
        self._subjects = [subject for subject in subjects if subject.id not in taken]
        self._tracked = tracked
        self._pace = max((vocabulary().motions[one.action].speed for one in subjects), default=0.0)
        bound_to = bonds(setup.scene)
        self._bonds = {who: bond for who, bond in bound_to.items() if not taken & {who, bond.object}}
        self._peopled = any(BEINGS.get(s.name, DEFAULT).face in _PEOPLE and not s.character for s in subjects)
        self._placed: dict[str, list[Actor]] = {}
        self._company: dict[str, tuple[int, int]] = {}
        self._shrunk: dict[str, float] = {}
        self._passed: str | None = None
        tallest = max((self._stature(subject) for subject in self._subjects), default=1.0)
        self._closer = max(_LEAST_TALLEST / tallest, 1.0)

    def actors(self) -> list[Actor]:
        """Everybody, in drawing order."""
        free = [subject for subject in self._subjects if subject.id not in self._bonds]
        middle = [subject for subject in free if self._is_middle(subject)]
        free = [subject for subject in free if subject not in middle]
        self._passed = self._passed_by(free)
        for subject in free:
            self._company[subject.id] = self._among(subject, free)
        for subject in middle:
            self._company[subject.id] = 0, subject.count
            self._placed[subject.id] = [self._free(subject, 0, -_NEARER, nth) for nth in range(subject.count)]
        for rank, subject in enumerate(free):
            depth = rank * min(1.0, _RANKS / max(len(free) - 1, 1))
            self._placed[subject.id] = [self._free(subject, rank, depth, nth) for nth in range(subject.count)]
        waiting = [subject for subject in self._subjects if subject.id in self._bonds]
        while waiting:
            subject = next(s for s in waiting if self._bonds[s.id].object in self._placed)
            waiting.remove(subject)
            self._placed[subject.id] = [self._follower(subject, nth) for nth in range(subject.count)]
        everybody = [actor for group in self._placed.values() for actor in group]
        for who, group in self._placed.items():
            for actor in group:
                everybody += [self._with(actor, prop) for prop in self._props(who, actor)]
        return sorted(everybody, key=lambda actor: (actor.line, actor.layer))

    def _props(self, who: str, actor: Actor) -> Sequence[Prop]:
        """What goes with somebody; who has a place to be needs no chair of their own."""
        if who in self._bonds and self._bonds[who].kind in _SEATED:
            return ()
        if self._seated(next(one for one in self._subjects if one.id == who)):
            return (Prop("chair", Chair(), 0.56, 0.0, -1),)
        props = actor.performance.motion.props
        return props() if props and actor.name not in SOURCES else ()  # a candle burns without a blaze

    def _seated(self, subject: Subject) -> bool:
        """Whether somebody upright is on something to sit on: on a seat of the scene, or in a room."""
        if not self._upright(subject) or vocabulary().motions[subject.action].speed:
            return False
        bond = self._bonds.get(subject.id)
        if bond and bond.kind in _SEATED:
            seat = next(one for one in self._subjects if one.id == bond.object)
            return bond.kind == "on" and seat.name in SEATS
        return subject.doing == "sit" and vocabulary().places[self._setup.scene.setting].indoors

    def _upright(self, subject: Subject) -> bool:
        """Whether somebody has a person's legs."""
        rig = BEINGS.get(subject.name, DEFAULT).rig
        return not subject.character and (subject.emoji in HEADS or (rig == "biped" and not pelt(subject)))

    def _is_middle(self, subject: Subject) -> bool:
        """Whether others are around it, whom it would hide if it stood beyond them."""
        led = any(bond.object == subject.id for bond in self._bonds.values())
        return BEINGS.get(subject.name, DEFAULT).middle and len(self._subjects) > 1 and not led

    def _passed_by(self, free: Sequence[Subject]) -> str | None:
        """Who stays where another goes past: of two, they would hide behind that one in the middle."""
        motions = vocabulary().motions
        here = [one for one in free if motions[one.action].footing == "ground"]
        stays = [one for one in here if _beside(motions[one.action]) and one.count == 1]
        goes = [one for one in here if motions[one.action].speed]
        return stays[0].id if len(here) == 2 and len(stays) == len(goes) == 1 else None

    def _among(self, subject: Subject, free: Sequence[Subject]) -> tuple[int, int]:
        """How many of those who do the same come before a subject, and how many they are in all: they move as
        one group, or they would stand in one place. In the air each kind has a height of its own instead."""
        if vocabulary().motions[subject.action].footing == "air":
            return 0, subject.count
        motions = vocabulary().motions
        here = motions[subject.action]
        same = [
            one
            for one in free
            if one.action == subject.action or (_beside(motions[one.action]) and _beside(here))
        ]
        before = same[: same.index(subject)]
        return sum(one.count for one in before), sum(one.count for one in same)

    def _free(self, subject: Subject, rank: int, row: float, nth: int) -> Actor:
        floor, motion = self._stage.floor, vocabulary().motions[subject.action]
        height, played = self._height(subject), self._played(subject, nth)
        if subject.said in COMPANY and subject.name in FACES:
            height *= person(subject, nth, self._looks(subject)).tall
        if self._company[subject.id][1] >= _MANY > subject.count:
            height *= max(1 - 0.09 * self._company[subject.id][1], 0.5)
        elif rank and not motion.level:
            height *= 0.8
        covers = [b for b in self._bonds.values() if b.object == subject.id and b.kind == "under"]
        if covers and not played.box.rigid:
            below = {one.id: one for one in self._subjects}
            height = max(height, *(_OVERHEAD * self._height(below[bond.subject]) for bond in covers))
        carries = [b for b in self._bonds.values() if b.object == subject.id and b.kind in _STACKED]
        if carries:
            height = self._carrying(subject, carries, height, played.box)
        # Those behind stand higher in the picture and are a little smaller.
        company = self._company[subject.id][1]
        row = 0.8 * row if company < _MANY else _ROWS[rank % len(_ROWS)]
        back = 0.0 if motion.level else (nth % 2) * 0.5 + row
        depth = (floor.line - floor.horizon) * (0.42 if self._setup.size.is_portrait else 0.30) * back
        line = floor.line - depth
        if BEINGS.get(subject.name, DEFAULT).afar:
            line = floor.horizon + _BEFORE_HORIZON * self._setup.unit
        elif (motion.footing == "water" or subject.action == "sail") and self._stage.water is not None:
            line = self._stage.water - 0.1 * depth
            height *= 1.0 if motion.footing == "water" else _OUT
        elif subject.name == "train" and self._stage.track is not None:
            line = self._stage.track
        elif self._stage.raised and motion.footing != "air" and not motion.rises:
            line -= self._stage.raised * self._setup.unit
        elif rank and motion.footing == "air" and self._free_above(subject):
            line += _STOREYS[rank % 2] * self._setup.unit
        elif carries and motion.footing == "air":
            line += 0.24 * self._setup.unit
        performance = self._performance(subject, rank, nth)
        height *= 1 - 0.10 * back
        if motion.footing == "air":  # nobody's head is out of the frame
            height = min(height, 0.52 * self._setup.size.height)
            line = max(line, min(height + _HIGHEST * self._setup.unit, self._setup.size.height))
        return self._actor(subject, played, performance, height, line)

    def _carrying(self, subject: Subject, carries: Sequence[Relation], height: float, box: Box) -> float:
        """How tall somebody is whom others are on: small things as large as they need to be to be seen under
        them, and nobody so large that there is no sky left over those others."""
        others = {one.id: one for one in self._subjects}
        riders = [
            (b.kind, self._height(others[b.subject]) * (0.4 if self._perch(others[b.subject], b) else 1.0))
            for b in carries
        ]
        tallest = max((tall for kind, tall in riders if kind != "over"), default=0.0)
        height = max(height, _LEAST_UNDER * tallest)
        above = max(tall if kind != "over" else 1.35 * tall for kind, tall in riders)
        sky = _SKY * (
            self._stage.floor.line
            if vocabulary().motions[subject.action].footing != "air"
            else 0.84 * self._stage.floor.line
        )
        self._shrunk[subject.id] = min(1.0, sky / (box.seat[1] * height + above))
        return height * self._shrunk[subject.id]

    def _free_above(self, subject: Subject) -> bool:
        return not any(bond.object == subject.id for bond in self._bonds.values())

    def _performance(self, subject: Subject, rank: int, nth: int) -> Performance:
        setup, motion = self._setup, vocabulary().motions[subject.action]
        room = max(
            (_ROOM.get(b.kind, 0.0) for b in self._bonds.values() if b.object == subject.id), default=0.0
        )
        first, everybody = self._company.get(subject.id, (0, subject.count))
        if motion.level and pelt(subject):
            room -= _LENGTH  # they meet with their heads
        inward = everybody >= _MANY > subject.count and _beside(motion)
        way = 1.0 if (first < everybody / 2 if inward else rank % 2 == 0) else -1.0
        together = self._tracked and bool(motion.speed)  # nobody goes backwards in a frame that follows
        facing = 1.0 if together else way
        if subject.id == self._passed:
            room += facing * _OFF_THE_WAY * setup.size.width / setup.unit
        room += facing * sum(_ASIDE.get(b.kind, 0.0) for b in self._bonds.values() if b.object == subject.id)
        return Performance(
            motion,
            float(setup.seconds),
            nth=first + nth,
            count=everybody,
            facing=facing,
            reach=setup.size.width / setup.unit / 2,
            tracked=self._tracked,
            alive=subject.character or lives(subject.name) or lives(subject.emoji),
            rise=self._stage.tilt + 0.36 * setup.size.height / setup.unit,
            airy=self._stage.floor.surface == "none" or motion.footing != "ground",
            until=setup.span[1],
            pace=self._pace,
            ahead=room * (0.45 if setup.size.is_portrait else 1.0),
        )

    def _height(self, subject: Subject) -> float:
        """How tall one of them is, in pixels, where nothing else decides."""
        setup = self._setup
        crowd = 1.0 if subject.count == 1 else 0.78 if subject.count < 4 else 0.6
        tall = self._stature(subject) * self._closer
        motion = vocabulary().motions[subject.action]
        gait = motion.gait
        if motion.gesture and self._acts_upright(subject, motion.gesture):
            tall *= 1.3  # what hands do must be seen
        elif motion.level:
            tall *= 0.8  # for two
        if gait == "surf":
            tall *= 0.72  # the wave is the larger
        if self._peopled and (fur := pelt(subject)) and fur.build.leg > 0.4 and tall <= 1:
            tall *= _PET
        height = 0.44 * tall * crowd * setup.unit * _SIZES.get(subject.size or "", 1.0)
        away = _FAR.get(setup.scene.shot or "", 1.0)
        if BEINGS.get(subject.name, DEFAULT).afar:
            away = max(away, 1.0)  # they are small already
        height = max(height * away, _SMALLEST * setup.unit)
        if setup.size.is_portrait:
            going = gait in ("run", "walk")
            quadruped = pelt(subject) is not None
            long = subject.name == "train" or (quadruped and going)
            height *= 0.62 if subject.name == "whale" else 0.84 if long else 1.12
        return height

    def _stature(self, subject: Subject) -> float:
        if subject.character:
            return 1.0
        young = (subject.said or "").removesuffix("s") in YOUNG
        size = stature(subject.name)
        if subject.emoji in FOOD and subject.name not in STATURES and subject.name not in BEINGS:
            size = _FOOD
        return size * (_YOUNG if young and len(self._subjects) > 1 else 1.0)

    def _acts_upright(self, subject: Subject, gesture: Gesture) -> bool:
        being = BEINGS.get(subject.name, DEFAULT)
        return being.rig == "biped" or (gesture.upright and bool(being.face))

    def _played(self, subject: Subject, nth: int) -> Body:
        """The body of the `nth` of a subject."""
        holds = any(
            b.kind in ("holding", "on the string of") and b.object == subject.id for b in self._bonds.values()
        )
        thing = self._in_hand.get(subject.id, "")
        motion = vocabulary().motions[subject.action]
        indoors = vocabulary().places[self._setup.scene.setting].indoors
        lies = "" if indoors else self._setup.weather.lies
        return body(
            subject,
            motion,
            self._setup.cast,
            nth=nth,
            chance=self._looks(subject),
            holds=holds,
            thing=thing,
            lies=lies,
            seated=self._seated(subject),
        )

    def _looks(self, subject: Subject) -> int:
        """The chance that decides what those of a subject look like."""
        return self._chance ^ crc32(subject.id.encode())

    def _actor(
        self,
        subject: Subject,
        played: Body,
        performance: Performance,
        height: float,
        line: float,
        layer: int = 0,
    ) -> Actor:
        if performance.motion.footing == "air" and subject.id not in self._bonds:
            height = min(height, (line - _HIGHEST * self._setup.unit) / played.box.up)
        performance = replace(performance, stride=played.box.stride * height / self._setup.unit)
        floor = self._stage.floor
        if self._stage.water is not None and line <= self._stage.water:
            floor = replace(floor, surface="water", mirror=0.5)
        return Actor(subject.name, played, performance, self._setup, floor, height, line, layer)

    def _follower(self, subject: Subject, nth: int) -> Actor:
        relation = self._bonds[subject.id]
        leaders = self._placed[relation.object]
        leader = leaders[(nth + (len(leaders) - 1) // 2) % len(leaders)]
        shared = -(-subject.count // len(leaders))
        place = 0.0 if shared == 1 else (nth // len(leaders)) / (shared - 1) - 0.5
        tall = max(
            self._height(subject) * self._shrunk.get(relation.object, 1.0), _SMALLEST * self._setup.unit
        )
        played = self._played(subject, nth)
        tied = tie(relation.kind, subject.name, tall, leader, perch=self._perch(subject, relation))
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
        return self._actor(subject, played, performance, tied.height, leader.line, layer)

    def _perch(self, subject: Subject, relation: Relation) -> str:
        """On which part of a person somebody is: who sleeps lies in the lap, birds are on one shoulder."""
        leader = next(one for one in self._subjects if one.id == relation.object)
        if (
            relation.kind != "on"
            or not self._upright(leader)
            or not (lives(subject.name) or lives(subject.emoji))
        ):
            return ""
        if BEINGS.get(subject.name, DEFAULT).rig == "biped":
            return "shoulders"
        if subject.action == "sleep":
            return "lap"
        return "shoulder" if subject.emoji in _PERCHING else "head"

    def _with(self, actor: Actor, prop: Prop) -> Actor:
        """What goes wherever an actor goes."""
        performance = bound(actor.performance, actor.performance, sway=prop.sway, hops=False)
        height, floor = actor.height * prop.tall, self._stage.floor
        performance = replace(performance, stride=prop.body.box.stride * height / self._setup.unit)
        return Actor(prop.name, prop.body, performance, self._setup, floor, height, actor.line, prop.layer)
