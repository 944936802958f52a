"""Range headers: which bytes they ask for (RFC 9110, 14.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.api.errors import RangeNotSatisfiable
from kinema.api.files import requested


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=0-99", (0, 100)),
        ("bytes=10-19", (10, 20)),
        ("bytes=50-", (50, 100)),
        ("bytes=99-", (99, 100)),
        ("bytes=-1", (99, 100)),
        ("bytes=-100", (0, 100)),
        ("bytes=-5000", (0, 100)),
        ("bytes=90-5000", (90, 100)),
        ("bytes=90-999999999999999999", (90, 100)),
        (" bytes=0-9 ", (0, 10)),
    ],
)
def test_one_range_is_served(header: str, span: tuple[int, int]) -> None:
    """First bytes, an open end and a suffix give their span, cut to the file."""
    assert requested(header, 100) == span


@pytest.mark.parametrize(
    "header",
    [
        *("", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "bytes=0-0,-1", "items=0-1", "0-1"),
        *("bytes=5-4", "bytes= 0-1", "bytes=0 -1", "bytes=--1", "bytes=+0-1", "bytes=0x0-1", "bytes=0-1-2"),
        *("bytes=0-1;", "bytes=1.0-2", "bytes=" + "9" * 40 + "-", "bytes=٠-١", "bytes=" + "0-1," * 10_000),
    ],
)
def test_what_is_no_single_range_is_ignored(header: str) -> None:
    """A header that is malformed, backwards, in another unit or of several ranges asks for nothing."""
    assert requested(header, 100) is None


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=5000-", "bytes=-0"])
def test_past_the_end_cannot_be_satisfied(header: str) -> None:
    """A range that begins past the end, or has no bytes, is refused with the file's length."""
    with pytest.raises(RangeNotSatisfiable) as refused:
        requested(header, 100)
    assert refused.value.length == 100


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_span_is_what_slicing_gives(content: bytes, data: st.DataObject) -> None:
    """Any first-last pair within a file gives exactly those bytes."""
    first = data.draw(st.integers(0, len(content) - 1))
    last = data.draw(st.integers(first, 400))
    span = requested(f"bytes={first}-{last}", len(content))
    assert span is not None
    assert content[slice(*span)] == content[first : last + 1]


@given(
    st.text(max_size=80) | st.from_regex(r"bytes=[0-9]{0,20}-[0-9]{0,20}", fullmatch=True),
    st.integers(0, 10**12),
)
def test_any_header_gives_a_span_inside_the_file(header: str, length: int) -> None:
    """Whatever is asked of a file, the answer is no range, a proper part of it, or a refusal."""
    try:
        span = requested(header, length)
    except RangeNotSatisfiable:
        return
    assert span is None or 0 <= span[0] < span[1] <= length
