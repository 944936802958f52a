"""A river: water that goes by between two green banks, trees and hills on the other side."""

from __future__ import annotations

from kinema.engines.animatic.kit import Bed, Place, Setup, Stage, waterside, wildlife

BROOK = Bed(((150, -16), (500, -6), (1400, 0), (3200, -2), (7000, -12)), level=0.050, period=3.7, depth=0.25)


def build(setup: Setup) -> Stage:
    """Seen from the near bank."""
    return waterside(setup, shore=0.46, mountains=False, firs=False, ripple=0.60)


PLACE = Place(
    name="river",
    words=(
        "river", "riverside", "stream", "riverbank", "river bank", "brook", "creek", "canal", "watering hole",
        "河", "河边", "河面", "过河", "江", "江面", "江上", "小溪", "溪", "河畔", "河岸", "溪边", "江边",
        "江畔",
    ),
    build=build,
    bed=BROOK,
    life=wildlife,
    broader="sea",
)  # fmt: skip
