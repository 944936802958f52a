"""Checking pictures in the real child: what is taken, what is refused, and what the child can reach."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import struct
import sys
import time
import zlib
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import structlog
import uvloop
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageOps

from kinema.errors import ReferenceRefused, Unavailable
from kinema.media import images
from kinema.media.sandbox import lockup
from kinema.media.sandbox import picture as decoder
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

SMALL = Size(64, 36)
STANDING = Size(36, 64)
UNREADABLE = "cannot be read"


def picture(size: Size = SMALL) -> Image.Image:
    """Smooth, and different in each corner."""
    y, x = np.mgrid[0 : size.height, 0 : size.width]
    red, green = x * 255 // (size.width - 1), y * 255 // (size.height - 1)
    return Image.fromarray(np.stack([red, green, np.full_like(x, 60)], axis=2).astype(np.uint8))


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """The image as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


async def taken(data: bytes, size: Size = SMALL) -> NDArray[np.int16]:
    """The pixels of what `check` returns, after a look at the file itself."""
    png = await images.check(data, size)
    with Image.open(BytesIO(png)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", tuple(size))
    return images.pixels(png).astype(np.int16)


def off_by(found: NDArray[np.int16], wanted: Image.Image) -> int:
    """The largest difference in any channel."""
    return int(np.abs(found - np.asarray(wanted.convert("RGB"), dtype=np.int16)).max())


def chunk(name: bytes, body: bytes) -> bytes:
    """A PNG chunk."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(size: tuple[int, int], depth: int, kind: int, *chunks: bytes) -> bytes:
    """A PNG by hand: header, chunks, end."""
    head = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "options", "close"),
    [("PNG", {}, 0), ("WEBP", {"lossless": True}, 0), ("WEBP", {}, 24), ("JPEG", {"quality": 95}, 12),
     ("JPEG", {"quality": 95, "progressive": True}, 12)],
)  # fmt: skip
async def test_each_format_is_taken(kind: str, options: dict[str, Any], close: int) -> None:
    """PNG, JPEG and WebP come out as our PNG of the same picture."""
    assert off_by(await taken(encoded(picture(), kind, **options)), picture()) <= close


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
async def test_the_sizes_of_films_are_taken(size: Size) -> None:
    """A picture of a film's full size passes unchanged."""
    assert off_by(await taken(encoded(picture(size)), size), picture(size)) == 0


@pytest.mark.parametrize("loop", [asyncio.new_event_loop, uvloop.new_event_loop])
def test_either_event_loop_will_do(loop: Any) -> None:
    """asyncio's own loop and uvloop both run the child."""
    with asyncio.Runner(loop_factory=loop) as runner:
        assert runner.run(images.check(encoded(picture()), SMALL))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_exif_orientation_is_applied(kind: str, orientation: int) -> None:
    """A picture that is stored turned or mirrored is measured and drawn upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(picture(), kind, exif=exif, quality=95)
    upright = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    size = STANDING if orientation >= 5 else SMALL
    assert off_by(await taken(data, size), upright) == 0
    with pytest.raises(ReferenceRefused, match=f"is {size}, but"):
        await images.check(data, Size(size.height, size.width))


async def test_a_portrait_that_a_phone_stored_lying_is_a_portrait() -> None:
    """1280x720 with orientation 6 is 720x1280."""
    exif = Image.Exif()
    exif[0x0112] = 6
    await taken(encoded(picture(LANDSCAPE), "JPEG", exif=exif), PORTRAIT)


async def test_broken_exif_spoils_nothing() -> None:
    """Garbage in the EXIF segment leaves a good picture good."""
    for exif in (b"Exif\0\0", b"Exif\0\0garbage garbage", b"Exif\0\0II*\0\xff\xff\xff\xff"):
        await taken(encoded(picture(), "JPEG", exif=exif))


def alpha_over(mode: str) -> Image.Image:
    """White that fades out to the right, in a mode with transparency."""
    fading = Image.linear_gradient("L").rotate(90).resize(SMALL)
    white = Image.new("LA" if mode == "LA" else "RGBA", SMALL, "white")
    white.putalpha(fading)
    return white


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("LA", "PNG"), ("RGBA", "WEBP")])
async def test_transparency_lies_on_black(mode: str, kind: str) -> None:
    """White at an opacity of x is grey of x: not white, and not whatever colour lay beneath."""
    image = alpha_over(mode)
    options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    assert off_by(await taken(encoded(image, kind, **options)), image.getchannel("A")) <= 1


async def test_a_transparent_colour_is_black() -> None:
    """In palettes and by a colour key, what is transparent is black, whatever its colour."""
    palette = Image.new("P", SMALL, 1)
    palette.putpalette([0, 255, 0, 255, 0, 0])
    assert (await taken(encoded(palette, transparency=1))).max() == 0
    assert (await taken(encoded(palette, transparency=0)))[0, 0].tolist() == [255, 0, 0]
    assert (await taken(encoded(Image.new("RGB", SMALL, "red"), transparency=(255, 0, 0)))).max() == 0
    assert (await taken(encoded(Image.new("L", SMALL, 200), transparency=200))).max() == 0


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK"])
async def test_other_colour_modes_become_rgb(mode: str) -> None:
    """Grey, black and white, palettes and CMYK look as Pillow shows them."""
    image = picture().convert(mode)
    data = encoded(image, "JPEG" if mode == "CMYK" else "PNG", **({"quality": 98} if mode == "CMYK" else {}))
    assert off_by(await taken(data), image) <= (16 if mode == "CMYK" else 0)


@pytest.mark.parametrize(("kind", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
async def test_sixteen_bits_are_scaled(kind: int, channels: int) -> None:
    """Deep grey and colour keep their brightness: 0x8000 is the middle, not white."""
    row = b"\0" + b"\x80\0" * (SMALL.width * channels)
    if channels in (2, 4):
        row = b"\0" + (b"\x80\0" * (channels - 1) + b"\xff\xff") * SMALL.width
    data = png(SMALL, 16, kind, chunk(b"IDAT", zlib.compress(row * SMALL.height)))
    found = await taken(data)
    assert (found.min(), found.max()) == (128, 128)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
async def test_of_an_animation_the_first_frame_counts(kind: str) -> None:
    """APNG and animated WebP show how they begin."""
    others = [Image.new("RGB", SMALL, colour) for colour in ("red", "blue")]
    data = encoded(picture(), kind, save_all=True, append_images=others, duration=100, lossless=True)
    assert off_by(await taken(data), picture()) == 0


async def test_a_phone_s_multi_picture_jpeg_is_a_jpeg() -> None:
    """MPO files, as phones write them, show their first picture."""
    data = encoded(picture(), "MPO", save_all=True, append_images=[picture()], quality=95)
    assert off_by(await taken(data), picture()) <= 12


async def test_another_size_is_told_which_size_would_fit() -> None:
    """The message names both sizes, and the `size` to ask for where there is one."""
    for wrong, size, said in (
        (Size(640, 360), PORTRAIT,
         "The reference image is 640x360, but the film is 720x1280. Send an image of exactly 720x1280."),
        (LANDSCAPE, PORTRAIT,
         "The reference image is 1280x720, but the film is 720x1280. "
         "Ask for size 1280x720, or send an image of exactly 720x1280."),
        (PORTRAIT, LANDSCAPE,
         "The reference image is 720x1280, but the film is 1280x720. "
         "Ask for size 720x1280, or send an image of exactly 1280x720."),
    ):  # fmt: skip
        for kind in ("PNG", "JPEG", "WEBP"):
            with pytest.raises(ReferenceRefused) as refused:
                await images.check(encoded(picture(wrong), kind), size)
            assert refused.value.message == said
    with pytest.raises(ReferenceRefused, match="Ask for size 64x36"):
        await images.check(encoded(picture()), PORTRAIT, [PORTRAIT, SMALL])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"%!PS-Adobe-3.0 EPSF-3.0",
        b"RIFF\0\0\0\0WAVEfmt ",
        encoded(picture(), "GIF"),
        encoded(picture(), "TIFF"),
        encoded(picture(), "BMP"),
        encoded(picture(), "AVIF"),
    ],
)
async def test_other_formats_are_refused_by_their_first_bytes(data: bytes) -> None:
    """What is neither PNG, JPEG nor WebP never reaches a decoder."""
    with pytest.raises(ReferenceRefused, match="not a PNG, JPEG or WebP"):
        await images.check(data, SMALL)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_truncated_picture_is_refused(kind: str) -> None:
    """However much is missing, the message is ours."""
    data = encoded(picture(Size(320, 180)), kind)
    for kept in (12, 40, len(data) // 2, len(data) - 200):
        with pytest.raises(ReferenceRefused, match=UNREADABLE) as refused:
            await images.check(data[:kept], Size(320, 180))
        assert "320x180" in refused.value.message


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x10\0\0\0WEBPVP8 "])
async def test_garbage_behind_magic_bytes_is_refused(head: bytes) -> None:
    """A right beginning makes no picture."""
    with pytest.raises(ReferenceRefused, match=UNREADABLE):
        await images.check(head + random.Random(1).randbytes(2000), SMALL)


async def test_a_file_over_the_cap_never_reaches_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes over 20 MiB are refused whichever way they came."""
    monkeypatch.setattr(images, "COMMAND", ("/nowhere",))
    with pytest.raises(ReferenceRefused, match="larger than 20 MiB"):
        await images.check(encoded(picture()) + bytes(images.MAX_BYTES), SMALL)


def _bombs() -> dict[str, tuple[bytes, str]]:
    big = 50_000
    idat = chunk(b"IDAT", zlib.compress(bytes(100_000)))
    frames = chunk(b"acTL", struct.pack(">II", 1000, 0)) + chunk(
        b"fcTL", struct.pack(">IIIIIHHBB", 0, big, big, 0, 0, 1, 10, 0, 0)
    )
    canvas = (big - 1).to_bytes(3, "little")
    vp8x = b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + canvas * 2
    jpeg = bytearray(encoded(picture(), "JPEG"))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 65_500, 65_500)
    return {
        "png": (png((big, big), 8, 2, idat), "50000x50000"),
        "apng": (png((big, big), 8, 6, frames, idat), "50000x50000"),
        "webp": (b"RIFF" + struct.pack("<I", 4 + len(vp8x)) + b"WEBP" + vp8x, "50000x50000"),
        "jpeg": (bytes(jpeg), "65500x65500"),
    }


