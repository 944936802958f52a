"""Flying: across the frame through the air, and in circles in a long film."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import RATE, Motion, Performance, Pose, Track, decay, place, shaped, smooth

DIVE = 0.16
"""How far it swoops down, once in a long shot, in short sides."""


def pose(performance: Performance, t: float) -> Pose:
    """Gliding in waves."""
    share, nth = t / performance.seconds, performance.nth
    slow = 0.55 + 0.25 * performance.apart
    gone, way, turn = -0.40 + 0.78 * share, performance.facing, 1.0
    if share > 1:
        # Past the shot it circles: a sine with the place and the speed that it has there.
        angle = math.asin(0.38 / 0.62) + 0.78 * (share - 1) / math.sqrt(0.62**2 - 0.38**2)
        gone, turn = 0.62 * math.sin(angle), float(smooth(abs(math.cos(angle)), 0.0, 0.4))
        way = performance.facing if math.cos(angle) >= 0 else -performance.facing
    x = performance.facing * gone * performance.reach * 1.2 + performance.place * min(
        0.5, 0.6 * performance.reach
    )
    x += 0.05 * math.sin(t * slow + nth * 2)
    lift = 0.42 + 0.05 * math.sin(t * 1.3 + nth * 2.1) + 0.20 * performance.place * (-1) ** nth
    dive = performance.within(t, 2.2, 0.55)
    lift -= DIVE * math.sin(math.pi * dive) ** 2
    slope = 0.05 * 1.3 * math.cos(t * 1.3 + nth * 2.1)
    slope -= 0.6 * DIVE * math.sin(2 * math.pi * dive)
    return Pose(x, lift, -slope * way, way, turn, phase=t * 1.1 + performance.apart)


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """Wings."""
    samples = int(0.14 * RATE)
    for at in np.arange(0.1, len(track) / RATE, 0.35):
        flap = shaped(rng, samples, [(80, -6), (300, 0), (1200, -10), (6000, -26)]) * decay(
            samples, 0.05, 0.04
        )
        place(track, flap, float(at), 0.035, float(np.clip(performance.at(float(at)).x, -0.8, 0.8)))


MOTION = Motion(
    name="fly",
    words=(
        "fly", "soar", "glide", "flutter", "swoop", "swarm", "circle",
        "飞", "飞翔", "飞行", "翱翔", "飞舞", "盘旋", "飞过", "滑翔", "飞向",
    ),
    pose=pose,
    gait="fly",
    footing="air",
    sound=sound,
)  # fmt: skip
