"""A library: shelves to the ceiling, a table with a lamp, a high window between them."""

from __future__ import annotations

from kinema.engines.animatic.kit import HUSH, Place, Setup, Stage
from kinema.engines.animatic.scenery.furnishings import chair, floor_lamp, shelves, table, textbooks
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((186, 164, 130), (150, 132, 116), (170, 176, 160)),
    ground=(140, 92, 62),
    window=Window(0.26, sill=0.20, wide=0.30, high=0.60, bars=(2, 4)),
    against=(
        Furnishing(shelves(0.42, 0.86, (124, 82, 54)), -0.22),
        Furnishing(shelves(0.42, 0.86, (124, 82, 54)), -0.68),
        Furnishing(shelves(0.50, 0.86, (124, 82, 54)), 0.74),
    ),
    standing=(
        Furnishing(table(0.46, 0.19, (116, 76, 50), textbooks), 0.52),
        Furnishing(chair((104, 68, 46)), 0.40),
        Furnishing(floor_lamp, -0.46, lights=((0.0, 0.43, 1.0),)),
    ),
    near=(Furnishing(shelves(0.30, 0.30, (110, 72, 48)), -0.58),),
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="library",
    words=(
        "library", "bookstore", "bookshop", "bookshelf", "bookshelves", "bookcase", "archive", "study room",
        "reading room", "library aisle", "图书馆", "书店", "书房", "阅览室", "书架", "书架间", "档案室",
        "图书馆里", "藏书阁",
    ),
    build=build,
    bed=HUSH,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
