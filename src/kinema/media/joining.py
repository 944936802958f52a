"""Joining: a film and the part that follows it as one, the picture copied and not encoded again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from kinema.media.film import FPS, SAMPLE_RATE, FilmWriter
from kinema.media.reading import frames, sound
from kinema.videos.size import Size

_BLOCK = 1024
"""Samples of one AAC frame."""


def joined(first: Path, second: Path, path: Path, *, crf: float = 18) -> Path:
    """Write `first` and then `second`, films of our own and of one size, to `path`.

    Pictures of one encoder at one setting are copied as they are. Otherwise the second's are encoded again,
    at `crf`; the first's too, where `FilmWriter` did not write them so. The sound is decoded and encoded once
    more, so that no gap of the codec's lies in the middle; what one film lacks is silence, and where neither
    has any the film has none.
    """
    metadata, size = _compared(first, second)
    track = _track((first, second))
    if not _alike(first, second):
        again = path.with_stem(f"{path.stem}-second")
        with FilmWriter(again, size, crf=crf, first_frame_quantizer=10, sound=False) as film:
            for frame in frames(second):
                film.write(frame)
        if _alike(first, again):
            second = again
    if _alike(first, second):
        _copied((first, second), track, path, metadata)
        return path
    with FilmWriter(path, size, crf=crf, metadata=metadata, sound=track is not None) as film:
        if track is not None:
            film.add_sound(track)
        for part in (first, second):
            for frame in frames(part):
                film.write(frame)
    return path


def _compared(first: Path, second: Path) -> tuple[dict[str, str], Size]:
    """The metadata of both films, the first's before the second's, and their size."""
    with av.open(str(first)) as one, av.open(str(second)) as two:
        contexts = one.streams.video[0].codec_context, two.streams.video[0].codec_context
        size = Size(contexts[0].width, contexts[0].height)
        if (contexts[1].width, contexts[1].height) != size:
            raise ValueError(f"{second.name} has another size than {first.name}: {size}")
        return {**two.metadata, **one.metadata}, size


def _alike(first: Path, second: Path) -> bool:
    """Whether both pictures can be read by one decoder as it is set up."""
    with av.open(str(first)) as one, av.open(str(second)) as two:
        return one.streams.video[0].codec_context.extradata == two.streams.video[0].codec_context.extradata


def _track(parts: tuple[Path, Path]) -> NDArray[np.float32] | None:
    """The sound of both, each cut or filled with silence to the length of its picture."""
    tracks, heard = [], False
    for part in parts:
        with av.open(str(part)) as container:
            seconds = container.streams.video[0].frames / FPS
        samples = np.zeros((round(seconds * SAMPLE_RATE), 2), np.float32)
        theirs = sound(part, seconds)
        samples[: len(theirs)] = theirs
        heard = heard or bool(len(theirs))
        tracks.append(samples)
    return np.concatenate(tracks) if heard else None


def _copied(
    parts: tuple[Path, Path], track: NDArray[np.float32] | None, path: Path, metadata: dict[str, str]
) -> None:
    options = {"movflags": "+faststart+use_metadata_tags" if metadata else "+faststart"}
    with av.open(str(path), "w", format="mp4", options=options) as out, av.open(str(parts[0])) as one:
        out.metadata.update(metadata)
        video = out.add_stream_from_template(one.streams.video[0])
        audio = out.add_stream("aac", rate=SAMPLE_RATE, layout="stereo") if track is not None else None
        if audio is not None:
            audio.bit_rate = 192_000
        gone, sent = 0, 0
        for part in parts:
            with av.open(str(part)) as container:
                source = container.streams.video[0]
                assert source.time_base is not None
                shift = round(Fraction(gone, FPS) / source.time_base)
                for packet in container.demux(source):
                    if packet.pts is None or packet.dts is None:
                        continue
                    packet.pts, packet.dts, packet.stream = packet.pts + shift, packet.dts + shift, video
                    out.mux(packet)
                    gone += 1
                    while audio is not None and track is not None and sent < gone * SAMPLE_RATE // FPS:
                        block = track[sent : sent + _BLOCK]
                        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), "fltp", "stereo")
                        frame.sample_rate, frame.pts, frame.time_base = (
                            SAMPLE_RATE,
                            sent,
                            Fraction(1, SAMPLE_RATE),
                        )
                        out.mux(audio.encode(frame))
                        sent += len(block) or _BLOCK
        if audio is not None:
            out.mux(audio.encode(None))
