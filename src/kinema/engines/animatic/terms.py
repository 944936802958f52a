"""Terms: what the vocabulary of the engine is made of. Each says of one place, motion, weather, style or
look all that there is to say: in which words it is asked for, how it is drawn and how it sounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, cast, get_args

from kinema.engines.animatic.darkroom.grade import Grade
from kinema.engines.animatic.gesture import Gesture
from kinema.engines.animatic.lexicon.direction import CAMERAS
from kinema.engines.animatic.sound.beds import Bed
from kinema.media.film import FPS

if TYPE_CHECKING:
    import numpy as np

    from kinema.engines.animatic.actors.actor import Actor
    from kinema.engines.animatic.actors.body import Body
    from kinema.engines.animatic.actors.brush import Canvas
    from kinema.engines.animatic.actors.wardrobe import Clothes
    from kinema.engines.animatic.light import Light
    from kinema.engines.animatic.performance import Performance, Pose
    from kinema.engines.animatic.raster import Colour, Raster
    from kinema.engines.animatic.scene import Scene
    from kinema.engines.animatic.sound.tone import Track
    from kinema.engines.animatic.stage import Element, Floor, Setup, Stage

Gait = Literal[
    "stand", "walk", "run", "dance", "jump", "fly", "swim", "float", "sleep", "surf", "ride", "roll", "glide"
]
"""How bodies hold their limbs: each of them knows these."""
Chords = Literal["bright", "wistful", "grand", "open", "dark"]
"""Moods of the music."""
Lying = Literal["", "wet", "snow", "leaves"]
Lane = Literal["", "road", "path"]
Footing = Literal["ground", "air", "water"]
Part = Literal[
    "skin",
    "iris",
    "hair",
    "cut",
    "beard",
    "eyes",
    "hat",
    "legs",
    "body",
    "over",
    "apron",
    "neck",
    "chest",
    "feet",
    "hands",
]
"""What a look is on, in the order in which they are put on; each has one at most."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """Something that can be asked for. `words` are English ones in lower case (verbs in their base form:
    their other forms follow) and Chinese ones; no word may ask for two terms of a kind."""

    kind: ClassVar[str]
    """What a word of it says something of, in the lexicon."""

    name: str
    words: tuple[str, ...]

    functions: ClassVar[tuple[str, ...]] = ()
    """The fields that are called; those that may be None may be left out."""

    def problem(self) -> str | None:
        """What is wrong with its fields, in words; None where nothing is."""
        name, words = cast("tuple[object, object]", (self.name, self.words))  # whatever somebody put there
        if not (isinstance(name, str) and name and name == name.strip().lower()):
            return f"its name must be in lower case, not {name!r}"
        if not isinstance(words, tuple):
            return f"its words must be a tuple, not {words!r}"
        for word in words:
            if not (isinstance(word, str) and word and word == word.strip().casefold()):
                return f"its words must be in lower case, without spaces around them, not {word!r}"
        needed = {field.name for field in fields(self) if field.default is MISSING}
        for name in self.functions:
            value = getattr(self, name)
            if not callable(value) and (value is not None or name in needed):
                return f"its {name} must be a function, not {value!r}"
        return None


@dataclass(frozen=True, kw_only=True)
class Place(Term):
    """Where a scene plays. `hints` are words that count where no word names a place outright."""

    kind: ClassVar[str] = "setting"
    functions: ClassVar[tuple[str, ...]] = ("build", "life", "light")

    build: Callable[[Setup], Stage]
    """Draws what stands still."""
    bed: Bed
    """What is heard when nothing happens."""
    life: Callable[[Track, Scene, np.random.Generator], None] | None = None
    """Adds who else is heard to a stereo track."""
    light: Callable[[Light], Light] | None = None
    """What the place makes of the hour's and the weather's light."""
    hints: tuple[str, ...] = ()
    broader: str = ""
    """The place that it is a kind of, if any: what goes with that one goes with it."""
    indoors: bool = False
    """Whether no weather comes in."""
    nightly: bool = False
    """Whether it is night there where no hour is named."""

    def problem(self) -> str | None:
        """What is wrong with its fields."""
        bed = None if isinstance(self.bed, Bed) else f"its bed must be a Bed, not {self.bed!r}"
        return super().problem() or bed


class Traces(NamedTuple):
    """What is drawn behind and before somebody because of their motion."""

    behind: Sequence[Element] = ()
    before: Sequence[Element] = ()


class Prop(NamedTuple):
    """A body that goes wherever somebody goes: how `tall` it is in their heights, how much of their lean it
    takes part in, and whether it is drawn before (1) or behind (-1) them."""

    name: str
    body: Body
    tall: float
    sway: float
    layer: int


@dataclass(frozen=True, kw_only=True)
class Motion(Term):
    """What a subject does, drawn as itself."""

    kind: ClassVar[str] = "action"
    functions: ClassVar[tuple[str, ...]] = ("pose", "sound", "traces", "props")

    pose: Callable[[Performance, float], Pose]
    """Where one who does it is at a moment in seconds, and how. It neither leaps nor ends where the shot
    does: an extension goes on."""
    gait: Gait = "stand"
    gesture: Gesture | None = None
    """What hands and heads do, and with what."""
    level: bool = False
    """Whether all of a group stand on one line, to meet."""
    footing: Footing = "ground"
    """What carries those who do it; on `water` they are where the stage has some."""
    sunk: float = 0.0
    """How much of a body is under the water that carries it, in its heights."""
    rises: bool = False
    """Whether it leaves the ground for good, and the frame with it: the camera keeps its distance."""
    speed: float = 0.0
    """Short sides a second that a tracking camera goes with them; 0 is no way to get anywhere."""
    runs_on: Lane = ""
    """What those who do it on wheels have under them where the place has no street."""
    steps: float = 0.0
    """How often a second feet touch the ground."""
    footfalls: float = 1.0
    """How often they do so in one unit of a pose's phase: where that many of them are a whole number."""
    leap: float = 0.0
    """How long feet are off the ground in the one leap of a long shot, in seconds."""
    kick: tuple[float, float] = (0.25, 0.0)
    """How much feet throw up of snow, sand or water (0 to 1), and how fast backwards, in short sides a
    second."""
    keeps: bool = False
    """Whether one goes on with it on top of something."""
    sound: Callable[[Track, Performance, np.random.Generator], None] | None = None
    """Adds what it sounds like to a stereo track; None is steps."""
    traces: Callable[[Setup, Stage, Actor], Traces] | None = None
    props: Callable[[], Sequence[Prop]] | None = None
    camera: str | None = None
    """The camera move that suits it, one of the lexicon's `CAMERAS`."""
    music: Chords | None = None
    """The chords that suit it."""
    lively: bool = False
    """Whether the music has a beat."""
    home: str = ""
    """The place where it is done, where none is named."""
    weather: str = ""
    """The weather in which it is done in other places, where none is named."""

    def problem(self) -> str | None:
        """What is wrong with its fields."""
        for name, value, known in (
            ("gait", self.gait, get_args(Gait)),
            ("footing", self.footing, get_args(Footing)),
            ("runs_on", self.runs_on, get_args(Lane)),
            ("camera", self.camera, (None, *CAMERAS)),
            ("music", self.music, (None, *get_args(Chords))),
        ):
            if value not in known:
                return f"its {name} must be one of {', '.join(filter(None, known))}, not {value!r}"
        gesture = cast("object", self.gesture)
        acted = (
            None if isinstance(gesture, Gesture | None) else f"its gesture must be a Gesture, not {gesture!r}"
        )
        return super().problem() or acted


