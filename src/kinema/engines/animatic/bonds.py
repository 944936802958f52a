"""Bonds: who follows whom in a scene, and what that has them do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinema.engines.animatic.actors.wardrobe import FUR
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.reading.creatures import lives
from kinema.engines.animatic.scene import Relation, Scene, Subject
from kinema.engines.animatic.vocabulary import vocabulary

_KITE = "🪁"
_HELD = Relation("", "holding", "")
_PLAYING = ("play", "pull", "blow", "strum", "practice", "perform")
"""What is done with an instrument."""
_COOKING = (
    "slice",
    "chop",
    "cut",
    "dice",
    "peel",
    "grill",
    "flip",
    "toss",
    "fry",
    "stir",
    "knead",
    "season",
    "garnish",
    "prepare",
)
"""What is done with food that is not eaten yet."""
_GEAR = {"🛹": "skateboard", "🎿": "ski", "⛷": "ski", "🏂": "snowboard", "🏄": "surf"}
"""What is under the feet of whoever is on it, or has it, by the motion that has it drawn there."""
SEATS = frozenset(("bench", "chair", "couch"))
"""What people sit on who are on it."""
_HAULING = {"carry": "carry", "lift": "carry", "haul": "pull", "pull": "pull", "drag": "pull", "tow": "pull"}
"""What is done with something heavy, by the motion that has it."""
_SITTING = ("read", "drink", "play music", "phone")
"""What is done sitting with what there is for it."""
_HANGING = ("hang", "dangle", "swing")
_MANY = 3
"""From so many kinds on, those of whom nothing is said stay where they are, side by side."""


def bonds(scene: Scene) -> dict[str, Relation]:
    """Who follows whom, by the follower's id: one each, never in a circle."""
    names = {subject.id: subject.name for subject in scene.subjects}
    cast = {subject.id: subject for subject in scene.subjects}
    found: dict[str, Relation] = {}
    for said in scene.relations:
        relation = said
        if said.kind == "holding" or (said.kind == "under" and names.get(said.object) == "umbrella"):
            relation = Relation(said.object, "holding", said.subject)
        if relation.kind == "holding" and (holder := cast.get(relation.object)) and not _lives(holder):
            relation = replace(relation, kind="beside")  # a burger with fries
        if relation.kind == "in" and names.get(relation.object) in SEATS:
            relation = replace(relation, kind="on")  # an armchair
        follower, leader = relation.subject, relation.object
        hangs = follower in cast and cast[follower].doing in _HANGING and names.get(leader) == "branch"
        if relation.kind == "under" and hangs:
            relation = replace(relation, kind="hanging from")
        if not {follower, leader} <= names.keys() or follower in found:
            continue
        if any(BEINGS.get(names[one], DEFAULT).part for one in (follower, leader)):
            continue
        if BEINGS.get(names[leader], DEFAULT).afar or _is_place(cast[leader], scene):
            continue  # nobody is near it
        if BEINGS.get(names[leader], DEFAULT).middle and cast[follower].count > 1:
            continue  # they are around it
        chain = leader
        while chain in found and chain != follower:
            chain = found[chain].object
        if chain != follower:
            found[follower] = relation
    flier = next((one for one in scene.subjects if _lives(one) and one.id not in found), None)
    for subject in scene.subjects:
        if subject.emoji == _KITE and flier and found.get(subject.id, _HELD).kind == "holding":
            found[subject.id] = Relation(subject.id, "on the string of", flier.id)
    return found


def _is_place(subject: Subject, scene: Scene) -> bool:
    """Whether somebody named what the place shows anyway: a castle that a knight stands before, a village
    that an owl flies over. Who is on or in it needs one to be on or in."""
    if subject.name == "sign" and scene.text and not scene.titled:
        return True  # the letters bring it
    place = vocabulary().places[scene.setting]
    named = subject.name == scene.setting or (subject.said or subject.name) in (*place.words, *place.hints)
    carries = any(
        relation.object == subject.id and relation.kind in ("on", "in", "riding", "holding")
        for relation in scene.relations
    )
    return named and subject.name not in BEINGS and not carries and not subject.doing


