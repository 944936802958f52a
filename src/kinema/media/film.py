"""The encoder: frames and float sound go in one by one, an MP4 that plays everywhere comes out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

import av
import numpy as np
from numpy.typing import NDArray

from kinema.videos.size import Size

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.video.stream import VideoStream

FPS = 24
SAMPLE_RATE = 48_000

_BT709 = 1  # ITU-T H.273 code points: primaries, transfer and matrix coefficients are all 1 for BT.709
_LIMITED = 1  # AVCOL_RANGE_MPEG: luma 16 to 235


class FilmWriter:
    """Streams a film into `path`: H.264 High, yuv420p, BT.709, moov first, AAC stereo at 48 kHz.

    Frames are uint8 and of exactly `size`, whose sides are even: RGB (height, width, 3), or in planes, 4:2:0
    BT.709 in limited range (height * 3 / 2, width). Sound is handed over whenever it is there with
    `add_sound`, as float32 (samples, 2) in -1 to 1; it is cut, or filled with silence, to the length of the
    picture. Without any sound the file has no sound track.

    `preset` and `crf` are x264's; `audio_coder` is FFmpeg's for AAC, where "fast" takes a quarter of the time
    of "twoloop" and keeps to pure tones less closely. `first_frame_quantizer` pins the quality of frame 0
    where that frame must equal a picture that somebody gave. The number of threads is fixed, since x264's
    output depends on it.
    """

    def __init__(
        self,
        path: Path,
        size: Size,
        *,
        preset: str = "veryfast",
        crf: float = 20,
        first_frame_quantizer: int | None = None,
        metadata: Mapping[str, str] | None = None,
        sound: bool = True,
        audio_bit_rate: int = 160_000,
        audio_coder: str = "twoloop",
    ) -> None:
        if size.width % 2 or size.height % 2:
            raise ValueError(f"{size} has an odd side; 4:2:0 video needs even ones")
        self.path = path
        self.size = size
        self.frames = 0
        self._container = av.open(
            str(path),
            "w",
            format="mp4",
            options={"movflags": "+faststart+use_metadata_tags" if metadata else "+faststart"},
        )
        self._container.metadata.update(metadata or {})
        self._video = self._video_stream(preset, crf, first_frame_quantizer)
        self._audio = self._audio_stream(audio_bit_rate, audio_coder) if sound else None
        self._reformatter = av.video.reformatter.VideoReformatter()
        self._pending: list[NDArray[np.float32]] = []
        self._pending_samples = 0
        self._written_samples = 0
        self._closed = False

    def _video_stream(self, preset: str, crf: float, quantizer: int | None) -> VideoStream:
        stream = self._container.add_stream("libx264", rate=FPS)
        stream.width, stream.height = self.size
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, FPS)
        context = stream.codec_context
        context.thread_count = 2
        # With slice threads, the default here, x264's output varies from run to run.
        context.thread_type = "FRAME"
        context.color_primaries = _BT709
        context.color_trc = _BT709
        context.colorspace = _BT709
        context.color_range = _LIMITED
        # Without this x264's fast paths differ between runs where a side is no multiple of 16.
        exact = "cpu-independent=1"
        if quantizer is not None:
            # Where quantizers follow how busy frames are, x264 gives frame 0 one of its own.
            exact += f":qcomp=1:zones=0,0,q={quantizer}"
        context.options = {"preset": preset, "crf": f"{crf:g}", "profile": "high", "x264-params": exact}
        return stream

    def _audio_stream(self, bit_rate: int, coder: str) -> AudioStream:
        stream = self._container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.bit_rate = bit_rate
        stream.options = {"aac_coder": coder}
        return stream

    def add_sound(self, samples: NDArray[np.float32]) -> None:
        """Append sound: float32, shape (samples, 2). Call it before, between or after frames."""
        if self._audio is None:
            raise ValueError("This film was opened without sound")
        self._pending.append(np.ascontiguousarray(samples, dtype=np.float32))
        self._pending_samples += len(samples)

    def write(self, frame: NDArray[np.uint8]) -> None:
        """Encode the next frame, and as much sound as the picture has reached."""
        picture = self._picture(frame)
        picture.pts = self.frames
        picture.time_base = Fraction(1, FPS)
        self.frames += 1
        self._container.mux(self._video.encode(picture))
        self._feed_sound(final=False)

    def _picture(self, frame: NDArray[np.uint8]) -> av.VideoFrame:
        if frame.ndim == 2:
            return av.VideoFrame.from_ndarray(frame, format="yuv420p")
        return self._reformatter.reformat(
            av.VideoFrame.from_ndarray(frame, format="rgb24"),
            format="yuv420p",
            dst_colorspace=int(av.video.reformatter.Colorspace.ITU709),
            dst_color_range=int(av.video.reformatter.ColorRange.MPEG),
            interpolation=av.video.reformatter.Interpolation.BILINEAR
            | av.video.reformatter.Interpolation.ACCURATE_RND
            | av.video.reformatter.Interpolation.FULL_CHR_H_INP,
            threads=1,
        )

    def _feed_sound(self, *, final: bool) -> None:
        if self._audio is None:
            return
        due = self.frames * SAMPLE_RATE // FPS - self._written_samples
        step = SAMPLE_RATE // FPS
        while due > 0 and (final or self._pending_samples >= step):
            self._encode_sound(self._take(min(due, step)))
            due -= step

    def _take(self, count: int) -> NDArray[np.float32]:
        """Remove `count` samples from what is pending, filled up with silence."""
        taken: list[NDArray[np.float32]] = []
        missing = count
        while missing and self._pending:
            head = self._pending.pop(0)
            taken.append(head[:missing])
            if len(head) > missing:
                self._pending.insert(0, head[missing:])
            missing -= len(taken[-1])
        self._pending_samples -= count - missing
        taken.append(np.zeros((missing, 2), np.float32))
        return np.concatenate(taken)

    def _encode_sound(self, samples: NDArray[np.float32]) -> None:
        audio = cast("AudioStream", self._audio)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout="stereo")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._written_samples
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._written_samples += len(samples)
        self._container.mux(audio.encode(frame))

    def close(self) -> None:
        """Finish the file: the last frames, the rest of the sound, and the index at the front."""
        if self._closed:
            return
        self._closed = True
        try:
            self._feed_sound(final=True)
            self._container.mux(self._video.encode(None))
            if self._audio is not None:
                self._container.mux(self._audio.encode(None))
        finally:
            self._container.close()

    def abandon(self) -> None:
        """Stop without finishing, and remove what was written."""
        if not self._closed:
            self._closed = True
            self._container.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()