@dataclass(frozen=True, kw_only=True)
class Weather(Term):
    """What falls, drifts or shines in the air."""

    kind: ClassVar[str] = "weather"
    functions: ClassVar[tuple[str, ...]] = ("air", "backdrop", "sky", "light", "sound")

    vague: int = 0
    """The more, the more readily it gives way to another weather that the prompt asks for too."""

    air: Callable[[Setup, Floor | None, float], Sequence[Element]] | None = None
    """What is drawn over everything, coming in over some seconds; without a floor, over a picture whose
    ground nobody knows, nothing may splash."""
    backdrop: Callable[[Setup], Sequence[Element]] | None = None
    """What hangs between the scenery and the subjects."""
    sky: Callable[[Setup], Sequence[Element]] | None = None
    """What is seen in the sky, behind all scenery."""
    light: Callable[[Light, str], Light] | None = None
    """What it makes of the light of an hour: dawn, day, sunset or night."""
    veils: bool = False
    """Whether the sun's disc cannot be seen through it."""
    wind: float = 0.1
    """How hard the wind blows, 0 to 1: from 0.2 on, plants bend."""
    lies: Lying = ""
    """What it leaves on the ground."""
    grey: float = 0.0
    """How much colour it takes from a film that somebody brought."""
    bed: Bed | None = None
    sound: Callable[[Track, np.random.Generator], None] | None = None
    """Adds what is heard of it besides its bed."""
    home: str = ""
    """The place that goes with it, where none is named and no subject has one."""
    nightly: bool = False
    """Whether it is seen by night."""

    def problem(self) -> str | None:
        """What is wrong with its fields."""
        if self.lies not in get_args(Lying):
            return (
                f"what lies on the ground must be one of {', '.join(get_args(Lying)[1:])}, not {self.lies!r}"
            )
        bed = None if isinstance(self.bed, Bed | None) else f"its bed must be a Bed, not {self.bed!r}"
        return super().problem() or bed


