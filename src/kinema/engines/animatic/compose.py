"""Composition: which stage, which actors at which places, which weather in the air, which camera."""

from __future__ import annotations

from dataclasses import dataclass

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.camera import Move
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.motion import Motion
from kinema.engines.animatic.particles import air
from kinema.engines.animatic.particles.exhaust import Exhaust
from kinema.engines.animatic.particles.kicked import COLOURS, Kicked
from kinema.engines.animatic.particles.wake import Wake
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.scenery import build
from kinema.engines.animatic.scenery.footage import Relight
from kinema.engines.animatic.scenery.plate import Plate
from kinema.engines.animatic.stage import Element, Setup, Stage

_SPEEDS = {"run": 0.95, "drive": 1.1, "walk": 0.32}
_AIRY = frozenset(("fly", "float", "fall", "swim"))


@dataclass(frozen=True)
class Film:
    """Everything that a film is drawn from, in drawing order, and what its sound needs to know."""

    elements: tuple[Element, ...]
    move: Move
    motions: tuple[Motion, ...]
    surface: str


def compose(setup: Setup) -> Film:
    """Put the scene together."""
    stage = build(setup)
    scene = setup.scene
    speed = max((_SPEEDS.get(subject.action, 0.0) for subject in scene.subjects), default=0.0)
    camera = scene.camera
    if camera == "tracking" and not speed:
        camera = "pan"
    actors = _actors(setup, stage, tracked=camera == "tracking")
    direction = actors[0].motion.facing if actors else 1.0
    move = Move(camera, setup.seconds, speed * direction, 0.8 if setup.size.is_portrait else 1.0, stage.tilt)
    actors.sort(key=lambda actor: actor.line)
    played: list[Element] = []
    for actor in actors:
        if actor.motion.action == "launch":
            played.append(Exhaust(setup, actor))
        played.append(actor)
        if actor.motion.action == "sail" and stage.floor.surface == "water":
            played.append(Wake(setup, actor))
        if stage.floor.surface in COLOURS and not actor.motion.airy:
            played.append(
                Kicked(
                    setup,
                    actor.motion,
                    stage.floor.surface,
                    actor.line,
                    move.speed if camera == "tracking" else 0.0,
                )
            )
    elements = (*stage.behind, *played, *stage.front, *air(setup, stage.floor))
    return Film(elements, move, tuple(actor.motion for actor in actors), stage.floor.surface)


def compose_over(setup: Setup, picture: Raster) -> Film:
    """A film that begins as a picture: the picture, and the prompt's weather coming in over it."""
    fade_in = min(1.6, setup.seconds * 0.5)
    elements: list[Element] = [Plate(setup, picture), *air(setup, None, fade_in)]
    return Film(tuple(elements), Move("static", setup.seconds), (), "none")


def compose_footage(setup: Setup, footage: Element, *, hour: bool) -> Film:
    """A film that somebody brought: its frames, in the light of another `hour` where one was asked for, and
    the weather over them, there from the first frame on."""
    scene = setup.scene
    weather = air(setup, None) if scene.weather != "clear" or scene.mood == "dreamy" else []
    elements: list[Element] = [footage, *([Relight(setup, hour=hour)]), *weather]
    return Film(tuple(elements), Move("static", setup.seconds), (), "none")


def _actors(setup: Setup, stage: Stage, *, tracked: bool) -> list[Actor]:
    actors: list[Actor] = []
    for rank, subject in enumerate(setup.scene.subjects):
        actors += [_actor(setup, stage, subject, rank, nth, tracked=tracked) for nth in range(subject.count)]
    return actors


def _actor(setup: Setup, stage: Stage, subject: Subject, rank: int, nth: int, *, tracked: bool) -> Actor:
    being = DEFAULT if subject.character else BEINGS.get(subject.name, DEFAULT)
    floor = stage.floor
    action = subject.action
    afloat = floor.surface == "water" and action in ("sail", "stand", "sleep")
    motion = Motion(
        action,
        float(setup.seconds),
        nth=nth,
        count=subject.count,
        facing=1.0 if rank % 2 == 0 else -1.0,
        reach=setup.size.width / setup.unit / 2,
        tracked=tracked,
        rise=stage.tilt + 0.36 * setup.size.height / setup.unit,
        airy=floor.surface == "none" or (action in _AIRY and not afloat),
        until=setup.span[1],
    )
    crowd = 1.0 if subject.count == 1 else 0.78 if subject.count < 4 else 0.6
    height = 0.44 * being.scale * crowd * setup.unit * (0.8 if rank else 1.0)
    if setup.size.is_portrait:
        height *= 0.84 if being.rig == "quadruped" and subject.action in ("run", "walk") else 1.12
    # Those behind stand higher in the picture and are a little smaller.
    back = (nth % 2) * 0.5 + 0.8 * rank
    depth = (floor.line - floor.horizon) * (0.42 if setup.size.is_portrait else 0.30) * back
    return Actor(
        body(subject, action, setup.cast),
        motion,
        setup,
        floor,
        height * (1 - 0.10 * back),
        floor.line - depth,
    )
