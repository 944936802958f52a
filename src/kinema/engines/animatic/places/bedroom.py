"""A bedroom: a bed with a quilt, a lamp beside it, curtains at the window."""

from __future__ import annotations

from kinema.engines.animatic.kit import ROOM_TONE, Place, Setup, Stage
from kinema.engines.animatic.scenery.furnishings import bed, night_stand, picture, plant, rug, shelves
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((196, 206, 222), (226, 206, 206), (214, 220, 200), (206, 196, 218)),
    ground=(188, 150, 112),
    window=Window(0.30, sill=0.22, wide=0.40, high=0.38, curtains=(120, 136, 178)),
    against=(
        Furnishing(picture(0.22, 0.15), -0.50, 0.40),
        Furnishing(picture(0.10, 0.12), -0.28, 0.42),
        Furnishing(shelves(0.20, 0.46, (206, 190, 166)), 0.76),
    ),
    standing=(
        Furnishing(rug((196, 140, 150), 0.42), 0.10),
        Furnishing(bed((108, 132, 180)), -0.43),
        Furnishing(night_stand, -0.86, lights=((0.0, 0.26, 0.9),)),
    ),
    near=(Furnishing(plant(0.20), 0.66),),
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="bedroom",
    words=(
        "bedroom", "nursery", "hotel room", "motel room", "dormitory", "dorm room", "bedside",
        "her bedroom", "hostel", "in bed", "bunk bed", "卧室", "卧房", "床边", "床头", "床上", "被窝",
        "被窝里", "宿舍", "寝室", "闺房", "洞房", "婚房", "卧室里", "育婴房", "被子里",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
