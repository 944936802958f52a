"""A gym: weights on their rack before a mirror, a punching bag, high windows."""

from __future__ import annotations

from kinema.engines.animatic.kit import ROOM_TONE, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import weights
from kinema.engines.animatic.scenery.furnishings import clock, rug, table, tube
from kinema.engines.animatic.scenery.interior import COOL, Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((196, 200, 204), (150, 160, 170), (206, 190, 170)),
    ground=(120, 112, 108),
    window=Window(0.56, sill=0.36, wide=0.50, high=0.24, view="city", bars=(4, 1)),
    against=(
        Furnishing(weights, -0.34),
        Furnishing(clock, 0.16, 0.50),
        Furnishing(tube, -0.40, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
        Furnishing(tube, 0.34, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
    ),
    standing=(
        Furnishing(rug((70, 110, 150), 0.40), 0.30),
        Furnishing(table(0.34, 0.11, (60, 62, 70)), 0.62),
    ),
    laid="carpet",
    lamp=COOL,
    dim=0.66,
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="gym",
    words=(
        "gym", "boxing gym", "dojo", "yoga studio", "fitness center", "fitness centre", "gymnasium",
        "sports hall", "locker room", "weight room", "ballet studio", "dance studio", "squash court",
        "健身房", "拳击馆", "体育馆", "篮球馆", "瑜伽馆", "道馆", "舞蹈室", "舞蹈教室", "练功房",
        "健身房里",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
