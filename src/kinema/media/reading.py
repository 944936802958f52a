"""Reading our own films: frames one by one, sound as a whole. Never for files as users send them."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import Interpolation
from numpy.typing import NDArray

from kinema.media.film import FPS, SAMPLE_RATE


def frames(path: Path, only: Container[int] | None = None) -> Iterator[NDArray[np.uint8]]:
    """Every frame, or those of `only` these numbers, as RGB (height, width, 3), in order, holding one at a
    time."""
    with av.open(str(path)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if only is None or number in only:
                yield _rgb(frame)


def frame_before(path: Path, seconds: float) -> NDArray[np.uint8]:
    """The last frame that begins before that second, as RGB (height, width, 3)."""
    with av.open(str(path)) as container:
        # Frames are not stored in the order in which they are shown: a second is room enough.
        container.seek(round(max(seconds - 1, 0) * av.time_base))
        earlier = takewhile(lambda frame: frame.time < seconds - 0.5 / FPS, container.decode(video=0))
        (frame,) = deque(earlier, maxlen=1)
        return _rgb(frame)


def _rgb(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """A frame's colours. FFmpeg's quicker ways round down: a film would grow darker each time it is read."""
    flags = Interpolation.BILINEAR | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
    picture: NDArray[Any] = frame.reformat(
        format="rgb24", src_colorspace="ITU709", interpolation=flags
    ).to_ndarray()
    return picture


def sound(path: Path, seconds: float) -> NDArray[np.float32]:
    """At most `seconds` of the sound as float32 (samples, 2) at 48 kHz; empty where the film has none."""
    blocks: list[NDArray[Any]] = [np.zeros((0, 2), np.float32)]
    wanted = round(seconds * SAMPLE_RATE)
    with av.open(str(path)) as container:
        if not container.streams.audio:
            return blocks[0]
        resampler = av.AudioResampler(format="flt", layout="stereo", rate=SAMPLE_RATE)
        have = 0
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                blocks.append(piece.to_ndarray().reshape(-1, 2))
                have += len(blocks[-1])
            if have >= wanted:
                break
    return np.concatenate(blocks)[:wanted].astype(np.float32)
