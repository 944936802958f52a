"""An office: desks with screens that glow, a cabinet, a front of glass over the city."""

from __future__ import annotations

from kinema.engines.animatic.kit import Bed, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import cabinet
from kinema.engines.animatic.scenery.furnishings import chair, clock, plant, screen, shelves, table, tube
from kinema.engines.animatic.scenery.interior import COOL, Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import DARK, Furnishing

ROOM = Interior(
    walls=((214, 220, 226), (226, 220, 208), (196, 210, 206)),
    ground=(118, 128, 142),
    window=Window(0.30, sill=0.16, wide=0.86, high=0.46, view="city", bars=(4, 1)),
    against=(
        Furnishing(cabinet((150, 160, 172)), -0.74),
        Furnishing(shelves(0.30, 0.46, (196, 190, 182)), -0.42),
        Furnishing(clock, -0.72, 0.55),
        Furnishing(tube, -0.40, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
        Furnishing(tube, 0.34, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
    ),
    standing=(
        Furnishing(table(0.44, 0.20, (206, 190, 166), screen), 0.52, lights=((0.0, 0.3, 0.35),)),
        Furnishing(chair(DARK), 0.46),
        Furnishing(table(0.44, 0.20, (206, 190, 166), screen), -0.62, lights=((0.0, 0.3, 0.35),)),
        Furnishing(chair(DARK), -0.56),
    ),
    near=(Furnishing(plant(0.20), -0.60),),
    laid="carpet",
    lamp=COOL,
    dim=0.66,
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="office",
    words=(
        "office", "office building interior", "desk", "home office", "cubicle", "call center", "boardroom",
        "meeting room", "conference room", "newsroom", "data center", "data centre", "server room",
        "control room", "open-plan office", "startup office", "coworking space", "at the office", "办公室",
        "办公桌", "办公桌前", "会议室", "工位", "格子间", "办公室里", "写字楼里", "书桌前",
    ),
    build=build,
    bed=Bed(((60, -2), (120, 0), (240, -12), (900, -24), (4000, -34)), 0.022, 9.0, 0.06),
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
