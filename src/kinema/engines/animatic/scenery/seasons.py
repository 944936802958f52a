"""What the country wears: greens, leaves and flowers in each season."""

from __future__ import annotations

from dataclasses import dataclass

from kinema.engines.animatic.raster import Colour
from kinema.engines.animatic.scenery.flora import Plant
from kinema.engines.animatic.scenery.trees import broadleaf
from kinema.engines.animatic.stage import Setup

FLOWERS: tuple[Colour, ...] = ((255, 236, 120), (250, 250, 255), (240, 110, 140), (190, 130, 230))
WHITE: Colour = (242, 246, 252)
_WOOD: Colour = (92, 68, 52)


@dataclass(frozen=True)
class Season:
    """What a meadow wears: its green, that green in the shade, its leaves and the share of them that is left
    on trees far and near, and its flowers."""

    green: Colour
    deep: Colour
    leaf: Colour
    leafy: tuple[float, float] = (1.0, 1.0)
    flowers: tuple[Colour, ...] = FLOWERS
    snowy: bool = False

    def tree(self, setup: Setup, far: float) -> Plant:
        """A tree at a distance of 0 to 1, lit from the side of the sun."""
        light = setup.light
        side = 1.0 if light.sun_at[0] > 0.5 else -1.0
        leafy = self.leafy[0] if far > 0.3 else self.leafy[1]
        white = light.far(WHITE, far) if self.snowy else None
        return broadleaf(light.far(self.leaf, far), light.far(_WOOD, far), leafy=leafy, snow=white, side=side)


SUMMER = Season((142, 182, 84), (58, 106, 46), (84, 140, 66))
SPRING = Season((150, 192, 92), (66, 120, 54), (246, 184, 200))
AUTUMN = Season((176, 150, 76), (112, 84, 44), (214, 116, 38), (0.60, 0.20), ())
WINTER = Season(WHITE, (176, 194, 226), (0, 0, 0), (0.0, 0.0), (), snowy=True)
_SEASONS = {"leaves": AUTUMN, "snow": WINTER}


def season_of(setup: Setup) -> Season:
    """Green, under blossom where petals fall, bare and brown where leaves do, white where it snows."""
    return _SEASONS.get(setup.weather.lies, SPRING if setup.weather.name == "petals" else SUMMER)