@pytest.mark.parametrize("name", ["png", "apng", "webp", "jpeg"])
async def test_a_bomb_is_measured_and_not_decoded(name: str) -> None:
    """A few bytes that claim gigapixels are refused for their size, as fast as any other wrong size."""
    data, size = _bombs()[name]
    began = time.monotonic()
    with pytest.raises(ReferenceRefused, match=f"is {size}, but the film is 720x1280"):
        await images.check(data, PORTRAIT)
    assert time.monotonic() - began < 8


async def test_a_picture_that_needs_too_much_memory_is_refused() -> None:
    """Where a size is right but the pixels do not fit the child's memory, only the child suffers."""
    size = Size(30_000, 30_000)
    packer = zlib.compressobj()
    rows = b"".join([*(packer.compress(bytes(3_751 * 1000)) for _ in range(30)), packer.flush()])
    with pytest.raises(ReferenceRefused, match=UNREADABLE):
        await images.check(png(size, 1, 0, chunk(b"IDAT", rows)), size)


async def test_text_and_profile_bombs_are_survived() -> None:
    """Chunks that unpack to much more than a picture end in a picture or in our refusal."""
    bomb = zlib.compress(bytes(200 * 2**20))
    rows = chunk(b"IDAT", zlib.compress((b"\0" + bytes(SMALL.width)) * SMALL.height))
    for extra in (
        chunk(b"zTXt", b"Comment\0\0" + bomb),
        chunk(b"iCCP", b"icc\0\0" + bomb),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb),
    ):
        with contextlib.suppress(ReferenceRefused):
            await images.check(png(SMALL, 8, 0, extra, rows), SMALL)


