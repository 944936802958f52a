"""Staging: where the subjects stand, how large they are, and who moves with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.actors.surf import Surfboard, Wave
from kinema.engines.animatic.bound import Bound
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, stature
from kinema.engines.animatic.motion import Motion
from kinema.engines.animatic.reading.creatures import lives
from kinema.engines.animatic.scene import Relation, Scene, Subject
from kinema.engines.animatic.stage import Setup, Stage

SPEEDS = {"run": 0.95, "roll": 0.95, "drive": 1.1, "walk": 0.32}
"""Short sides a second that those go whom the camera may track."""
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
_KEPT = frozenset(("dance", "sleep", "jump", "spin"))
"""What one goes on doing on top of something."""
_HANDLES = {
    "lantern": 0.88, "handbag": 0.9, "shopping bags": 0.9, "balloon": 0.04, "umbrella": 0.08, "flower": 0.2,
    "rose": 0.2, "tulip": 0.2, "sunflower": 0.2, "kite": 0.0, "candle": 0.2, "dagger": 0.2,
}  # fmt: skip
"""At what height things are held, in their own; what is not in it is held in its middle."""


@dataclass(frozen=True)
class Tie:
    """Where somebody is relative to the one they belong to: `dx` ahead and `up`, in pixels; `height` is
    theirs; `layer` whether they are drawn before (-1) or after (1) that one; several of them are side by side,
    wider than that one where it `spreads`; the rest is `Bound`'s."""

    height: float
    dx: float = 0.0
    up: float = 0.0
    layer: int = 1
    sway: float = 1.0
    own: float = 0.0
    hops: bool = True
    stray: float = 0.0
    turned: bool = True
    spreads: bool = False


def bonds(scene: Scene) -> dict[str, Relation]:
    """Who follows whom, by the follower's name: one each, never in a circle."""
    names = {subject.name for subject in scene.subjects}
    found: dict[str, Relation] = {}
    for said in scene.relations:
        relation = said
        if said.kind == "holding" or (said.kind == "under" and said.object == "umbrella"):
            relation = Relation(said.object, "holding", said.subject)
        follower, leader = relation.subject, relation.object
        if not {follower, leader} <= names or follower in found:
            continue
        chain = leader
        while chain in found and chain != follower:
            chain = found[chain].object
        if chain != follower:
            found[follower] = relation
    return found


def suited(scene: Scene) -> tuple[Subject, ...]:
    """The subjects, doing what their relations have them do: who is ridden goes, who is chased flees."""
    tied = bonds(scene)
    doing = {subject.name: subject for subject in scene.subjects}
    for relation in tied.values():
        follower, leader = doing[relation.subject], doing[relation.object]
        match relation.kind:
            case "chasing":
                doing[leader.name] = replace(leader, action=_fleeing(leader))
                doing[follower.name] = replace(follower, action=_fleeing(follower))
            case "riding":
                idle = leader.action == "stand" and _lives(leader)
                doing[leader.name] = replace(leader, action="walk" if idle else leader.action)
                doing[follower.name] = replace(follower, action="ride")
            case "holding":
                doing[follower.name] = replace(follower, action="stand")
            case "on":
                kept = follower.action if follower.action in _KEPT else "stand"
                doing[follower.name] = replace(follower, action=kept)
            case "in" if follower.action in SPEEDS or follower.action in ("sail", "fly"):
                doing[follower.name] = replace(follower, action="stand")
    return tuple(doing[subject.name] for subject in scene.subjects)


def _lives(subject: Subject) -> bool:
    return subject.character or lives(subject.name if subject.name in BEINGS else subject.emoji)


