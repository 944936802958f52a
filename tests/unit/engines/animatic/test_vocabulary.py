"""Every word of the lexicon leads somewhere."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kinema.engines.animatic.actors.art import picture
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.camera import Move
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.direction import CAMERAS
from kinema.engines.animatic.lexicon.hours import TIMES
from kinema.engines.animatic.light import TIMES as LIGHTS
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.vocabulary import vocabulary


def test_the_engine_is_named_without_importing_what_draws() -> None:
    """Processes that never render read the spec: no Skia, OpenCV or FFmpeg comes with it."""
    code = (
        "import sys, kinema.engines.animatic as a; assert a.AnimaticEngine.spec.name == 'animatic';"
        "print(sorted({'skia', 'cv2', 'av', 'emoji'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_time_has_light() -> None:
    """No word of time falls through."""
    assert set(TIMES) == set(LIGHTS)


@pytest.mark.parametrize("name", sorted(BEINGS))
def test_every_being_has_a_body_for_standing_and_for_dancing(name: str) -> None:
    """Whatever can be named can be cast, by a body of its own or by artwork that exists."""
    being = BEINGS[name]
    for action in ("stand", "dance"):
        assert body(Subject(name, being.emoji, 1, action), vocabulary().motions[action]).box.up > 0


def test_missing_artwork_is_told_apart() -> None:
    """What Twemoji cannot draw raises LookupError, nothing else."""
    with pytest.raises(LookupError):
        picture("x")


@pytest.mark.parametrize("name", sorted(CAMERAS))
def test_every_camera_goes_on_past_its_shot(name: str) -> None:
    """A move keeps its place and speed where an extension begins, and stays within what was painted for
    it."""
    move = Move(name, 4.0, speed=0.9, tilt=1.0)
    before, at, after = (move.at(4 + n / 24) for n in (-1, 0, 1))
    for part in ("x", "y", "zoom"):
        first, second = (getattr(b, part) - getattr(a, part) for a, b in ((before, at), (at, after)))
        assert abs(second - first) < 0.006, part
    assert all(abs(move.at(n / 4).x) < 0.4 and 0.8 < move.at(n / 4).zoom < 1.5 for n in range(480))