def suited(scene: Scene) -> tuple[Subject, ...]:
    """The subjects, doing what their relations have them do: who is ridden goes, who is chased flees."""
    tied = bonds(scene)
    doing = {subject.id: subject for subject in scene.subjects}
    motions = vocabulary().motions
    if len(scene.subjects) >= _MANY:
        for one in scene.subjects:
            if one.doing is None and motions[one.action].speed and one.action != "drive":
                doing[one.id] = replace(one, action="stand")
    for one in scene.subjects:
        if one.doing == "drive" and motions[one.action].gait == "walk" and not _lives(one):
            doing[one.id] = replace(one, action="drive")
    at_surface = vocabulary().is_at(scene.setting, "sea") and scene.setting != "underwater"
    for one in scene.subjects:
        usual = BEINGS.get(one.name, DEFAULT)
        if at_surface and one.action == "swim" and usual.action != "swim" and one.id not in tied:
            doing[one.id] = replace(one, action="bathe")
        elif one.action == "jump" and usual.home in ("underwater", "sea") and one.id not in tied:
            doing[one.id] = replace(one, action="breach")
    for relation in tied.values():
        follower, leader = doing[relation.subject], doing[relation.object]
        match relation.kind:
            case "chasing":
                doing[leader.id] = replace(leader, action=_fleeing(leader))
                doing[follower.id] = replace(follower, action=_fleeing(follower))
            case "behind" if motions[follower.action].speed and leader.action == "stand" and _lives(leader):
                doing[leader.id] = replace(leader, action=follower.action)
            case "riding":
                idle = leader.action == "stand" and _lives(leader)
                doing[leader.id] = replace(leader, action="walk" if idle else leader.action)
                doing[follower.id] = replace(follower, action="ride")
            case "on the string of":
                doing[follower.id] = replace(follower, action="stand")
                if leader.action in ("dance", "fly"):
                    doing[leader.id] = replace(leader, action="stand")
            case "holding":
                doing[follower.id] = replace(follower, action="stand")
            case "on":
                stays = motions[follower.action].keeps or _acts_sitting(follower, leader)
                kept = follower.action if stays else "stand"
                doing[follower.id] = replace(follower, action=kept)
            case "in" if motions[follower.action].speed or follower.action in ("sail", "fly"):
                doing[follower.id] = replace(follower, action="stand")
    for relation in scene.relations:
        gear = doing.get(relation.object)
        who = doing.get(relation.subject)
        if gear and who and relation.kind in ("on", "riding", "holding") and _lives(who):
            doing[who.id] = replace(who, action=_GEAR.get(gear.emoji, who.action))
    for who in tuple(doing.values()):
        if motions[who.action].level and who.count == 1:  # whom they meet meets them
            other = next((one for one in doing.values() if _may_meet(one, who, tied)), None)
            if other is not None:
                doing[other.id] = replace(other, action=who.action)
    cooks = motions["cook"].gesture
    assert cooks is not None
    if any(subject.emoji in cooks.takes and not subject.doing for subject in scene.subjects):
        doing |= {
            name: replace(who, action="cook")
            for name, who in doing.items()
            if who.doing in _COOKING and _lives(who)
        }
    for motion in ("play music", "play keys"):
        instruments = motions[motion].gesture
        assert instruments is not None
        if any(subject.emoji in instruments.takes and not subject.doing for subject in scene.subjects):
            doing |= {
                name: replace(who, action=motion) for name, who in doing.items() if who.doing in _PLAYING
            }
    for who in tuple(doing.values()):
        holds = any(one.kind == "holding" and one.subject == who.id for one in scene.relations)
        deed = "carry" if holds and who.action == "walk" else _HAULING.get(who.doing or "")
        if deed and _has_arms(who) and in_hand([replace(who, action=deed), *doing.values()])[1]:
            doing[who.id] = replace(who, action=deed)
        if who.action == "sit":  # with what else there is in hand
            deed = next(
                (one for one in _SITTING if in_hand([replace(who, action=one), *doing.values()])[1]), "sit"
            )
            doing[who.id] = replace(who, action=deed)
    acting = [doing[subject.id] for subject in scene.subjects]
    _, taken = in_hand(acting)
    return tuple(one for one in acting if one.id in taken or not _is_place(one, scene))


def _has_arms(subject: Subject) -> bool:
    return BEINGS.get(subject.name, DEFAULT).rig == "biped" and subject.name not in FUR


def _acts_sitting(follower: Subject, seat: Subject) -> bool:
    """Whether somebody does with their hands, on a seat, what they do."""
    motion = vocabulary().motions[follower.action]
    return seat.name in SEATS and _lives(follower) and bool(motion.gesture) and not motion.speed


def ashore(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """The subjects where there is no water: ducks walk there."""
    return tuple(
        replace(one, action="walk" if one.doing else "stand") if one.action == "sail" and _lives(one) else one
        for one in subjects
    )


def _may_meet(one: Subject, who: Subject, tied: dict[str, Relation]) -> bool:
    stays = one.action == BEINGS.get(one.name, DEFAULT).action
    return one is not who and not one.doing and stays and _lives(one) and one.id not in tied


def in_hand(subjects: Sequence[Subject]) -> tuple[dict[str, str], set[str]]:
    """What is taken in hand for a deed, by the id of who does it, and the ids of those that are."""
    hands: dict[str, str] = {}
    taken: set[str] = set()
    for who in subjects:
        gesture = vocabulary().motions[who.action].gesture
        found = next((s for s in subjects if gesture and s.emoji in gesture.takes and not s.doing), None)
        if found is not None and found is not who:
            hands[who.id] = found.emoji
            taken.add(found.id)
    return hands, taken


def _lives(subject: Subject) -> bool:
    return subject.character or lives(subject.name if subject.name in BEINGS else subject.emoji)


def _fleeing(subject: Subject) -> str:
    usual = BEINGS.get(subject.name, DEFAULT).action
    if usual in ("fly", "swim", "drive", "sail"):
        return usual
    return "run" if _lives(subject) else "roll"
