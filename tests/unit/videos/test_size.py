"""Sizes: how they are written and what they say of themselves."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.videos.size import ASPECT_RATIOS, LANDSCAPE, PORTRAIT, Size


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_what_is_written_is_read_back(width: int, height: int) -> None:
    """The text form of any size reads back as that size."""
    assert Size.parse(str(Size(width, height))) == (width, height)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "1280", "1280x", "x720", "1280X720", "1280×720", "0x720", "01280x720", "1280x720 "),
        *(" 1280x720", "-1x720", "1280x720x3", "1280x720\n", "123456x1", "1280.0x720", "१२x३४"),
    ],
)
def test_anything_else_is_no_size(text: str) -> None:
    """A text that is not two plain numbers around an x is refused in words that show it."""
    with pytest.raises(ValueError, match="is no size: write it as 1280x720"):
        Size.parse(text)


@given(st.text(max_size=12))
def test_reading_raises_value_error_alone(text: str) -> None:
    """Whatever the text, reading it gives a size that is written so, or a ValueError."""
    with contextlib.suppress(ValueError):
        assert str(Size.parse(text)) == text


def test_the_contracts_two_shapes() -> None:
    """Portrait stands, landscape lies, and the ratios lead to them."""
    assert PORTRAIT.is_portrait
    assert not LANDSCAPE.is_portrait
    assert not Size(512, 512).is_portrait
    assert ASPECT_RATIOS == {"9:16": (720, 1280), "16:9": (1280, 720)}