def _fleeing(subject: Subject) -> str:
    usual = BEINGS.get(subject.name, DEFAULT).action
    if usual in ("fly", "swim", "drive", "sail"):
        return usual
    return "run" if _lives(subject) else "roll"


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
        elif floor.surface == "none" and self._setup.scene.setting != "underwater" and self._grounded(subject):
            line -= 0.20 * self._setup.unit
        elif carries and action in _AIRY:
            line += 0.24 * self._setup.unit
        return self._actor(subject, nth, self._motion(subject, rank, nth), height * (1 - 0.10 * back), line)

    def _grounded(self, subject: Subject) -> bool:
        return subject.action not in _AIRY and subject.action != "launch"

    def _motion(self, subject: Subject, rank: int, nth: int) -> Motion:
        setup, floor, action = self._setup, self._stage.floor, subject.action
        afloat = floor.surface == "water" and action in ("sail", "stand", "sleep")
        room = max((_ROOM.get(b.kind, 0.0) for b in self._bonds.values() if b.object == subject.name), default=0.0)
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
        tie = TIES[relation.kind](self._height(subject), leader)
        spread = shared * tie.height * (0.9 if tie.spreads else 0.7)
        if not tie.spreads:
            spread = min(spread, leader.height * leader.box.side)
        held = _HANDLES.get(subject.name, 0.5) if relation.kind == "holding" else 0.0
        unit = self._setup.unit
        motion = bound(
            self._motion(subject, 0, nth),
            leader.motion,
            dx=(tie.dx + place * spread) / unit,
            up=(tie.up - held * tie.height) / unit,
            sway=tie.sway,
            own=tie.own,
            hops=tie.hops,
            stray=tie.stray / unit,
            turned=tie.turned,
        )
        layer = leader.layer + tie.layer
        return self._actor(subject, nth, motion, tie.height, leader.line, layer)

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


def bound(motion: Motion, leader: Motion, **how: float | bool) -> Bound:
    """A motion tied to a leader's. Whoever is carried has no floor of their own where the leader has none."""
    values = {field.name: getattr(motion, field.name) for field in fields(Motion)} | how
    return Bound(**(values | {"leader": leader, "airy": leader.airy, "ahead": 0.0}))


def _on(height: float, leader: Actor) -> Tie:
    x, y = leader.box.seat
    return Tie(
        min(height, leader.box.room * leader.height), x * leader.height, (y - 0.02) * leader.height, own=0.3
    )


def _in(height: float, leader: Actor) -> Tie:
    """In what one can see into, out of the top of what one cannot, and at the door of a house."""
    box, tall = leader.box, leader.height
    if box.hollow is not None:
        height = min(height, box.room * tall)
        return Tie(height, box.hollow[0] * tall, box.hollow[1] * tall, -1, hops=False, stray=0.13 * tall)
    if tall > 1.5 * height:
        return Tie(height, own=0.3)
    height = min(height, 0.8 * tall)
    return Tie(height, box.seat[0] * tall, box.seat[1] * tall - 0.45 * height, -1, own=0.3)


def _under(height: float, leader: Actor) -> Tie:
    """Between the legs of a table, before the trunk of a tree."""
    if leader.box.rigid:
        return Tie(min(height, leader.box.room * leader.height), layer=-1, own=0.2)
    return Tie(min(height, 0.5 * leader.height), 0.16 * leader.height, own=0.5)


def _over(height: float, leader: Actor) -> Tie:
    return Tie(height, up=leader.box.seat[1] * leader.height + 0.12 * height, sway=0.3, hops=False, stray=0.3 * height, spreads=True)


def _behind(height: float, leader: Actor) -> Tie:
    """Half hidden by what stands, after whoever goes."""
    if leader.motion.action in SPEEDS:
        return Tie(height, -0.62 * (height + leader.height), layer=0, sway=0.0, spreads=True)
    return Tie(height, 0.26 * leader.height, layer=-1, sway=0.0, own=0.4, stray=0.05 * height, turned=False)


def _before(height: float, leader: Actor) -> Tie:
    return Tie(height, -0.1 * leader.height, layer=1, sway=0.0, own=0.5)


def _beside(height: float, leader: Actor) -> Tie:
    return Tie(height, -0.62 * (height + leader.height), layer=1, sway=0.0, own=0.5, spreads=True)


def _chasing(height: float, leader: Actor) -> Tie:
    gap = 0.62 * height + 0.55 * leader.height
    return Tie(height, -1.1 * gap, layer=0, sway=0.0, stray=0.16 * gap, spreads=True)


def _holding(height: float, leader: Actor) -> Tie:
    """What is in a hand, or in a mouth."""
    x, y = leader.box.grip
    tall = leader.height
    return Tie(min(height, 0.75 * tall), x * tall, y * tall, sway=1.0)


def _riding(height: float, leader: Actor) -> Tie:
    """On the back, with the legs down its sides."""
    x, y = leader.box.seat
    height = min(height, 0.95 * leader.height)
    return Tie(height, x * leader.height, y * leader.height - 0.22 * height)


TIES = {
    "on": _on, "in": _in, "under": _under, "over": _over, "behind": _behind, "before": _before,
    "beside": _beside, "chasing": _chasing, "holding": _holding, "riding": _riding,
}  # fmt: skip
"""How each kind of relation places the one of whom it is said."""
