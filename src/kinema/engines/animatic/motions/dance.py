"""Dancing: steps to the side on the beat, hops, turns, and every second phrase larger."""

from __future__ import annotations

import math

from kinema.engines.animatic.kit import EVENTFUL, TEMPO, Motion, Performance, Pose, smooth


def pose(performance: Performance, t: float) -> Pose:
    """Phrases of eight beats, and a pose that is held where the shot ends."""
    beat = t * TEMPO + (0.5 * performance.nth if performance.nth else 0)
    within = beat % 1.0
    big = 1.5 if int(beat) // 8 % 2 else 1.0  # every second phrase is danced larger
    held = _held(performance, t)
    # Down before the hop, long in the air, down again where it lands: on the beat.
    air = math.sin(math.pi * within)
    hop = air * (0.035 + 0.06 * (int(beat) % 4 == 3)) * big
    squash = 1 + (0.10 * air - 0.13 * (1 - air) ** 3) * (0.75 + 0.25 * big)
    # Steps carry it to the side on the beat: it stands while the foot is down, and goes between.
    gone = int(beat) + float(smooth(within, 0.15, 0.85))
    bar = gone % 8
    side = (bar if bar < 4 else 8 - bar) / 4 * (1.3 if gone // 8 % 2 else 1.0) - 0.5
    turn = 1.0
    if int(beat) % 8 in ((1, 3, 7) if big > 1 else (3, 7)):
        turn = math.cos(2 * math.pi * float(smooth(within, 0.05, 0.95)))
    lean = 0.15 * math.sin(math.pi * beat)
    entry = (1 - float(smooth(t / performance.seconds, 0.0, 0.22))) * 0.12
    wide = min(0.46, 0.5 * performance.reach) if performance.count == 1 else 0.12
    x = performance.spread() + wide * side - entry
    alive = 1 - held
    return Pose(
        x,
        hop * alive,
        lean * alive - 0.12 * held,
        1.0,
        turn + (1 - turn) * held,
        1 + (squash - 1) * alive + 0.05 * held,
        beat,
        power=alive,
    )


def _held(performance: Performance, t: float) -> float:
    """How far it is in its last pose: it gets there in the last second of a long shot, and dances on after
    that where the film goes on."""
    if performance.seconds < EVENTFUL:
        return 0.0
    end = performance.seconds
    return float(smooth(t, end - 1.1, end - 0.7) * (1 - smooth(t, end + 0.5, end + 1.0)))


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
