"""Comparing ways to do one thing: they take turns, so that a busy machine troubles all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Awaitable, Callable, Mapping

WARM = 20
"""Turns that are not counted: statements are prepared, and plans settled, within the first few."""


async def taking_turns(ways: Mapping[str, Callable[[], Awaitable[object]]], turns: int) -> dict[str, float]:
    """Return the median of milliseconds that each way takes."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(WARM + turns):
        for name, way in sorted(ways.items(), reverse=bool(turn % 2)):  # none always comes after the same
            began = time.perf_counter()
            await way()
            if turn >= WARM:
                times[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(took) for name, took in times.items()}
