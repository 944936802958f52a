"""Dancing: steps to the side on the beat, hops, turns, and every second phrase larger."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import TEMPO, Motion, Performance, Pose, smooth


def pose(performance: Performance, t: float) -> Pose:
    """Phrases of eight beats."""
    beat = t * TEMPO + (0.5 * performance.nth if performance.nth else 0)
    within = beat % 1.0
    big = 1.5 if int(beat) // 8 % 2 else 1.0  # every second phrase is danced larger
    hop = abs(math.sin(math.pi * beat)) * (0.035 + 0.05 * (int(beat) % 4 == 3)) * big
    # Steps carry it to the side on the beat: it stands while the foot is down, and goes between.
    gone = int(beat) + float(smooth(within, 0.15, 0.85))
    bar = gone % 8
    side = (bar if bar < 4 else 8 - bar) / 4 * (1.4 if gone // 8 % 2 else 1.0) - 0.5
    entry = (1 - float(smooth(t / performance.seconds, 0.0, 0.22))) * 0.34
    turn = 1.0
    if int(beat) % 8 in ((1, 3, 7) if big > 1 else (3, 7)):
        turn = math.cos(2 * math.pi * float(smooth(within, 0.05, 0.95)))
    squash = 1 - 0.07 * math.cos(2 * math.pi * beat) ** 3
    lean = 0.10 * math.sin(math.pi * beat)
    x = performance.spread() + (0.30 * side if performance.count == 1 else 0.12 * side) - entry
    return Pose(x, hop, lean, 1.0, turn, squash, beat)


MOTION = Motion(
    name="dance",
    words=(
        "dance", "waltz", "twirl", "tango", "celebrate", "ballet", "breakdance",
        "跳舞", "舞蹈", "起舞", "舞动", "翩翩起舞", "跳着舞", "蹦迪",
    ),
    pose=pose,
    gait="dance",
    steps=TEMPO,
    kick=(0.55, 0.0),
    keeps=True,
    music="bright",
    lively=True,
)  # fmt: skip
