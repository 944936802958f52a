"""Reading `data:` URLs, and what can be told of a picture without decoding it."""

from __future__ import annotations

import base64
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kinema.media import images
from kinema.media.images import MAX_BYTES, data_url
from kinema.media.sandbox import picture as decoder


@given(st.binary(min_size=1, max_size=300), st.sampled_from(["png", "jpeg", "webp", "svg+xml", "x-Y.z"]))
def test_what_went_in_comes_out(data: bytes, subtype: str) -> None:
    """Any bytes come back, whatever image type the URL claims, and in whatever case."""
    text = base64.b64encode(data).decode()
    assert data_url(f"data:image/{subtype};base64,{text}") == data
    assert data_url(f"DATA:Image/{subtype};BASE64,{text}") == data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "data:",
        "data:,hello",
        "data:image/png,AAAA",
        "data:image/png;utf8,AAAA",
        "data:image/png;charset=utf-8;base64,AAAA",
        "data:image/;base64,AAAA",
        "data:text/html;base64,AAAA",
        "data:video/mp4;base64,AAAA",
        "data:image/png;base64 ,AAAA",
        " data:image/png;base64,AAAA",
        "data:image/p\u006eg\u0301;base64,AAAA",
        "https://example.com/a.png",
        "AAAA",
    ],
)
def test_what_is_no_inline_image_is_told_how_to_be_one(text: str) -> None:
    """Anything but `data:image/…;base64,` is a ValueError that shows the form."""
    with pytest.raises(ValueError, match="data:image/png;base64,"):
        data_url(text)


@pytest.mark.parametrize(
    "payload",
    [
        "A",
        "AA",
        "AAA",
        "AA=",
        "AAAA=",
        "AA==AAAA",
        "====",
        "AA%3D%3D",
        "%41AAA",
        "AA A",
        "AAAA\n",
        "-_-_",
        "ÄÄÄÄ",
        "AAA٣",
    ],
)
def test_base64_is_taken_by_the_letter(payload: str) -> None:
    """Missing padding, percent signs, blanks and other alphabets are refused, not guessed at."""
    with pytest.raises(ValueError, match="not valid base64"):
        data_url(f"data:image/png;base64,{payload}")


def test_an_empty_image_is_refused() -> None:
    """A URL that ends with its comma holds nothing."""
    with pytest.raises(ValueError, match="holds no image"):
        data_url("data:image/png;base64,")


def test_inline_images_have_the_cap_of_fetched_ones() -> None:
    """Exactly the cap passes; a byte more is refused, and so is much more, before it is decoded."""
    prefix = "data:image/png;base64,"
    assert len(data_url(prefix + base64.b64encode(bytes(MAX_BYTES)).decode())) == MAX_BYTES
    for size in (MAX_BYTES + 1, MAX_BYTES + 3):
        with pytest.raises(ValueError, match="larger than 20 MiB"):
            data_url(prefix + base64.b64encode(bytes(size)).decode())


@pytest.mark.parametrize("settings", [{}, {"lossless": True}, {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"}])
@pytest.mark.parametrize("size", [(1, 1), (720, 1280), (16383, 3)])
def test_a_webp_s_size_is_read_from_its_header(settings: dict[str, object], size: tuple[int, int]) -> None:
    """All three kinds of WebP say their size in their first thirty bytes."""
    out = BytesIO()
    Image.new("RGB", size).save(out, "WEBP", **settings)
    assert decoder.webp_size(out.getvalue()) == size


@given(st.binary(max_size=40), st.sampled_from([b"", b"VP8 ", b"VP8L", b"VP8X"]))
def test_a_webp_header_of_anything_is_survived(data: bytes, kind: bytes) -> None:
    """Reading the size never raises, however short or odd the header."""
    decoder.webp_size(b"RIFF\0\0\0\0WEBP" + kind + data)
    decoder.webp_size(data)


def test_our_png_becomes_an_engine_s_pixels() -> None:
    """Height before width, RGB, 8 bits, writable."""
    picture = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
    out = BytesIO()
    Image.fromarray(picture).save(out, "PNG")
    decoded = images.pixels(out.getvalue())
    assert decoded.shape == (4, 6, 3)
    assert decoded.dtype == np.uint8
    assert decoded.flags.writeable
    assert (decoded == picture).all()
