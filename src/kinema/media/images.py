"""Checking reference images: a user's bytes become our own PNG, or a refusal in our own words.

No decoder runs in this process: `kinema.media.sandbox.picture` does that in a child that can reach nothing,
and all that is taken back from it is a fixed number of raw pixels.
"""

from __future__ import annotations

import asyncio
import binascii
import contextlib
import re
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import Process
from collections.abc import Collection, Hashable
from contextlib import AbstractAsyncContextManager
from io import BytesIO
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kinema.errors import ReferenceRefused, Unavailable
from kinema.media.line import Line
from kinema.media.sandbox import lockup, picture
from kinema.media.sandbox.child import command, confined
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

MAX_BYTES = 20 * 1024 * 1024
"""How large an encoded image may be, whichever way it comes in."""
LINE = Line(2, 32, "reference images are being checked")
"""How many decoders one process keeps at once, and how many pictures wait."""
COMMAND = command(picture)
"""The decoder's child; width and height follow."""

_MEDIA_TYPE = re.compile(r"data:image/[a-z0-9][a-z0-9.+-]{0,63};base64,", re.ASCII | re.IGNORECASE)
_SCAN = b"\xff\xda"
MOST_SCANS = 100
"""Scans of a JPEG: an ordinary progressive one has about ten, and each costs a pass over the picture."""


def data_url(text: str) -> bytes:
    """The bytes in a `data:image/…;base64,…` URL; raises ValueError, saying what is wrong, for any other.

    What they are is for `check` to say: the type that the URL names is not looked at.
    """
    match = _MEDIA_TYPE.match(text)
    if not match:
        raise ValueError(
            "an inline image is written as data:image/png;base64, followed by its bytes in base64"
        )
    payload = text[match.end() :]
    if not payload:
        raise ValueError("the data: URL holds no image: base64 must follow its comma")
    if len(payload) > (MAX_BYTES + 2) // 3 * 4:
        raise ValueError(f"the image in the data: URL is larger than {MAX_BYTES // 2**20} MiB")
    try:
        data = binascii.a2b_base64(payload, strict_mode=True)
    except ValueError:
        data = b""
    if not data or len(payload) % 4:  # strict_mode lets one = too many pass
        raise ValueError(
            "the data: URL is not valid base64: use the alphabet A-Z a-z 0-9 + / with = as padding, "
            "without line breaks or percent signs"
        )
    if len(data) > MAX_BYTES:
        raise ValueError(f"the image in the data: URL is larger than {MAX_BYTES // 2**20} MiB")
    return data


async def check(
    data: bytes,
    size: Size,
    sizes: Collection[Size] = (PORTRAIT, LANDSCAPE),
    *,
    whose: Hashable = None,
) -> bytes:
    """Turn a user's PNG, JPEG or WebP of exactly `size` into our PNG of it: upright, 8-bit RGB, on black.

    Raises ReferenceRefused where that cannot be done, with a message for the user, and Unavailable where the
    server is to blame. `sizes` are those that a film could have instead: the message says which would fit.
    `whose` turn it takes is a tenant's.
    """
    if len(data) > MAX_BYTES:
        raise ReferenceRefused(
            f"The reference image is larger than {MAX_BYTES // 2**20} MiB. Send a smaller file."
        )
    if data.count(_SCAN) > MOST_SCANS:
        raise ReferenceRefused(f"The reference image has far too many scans. Save it anew, as {size}.")
    if not _looks_like_an_image(data):
        raise ReferenceRefused(
            f"The reference image is not a PNG, JPEG or WebP. Send one of these, of exactly {size}."
        )
    found, pixels = await _decode(data, size, whose)
    if found != size:
        raise ReferenceRefused(_wrong_size(found, size, sizes))
    return await asyncio.to_thread(encode, pixels, size)


def pixels(png: bytes) -> NDArray[np.uint8]:
    """Decode a PNG that `check` made into (height, width, 3), RGB. Never for a user's own bytes."""
    with Image.open(BytesIO(png), formats=["PNG"]) as image:
        return np.array(image.convert("RGB"), dtype=np.uint8)


def cutout(png: bytes) -> NDArray[np.uint8]:
    """Decode a PNG that `encode_cutout` wrote into (height, width, 4), RGBA."""
    with Image.open(BytesIO(png), formats=["PNG"]) as image:
        return np.array(image.convert("RGBA"), dtype=np.uint8)


def encode_cutout(pixels: NDArray[np.uint8]) -> bytes:
    """Write pixels of (height, width, 4), RGBA, as a PNG."""
    out = BytesIO()
    Image.fromarray(pixels, "RGBA").save(out, "PNG")
    return out.getvalue()


def _looks_like_an_image(data: bytes) -> bool:
    return data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or (
        data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    )


def _wrong_size(found: Size, size: Size, sizes: Collection[Size]) -> str:
    said = f"The reference image is {found}, but the film is {size}."
    if found in sizes:
        return f"{said} Ask for size {found}, or send an image of exactly {size}."
    return f"{said} Send an image of exactly {size}."


async def _decode(data: bytes, size: Size, whose: Hashable) -> tuple[Size, bytes]:
    """The picture's size, and its pixels where that is `size`."""
    unusable = ReferenceRefused(
        f"The reference image cannot be read. Send an intact PNG, JPEG or WebP of exactly {size}."
    )
    async with LINE.turn(whose), _child(size) as child:
        try:
            async with asyncio.timeout(picture.SECONDS):
                verdict, found, raw = await _converse(child, data, size)
        except TimeoutError:  # a picture that is to blame runs out of CPU first
            raise Unavailable("Checking the reference image took too long. Try again shortly.") from None
        except asyncio.IncompleteReadError:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await child.wait()
            if child.returncode == lockup.NOT_LOCKED:
                raise Unavailable("Reference images cannot be checked on this server right now.") from None
            raise unusable from None
    if (verdict == picture.PIXELS) != (found == size):
        raise unusable
    return found, raw


async def _converse(child: Process, data: bytes, size: Size) -> tuple[bytes, Size, bytes]:
    """Send the picture and read the answer: never more of it than an honest decoder would send."""
    stdin, stdout = cast("StreamWriter", child.stdin), cast("StreamReader", child.stdout)
    # A child that has seen enough, or died, does not read to the end; its answer tells.
    with contextlib.suppress(ConnectionError):
        stdin.write(data)
        await stdin.drain()
    stdin.close()
    header = await stdout.readexactly(picture.HEADER.size)
    verdict, width, height = picture.HEADER.unpack(header)
    wanted = size.width * size.height * 3 if verdict == picture.PIXELS else 0
    return verdict, Size(width, height), await stdout.readexactly(wanted)


def _child(size: Size) -> AbstractAsyncContextManager[Process]:
    return confined(COMMAND, *size)


def encode(raw: bytes, size: Size) -> bytes:
    """Write RGB pixels as a PNG."""
    out = BytesIO()
    Image.frombytes("RGB", size, raw).save(out, "PNG", compress_level=1)
    return out.getvalue()
