"""The decoder of a user's picture: its bytes come in on stdin, raw RGB pixels go out on stdout.

It runs behind `lockup`, and imports Pillow and nothing of Kinema. The answer is a `HEADER`, and for `PIXELS`
exactly width × height × 3 bytes after it.
"""

from __future__ import annotations

import struct
import sys
from io import BytesIO

# ImagePalette, MpoImagePlugin and TiffImagePlugin are what Pillow would import only when it needs them:
# after `lock_up` no module can be read.
from PIL import (  # noqa: F401
    Image,
    ImageFile,
    ImagePalette,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

MEMORY = 512 * 1024 * 1024
SECONDS = 10
CPU_SECONDS = 3

HEADER = struct.Struct(">cII")
"""Verdict, width, height."""
PIXELS = b"P"
"""The picture has the size that was asked for; its pixels follow."""
SIZE = b"S"
"""The picture has this size, which is not the one that was asked for; nothing follows."""

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientations other than 1, and what turns the stored picture upright (EXIF 2.3, 4.6.4)."""


def main(words: list[str]) -> None:
    """Read a picture and answer; the words are the width and height that it must have."""
    size = (int(words[0]), int(words[1]))
    verdict, found, pixels = judge(sys.stdin.buffer.read(), size)
    sys.stdout.buffer.write(HEADER.pack(verdict, *found) + pixels)
    sys.stdout.buffer.flush()


def judge(data: bytes, wanted: tuple[int, int]) -> tuple[bytes, tuple[int, int], bytes]:
    """Measure a picture and decode it if it measures `wanted`; raises whatever Pillow raises."""
    # libwebp reserves the canvas as soon as the file is opened, so its size has to be read before.
    early = webp_size(data)
    if early and sorted(early) != sorted(wanted):
        return SIZE, early, b""
    with opened(data) as image:
        # Only where the size may yet turn out right: a PNG is decoded to find its EXIF data.
        fits = sorted(image.size) == sorted(wanted)
        turn = orientation(image) if fits or image.format != "PNG" else 1
        found = image.size[::-1] if turn >= 5 else image.size
        if found != wanted:
            return SIZE, found, b""
        upright = on_black(image)
        if turn in _TURNS:
            upright = upright.transpose(_TURNS[turn])
        return PIXELS, found, upright.tobytes()


def opened(data: bytes) -> ImageFile.ImageFile:
    """Read a picture's header. Not through `Image.open`: that would try, and import, every other format."""
    source = BytesIO(data)
    if data.startswith(b"\x89PNG"):
        return PngImagePlugin.PngImageFile(source)
    if data.startswith(b"\xff\xd8"):
        return JpegImagePlugin.jpeg_factory(source)
    return WebPImagePlugin.WebPImageFile(source)


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header of a WebP file (RFC 9649), None where it has none."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        case b"VP8L" if data[20] == 0x2F:
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return None


def orientation(image: Image.Image) -> int:
    """The EXIF orientation, 1 to 8. Broken EXIF data say nothing; they do not spoil the picture."""
    try:
        value = image.getexif().get(_ORIENTATION)
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, struct.error):
        image.load()  # a PNG is decoded on the way, and that it can be decoded is another question
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def on_black(image: Image.Image) -> Image.Image:
    """Decode the first frame to 8-bit RGB, transparency laid on black."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would clip rather than scale
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    black = Image.new("RGB", rgba.size)
    black.paste(rgba, mask=rgba.getchannel("A"))
    return black
