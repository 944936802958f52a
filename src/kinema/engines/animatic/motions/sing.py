"""Singing, and calling: notes rise from people, arcs go out from animals."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import Gesture, Motion, Rising, Spot, Thing, still


def hands(t: float) -> tuple[Spot, Spot]:
    """One at the microphone, one in the air."""
    return (-0.30, 0.55 + 0.10 * math.sin(t * 2.4)), (0.11, 0.54)


MOTION = Motion(
    name="sing",
    words=(
        "sing", "howl", "roar", "crow", "bark", "chirp", "growl", "meow",
        "唱歌", "唱", "嚎叫", "咆哮", "吼", "鸣叫", "叫",
    ),
    pose=still,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🎤", 0.24, "near", (0.02, 0.0), 0, True),),
        rising=(Rising("🎵", 0.15, (0.30, 0.70), (0.22, 0.52), 2.2, 3),),
        mouth="open",
        bow=lambda t: -0.35 + 0.2 * math.sin(t * 6.9),
        calls=True,
        takes=frozenset("🎤🎙️"),
    ),
)  # fmt: skip
