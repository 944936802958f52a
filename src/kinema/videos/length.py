"""How long films are: what was measured, and what is told of it."""

from __future__ import annotations

import math

FRAME = 1 / 23
"""Seconds by which a film may be longer or shorter than promised: one frame of the slowest that is made."""


def told(seconds: float) -> int:
    """Return the whole seconds that a length is told in: those that are begun, but for a frame."""
    return math.ceil(seconds - FRAME)
