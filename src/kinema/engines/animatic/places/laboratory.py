"""A laboratory: a bench of flasks in all colours, a screen, shelves of bottles."""

from __future__ import annotations

from kinema.engines.animatic.kit import Bed, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import board, cabinet, flasks
from kinema.engines.animatic.scenery.furnishings import screen, shelves, table, tube
from kinema.engines.animatic.scenery.interior import COOL, Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((210, 222, 228), (222, 226, 222), (196, 212, 214)),
    ground=(168, 180, 188),
    window=Window(0.44, sill=0.28, wide=0.48, high=0.32, view="city", bars=(3, 1)),
    against=(
        Furnishing(shelves(0.34, 0.50, (206, 214, 220)), -0.72),
        Furnishing(board, -0.16, 0.24),
        Furnishing(cabinet((170, 186, 196)), 0.84),
        Furnishing(tube, -0.40, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
        Furnishing(tube, 0.34, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
    ),
    standing=(
        Furnishing(table(0.74, 0.21, (226, 230, 234), flasks), -0.54),
        Furnishing(table(0.44, 0.21, (226, 230, 234), screen), 0.58, lights=((0.0, 0.3, 0.35),)),
    ),
    laid="tiles",
    lamp=COOL,
    dim=0.7,
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="laboratory",
    words=(
        "laboratory", "lab", "laboratory bench", "alchemist's lab", "science lab", "chemistry lab",
        "research lab", "实验室", "实验室里", "化学实验室", "研究所里",
    ),
    build=build,
    bed=Bed(((50, -4), (100, 0), (300, -12), (1000, -20), (6000, -30)), 0.022, 9.0, 0.06),
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
