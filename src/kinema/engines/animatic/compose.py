"""Composition: which stage, which actors at which places, which weather in the air, which camera."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.train import CHIMNEY
from kinema.engines.animatic.bonds import ashore, suited
from kinema.engines.animatic.camera import Move
from kinema.engines.animatic.framing import Framing, framed
from kinema.engines.animatic.layer import made_of
from kinema.engines.animatic.lettering import sign, title
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT
from kinema.engines.animatic.parse import usual_camera
from kinema.engines.animatic.particles import air, backdrop
from kinema.engines.animatic.particles.kicked import COLOURS, Kicked
from kinema.engines.animatic.particles.shining import SOURCES, Shine, Spotlight
from kinema.engines.animatic.particles.steam import Steam
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.scenery.footage import Relight
from kinema.engines.animatic.scenery.heavens import Sky
from kinema.engines.animatic.scenery.lamplight import Lamplight, darkness
from kinema.engines.animatic.scenery.plate import Plate
from kinema.engines.animatic.scenery.roads import OPEN, road
from kinema.engines.animatic.scenery.shafts import Shafts
from kinema.engines.animatic.scenery.tracks import tracks
from kinema.engines.animatic.sound.players import Player, seen
from kinema.engines.animatic.stage import Element, Lamp, Setup, Stage
from kinema.engines.animatic.staging import Staging
from kinema.engines.animatic.terms import Traces
from kinema.engines.animatic.vocabulary import vocabulary

_UNPAVED = ("sand", "dry")
"""Floors where roads are tracks."""


@dataclass(frozen=True)
class Film:
    """Everything that a film is drawn from, in drawing order, and what its sound needs to know."""

    elements: tuple[Element, ...]
    framing: Framing
    players: tuple[Player, ...]
    surface: str


def compose(setup: Setup) -> Film:
    """Put the scene together."""
    scene = setup.scene
    subjects = suited(scene)
    drawn = replace(setup, scene=replace(scene, subjects=subjects))
    stage = vocabulary().places[scene.setting].build(drawn.own())
    shown = _shown(stage, indoors=vocabulary().places[scene.setting].indoors)
    subjects = tuple(one for one in subjects if BEINGS.get(one.name, DEFAULT).part not in shown)
    if "water" not in shown:
        subjects = ashore(subjects)
    speed = max((vocabulary().motions[subject.action].speed for subject in subjects), default=0.0)
    camera = scene.camera
    if "camera" in scene.guessed and usual_camera(subjects) == "tracking":
        camera = "tracking"  # what they stand to each other has them go somewhere
    tracked = camera == "tracking" and speed > 0 and not stage.walled
    actors = Staging(setup, stage, subjects, tracked=tracked).actors()
    direction = actors[0].performance.facing if actors else 1.0
    if camera == "tracking" and not tracked:
        camera = "pan" if direction > 0 else "pan left"
    move = Move(camera, setup.seconds, speed * direction, 0.8 if setup.size.is_portrait else 1.0, stage.tilt)
    framing = _framed(setup, actors, move)
    passing = speed if tracked else 0.0
    sources = [actor for actor in actors if actor.name in SOURCES]
    shining = {id(actor): Shine(setup, actor, len(sources)) for actor in sources}
    lamplight = _lamplight(setup, stage, actors, list(shining.values()))
    played = [
        element
        for actor in actors
        for element in _with_traces(setup, stage, actor, passing, shining.get(id(actor)))
    ]
    elements = (
        *made_of([*stage.behind, *_roads(setup, stage, actors)], setup),
        *backdrop(setup.own()),
        *made_of(sign(setup, stage.floor), setup),
        *lamplight,
        *_beams(setup, stage, actors),
        *played,
        *made_of(stage.front, setup),
        *air(setup, stage.floor),
        *title(setup, stage.floor),
    )
    players = tuple(seen(actor.name, actor.performance, framing) for actor in actors)
    return Film(elements, framing, players, stage.floor.surface)


def compose_over(setup: Setup, picture: Raster) -> Film:
    """A film that begins as a picture: the picture, and the prompt's weather coming in over it."""
    fade_in = min(1.6, setup.seconds * 0.5)
    elements: list[Element] = [Plate(setup, picture), *air(setup, None, fade_in), *title(setup, None)]
    return Film(tuple(elements), Framing(Move("static", setup.seconds)), (), "none")


