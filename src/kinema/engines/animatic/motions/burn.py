"""Burning: flames out of a thing that stays where it is, and smoke over it."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.kit import Motion, Prop, still


def props() -> Sequence[Prop]:
    """The flames, which give light as a camp fire does."""
    from kinema.engines.animatic.actors.fire import Blaze  # Skia: not needed to read a prompt

    return (Prop("campfire", Blaze(), 0.8, 1.0, 1),)


MOTION = Motion(
    name="burn",
    words=(
        "burn", "burn down", "on fire", "in flames", "ablaze", "catch fire", "engulfed in flames",
        "燃烧", "着火", "起火", "失火", "烧着", "熊熊燃烧",
    ),
    pose=still,
    props=props,
)  # fmt: skip
