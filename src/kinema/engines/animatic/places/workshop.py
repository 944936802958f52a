"""A workshop: tools on the wall, a bench with a vice, planks, a window over it all."""

from __future__ import annotations

from kinema.engines.animatic.kit import ROOM_TONE, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import tools
from kinema.engines.animatic.scenery.furnishings import hanging, shelves, table, textbooks
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((176, 150, 122), (150, 146, 140), (190, 172, 146)),
    ground=(128, 108, 90),
    window=Window(0.46, sill=0.28, wide=0.46, high=0.32, bars=(4, 3)),
    against=(
        Furnishing(tools, -0.36),
        Furnishing(shelves(0.26, 0.40, (140, 106, 74)), 0.84),
        Furnishing(hanging((70, 96, 84)), -0.30, 0.64, lights=((0.0, 0.0, 1.0),)),
        Furnishing(hanging((70, 96, 84)), 0.40, 0.64, lights=((0.0, 0.0, 0.8),)),
    ),
    standing=(Furnishing(table(0.40, 0.17, (160, 116, 74), textbooks), 0.60),),
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="workshop",
    words=(
        "workshop", "garage", "warehouse", "garden shed", "blacksmith's forge", "smithy", "woodshop",
        "carpenter's shop", "carpentry shop", "pottery studio", "potting shed", "watchmaker's shop",
        "clock shop", "tool shed", "auto shop", "工作室", "车库", "车间", "作坊", "木工房", "铁匠铺",
        "修车厂", "修理店", "汽修厂", "裁缝铺", "仓库", "工坊",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
