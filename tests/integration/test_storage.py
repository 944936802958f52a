"""The storage, over a folder and over a real S3 server: what one promises, the other promises too."""

from __future__ import annotations

import asyncio
import errno
import os
import random
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest
from structlog.testing import capture_logs
from tests.seaweed import SECRET, Seaweed, aws_environment
from tests.servers import eventually, free_port

from kinema.errors import Misconfigured, NotFound, Unavailable
from kinema.storage import objects
from kinema.storage.objects import Storage

MIB = 1024 * 1024
KEY = "films/sora_1/1.mp4"
SOON = timedelta(seconds=5)

WRITER = """
import asyncio, sys
from pathlib import Path
from kinema.storage.objects import Storage
place, key, film = sys.argv[1:]
asyncio.run(Storage(Path(place) if place.startswith("/") else place).put(key, Path(film)))
"""


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """Give a place with nothing in it: a folder, then a prefix of a bucket."""
    if request.param == "folder":
        yield tmp_path / "objects"
        return
    seaweed: Seaweed = request.getfixturevalue("seaweed")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in seaweed.environment.items():
            patch.setenv(name, value)
        yield seaweed.place()


@pytest.fixture
def storage(place: str | Path) -> Storage:
    """Give the storage at that place."""
    return Storage(place)


FILM = random.Random(1).randbytes(12 * MIB)
"""What goes to a bucket in several parts."""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Give a file that holds FILM."""
    path = tmp_path / "film.mp4"
    path.write_bytes(FILM)
    return path


async def _read(storage: Storage, key: str, start: int, end: int) -> bytes:
    return b"".join([chunk async for chunk in await storage.stream(key, start, end)])


def _start_writing(place: str | Path, film: Path) -> subprocess.Popen[bytes]:
    """Start a process that writes a file of zeros, large enough to be killed in the middle."""
    with film.open("wb") as file:
        file.truncate(1024 * MIB)
    return subprocess.Popen([sys.executable, "-c", WRITER, str(place), KEY, str(film)])


async def _listed(storage: Storage, room: str, moment: datetime) -> list[list[str]]:
    return [batch async for batch in storage.older_than(room, moment)]


# What every storage promises


async def test_what_was_put_is_read_back(storage: Storage, film: Path) -> None:
    """Bytes and files come back as they were, and a second write replaces the first."""
    await storage.put(KEY, b"first")
    assert await storage.get(KEY) == b"first"
    await storage.put(KEY, film)
    assert await storage.get(KEY) == FILM


@pytest.mark.parametrize(
    ("start", "end"), [(0, 12 * MIB), (0, 1), (5 * MIB - 1, 5 * MIB + 1), (12 * MIB - 1, 12 * MIB)]
)
async def test_a_span_is_streamed(storage: Storage, film: Path, start: int, end: int) -> None:
    """A stream gives exactly the bytes from its start up to its end."""
    await storage.put(KEY, film)
    assert await _read(storage, KEY, start, end) == FILM[start:end]


async def test_a_stream_comes_in_pieces(storage: Storage, film: Path) -> None:
    """A film is read in pieces, never whole into memory."""
    await storage.put(KEY, film)
    sizes = [len(chunk) async for chunk in await storage.stream(KEY, 0, 12 * MIB)]
    assert max(sizes) <= 2 * MIB


async def test_an_unknown_key_is_not_found(storage: Storage) -> None:
    """What is not there raises NotFound, whole or as a stream, before the first byte is sent."""
    await storage.put("films/sora_1/2.mp4", b"another")
    with pytest.raises(NotFound):
        await storage.get(KEY)
    with pytest.raises(NotFound):
        await storage.stream(KEY, 0, 1)


async def test_a_delete_may_be_repeated(storage: Storage) -> None:
    """A deleted object is gone, deleting it again is no error, and its neighbours stay."""
    await storage.put(KEY, b"film")
    await storage.put("films/sora_1/2.mp4", b"another")
    for _ in range(2):
        await storage.delete(KEY)
    with pytest.raises(NotFound):
        await storage.get(KEY)
    assert await storage.get("films/sora_1/2.mp4") == b"another"


async def test_old_objects_are_listed_in_batches(storage: Storage) -> None:
    """Objects of a room that are older than a moment are listed once each, at most 500 at a time."""
    keys = {f"films/sora_{number}/1.mp4" for number in range(1100)}
    await asyncio.gather(*(storage.put(key, b"x") for key in keys), storage.put("references/a/b", b"x"))
    batches = await _listed(storage, "films", datetime.now(UTC) + SOON)
    assert max(map(len, batches)) <= 500
    listed = [key for batch in batches for key in batch]
    assert sorted(listed) == sorted(keys)
    assert await _listed(storage, "films", datetime.now(UTC) - timedelta(hours=1)) == []
    assert await _listed(storage, "nothing", datetime.now(UTC) + SOON) == []


async def test_a_killed_write_leaves_nothing_to_read(
    place: str | Path, storage: Storage, tmp_path: Path
) -> None:
    """Kill -9 in the middle of a write: the object is not there, is not listed, and can be written again."""
    await storage.put("films/other/1.mp4", b"so that the bucket is there")
    writer = _start_writing(place, tmp_path / "large.mp4")
    written = psutil.Process(writer.pid)
    eventually(lambda: written.io_counters().write_chars > 16 * MIB, what="the write", every=0.0005)
    writer.kill()
    assert writer.wait() == -signal.SIGKILL
    with pytest.raises(NotFound):
        await storage.get(KEY)
    assert await _listed(storage, "films", datetime.now(UTC) + SOON) == [["films/other/1.mp4"]]
    await storage.put(KEY, b"again")
    assert await storage.get(KEY) == b"again"


async def test_a_cancelled_write_leaves_all_or_nothing(storage: Storage, film: Path) -> None:
    """A write that is cancelled at any moment leaves no part of the object."""
    for turn in range(8):
        key = f"films/sora_{turn}/1.mp4"
        writing = asyncio.create_task(storage.put(key, film))
        await asyncio.wait({writing}, timeout=0.004 * turn)
        writing.cancel()
        await asyncio.wait({writing})
        try:
            assert await storage.get(key) == FILM
        except NotFound:
            assert writing.cancelled()


async def test_a_file_that_is_not_there_is_no_missing_object(storage: Storage, tmp_path: Path) -> None:
    """A write whose source is missing raises Unavailable and leaves nothing."""
    await storage.put("films/other/1.mp4", b"so that the bucket is there")
    with pytest.raises(Unavailable):
        await storage.put(KEY, tmp_path / "nowhere.mp4")
    with pytest.raises(NotFound):
        await storage.get(KEY)


# Buckets


def _everything(storage: Storage) -> list[Callable[[], object]]:
    return [
        lambda: storage.put(KEY, b"film"),
        lambda: storage.get(KEY),
        lambda: storage.stream(KEY, 0, 1),
        lambda: storage.delete(KEY),
        lambda: _listed(storage, "films", datetime.now(UTC)),
    ]


async def _all_unavailable(storage: Storage, within: float) -> None:
    for call in _everything(storage):
        began = time.monotonic()
        with capture_logs() as logs, pytest.raises(Unavailable) as raised:
            await call()  # type: ignore[misc]
        assert time.monotonic() - began < within
        assert [line["event"] for line in logs] == ["storage failed"]
        assert SECRET not in f"{logs}{raised.value.message}"


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that sets the variables of a server."""

    def set_variables(endpoint: str, secret: str = SECRET) -> None:
        for name, value in aws_environment(endpoint, secret).items():
            monkeypatch.setenv(name, value)

    return set_variables