PROBE = """
import json, os, resource, runpy, socket, sys
parent = os.getppid()
lock_up = runpy.run_path(sys.argv[1])["lock_up"]
attempts = {
    "open": lambda: open(sys.argv[1]), "write": lambda: open("/tmp/kinema-probe", "w"),
    "socket": lambda: socket.socket(), "unix": lambda: socket.socketpair(), "pipe": os.pipe,
    "dup": lambda: os.dup(0), "fork": os.fork, "exec": lambda: os.execv(sys.executable, ["python"]),
    "kill": lambda: os.kill(parent, 0), "list": lambda: os.listdir("/"), "stat": lambda: os.stat("/"),
    "more files": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    "memory": lambda: bytearray(600 * 1024 * 1024),
}
if sys.argv[2] == "locked":
    lock_up(512 * 2**20, 3, 10)
else:
    del attempts["exec"]
done = []
for name, attempt in attempts.items():
    try:
        result = attempt()
    except (OSError, ValueError, MemoryError):
        continue
    if name == "fork" and result == 0:
        os._exit(0)
    done.append(name)
    if name in ("open", "write", "socket"):
        result.close()
print(json.dumps(done), flush=True)
os._exit(0)
"""


async def _probe(state: str) -> list[str]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-c", PROBE, lockup.__file__, state,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await child.communicate()
    return json.loads(out)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have the resource limits alone")
