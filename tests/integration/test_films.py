"""Users' films in the real child: what they become, what is refused, and what the child can reach."""

from __future__ import annotations

import asyncio
import struct
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.films import film, only_sound

from kinema.errors import FilmRefused, Unavailable
from kinema.media import films, reading
from kinema.media.probe import Probe, probe
from kinema.media.sandbox import film as decoder
from kinema.media.sandbox.child import confined
from kinema.videos.size import Size

WIDE, TALL = Size(128, 72), Size(72, 128)
SIZES = (TALL, WIDE)


async def taken(data: bytes, folder: Path) -> tuple[Probe, list[np.ndarray]]:
    """What a film becomes: its measures and its frames."""
    made = await films.check(data, SIZES, folder / "taken.mp4")
    measured = probe(folder / "taken.mp4")
    frames = list(reading.frames(folder / "taken.mp4"))
    assert (measured.size, measured.frames, measured.fps) == (made.size, made.frames, 24)
    assert (measured.video_codec, measured.pixel_format) == ("h264", "yuv420p")
    assert made.seconds == pytest.approx(measured.seconds)
    return measured, frames


def reddest(frame: np.ndarray) -> tuple[float, float]:
    """Where the red square's middle is, as fractions of width and height."""
    rows, columns = np.nonzero((frame[..., 0] > 150) & (frame[..., 1] < 110))
    return float(columns.mean()) / frame.shape[1], float(rows.mean()) / frame.shape[0]


@pytest.mark.parametrize(
    ("name", "codec", "sound", "fps"),
    [
        ("a.mp4", "libx264", "aac", 30),
        ("a.mov", "libx265", None, 25),
        ("a.webm", "libvpx-vp9", "libopus", 60),
        ("a.mkv", "libsvtav1", "libopus", 24),
    ],
)
async def test_each_kind_becomes_our_own_film(
    name: str, codec: str, sound: str | None, fps: int, tmp_path: Path
) -> None:
    """H.264, H.265, VP9 and AV1, at any rate, become H.264 at 24 a second, as long, with their sound."""
    made, frames = await taken(
        film(tmp_path / name, fps=fps, codec=codec, sound=sound).read_bytes(), tmp_path
    )
    assert made.size == WIDE
    assert made.frames == 48
    assert (made.has_sound, made.sound_codec) == ((True, "aac") if sound else (False, None))
    assert [reddest(frames[n])[0] for n in (2, 24, 45)] == pytest.approx([0.13, 0.5, 0.86], abs=0.06)
    if sound:
        heard = reading.sound(tmp_path / "taken.mp4", 2.0)
        assert float(np.abs(heard[4_000:90_000]).max()) == pytest.approx(0.3, abs=0.05)


async def test_the_size_that_fits_best_is_covered(tmp_path: Path) -> None:
    """A tall film becomes the tall size, a square one loses what is too much, and nothing is squeezed."""
    made, frames = await taken(film(tmp_path / "a.mp4", (180, 320)).read_bytes(), tmp_path)
    assert made.size == TALL
    _, frames = await taken(film(tmp_path / "b.mp4", (240, 240)).read_bytes(), tmp_path)
    rows, columns = np.nonzero((frames[24][..., 0] > 150) & (frames[24][..., 1] < 110))
    assert np.ptp(rows) == pytest.approx(np.ptp(columns), abs=3)


@pytest.mark.parametrize(("turn", "corner"), [(90, "down"), (270, "up")])
async def test_a_film_that_a_phone_stored_lying_stands(turn: int, corner: str, tmp_path: Path) -> None:
    """The display matrix of an MP4 is heeded: what goes to the right goes down, or up."""
    data = film(tmp_path / "a.mp4", sound=None).read_bytes()
    upright = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    sine = 1 << 16 if turn == 90 else -(1 << 16)
    turned = struct.pack(">9i", 0, sine, 0, -sine, 0, 0, 0, 0, 1 << 30)
    at = data.index(upright, data.index(b"tkhd"))
    made, frames = await taken(data[:at] + turned + data[at + 36 :], tmp_path)
    assert made.size == TALL
    ways = [reddest(frames[n])[1] for n in (2, 45)]
    assert (ways[0] < ways[1]) == (corner == "down")


