"""The decoder of a user's film: its bytes come in on stdin; sound, and frames of one size, go out on stdout.

It runs behind `lockup`, and imports PyAV and nothing of Kinema. It answers with parts, each a byte that says
what it is and what belongs to it: `SIZE` once, `SOUND` at most once, `FRAME` for each 24th of a second, and
at the end `END`, or `TOO_LONG`, `TOO_SHORT` or `BAD_SHAPE` where the film is refused.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import Any

# `av.subtitles` is what PyAV would import only when it needs it: after `lock_up` no module can be read.
import av
import av.filter
import av.subtitles.codeccontext
import av.subtitles.stream
from av.audio.resampler import AudioResampler
from av.container import InputContainer

MEMORY = 1536 * 1024 * 1024
SECONDS = 90
CPU_SECONDS = 60

LONGEST = 20.0
"""Seconds of a film, at most; half a frame more is none."""
SHORTEST = 1.0
FPS = 24
SAMPLE_RATE = 48_000
MOST_PIXELS = 4096 * 2304
STEEPEST = 3.0
"""How many times longer one side may be than the other."""
SMALLEST = 64
"""Pixels of the shorter side, at least."""

SIZE, SOUND, FRAME, END = b"S", b"A", b"F", b"E"
TOO_LONG, TOO_SHORT, BAD_SHAPE = b"L", b"T", b"D"
DIMENSIONS = struct.Struct(">II")
"""After `SIZE`: width and height in pixels, of the sizes that the words gave the one that fits best. A frame
is width × height × 3 bytes of RGB."""
MOST_SOUND = 4 * int(LONGEST + 1) * SAMPLE_RATE
"""Bytes of sound, at most."""
LENGTH = struct.Struct(">I")
"""After `SOUND`: how many bytes follow, 16-bit stereo at 48 kHz in the machine's byte order."""

