"""Falling leaves, in the colours of autumn."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Colour, Element, Floor, Pieces, Setup, Weather

COLOURS: tuple[Colour, ...] = ((206, 96, 34), (230, 150, 50), (160, 66, 34), (196, 120, 40))
LENGTH = 0.030


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Leaves that fall, swing and turn over."""
    return [Pieces(setup, COLOURS, length=LENGTH, speed=0.16, narrow=0.55, fade_in=fade_in)]


WEATHER = Weather(
    name="leaves",
    words=(
        "falling leaves", "autumn leaves", "autumn", "autumnal", "leaves falling", "leaves fall",
        "swirling leaves", "leaves swirling", "leaves drifting", "leaves blowing", "fallen leaves",
        "落叶", "秋叶", "秋天", "秋日", "红叶", "枫叶", "深秋", "落叶纷飞",
    ),
    air=air,
    lies="leaves",
    wind=0.2,
)  # fmt: skip
