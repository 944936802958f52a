"""The kit: what places, motions, weathers, styles and looks are made with, the engine's own and others'.

`docs/extending-animatic.md` shows an example of each. Lengths of the world are parts of the frame's short
side (`Setup.unit` pixels), colours are RGB of 0 to 255, times are seconds from the film's beginning. Frames
are (height, width, 3) bytes; art to be laid over them is (height, width, 4) bytes, premultiplied. Sound is
float32 (samples, 2) at `RATE`. Chance comes from `Setup.rng`, or from the generator that is handed over, and
from nowhere else: the same request gives the same film.
"""

from __future__ import annotations

from kinema.engines.animatic.actors.brush import Canvas, blob, limb, oval, paint, shape, stroke
from kinema.engines.animatic.actors.wardrobe import Clothes, in_skin
from kinema.engines.animatic.camera import onward
from kinema.engines.animatic.darkroom.bits import clay_bits, paper_bits, pixel_bits, plain_bits, sketch_bits
from kinema.engines.animatic.darkroom.grade import Grade
from kinema.engines.animatic.darkroom.materials import (
    cel_body,
    clay,
    clay_body,
    paper,
    paper_body,
    plain,
    plain_body,
)
from kinema.engines.animatic.darkroom.textures import Texture, canvas, film, pixel, sketch, watercolour
from kinema.engines.animatic.gesture import Gesture, Rising, Spot, Thing
from kinema.engines.animatic.layer import Layer, Veil
from kinema.engines.animatic.light import Light, overcast
from kinema.engines.animatic.particles.drifting import FogBank, Lights, Pieces
from kinema.engines.animatic.particles.falling import Curtain, Sheet, repeated, tile_size
from kinema.engines.animatic.performance import (
    EVENTFUL,
    TEMPO,
    Performance,
    Pose,
    around,
    facing_each_other,
    still,
)
from kinema.engines.animatic.raster import (
    Colour,
    Raster,
    blur,
    fog,
    glow,
    mix,
    noise,
    over,
    premultiplied,
    ramp,
    shine,
    smooth,
    times,
    to_bytes,
)
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.scenery.flora import (
    Plant,
    cactus,
    conifer,
    fill,
    grass,
    palm,
    row,
    trunk,
)
from kinema.engines.animatic.scenery.heavens import MARGIN, heavens, starfield
from kinema.engines.animatic.scenery.mirror import Mirror
from kinema.engines.animatic.scenery.relief import ground, profile, ridge, span
from kinema.engines.animatic.scenery.shafts import Shafts
from kinema.engines.animatic.scenery.trees import broadleaf, bush
from kinema.engines.animatic.sound.beds import BREEZE, HUSH, ROOM_TONE, WAVES, WIND, Bed
from kinema.engines.animatic.sound.strokes import stream, strokes, syllables, voice
from kinema.engines.animatic.sound.tone import (
    RATE,
    Signal,
    Track,
    decay,
    pad,
    place,
    pluck,
    scattered,
    shaped,
    swell,
)
from kinema.engines.animatic.sound.wildlife import birds, bubbling, crickets, gulls, wildlife
from kinema.engines.animatic.stage import Element, Floor, Setup, Shot, Stage
from kinema.engines.animatic.terms import Look, Motion, Place, Prop, Style, Traces, Weather

__all__ = [
    "BREEZE",
    "EVENTFUL",
    "HUSH",
    "MARGIN",
    "RATE",
    "ROOM_TONE",
    "TEMPO",
    "WAVES",
    "WIND",
    "Bed",
    "Canvas",
    "Clothes",
    "Colour",
    "Curtain",
    "Element",
    "Floor",
    "FogBank",
    "Gesture",
    "Grade",
    "Layer",
    "Light",
    "Lights",
    "Look",
    "Mirror",
    "Motion",
    "Performance",
    "Pieces",
    "Place",
    "Plant",
    "Pose",
    "Prop",
    "Raster",
    "Rising",
    "Scene",
    "Setup",
    "Shafts",
    "Sheet",
    "Shot",
    "Signal",
    "Spot",
    "Stage",
    "Style",
    "Texture",
    "Thing",
    "Traces",
    "Track",
    "Veil",
    "Weather",
    "around",
    "birds",
    "blob",
    "blur",
    "broadleaf",
    "bubbling",
    "bush",
    "cactus",
    "canvas",
    "cel_body",
    "clay",
    "clay_bits",
    "clay_body",
    "conifer",
    "crickets",
    "decay",
    "facing_each_other",
    "fill",
    "film",
    "fog",
    "glow",
    "grass",
    "ground",
    "gulls",
    "heavens",
    "in_skin",
    "limb",
    "mix",
    "noise",
    "onward",
    "oval",
    "over",
    "overcast",
    "pad",
    "paint",
    "palm",
    "paper",
    "paper_bits",
    "paper_body",
    "pixel",
    "pixel_bits",
    "place",
    "plain",
    "plain_bits",
    "plain_body",
    "pluck",
    "premultiplied",
    "profile",
    "ramp",
    "repeated",
    "ridge",
    "row",
    "scattered",
    "shape",
    "shaped",
    "shine",
    "sketch",
    "sketch_bits",
    "smooth",
    "span",
    "starfield",
    "still",
    "stream",
    "stroke",
    "strokes",
    "swell",
    "syllables",
    "tile_size",
    "times",
    "to_bytes",
    "trunk",
    "voice",
    "watercolour",
    "wildlife",
]