@dataclass(frozen=True, kw_only=True)
class Style(Term):
    """What a finished picture looks like."""

    kind: ClassVar[str] = "style"

    functions: ClassVar[tuple[str, ...]] = ("scenery", "body", "bits")

    grade: Grade
    scenery: Callable[[Raster, float], Raster] | None = None
    """What still scenery is made of: takes its art, premultiplied RGBA, and the short side in pixels. Called
    once for each layer."""
    body: Callable[[Raster, Light, float, float], Raster] | None = None
    """What a body is made of: takes its art, the light, the side it comes from (-1 left to 1 right) and the
    short side in pixels; None is a rounded form. Called for every frame."""
    bits: Callable[[Raster, float], Raster] | None = None
    """What flakes, drops, leaves and puffs of smoke are made of: takes art of them, premultiplied RGBA, and
    the short side in pixels; None is as a film shows them."""
    lens: bool = True
    """Whether it is seen through a lens: what is not in focus is softer in the finer quality."""
    rate: int = FPS
    """How often a second the world moves on."""
    vague: int = 0
    """The more, the more readily it gives way to another style that the prompt asks for too."""

    def problem(self) -> str | None:
        """What is wrong with its fields."""
        grade = None if isinstance(self.grade, Grade) else f"its grade must be a Grade, not {self.grade!r}"
        return super().problem() or grade


Draw = Callable[["Canvas", "Colour", "Clothes"], None]
"""Draws a look in its colour, on somebody who has these clothes on."""


@dataclass(frozen=True, kw_only=True)
class Look(Term):
    """What somebody has on, or what grows on them. What it draws is drawn as seen from the front; `Draw` says
    where."""

    kind: ClassVar[str] = "look"
    functions: ClassVar[tuple[str, ...]] = ("wear", "behind", "face", "crown", "chest", "round")

    part: Part
    colour: Colour | None = None
    """That which it has where none is said; None is that of one's hair."""
    tones: Mapping[str, Colour] = field(default_factory=dict)
    """What names of colours mean of it, where that is not what they mean of clothes."""
    hues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that say its colour with it: "blonde"."""
    qualities: tuple[str, ...] = ()
    """Words before another look of its part that ask for it: it is "curly" hair."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """Artwork of heads in the place of which it has others: short hair that of whose hair is long."""
    wear: Callable[[Clothes, Colour], Clothes] | None = None
    """What it makes of the clothes that somebody has on."""
    behind: Draw | None = None
    """What of it is behind the head, and seen whole from behind; about the chin, the head one unit high."""
    face: Draw | None = None
    """What of it is on the face; as before, with eyes 0.14 to each side and 0.48 up."""
    crown: Draw | None = None
    """What of it is on the head, and seen from all sides."""
    chest: Draw | None = None
    """What of it is on the chest and below; about the neck, the trunk one unit long and 0.9 wide."""
    round: Draw | None = None
    """What of it is round the neck or the trunk, and seen from all sides; as before."""

    def problem(self) -> str | None:
        """What is wrong with its fields."""
        if self.part not in get_args(Part):
            return f"its part must be one of {', '.join(get_args(Part))}, not {self.part!r}"
        return super().problem()