def boxed(name: bytes, body: bytes, claim: int | None = None) -> bytes:
    """A box of an MP4, which may claim another length than it has."""
    return struct.pack(">I4s", len(body) + 8 if claim is None else claim, name) + body


def hostile(folder: Path) -> dict[str, bytes]:
    """Files that are no film to take."""
    good = film(folder / "good.mp4").read_bytes()
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("film.mp4", good)
    at = good.index(b"stsz") + 12
    return {
        "empty": b"",
        "text": b"<html>" * 1000,
        "zip": archive.getvalue(),
        "cut short": good[: len(good) // 2],
        "head alone": good[:100],
        "audio only": only_sound(folder / "sound.mp4").read_bytes(),
        "a still": b"\x89PNG\r\n\x1a\n" + bytes(1000),
        "10 GB claimed": boxed(b"ftyp", b"isom\0\0\2\0isomiso2")
        + struct.pack(">I4sQ", 1, b"mdat", 10 * 2**30)
        + bytes(1000),
        "endless samples": good[:at] + b"\xff\xff\xff\xff" + good[at + 4 :],
        "boxes in boxes": boxed(b"ftyp", b"isom") + (b"\0\0\7\0moov" * 5000),
        "an address": boxed(b"ftyp", b"isom") + b"#EXTM3U\nfile:///etc/passwd\n",
        "matroska of zeros": b"\x1aE\xdf\xa3" + bytes(10_000),
        "another codec": film(folder / "m.mp4", codec="mpeg4").read_bytes(),
    }


async def test_hostile_files_are_refused_quickly(tmp_path: Path) -> None:
    """Whatever is no film of ours to take is refused in our own words within seconds, and leaves nothing."""
    for name, data in hostile(tmp_path).items():
        began = time.monotonic()
        with pytest.raises(FilmRefused, match="cannot be read as a film"):
            await films.check(data, SIZES, tmp_path / "taken.mp4")
        assert time.monotonic() - began < 8, name
        assert not (tmp_path / "taken.mp4").exists(), name
    assert not [child for child in psutil.Process().children() if "-I" in child.cmdline()]


@pytest.mark.parametrize(
    ("size", "seconds", "said"),
    [
        ((64, 64), 21, "longer than 20"),
        ((64, 64), 0.5, "shorter than 1"),
        ((480, 120), 1, "shape"),
        ((32, 64), 1, "shape"),
    ],
)
async def test_bounds_are_told(size: tuple[int, int], seconds: float, said: str, tmp_path: Path) -> None:
    """A film that is too long, too short or of a shape that is not taken is told so."""
    data = film(tmp_path / "a.mp4", size, seconds, fps=10, sound=None).read_bytes()
    with pytest.raises(FilmRefused, match=said):
        await films.check(data, SIZES, tmp_path / "taken.mp4")


async def test_a_length_that_lies_is_counted(tmp_path: Path) -> None:
    """A film that says it has one second and has 21 is cut off while it is decoded."""
    data = film(tmp_path / "a.webm", (64, 64), 21, fps=5, codec="libvpx", sound=None).read_bytes()
    at = data.index(b"\x44\x89\x88") + 3
    lying = data[:at] + struct.pack(">d", 1000.0) + data[at + 8 :]
    with pytest.raises(FilmRefused, match="longer than 20"):
        await films.check(lying, SIZES, tmp_path / "taken.mp4")


async def test_samples_are_the_first_the_middle_the_last_and_one_a_second(tmp_path: Path) -> None:
    """What is screened shows all of the film."""
    await films.check(film(tmp_path / "a.mp4", seconds=2.5).read_bytes(), SIZES, tmp_path / "taken.mp4")
    made = films.Taken(WIDE, 60)
    assert len(list(films.samples(tmp_path / "taken.mp4", made))) == 5  # 0, 24, 30, 48, 59


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
async def test_the_child_is_locked_before_it_reads() -> None:
    """A decoder that waits for its first byte is confined, and has nothing open but its pipes."""
    async with confined(films.COMMAND, *SIZES) as child:
        here = Path(f"/proc/{child.pid}")
        deadline = time.monotonic() + 10
        while "Seccomp:\t2" not in (here / "status").read_text():
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)
        assert {Path(link).name for link in (here / "fd").iterdir()} == {"0", "1", "2"}
        limit = next(line for line in (here / "limits").read_text().splitlines() if "address space" in line)
        assert str(decoder.MEMORY) in limit


