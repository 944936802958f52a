"""Ties: where each kind of relation puts the one of whom it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.bonds import SEATS
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT

_HANDLES = {
    "lantern": 0.88, "handbag": 0.9, "shopping bags": 0.9, "balloon": 0.04, "umbrella": 0.08, "flower": 0.2,
    "rose": 0.2, "tulip": 0.2, "sunflower": 0.2, "kite": 0.0, "candle": 0.2, "dagger": 0.2,
}  # fmt: skip
"""At what height things are held, in their own; what is not in it is held in its middle."""


_BOUGHS = frozenset(("tree", "evergreen tree", "palm tree"))
_HANGING = 0.2
"""How much of somebody upright hangs down from a seat, in their heights."""


@dataclass(frozen=True)
class Tie:
    """Where somebody is relative to the one they belong to: `dx` ahead and `up`, in pixels; `height` is
    theirs; `layer` whether they are drawn before (-1) or after (1) that one; several of them stand side by
    side, wider than that one where it `spreads`; the rest is `Bound`'s."""

    height: float
    dx: float = 0.0
    up: float = 0.0
    layer: int = 1
    sway: float = 1.0
    own: float = 0.0
    hops: bool = True
    stray: float = 0.0
    turned: bool = True
    spreads: bool = False


_PERCHES = {
    "lap": (0.34, 0.14, 0.26, 1),
    "shoulder": (0.40, -0.17, 0.54, 1),
    "head": (0.42, 0.0, 0.96, 1),
    "shoulders": (0.72, -0.02, 0.56, -1),
}
"""How tall at most somebody is on a part of a person, how far ahead and how high that is, in that one's
heights, and whether they are drawn before or behind."""


def tie(kind: str, name: str, height: float, leader: Actor, *, perch: str = "") -> Tie:
    """How `name`, `height` pixels tall by itself, is tied to its leader, of `perch` if that is a person."""
    found = (_TIED.get(kind) or TIES[kind])(height, leader)
    if kind == "holding":
        found = replace(found, up=found.up - _HANDLES.get(name, 0.5) * found.height)
    if perch:
        *shares, layer = _PERCHES[perch]
        tall, ahead, up = (share * leader.height for share in shares)
        found = replace(found, height=min(height, tall), dx=ahead, up=up, layer=int(layer))
    if kind == "on" and leader.name in SEATS and BEINGS.get(name, DEFAULT).rig == "biped":
        found = replace(found, up=found.up - _HANGING * found.height)  # they sit
    return found


def _on(height: float, leader: Actor) -> Tie:
    """As tall as they are, but where only so much room is."""
    x, y = leader.box.seat
    return Tie(
        min(height, leader.box.room * leader.height), x * leader.height, (y - 0.02) * leader.height, own=0.3
    )


def _in(height: float, leader: Actor) -> Tie:
    """In what one can see into, on a tree's bough, out of the top of the rest, and at the door of a house."""
    box, tall = leader.box, leader.height
    if leader.name in _BOUGHS:
        return _on(height, leader)
    if box.hollow is not None:
        height = min(height, box.room * tall)
        return Tie(height, box.hollow[0] * tall, box.hollow[1] * tall, -1, hops=False, stray=0.13 * tall)
    if tall > 1.5 * height:
        return Tie(height, own=0.3)
    height = min(height, 0.8 * tall)
    return Tie(height, box.seat[0] * tall, box.seat[1] * tall - 0.45 * height, -1, own=0.3)


def _under(height: float, leader: Actor) -> Tie:
    """Between the legs of a table, before the trunk of a tree, in the light of a lamp."""
    if leader.name == "street lamp":
        return Tie(height, -0.22 * height, own=0.3)
    if leader.box.rigid:
        return Tie(min(height, leader.box.room * leader.height), layer=-1, own=0.2)
    return Tie(min(height, 0.6 * leader.height), 0.16 * leader.height, own=0.5)


def _over(height: float, leader: Actor) -> Tie:
    return Tie(
        height,
        up=leader.box.seat[1] * leader.height + 0.12 * height,
        sway=0.3,
        hops=False,
        stray=0.3 * height,
        spreads=True,
    )


def _behind(height: float, leader: Actor) -> Tie:
    """Half hidden by what stands, after whoever goes."""
    if leader.performance.motion.speed:
        return Tie(height, -_apart(height, leader), layer=0, sway=0.0, spreads=True)
    return Tie(height, 0.26 * leader.height, layer=-1, sway=0.0, own=0.4, stray=0.05 * height, turned=False)


def _before(height: float, leader: Actor) -> Tie:
    return Tie(height, -0.1 * leader.height, layer=1, sway=0.0, own=0.5)


def _beside(height: float, leader: Actor) -> Tie:
    return Tie(height, -_apart(height, leader), layer=1, sway=0.0, own=0.5, spreads=True)


def _left_of(height: float, leader: Actor) -> Tie:
    """As the picture has it, whichever way they face."""
    return replace(_beside(height, leader), dx=-leader.performance.facing * _apart(height, leader))


def _right_of(height: float, leader: Actor) -> Tie:
    return replace(_beside(height, leader), dx=leader.performance.facing * _apart(height, leader))


def _apart(height: float, leader: Actor) -> float:
    return 0.62 * (height + leader.height)


def _chasing(height: float, leader: Actor) -> Tie:
    gap = 0.62 * height + 0.55 * leader.height
    return Tie(height, -1.1 * gap, layer=0, sway=0.0, stray=0.16 * gap, spreads=True)


def _holding(height: float, leader: Actor) -> Tie:
    """What is in a hand, or in a mouth."""
    x, y = leader.box.grip
    tall = leader.height
    return Tie(min(height, 0.75 * tall), x * tall, y * tall, sway=1.0)


def _riding(height: float, leader: Actor) -> Tie:
    """On the back, with the legs down its sides."""
    x, y = leader.box.seat
    return Tie(height, x * leader.height, y * leader.height - 0.22 * height)


def _on_string(_: float, leader: Actor) -> Tie:
    """High up in the wind, ahead of the hand that has the string."""
    tall = 0.5 * leader.height
    x, y = leader.box.grip
    return Tie(
        tall, (x + 2.2 * 0.5) * leader.height, (y + 1.9 * 0.5) * leader.height, -1, sway=0.2, hops=False
    )


def _hanging(height: float, leader: Actor) -> Tie:
    """By a hand, below a bough."""
    height = min(height, leader.box.room * leader.height)
    return Tie(height, 0.1 * leader.height, 0.80 * leader.height - height, sway=0.3, hops=False)


_TIED = {"on the string of": _on_string, "hanging from": _hanging}
"""How bonds that nobody says in such words place the one of whom they are said."""
TIES = {
    "on": _on, "in": _in, "under": _under, "over": _over, "behind": _behind, "before": _before,
    "beside": _beside, "left of": _left_of, "right of": _right_of, "chasing": _chasing,
    "holding": _holding, "riding": _riding,
}  # fmt: skip
"""How each kind of relation places the one of whom it is said."""