async def test_a_locked_child_can_reach_nothing() -> None:
    """Files, sockets, processes, signals and limits are out of reach, and were not before."""
    assert await _probe("locked") == []
    free = await _probe("free")
    assert {"open", "socket", "fork", "kill", "list", "memory", "dup"} <= set(free)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
async def test_the_child_is_locked_before_it_reads() -> None:
    """A real decoder that waits for its first byte already has every limit, and no environment."""
    async with images._child(SMALL) as child:
        here = Path(f"/proc/{child.pid}")
        deadline = time.monotonic() + 5
        while "Seccomp:\t2" not in (status := (here / "status").read_text()):
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)
        limits = (here / "limits").read_text()
        assert "NoNewPrivs:\t1" in status
        for name, limit in (
            ("Max open files", 0), ("Max file size", 0), ("Max core file size", 0), ("Max processes", 0),
            ("Max cpu time", decoder.CPU_SECONDS), ("Max address space", decoder.MEMORY),
        ):  # fmt: skip
            line = next(line for line in limits.splitlines() if line.startswith(name))
            assert line.removeprefix(name).split()[:2] == [str(limit)] * 2
        assert (here / "environ").read_bytes() == b""
        opened = {Path(link).name for link in (here / "fd").iterdir()}
        assert opened == {"0", "1", "2"}


