"""What a prompt quotes can be read in its film."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.engines.animatic.bonds import suited
from kinema.engines.animatic.lettering import writable
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

WIDE, TALL = Size(320, 180), Size(180, 320)
LONGEST = "W" * 60


def written(prompt: str, text: str, size: Size = WIDE, at: float = 1.2) -> np.ndarray:
    """Which pixels writing the text changes, of a film that is otherwise the same."""
    drawn = [
        stills(RenderRequest(prompt.format(words), size, 2, Quality.STANDARD, seed=5), [at])[0].astype(int)
        for words in (text, "مرحبا")  # which is not written
    ]
    changed: np.ndarray = np.abs(drawn[0] - drawn[1]).max(axis=2) > 24
    return changed


@pytest.mark.parametrize("size", [WIDE, TALL])
@pytest.mark.parametrize(
    "text", ["OPEN", "禁止投喂熊猫，谢谢合作", "여기 こんにちは", LONGEST, LONGEST.replace("W", "明")]
)
@pytest.mark.parametrize("prompt", ['A dog beside a sign "{}"', 'Waves on the sea, title "{}"'])
def test_what_is_quoted_is_written_whole(prompt: str, text: str, size: Size) -> None:
    """On a sign where one can stand, as a title elsewhere; nothing of it is cut at the frame's edge."""
    changed = written(prompt, text, size)
    assert changed.sum() > 60
    edges = (changed[0], changed[-1], changed[:, 0], changed[:, -1])
    assert not any(edge.any() for edge in edges)


def test_other_words_make_another_sign() -> None:
    """It is the words that are written, not a board alone."""
    assert (
        written('A dog beside a sign "{}"', "OPEN").sum() != written('A dog beside a sign "{}"', "SHUT").sum()
    )


def test_a_title_comes_and_goes() -> None:
    """It is not there in the first half second, nor at the end."""
    title = 'Waves on the sea, title "{}"'
    assert not written(title, "Winter", at=0.3).any()
    assert written(title, "Winter").any()
    assert not written(title, "Winter", at=1.9).any()


@pytest.mark.parametrize(
    ("prompt", "titled"),
    [
        ('Stars over hills, title "Winter Is Here"', True),
        ('"Winter Is Here" as a caption over a quiet snowy mountain at night', True),
        ("海浪，片名“冬天来了”，慢慢推近的镜头", True),
        ('A shop whose sign says "OPEN" in the rain', False),
        ("面馆的招牌写着“营业中”，外面下着雨", False),
    ],
)
def test_a_title_is_told_from_a_sign(prompt: str, titled: bool) -> None:
    """By what stands beside the quotes."""
    assert parse(prompt).titled is titled


def test_saying_that_a_sign_reads_makes_nobody_read() -> None:
    """The word belongs to the quotes."""
    scene = parse('A dog next to a sign reading "Good dog"')
    assert [(subject.name, subject.doing) for subject in scene.subjects] == [("dog", None), ("sign", None)]


def test_a_sign_with_letters_on_it_is_drawn_once() -> None:
    """The board under the letters is the sign that the prompt names; one without letters is artwork."""
    assert [one.name for one in suited(parse('A dog next to a sign reading "Good dog"'))] == ["dog"]
    assert [one.name for one in suited(parse("A dog next to a sign"))] == ["dog", "sign"]


def test_what_cannot_be_written_is_told() -> None:
    """Never boxes: what the font lacks is left out, and the notes say so where nothing is left."""
    assert writable("Hi 😀 مرحبا 你好") == "Hi 你好"
    assert any("font" in note for note in parse('A shop with a sign "مرحبا"').notes)
    assert not any("font" in note for note in parse('A shop with a sign "Hi"').notes)


@given(st.text(max_size=60))
def test_nothing_is_written_that_the_font_lacks(text: str) -> None:
    """Whatever is quoted: what is left of it stays as it is when asked again, with single spaces."""
    left = writable(text)
    assert writable(left) == left
    assert left == " ".join(left.split())
