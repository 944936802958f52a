"""Checking reference images: a user's bytes become our own PNG, or a refusal in our own words.

No decoder runs in this process: `kinema.media.decoder` does that in a child that can reach nothing, and all
that is taken back from it is a fixed number of raw pixels.
"""

from __future__ import annotations

import asyncio
import binascii
import contextlib
import re
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Collection
from io import BytesIO
from pathlib import Path
from typing import cast
from weakref import WeakKeyDictionary

import numpy as np
import structlog
from numpy.typing import NDArray
from PIL import Image

from kinema.errors import ReferenceRefused, Unavailable
from kinema.media import decoder
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

MAX_BYTES = 20 * 1024 * 1024
"""How large an encoded image may be, whichever way it comes in."""
MAX_CHILDREN = 2
"""How many decoders one process keeps at once."""
MAX_WAITING = 16
"""How many pictures may wait for a decoder: each holds its bytes meanwhile."""
COMMAND = (sys.executable, "-I", str(Path(decoder.__file__)))
"""The decoder's child; width and height follow. By file, so that nothing of Kinema has to be imported."""

_MEDIA_TYPE = re.compile(r"data:image/[a-z0-9][a-z0-9.+-]{0,63};base64,", re.ASCII | re.IGNORECASE)
_log = structlog.get_logger(__name__)
_SCAN = b"\xff\xda"
MOST_SCANS = 100
"""Scans of a JPEG: an ordinary progressive one has about ten, and each costs a pass over the picture."""


class _Queue:
    """Who decodes and who waits for it, in one event loop: a process has one, tests have many."""

    def __init__(self) -> None:
        self.turns = asyncio.Semaphore(MAX_CHILDREN)
        self.waiting = 0


_queues: WeakKeyDictionary[asyncio.AbstractEventLoop, _Queue] = WeakKeyDictionary()


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


async def check(data: bytes, size: Size, sizes: Collection[Size] = (PORTRAIT, LANDSCAPE)) -> bytes:
    """Turn a user's PNG, JPEG or WebP of exactly `size` into our PNG of it: upright, 8-bit RGB, on black.

    Raises ReferenceRefused where that cannot be done, with a message for the user, and Unavailable where the
    server is to blame. `sizes` are those that a film could have instead: the message says which would fit.
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
    found, pixels = await _decode(data, size)
    if found != size:
        raise ReferenceRefused(_wrong_size(found, size, sizes))
    return await asyncio.to_thread(_encode, pixels, size)


def pixels(png: bytes) -> NDArray[np.uint8]:
    """Decode a PNG that `check` made into (height, width, 3), RGB. Never for a user's own bytes."""
    with Image.open(BytesIO(png), formats=["PNG"]) as image:
        return np.array(image.convert("RGB"), dtype=np.uint8)


def _looks_like_an_image(data: bytes) -> bool:
    return data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or (
        data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    )


def _wrong_size(found: Size, size: Size, sizes: Collection[Size]) -> str:
    said = f"The reference image is {found}, but the film is {size}."
    if found in sizes:
        return f"{said} Ask for size {found}, or send an image of exactly {size}."
    return f"{said} Send an image of exactly {size}."


async def _decode(data: bytes, size: Size) -> tuple[Size, bytes]:
    """The picture's size, and its pixels where that is `size`."""
    unusable = ReferenceRefused(
        f"The reference image cannot be read. Send an intact PNG, JPEG or WebP of exactly {size}."
    )
    async with _turn(), _child(size) as child:
        try:
            async with asyncio.timeout(decoder.SECONDS):
                verdict, found, raw = await _converse(child, data, size)
        except TimeoutError:  # a picture that is to blame runs out of CPU first
            raise Unavailable("Checking the reference image took too long. Try again shortly.") from None
        except asyncio.IncompleteReadError:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await child.wait()
            if child.returncode == decoder.NOT_LOCKED:
                raise Unavailable("Reference images cannot be checked on this server right now.") from None
            raise unusable from None
    if (verdict == decoder.PIXELS) != (found == size):
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
    header = await stdout.readexactly(decoder.HEADER.size)
    verdict, width, height = decoder.HEADER.unpack(header)
    wanted = size.width * size.height * 3 if verdict == decoder.PIXELS else 0
    return verdict, Size(width, height), await stdout.readexactly(wanted)


@contextlib.asynccontextmanager
async def _child(size: Size) -> AsyncIterator[Process]:
    """A decoder that does not outlive the block, however that is left."""
    try:
        child = await asyncio.create_subprocess_exec(
            *COMMAND, str(size.width), str(size.height),
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}, cwd="/", start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise Unavailable("Reference images cannot be checked on this server right now.") from error
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        # asyncio announces an exit only after the pipe's end, which a reader that has backed up never sees.
        await cast("StreamReader", child.stdout).read()
        if await child.wait() == decoder.NOT_LOCKED:
            _log.error("images.sandbox_failed", hint="resource limits or seccomp do not work on this system")


@contextlib.asynccontextmanager
async def _turn() -> AsyncIterator[None]:
    """One of the few decoders that run at once; refuses where too many pictures wait for theirs already."""
    queue = _queues.setdefault(asyncio.get_running_loop(), _Queue())
    if queue.waiting >= MAX_WAITING:
        raise Unavailable("Too many reference images are being checked. Try again shortly.")
    queue.waiting += 1
    try:
        await queue.turns.acquire()
    finally:
        queue.waiting -= 1
    try:
        yield
    finally:
        queue.turns.release()


def _encode(raw: bytes, size: Size) -> bytes:
    out = BytesIO()
    Image.frombytes("RGB", size, raw).save(out, "PNG", compress_level=1)
    return out.getvalue()
