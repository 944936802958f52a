"""Forms: which fields a body of multipart/form-data gives, and what is no form."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.api.form import MOST_PARTS, File, nested, parts
from kinema.errors import InvalidRequest

BOUNDARY = b"edge"


def form(*fields: tuple[str, str | bytes]) -> bytes:
    """Return the form of these fields; bytes are sent as files."""
    body = b""
    for name, value in fields:
        file = b'; filename="a.png"' if isinstance(value, bytes) else b""
        content = value if isinstance(value, bytes) else value.encode()
        body += b'--edge\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n' % (name.encode(), file)
        body += content + b"\r\n"
    return body + b"--edge--\r\n"


def test_text_and_files() -> None:
    """Text becomes str and a file bytes, whatever its name; line breaks within either are kept."""
    raw = form(("prompt", "Eine Katze 🐈\r\nim Regen"), ("input_reference", b"\x89PNG\r\n--ed\r\n\0"))
    assert parts(raw, BOUNDARY) == {
        "prompt": "Eine Katze 🐈\r\nim Regen",
        "input_reference": b"\x89PNG\r\n--ed\r\n\0",
    }
    assert parts(form(), BOUNDARY) == {}


def test_brackets_name_the_fields_of_an_object() -> None:
    """`a[b]` is the field b of a; what else has brackets stays as it is."""
    assert nested({"a[b]": "1", "a[c]": "2", "d": "3", "e[][f]": "4", "[g]": "5"}) == {
        "a": {"b": "1", "c": "2"},
        "d": "3",
        "e[][f]": "4",
        "[g]": "5",
    }
    for body in (
        {"a": "1", "a[b]": "2"},
        {"a[b]": "2", "a": {"b": "1"}},
        {"a[b]": "2", "a[]": ["1"]},
        {"a[]": ["1"], "a[b]": "2"},
        {"a": ["1"], "a[]": ["1"]},
    ):
        with pytest.raises(InvalidRequest) as refused:
            nested(body)
        assert (refused.value.param, refused.value.code) == ("a", "mutually_exclusive")


def test_empty_brackets_name_the_items_of_an_array() -> None:
    """`a[]` and `a[][b]` come as often as there are items, in their order."""
    raw = form(("a[][id]", "1"), ("a[][id]", "2"), ("b[]", "3"), ("b[]", b"4"))
    assert nested(parts(raw, BOUNDARY)) == {"a": [{"id": "1"}, {"id": "2"}], "b": ["3", b"4"]}


def test_a_file_keeps_the_name_that_it_was_sent_under() -> None:
    """The name is text, whatever bytes it was."""
    raw = form(("file", b"x")).replace(b"a.png", b"Katze \xf0\x9f\x90\x88\xff.mp4")
    file = parts(raw, BOUNDARY)["file"]
    assert isinstance(file, File)
    assert file.name == "Katze 🐈\ufffd.mp4"


@pytest.mark.parametrize(
    ("raw", "boundary"),
    [
        (form(("a", "b")), b""),
        (form(("a", "b")), b"x" * 10_000),
        (form(("a", "b")), b"other"),
        (form(("a", "b"))[:-6], BOUNDARY),
        (b"", BOUNDARY),
        (b"nonsense", BOUNDARY),
        (b"--edge\r\n\r\nno header\r\n--edge--\r\n", BOUNDARY),
        (b"--edge\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--edge--\r\n", BOUNDARY),
        (form(("a", "b")).replace(b"b\r\n", b"\xff\r\n"), BOUNDARY),
        (form(("a", "b")).replace(b'"a"', b'"\xff"'), BOUNDARY),
        (form(("a", "1"), ("a", "2")), BOUNDARY),
        (form(*((f"f{number}", "") for number in range(MOST_PARTS + 1))), BOUNDARY),
        (b"--edge\r\nX: " + b"y" * 100_000 + b"\r\n\r\n\r\n--edge--\r\n", BOUNDARY),
    ],
)
def test_what_is_no_form_is_refused(raw: bytes, boundary: bytes) -> None:
    """A form that is cut off, ambiguous, nameless, not UTF-8 or endless is refused as one."""
    with pytest.raises(InvalidRequest) as refused:
        parts(raw, boundary)
    assert refused.value.code == "invalid_form"


@given(st.binary(max_size=300) | st.binary(max_size=80).map(lambda raw: form(("a", raw))[:-4] + raw))
def test_any_bytes_give_a_form_or_a_refusal(raw: bytes) -> None:
    """Whatever the body holds, it is a form or an InvalidRequest."""
    with suppress(InvalidRequest):
        assert all(isinstance(value, (str, bytes, list)) for value in parts(raw, BOUNDARY).values())


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.binary(max_size=60), max_size=5))
def test_files_come_out_as_they_went_in(files: dict[str, bytes]) -> None:
    """Any bytes that do not hold the boundary survive."""
    raw = {name: content.replace(b"edge", b"") for name, content in files.items()}
    assert parts(form(*raw.items()), BOUNDARY) == raw
