"""A hospital ward: a bed, a drip, a monitor, and much light."""

from __future__ import annotations

from kinema.engines.animatic.kit import ROOM_TONE, Place, Setup, Stage
from kinema.engines.animatic.scenery.fittings import cabinet, sick_bed
from kinema.engines.animatic.scenery.furnishings import chair, clock, tube
from kinema.engines.animatic.scenery.interior import COOL, Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((218, 232, 230), (226, 230, 236), (232, 230, 216)),
    ground=(170, 196, 196),
    window=Window(0.46, sill=0.24, wide=0.46, high=0.36, curtains=(176, 214, 212)),
    against=(
        Furnishing(clock, 0.02, 0.50),
        Furnishing(cabinet((206, 216, 220)), 0.84),
        Furnishing(tube, -0.40, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
        Furnishing(tube, 0.34, 0.62, lights=((-0.1, 0.0, 0.4), (0.1, 0.0, 0.4))),
    ),
    standing=(
        Furnishing(sick_bed, -0.38),
        Furnishing(chair((120, 170, 178)), 0.62),
    ),
    laid="tiles",
    lamp=COOL,
    dim=0.74,
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


PLACE = Place(
    name="hospital",
    words=(
        "hospital", "hospital room", "operating room", "operating theatre", "waiting room",
        "doctor's office", "clinic", "dental clinic", "intensive care", "vet clinic", "veterinary clinic",
        "nursing home", "hospital bed", "hospital ward", "emergency room", "病房", "医院", "医院里",
        "手术室", "诊所", "手术台", "病床", "急诊室", "敬老院", "养老院",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
