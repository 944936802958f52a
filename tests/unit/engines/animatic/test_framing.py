"""What a shot takes in, and that a long film is no loop of a short one."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.take import take
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size


def zooms(prompt: str, seconds: int) -> np.ndarray:
    """How close the camera is, four times a second."""
    planned = plan(RenderRequest(prompt, Size(320, 180), seconds, Quality.STANDARD, seed=3))
    framing = take(planned, planned.parts[0]).film.framing
    return np.array([framing.at(t).zoom for t in np.arange(0, seconds, 0.25)])


def test_twelve_seconds_cut_to_a_closer_look_and_back() -> None:
    """Two cuts, and the film ends as far away as it would have without them, so that it can be extended."""
    jumps = np.diff(zooms("A cat dancing in the rain", 12))
    assert [n for n, jump in enumerate(jumps) if abs(jump) > 0.1] == [23, 38]
    assert jumps[23] > 0.1 > jumps[38]


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("A cat dancing in the rain", 8),
        ("A cat dancing in the rain, slow pan", 12),
        ("Waves on the sea", 12),
        ("A rocket launching", 12),
    ],
)
def test_a_camera_that_was_asked_for_is_not_cut(prompt: str, seconds: int) -> None:
    """Nor a short film, nor one that has nobody to look at, nor a launch that needs the sky."""
    assert np.abs(np.diff(zooms(prompt, seconds))).max() < 0.1


def test_a_close_up_is_close() -> None:
    """The shot that was asked for holds for the whole film."""
    assert zooms("Close-up of a cat", 4).min() > 1.2 * zooms("A cat", 4).max()


def test_eight_seconds_of_dance_are_no_loop_of_four() -> None:
    """The second phrase is danced otherwise than the first."""
    dance = Performance(vocabulary().motions["dance"], 8.0)
    pairs = [(dance.at(t), dance.at(t + 4)) for t in np.arange(2.0, 4.0, 0.1)]
    assert max(abs(a.x - b.x) + abs(a.lift - b.lift) for a, b in pairs) > 0.03
    x = np.array([dance.at(t).x for t in np.arange(0, 8, 0.02)])
    assert np.abs(np.diff(x)).max() < 0.03  # and it goes from one to the other without a jump
