"""A lake: still water with mountains and firs in it twice; in winter its ice."""

from __future__ import annotations

from kinema.engines.animatic.kit import Bed, Place, Setup, Stage, waterside, wildlife

LAPPING = Bed(((120, -14), (350, -4), (800, 0), (2200, -14), (6000, -28)), level=0.030, period=4.3, depth=0.5)


def build(setup: Setup) -> Stage:
    """Seen from the shore, or on the ice where it snows or somebody skates."""
    skated = any(subject.action == "skate" for subject in setup.scene.subjects)
    frozen = skated or setup.weather.lies == "snow"
    return waterside(setup, shore=0.58, mountains=True, firs=True, ripple=0.32, frozen=frozen)


PLACE = Place(
    name="lake",
    words=(
        "lake", "lakeside", "pond", "frozen lake", "lakeshore", "lake shore", "duck pond", "lily pond",
        "koi pond", "lotus pond", "ice rink", "湖", "湖面", "湖边", "池塘", "湖上", "湖中", "湖心", "湖畔",
        "湖泊", "西湖", "荷花池", "莲花池", "荷塘",
    ),
    build=build,
    bed=LAPPING,
    life=wildlife,
    broader="sea",
)  # fmt: skip
