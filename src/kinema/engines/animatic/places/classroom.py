"""A classroom: a blackboard, a map, a clock that ticks, and desks in a row."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.kit import RATE, ROOM_TONE, Place, Scene, Setup, Stage, Track, decay, place
from kinema.engines.animatic.scenery.fittings import board, chart
from kinema.engines.animatic.scenery.furnishings import (
    chair,
    clock,
    plant,
    shelves,
    table,
    textbooks,
    tube,
)
from kinema.engines.animatic.scenery.interior import COOL, Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((232, 222, 190), (206, 222, 212), (226, 214, 206)),
    ground=(172, 128, 88),
    window=Window(0.56, sill=0.24, wide=0.46, high=0.36, bars=(3, 2)),
    against=(
        Furnishing(board, -0.30, 0.24),
        Furnishing(clock, 0.18, 0.52),
        Furnishing(chart, 0.16, 0.22),
        Furnishing(shelves(0.22, 0.20), -0.80),
        Furnishing(plant(0.14), -0.84, 0.21),
        Furnishing(tube, -0.40, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
        Furnishing(tube, 0.34, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
    ),
    standing=(
        Furnishing(table(0.26, 0.17, (204, 160, 108), textbooks), -0.68),
        Furnishing(chair((90, 132, 168)), -0.68),
        Furnishing(table(0.26, 0.17, (204, 160, 108), textbooks), 0.68),
        Furnishing(chair((90, 132, 168)), 0.68),
        Furnishing(table(0.26, 0.17, (204, 160, 108), textbooks), 0.34),
        Furnishing(chair((90, 132, 168)), 0.34),
    ),
    near=(Furnishing(chair((120, 90, 66)), -0.42),),
    lamp=COOL,
    dim=0.66,
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


def ticking(track: Track, scene: Scene, rng: np.random.Generator) -> None:  # noqa: ARG001
    """The clock on the wall, once a second."""
    t = np.arange(int(0.03 * RATE), dtype=np.float32) / RATE
    for n in range(len(track) // RATE):
        tone = np.sin(2 * np.pi * (2300 if n % 2 else 2700) * t) * decay(len(t), 0.0005, 0.006)
        place(track, tone.astype(np.float32), n + 0.4, 0.020, 0.3)


PLACE = Place(
    name="classroom",
    words=(
        "classroom", "lecture hall", "school classroom", "at school", "kindergarten", "preschool",
        "daycare", "schoolroom", "chalkboard", "blackboard", "教室", "教室里", "课堂", "讲台", "自习室",
        "课桌前", "幼儿园", "学校里",
    ),
    hints=("黑板",),
    build=build,
    bed=ROOM_TONE,
    life=ticking,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
