"""Gestures: what hands and heads do in a deed, what they hold, and what rises from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Spot = tuple[float, float]
"""Ahead of a body's foot, and above it, in its heights."""
Hands = Callable[[float], tuple[Spot, Spot]]
"""Where the far and the near hand are at a moment in seconds."""


class Thing(NamedTuple):
    """Artwork that is there for a deed: how tall it is in body heights, and by its middle where it is: `at`
    from the hand that holds it, or from the foot where nobody does."""

    emoji: str
    tall: float
    hand: Literal["far", "near", "both", "none"] = "near"
    at: Spot = (0.0, 0.0)
    turned: float = 0.0
    """In degrees, clockwise."""
    mirrored: bool = False
    behind: bool = False
    """Whether the body covers it."""
    stands: bool = False
    """Whether it stands on wooden legs."""


class Rising(NamedTuple):
    """Small artwork that comes from a deed: where it begins, how far it gets in its `life` of so many
    seconds, and how many of it there are at once. It grows where it rises, and shrinks where it falls."""

    emoji: str
    tall: float
    start: Spot
    way: Spot
    life: float = 1.6
    many: int = 3
    seen: float = 1.0
    """The part of its life in which it is seen."""


@dataclass(frozen=True, kw_only=True)
class Gesture:
    """How a deed is acted by a body with hands, and as far as it can by others."""

    hands: Hands | None = None
    things: tuple[Thing, ...] = ()
    rising: tuple[Rising, ...] = ()
    mouth: Literal["", "open", "sad"] = ""
    bow: Callable[[float], float] | None = None
    """How far a head is lowered at a moment, from -0.5 (raised) over 0 to 1 (an animal's is at the floor)."""
    dish: str = ""
    """What stands on the floor before an animal that does it."""
    calls: bool = False
    """Whether an animal's voice goes out with it."""
    upright: bool = False
    """Whether animals stand on two legs for it."""
    low: Callable[[float], float] | None = None
    """How far a body with legs crouches at a moment, in its heights: 0.16 sits, 0.2 kneels."""
    seated: bool = False
    """Whether a body with legs is on a seat, its knees before it."""
    kicks: float = 0.0
    """How many seconds lie between kicks of the near foot; 0 is none."""
    clasps: bool = False
    """Whether the far arm is behind whom the near one holds."""
    takes: frozenset[str] = frozenset()
    """Artwork of subjects that are taken in hand, in the place of the first of the `things`."""