async def test_wrong_credentials_are_an_outage(seaweed: Seaweed, aws: Callable[..., None]) -> None:
    """A server that refuses the signature makes every method Unavailable, and nothing shows the secret."""
    aws(f"http://127.0.0.1:{seaweed.port}", "not-" + SECRET)
    await _all_unavailable(Storage(seaweed.place()), within=10)


async def test_a_missing_bucket_is_an_outage(seaweed: Seaweed, aws: Callable[..., None]) -> None:
    """Where there is no bucket nothing is taken for a missing object."""
    aws(f"http://127.0.0.1:{seaweed.port}")
    storage = Storage("s3://no-such-bucket/films")
    for call in (storage.get(KEY), storage.stream(KEY, 0, 1)):
        with pytest.raises(Unavailable):
            await call


async def test_a_dead_server_is_an_outage(aws: Callable[..., None]) -> None:
    """Where nobody listens every method is Unavailable within 10 s."""
    aws(f"http://127.0.0.1:{free_port()}")
    await _all_unavailable(Storage("s3://films"), within=10)


async def test_a_silent_server_is_an_outage(
    aws: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that takes connections and never answers is given up after the patience, which is 10 s."""
    assert objects.PATIENCE <= 10
    monkeypatch.setattr(objects, "PATIENCE", 0.5)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        aws(f"http://127.0.0.1:{silent.getsockname()[1]}")
        await _all_unavailable(Storage("s3://films"), within=2)


@asynccontextmanager
async def _relay(port: int, most: int) -> AsyncIterator[int]:
    """Lend a port that leads to another until so many bytes have gone there; then it breaks everything."""
    left = most
    writers: set[asyncio.StreamWriter] = set()

    async def copy(source: asyncio.StreamReader, target: asyncio.StreamWriter, counts: bool) -> None:
        nonlocal left
        with suppress(OSError):
            while left > 0 and (data := await source.read(64 * 1024)):
                left -= len(data) if counts else 0
                target.write(data)
                await target.drain()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, forth = await asyncio.open_connection("127.0.0.1", port)
        writers.update((writer, forth))
        ways = {
            asyncio.create_task(copy(reader, forth, True)),
            asyncio.create_task(copy(back, writer, False)),
        }
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for end in list(writers) if left <= 0 else (writer, forth):
            end.transport.abort()
        await asyncio.wait(ways)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
        for end in writers:
            end.transport.abort()


async def test_a_write_that_breaks_off_leaves_nothing(
    seaweed: Seaweed, aws: Callable[..., None], film: Path
) -> None:
    """A bucket that goes away in the middle of a write is an outage, and the object is not there."""
    place = seaweed.place()
    aws(f"http://127.0.0.1:{seaweed.port}")
    direct = Storage(place)
    await direct.put("films/other/1.mp4", b"so that the bucket is there")
    async with _relay(seaweed.port, 6 * MIB) as port:
        aws(f"http://127.0.0.1:{port}")
        broken = Storage(place)
        with pytest.raises(Unavailable):
            await broken.put(KEY, film)
    with pytest.raises(NotFound):
        await direct.get(KEY)


# Folders


async def test_staging_files_of_dead_writers_are_collected(tmp_path: Path) -> None:
    """Old half files and empty folders of a room go; young ones, objects and other rooms stay."""
    storage = Storage(tmp_path)
    await storage.put(KEY, b"film")
    half, alone, foreign = (
        tmp_path / name for name in ("films/sora_1/1.mp4#1", "films/sora_2/1.mp4#12", "mine/1.mp4#1")
    )
    for path in (half, alone, foreign):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"ha")
    (tmp_path / "films" / "empty").mkdir()
    assert await storage.clear("films", datetime.now(UTC) - timedelta(hours=1)) == 0
    assert half.exists()
    assert (tmp_path / "films" / "empty").exists()
    assert await storage.clear("films", datetime.now(UTC) + SOON) == 2
    assert [path.name for path in (tmp_path / "films").iterdir()] == ["sora_1"]
    assert foreign.exists()
    assert await storage.get(KEY) == b"film"
    assert await storage.clear("nothing", datetime.now(UTC) + SOON) == 0


async def test_a_killed_writers_staging_file_is_found(tmp_path: Path) -> None:
    """What a real kill -9 in mid-write leaves in a folder is recognised and deleted."""
    root = tmp_path / "objects"
    writer = _start_writing(root, tmp_path / "large.mp4")
    eventually(lambda: list(root.rglob("*#*")), what="the staging file", every=0.0005)
    writer.kill()
    writer.wait()
    assert await Storage(root).clear("films", datetime.now(UTC) + SOON) == 1
    assert [path for path in root.rglob("*") if path.is_file()] == []


async def test_the_last_object_takes_its_folder_along(tmp_path: Path) -> None:
    """A deleted film leaves no empty folder, and the storage itself stays."""
    storage = Storage(tmp_path / "objects")
    await storage.put(KEY, b"film")
    await storage.delete(KEY)
    assert list((tmp_path / "objects").iterdir()) == []


async def test_a_write_is_on_disk_when_it_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The object, its folder and every folder above it up to the storage's own are flushed."""
    flushed = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        assert stat.S_ISREG(os.fstat(descriptor).st_mode) == (len(flushed) == 1)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    await Storage(tmp_path).put(KEY, b"film")
    assert flushed == [tmp_path / KEY, tmp_path / "films" / "sora_1", tmp_path / "films", tmp_path]


async def test_a_disk_that_cannot_promise_is_an_outage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that the disk does not confirm is Unavailable, not a success."""

    def fsync(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Unavailable):
        await Storage(tmp_path).put(KEY, b"film")


async def test_a_folder_may_be_named_by_its_url(tmp_path: Path) -> None:
    """`file:///path` is that folder, made where it is not there, spaces and all."""
    await Storage(f"file://{tmp_path}/my%20films").put(KEY, b"film")
    assert (tmp_path / "my films" / KEY).read_bytes() == b"film"


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    """A folder that cannot be made is refused by its name."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Misconfigured, match="file/objects"):
        Storage(tmp_path / "file" / "objects")