def _pretend(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put another child in the decoder's place, as one would be that a picture had taken over."""
    preamble = "import struct, sys, time; out = sys.stdout.buffer\n"
    monkeypatch.setattr(images, "COMMAND", (sys.executable, "-I", "-c", preamble + script))


def _children() -> list[psutil.Process]:
    """Return the decoders of this process, among whatever else other tests keep running."""
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if "-I" in child.cmdline():
                found.append(child)
    return found


async def test_a_child_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the wall time the server says that it is busy, and the child is gone."""
    monkeypatch.setattr(decoder, "SECONDS", 0.3)
    _pretend(monkeypatch, "time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(Unavailable, match="too long"):
        await images.check(encoded(picture()), SMALL)
    assert time.monotonic() - began < 5
    assert _children() == []


@pytest.mark.parametrize(
    "script",
    [
        "",
        "sys.exit(3)",
        "import os; os.kill(os.getpid(), 9)",
        "out.write(b'P')",
        "out.write(struct.pack('>cII', b'P', 64, 36) + bytes(100))",
        "out.write(struct.pack('>cII', b'P', 65, 36) + bytes(65 * 36 * 3))",
        "out.write(struct.pack('>cII', b'S', 64, 36))",
        "out.write(struct.pack('>cII', b'X', 64, 36) + bytes(64 * 36 * 3))",
        "out.write(b'<html>' * 1000)",
    ],
)
async def test_a_child_that_dies_or_lies_yields_no_picture(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a right verdict with exactly the right number of bytes is a picture."""
    _pretend(monkeypatch, script)
    with pytest.raises(ReferenceRefused):
        await images.check(encoded(picture()), SMALL)
    assert _children() == []


async def test_a_child_that_never_stops_talking_is_not_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than the picture that was asked for."""
    _pretend(monkeypatch, "out.write(struct.pack('>cII', b'P', 64, 36))\nwhile True: out.write(bytes(2**20))")
    assert (await taken(encoded(picture()))).max() == 0
    assert _children() == []


async def test_a_child_that_nobody_listens_to_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving a child whose output has backed up waits for its death, and not for a reader."""
    _pretend(monkeypatch, "while True: out.write(bytes(2**20))")
    async with asyncio.timeout(10), images._child(SMALL) as child:
        while not child.stdout._paused:  # noqa: ASYNC110 the reader announces it to nobody
            await asyncio.sleep(0.01)
    assert _children() == []


async def test_a_child_that_reads_nothing_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that a dead child no longer takes are no error of their own."""
    _pretend(monkeypatch, "sys.stdin.close()")
    with pytest.raises(ReferenceRefused, match=UNREADABLE):
        await images.check(encoded(picture()) + bytes(15 * 2**20), SMALL)


async def test_where_the_child_cannot_be_locked_nothing_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a system without the limits the server says that it cannot check, and its operator's log why."""
    _pretend(monkeypatch, f"sys.exit({lockup.NOT_LOCKED})")
    with structlog.testing.capture_logs() as logs, pytest.raises(Unavailable, match="on this server"):
        await images.check(encoded(picture()), SMALL)
    assert [entry["event"] for entry in logs] == ["sandbox failed"]


async def test_a_cancelled_check_takes_its_child_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left running for a request that nobody waits for."""
    _pretend(monkeypatch, "time.sleep(60)")
    check = asyncio.create_task(images.check(encoded(picture()), SMALL))
    deadline = time.monotonic() + 5
    while not _children():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)
    check.cancel()
    with pytest.raises(asyncio.CancelledError):
        await check
    assert _children() == []


async def test_a_long_queue_is_refused_rather_than_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bound, a picture is turned away at once, and those that wait are checked all the same."""
    monkeypatch.setattr(images.LINE, "most_waiting", 2)
    outcomes = await asyncio.gather(
        *(images.check(encoded(picture()), SMALL) for _ in range(8)), return_exceptions=True
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, Unavailable)]
    assert len(refused) >= 4
    assert len([outcome for outcome in outcomes if isinstance(outcome, bytes)]) == 8 - len(refused)


async def test_a_jpeg_of_countless_scans_costs_nothing() -> None:
    """A progressive JPEG with empty scans by the thousand is refused before anything decodes it."""
    whole = encoded(picture(), "JPEG")
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
    began = time.monotonic()
    with pytest.raises(ReferenceRefused, match="scans"):
        await images.check(whole[:-2] + scan * 200_000 + whole[-2:], SMALL)
    assert time.monotonic() - began < 5


async def test_two_children_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pictures at once wait for each other."""
    running, most = 0, 0
    real = images._child

    @contextlib.asynccontextmanager
    async def counted(size: Size) -> AsyncIterator[asyncio.subprocess.Process]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        async with real(size) as child:
            yield child
        running -= 1

    monkeypatch.setattr(images, "_child", counted)
    await asyncio.gather(*(images.check(encoded(picture()), SMALL) for _ in range(6)))
    assert most == images.LINE.at_once


SEEDS = [
    encoded(picture(), "PNG"),
    encoded(picture(), "JPEG"),
    encoded(picture(), "WEBP"),
    encoded(picture(), "WEBP", lossless=True),
    encoded(picture(), "PNG", save_all=True, append_images=[picture()]),
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real picture with a few bytes changed, cut out or put in."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return bytes(data)


@settings(max_examples=70)
@given(mutated() | st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    """Whatever comes in, out comes our PNG of the right size or our refusal, and no child is left."""
    try:
        png = asyncio.run(images.check(data, SMALL))
    except ReferenceRefused as refused:
        assert refused.message.startswith("The reference image")  # noqa: PT017 both outcomes are right
    else:
        assert images.pixels(png).shape == (SMALL.height, SMALL.width, 3)
    assert _children() == []