_MATROSKA = b"\x1aE\xdf\xa3"
_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
"""What may stand first in an MP4 or MOV."""
_CODECS = (
    *("h264", "hevc", "vp8", "vp9", "av1", "libdav1d"),
    *("aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "pcm_s16le", "pcm_s16be"),
)
"""All that is decoded, whatever else FFmpeg knows."""
_TURNS = {90: "transpose=cclock,", -90: "transpose=clock,", 180: "hflip,vflip,", -180: "hflip,vflip,"}


class Refused(Exception):
    """The film is one that is not taken; the argument is the part that says why."""


def main(words: list[str]) -> None:
    """Read a film and answer; the words are the sizes that it may be brought to, as 1280x720."""
    data = sys.stdin.buffer.read()
    sizes = [(int(width), int(height)) for width, height in (word.split("x") for word in words)]
    out = sys.stdout.buffer
    try:
        for part in parts(data, sizes):
            out.write(part)
        out.write(END)
    except Refused as refusal:
        out.write(refusal.args[0])
    out.flush()


def parts(data: bytes, sizes: list[tuple[int, int]]) -> Iterator[bytes]:
    """Decode a film; raises Refused, and whatever FFmpeg raises."""
    with opened(data) as container:
        video = container.streams.video[0]
        if container.duration and container.duration / av.time_base > LONGEST + 0.5:
            raise Refused(TOO_LONG)
        frames = checked(decoded(container, video))
        first = next(frames)
        size, filters = fitted(first, video.sample_aspect_ratio, sizes)
        yield SIZE + DIMENSIONS.pack(*size)
        begins = float(first.time or 0.0)
        yield from sound(data, begins)
        count = 0
        for frame in drawn(filters, first, frames):
            count += 1
            if count > LONGEST * FPS:
                raise Refused(TOO_LONG)
            yield FRAME + packed(frame)
        if count < SHORTEST * FPS:
            raise Refused(TOO_SHORT)
        claimed = float(video.duration * video.time_base) if video.duration and video.time_base else 0.0
        if count / FPS < 0.9 * claimed:
            raise ValueError("the rest of the film is missing")


def format_of(data: bytes) -> str | None:
    """The name of the format that a file's first bytes say, None for one that is not taken."""
    if data.startswith(_MATROSKA):
        return "matroska"
    return "mp4" if data[4:8] in _BOXES else None


def opened(data: bytes) -> InputContainer:
    """Read a film's header, as that one format."""
    bounds = {"codec_whitelist": ",".join(_CODECS), "max_pixels": str(MOST_PIXELS)}
    return av.open(BytesIO(data), "r", format=format_of(data), options=bounds)


def decoded(container: InputContainer, stream: Any) -> Iterator[Any]:
    """The frames of a stream, decoded by this thread alone: there can be no other."""
    if stream.codec_context.name not in _CODECS:
        raise ValueError("another codec")
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    stream.codec_context.thread_count = 1
    stream.codec_context.thread_type = "NONE"
    return container.decode(stream)


def checked(frames: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """The frames, as long as they are of one sane shape."""
    shape = None
    for frame in frames:
        short, long = sorted((frame.width, frame.height))
        if short < SMALLEST or short * long > MOST_PIXELS or long > STEEPEST * short:
            raise Refused(BAD_SHAPE)
        if shape not in (None, (frame.width, frame.height, frame.format.name)):
            raise ValueError("the shape changes on the way")
        shape = frame.width, frame.height, frame.format.name
        yield frame


def fitted(frame: av.VideoFrame, ratio: Any, sizes: list[tuple[int, int]]) -> tuple[tuple[int, int], str]:
    """The size that fits the film best, and FFmpeg's filters that bring it there: upright, square pixels, cut
    to cover, 24 frames a second."""
    ratio = float(ratio or 1)
    if not 1 / STEEPEST <= ratio <= STEEPEST:
        raise Refused(BAD_SHAPE)
    turn = _TURNS.get(int(frame.rotation), "")
    wide, high = frame.width * ratio, float(frame.height)
    if turn.startswith("transpose"):
        wide, high = high, wide
    if max(wide, high) > STEEPEST * min(wide, high):
        raise Refused(BAD_SHAPE)
    width, height = min(
        sizes, key=lambda size: (_apart(wide / high, size), abs(size[0] * size[1] - wide * high))
    )
    factor = max(width / wide, height / high)
    scaled = max(round(wide * factor), width), max(round(high * factor), height)
    return (width, height), (
        f"fps={FPS}:round=near,{turn}scale={scaled[0]}:{scaled[1]}:flags=bicubic,"
        f"crop={width}:{height},setsar=1,format=rgb24"
    )


def _apart(shape: float, size: tuple[int, int]) -> float:
    other = size[0] / size[1]
    return round(max(shape / other, other / shape), 2)


def drawn(filters: str, first: av.VideoFrame, rest: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """The frames as the filters give them."""
    graph = av.filter.Graph()
    graph.threads = 1
    nodes = [
        graph.add_buffer(
            width=first.width, height=first.height, format=first.format, time_base=first.time_base
        )
    ]
    for each in filters.split(","):
        name, _, arguments = each.partition("=")
        nodes.append(graph.add(name, arguments or None))
    nodes.append(graph.add("buffersink"))
    graph.link_nodes(*nodes).configure()
    for frame in chain([first], rest):
        graph.vpush(frame)
        yield from _pulled(graph)
    graph.vpush(None)
    yield from _pulled(graph)


def _pulled(graph: av.filter.Graph) -> Iterator[av.VideoFrame]:
    while True:
        try:
            yield graph.vpull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return


def packed(frame: av.VideoFrame) -> bytes:
    """A frame's pixels without what lies between its rows."""
    plane, row = frame.planes[0], frame.width * 3
    if plane.line_size == row:
        return bytes(plane)
    view = memoryview(plane)
    return b"".join(view[at : at + row] for at in range(0, frame.height * plane.line_size, plane.line_size))


def sound(data: bytes, begins: float) -> Iterator[bytes]:
    """The film's sound from where its picture begins, nothing where it has none."""
    with opened(data) as container:
        if not container.streams.audio:
            return
        resampler = AudioResampler(format="s16", layout="stereo", rate=SAMPLE_RATE)
        track = bytearray()
        late: float | None = None
        for frame in decoded(container, container.streams.audio[0]):
            if late is None:
                late = float(frame.time or 0.0) - begins
                track += bytes(4 * int(min(max(late, 0.0), LONGEST) * SAMPLE_RATE))
            for piece in resampler.resample(frame):
                track += bytes(piece.planes[0])[: 4 * piece.samples]
            if len(track) > MOST_SOUND:
                break
    del track[: 4 * int(max(-(late or 0.0), 0.0) * SAMPLE_RATE)], track[MOST_SOUND:]
    yield SOUND + LENGTH.pack(len(track)) + track
