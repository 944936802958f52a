"""Films as users bring them: made with FFmpeg, of any size, rate and kind."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from PIL import Image


def film(
    path: Path,
    size: tuple[int, int] = (320, 180),
    seconds: float = 2.0,
    *,
    fps: int = 30,
    codec: str = "libx264",
    sound: str | None = "aac",
    background: tuple[int, int, int] = (60, 70, 80),
) -> Path:
    """Write a film of a red square that goes from left to right; its format is what the name says."""
    width, height = size
    side = min(size) // 3
    with av.open(str(path), "w") as out:
        video = out.add_stream(codec, rate=fps)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = out.add_stream(sound, rate=48_000, layout="stereo") if sound else None
        tone = np.sin(np.arange(48_000 // fps) * 2 * np.pi * 10 / (48_000 // fps)).astype(np.float32) * 0.3
        count = round(seconds * fps)
        for number in range(count):
            frame = np.full((height, width, 3), background, np.uint8)
            left = (width - side) * number // count
            frame[height // 2 - side // 2 : height // 2 + side // 2, left : left + side] = (230, 30, 20)
            out.mux(video.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
            if audio is not None:
                block = av.AudioFrame.from_ndarray(np.stack([tone, tone]), format="fltp", layout="stereo")
                block.sample_rate, block.pts = 48_000, number * len(tone)
                out.mux(audio.encode(block))
        out.mux(video.encode(None))
        if audio is not None:
            out.mux(audio.encode(None))
    return path


def only_sound(path: Path) -> Path:
    """Write an MP4 that has no picture."""
    with av.open(str(path), "w") as out:
        audio = out.add_stream("aac", rate=48_000, layout="stereo")
        for number in range(60):
            block = av.AudioFrame.from_ndarray(
                np.zeros((2, 1024), np.float32), format="fltp", layout="stereo"
            )
            block.sample_rate, block.pts = 48_000, number * 1024
            out.mux(audio.encode(block))
        out.mux(audio.encode(None))
    return path


def still_film(path: Path, pictures: list[Image.Image], fps: int = 24) -> Path:
    """Write a film of these pictures, each a frame, without sound."""
    with av.open(str(path), "w") as out:
        video = out.add_stream("libx264", rate=fps)
        video.width, video.height, video.pix_fmt = *pictures[0].size, "yuv420p"
        for picture in pictures:
            out.mux(video.encode(av.VideoFrame.from_image(picture)))
        out.mux(video.encode(None))
    return path
