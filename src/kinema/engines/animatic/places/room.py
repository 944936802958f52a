"""A living room: a sofa, pictures, books, a lamp; and a hearth that burns where fire is named."""

from __future__ import annotations

from kinema.engines.animatic.kit import ROOM_TONE, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import fireplace
from kinema.engines.animatic.scenery.furnishings import (
    clock,
    floor_lamp,
    picture,
    plant,
    rug,
    shelves,
    sofa,
)
from kinema.engines.animatic.scenery.hearth import Fire
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

COVERS = ((176, 88, 74), (84, 118, 138), (112, 132, 92), (196, 156, 92))


def build(setup: Setup) -> Stage:
    """A living room by the light of its window, of its lamp, or of its hearth."""
    rng = setup.rng
    cover = COVERS[int(rng.integers(len(COVERS)))]
    drapes = COVERS[int(rng.integers(len(COVERS)))]
    if setup.scene.light == "fire":
        wall = (
            Furnishing(fireplace, -0.34, lights=((0.0, 0.08, 0.6),), moves=Fire),
            Furnishing(clock, -0.70, 0.42),
            Furnishing(picture(0.11, 0.14), -0.84, 0.36),
        )
        seats = (
            Furnishing(sofa(cover), -0.94),
            Furnishing(floor_lamp, 0.10, lights=((0.0, 0.43, 0.35),)),
        )
    else:
        wall = (
            Furnishing(shelves(0.30, 0.50), -0.06),
            Furnishing(picture(0.20, 0.15), -0.46, 0.37),
            Furnishing(picture(0.11, 0.14), -0.66, 0.36),
        )
        seats = (
            Furnishing(sofa(cover), -0.60),
            Furnishing(floor_lamp, -0.24, lights=((0.0, 0.43, 1.0),)),
        )
    room = Interior(
        walls=((222, 204, 176), (186, 200, 192), (214, 186, 170), (196, 202, 216)),
        ground=(176, 122, 80),
        window=Window(0.42, sill=0.20, wide=0.40, high=0.40, curtains=drapes),
        against=(*wall, Furnishing(plant(0.40), 0.80)),
        standing=(Furnishing(rug(drapes, 0.46), 0.02), *seats),
        near=(Furnishing(plant(0.22), 0.60),),
    )
    return interior(setup, room)


PLACE = Place(
    name="room",
    words=(
        "room", "living room", "indoors", "house interior",
        "sofa", "couch", "studio",
        "shop", "supermarket",
        "greenhouse", "church", "chapel", "cathedral",
        "elevator", "spaceship interior", "museum", "hallway", "corridor", "attic",
        "basement", "bathroom", "fireplace", "windowsill", "crypt", "rocking chair",
        "factory", "laundromat", "gallery",
        "房间", "客厅", "室内", "屋里",
        "屋内", "沙发", "窗台", "壁炉", "商店", "超市", "温室",
        "教堂", "博物馆", "走廊", "浴室", "地下室", "窗外",
    ),
    hints=(
        "window", "ceiling", "curtains", "indoor", "radiator", "heater", "bookshelf", "bookcase",
        "mantelpiece", "dresser", "桌上", "桌子", "窗前", "暖气",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    indoors=True,
)  # fmt: skip
