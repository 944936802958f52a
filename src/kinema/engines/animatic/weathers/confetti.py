"""Confetti: bright paper."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Element, Floor, Pieces, Setup, Weather


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:  # noqa: ARG001
    """Flat pieces that fall, swing and turn over."""
    return [
        Pieces(
            setup,
            ((240, 70, 90), (70, 150, 240), (250, 200, 60), (90, 200, 120), (190, 100, 230)),
            length=0.012,
            speed=0.26,
            narrow=0.6,
            fade_in=fade_in,
        )
    ]


WEATHER = Weather(
    name="confetti",
    words=("confetti", "彩纸", "彩带", "五彩纸屑", "礼花"),
    air=air,
)
