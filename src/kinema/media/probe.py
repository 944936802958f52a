"""What a finished film really is, measured from its file rather than believed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av

from kinema.errors import EngineFailed
from kinema.videos.size import Size


@dataclass(frozen=True)
class Probe:
    """The measures of a film: `seconds` and `sound_seconds` are counted from packets, not from headers."""

    size: Size
    fps: float
    frames: int
    seconds: float
    video_codec: str
    pixel_format: str
    has_sound: bool
    sound_seconds: float
    sound_codec: str | None

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.size.width

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.size.height


def probe(path: Path) -> Probe:
    """Measure the film at `path`; raises EngineFailed where it is no film that can be played."""
    try:
        with av.open(str(path)) as container:
            return _measure(container, path)
    except (av.error.FFmpegError, OSError) as error:
        raise EngineFailed(f"{path.name} is not a film that can be read: {error}") from error


def _measure(container: av.container.InputContainer, path: Path) -> Probe:
    if not container.streams.video:
        raise EngineFailed(f"{path.name} has no picture")
    video = container.streams.video[0]
    audio = container.streams.audio[0] if container.streams.audio else None
    frames, picture_ticks, sound_ticks = 0, 0, 0
    for packet in container.demux():
        if not packet.size:
            continue
        if packet.stream is video:
            frames += 1
            picture_ticks += packet.duration or 0
        elif packet.stream is audio:
            sound_ticks += packet.duration or 0
    if not frames:
        raise EngineFailed(f"{path.name} has not one frame")
    fps = float(video.average_rate or video.guessed_rate or 0)
    seconds = float(picture_ticks * video.time_base) if video.time_base and picture_ticks else 0.0
    sound = float(sound_ticks * audio.time_base) if audio is not None and audio.time_base else 0.0
    context = video.codec_context
    return Probe(
        size=Size(context.width, context.height),
        fps=fps,
        frames=frames,
        seconds=seconds or (frames / fps if fps else 0.0),
        video_codec=context.name,
        pixel_format=context.pix_fmt or "",
        has_sound=bool(sound_ticks),
        sound_seconds=sound,
        sound_codec=audio.codec_context.name if audio is not None else None,
    )