def compose_footage(setup: Setup, footage: Element) -> Film:
    """A film that somebody brought: its frames, or the one that it is gone on from, in the light of the hour
    and the weather that were asked for, and the weather over them, there from the first frame on."""
    scene = setup.scene
    weather = air(setup, None) if scene.weather != "clear" or scene.mood == "dreamy" else []
    elements: list[Element] = [footage, Relight(setup), *weather, *title(setup, None)]
    return Film(tuple(elements), Framing(Move("static", setup.seconds)), (), "none")


def _shown(stage: Stage, *, indoors: bool) -> set[str]:
    """What there is of which a subject may be a part: the sky shows the sun, the water its waves."""
    sky = {"sky"} if indoors or any(isinstance(part, Sky) for part in stage.behind) else set()
    wet = stage.water is not None or stage.floor.surface == "water"
    return sky | ({"water"} if wet else set())


def _framed(setup: Setup, actors: list[Actor], move: Move) -> Framing:
    """The move, framed for the first subject of the prompt."""
    scene, unit = setup.scene, setup.unit
    star = next((actor for actor in actors if actor.name == scene.subjects[0].name), None)
    if star is None:
        return Framing(move)
    return framed(
        move,
        shot=scene.shot,
        free="camera" in scene.guessed,
        subject=star.performance,
        tall=star.height / unit,
        middle=(star.line - 0.5 * star.height - setup.size.height / 2) / unit,
    )


def _roads(setup: Setup, stage: Stage, actors: list[Actor]) -> list[Element]:
    """What wheels need where the place has none."""
    surface = stage.floor.surface
    wanted = {
        actor.performance.motion.runs_on
        for actor in actors
        if actor.performance.grounded and actor.name != "train"
    } - {""}
    if not wanted or surface not in OPEN:
        return []
    return [road(setup.own(), stage.floor.line, paved="road" in wanted and surface not in _UNPAVED)]


def _beams(setup: Setup, stage: Stage, actors: list[Actor]) -> list[Element]:
    """Light that can be seen itself, where the prompt speaks of it, or the finer quality finds the sun."""
    if setup.scene.light == "spotlight" and actors:
        return [Spotlight(setup, actors[0])]
    if setup.scene.light == "shafts" and stage.rays:
        return [Shafts(setup.own(), stage.floor.horizon, 0.36)]
    if setup.fine and setup.sunlit and stage.rays:
        return [Shafts(setup.own(), stage.floor.horizon, 0.20)]
    return []


def _lamplight(setup: Setup, stage: Stage, actors: list[Actor], shining: list[Shine]) -> list[Element]:
    """What the lamps of the place, and those that somebody has, show of the ground and of everybody else."""
    lamps: list[Lamp] = [*stage.lamps, *shining]
    if not lamps or not darkness(setup.light):
        return []
    lamplight = Lamplight(setup, lamps)
    for actor in actors:
        if actor.name not in SOURCES:
            actor.lamps = lamplight
    return [lamplight]


def _with_traces(
    setup: Setup, stage: Stage, actor: Actor, passing: float, shine: Shine | None
) -> list[Element]:
    """An actor, with what it runs on, what it gives off and what it leaves behind; `passing` is the speed of
    a tracking camera."""
    performance, surface = actor.performance, actor.surface
    motion = performance.motion
    traces = motion.traces(setup, stage, actor) if motion.traces else Traces()
    played: list[Element] = [*traces.behind, actor]
    if actor.name == "train" and not performance.airy:
        played.insert(0, tracks(setup, actor.line, bridged=stage.track is not None))
        played.append(Steam(setup, actor, CHIMNEY, passing))
    if shine:
        played.append(shine)
    played += traces.before
    if surface in COLOURS and performance.grounded:
        played.append(Kicked(setup, performance, surface, actor.line, passing))
    return played