@pytest.mark.parametrize(
    "script",
    [
        "",
        "out.write(b'E')",
        "out.write(b'F' + bytes(128 * 72 * 3) + b'E')",
        "out.write(b'S' + struct.pack('>II', 130, 72))",
        "out.write(b'S' + struct.pack('>II', 128, 72) + b'E')",
        "out.write(b'S' + struct.pack('>II', 128, 72) + b'F' + bytes(128 * 72 * 3))",
        "out.write(b'S' + struct.pack('>II', 128, 72) + b'A' + struct.pack('>I', 2**31))",
        "out.write(b'S' + struct.pack('>II', 128, 72) + (b'F' + bytes(128 * 72 * 3)) * 999 + b'E')",
    ],
)
async def test_a_child_that_dies_or_lies_yields_no_film(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the parts that an honest decoder sends, in their order and to the end, make a film."""
    preamble = "import struct, sys; sys.stdin.buffer.read(); out = sys.stdout.buffer\n"
    monkeypatch.setattr(films, "COMMAND", (sys.executable, "-I", "-c", preamble + script))
    with pytest.raises(FilmRefused):
        await films.check(bytes(4) + b"ftyp", SIZES, tmp_path / "taken.mp4")
    assert not (tmp_path / "taken.mp4").exists()


async def test_a_child_that_hangs_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the wall time the server says that it is busy, and nothing is left."""
    monkeypatch.setattr(decoder, "SECONDS", 0.3)
    monkeypatch.setattr(films, "COMMAND", (sys.executable, "-I", "-c", "import time; time.sleep(60)"))
    with pytest.raises(Unavailable, match="too long"):
        await films.check(bytes(4) + b"ftyp", SIZES, tmp_path / "taken.mp4")


async def test_nothing_is_written_once_the_check_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that ends while a frame is being encoded waits for that: no encoder is closed at its work."""
    began, at_work, torn = asyncio.Event(), False, False
    loop = asyncio.get_running_loop()

    class Slow(films.FilmWriter):
        def write(self, frame: NDArray[np.uint8]) -> None:
            nonlocal at_work
            at_work = True
            loop.call_soon_threadsafe(began.set)
            time.sleep(0.3)
            super().write(frame)
            at_work = False

        def abandon(self) -> None:
            nonlocal torn
            torn = at_work
            super().abandon()

    monkeypatch.setattr(films, "FilmWriter", Slow)
    data = film(tmp_path / "a.mp4", seconds=1).read_bytes()
    checking = asyncio.create_task(films.check(data, SIZES, tmp_path / "taken.mp4"))
    await began.wait()
    checking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await checking
    assert not torn
    assert not (tmp_path / "taken.mp4").exists()


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a small film."""
    return film(tmp_path_factory.mktemp("seed") / "a.mp4", (64, 64), 1, fps=12).read_bytes()


@settings(max_examples=25)
@given(
    bends=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 4), st.binary(max_size=4)), min_size=1, max_size=5
    )
)
def test_any_bytes_are_a_film_or_refused(seed: bytes, bends: list[tuple[float, int, bytes]]) -> None:
    """A real film with a few bytes changed, cut out or put in is still one, or is refused."""
    bent = bytearray(seed)
    for place, gone, put in bends:
        at = int(place * len(bent))
        bent[at : at + gone] = put
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = asyncio.run(films.check(bytes(bent), SIZES, Path(folder, "bent.mp4")))
        except FilmRefused as refused:
            assert refused.message.endswith(".")  # noqa: PT017 both outcomes are right
        else:
            assert made.frames <= 480
