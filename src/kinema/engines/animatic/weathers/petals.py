"""Petals: blossom that sails down."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Element, Floor, Pieces, Setup, Weather


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Flat pieces that fall, swing and turn over."""
    return [
        Pieces(
            setup,
            ((255, 196, 214), (250, 222, 232), (240, 160, 190)),
            length=0.014,
            speed=0.11,
            narrow=0.6,
            fade_in=fade_in,
        )
    ]


WEATHER = Weather(
    name="petals",
    words=(
        "petal", "cherry blossom", "cherry blossoms", "sakura", "blossom petals", "falling blossoms",
        "花瓣", "樱花", "樱花树", "桃花", "落花", "花瓣雨",
    ),
    air=air,
)  # fmt: skip
