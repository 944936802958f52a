"""Reading our own films: frames one by one, sound as a whole. Never for files as users send them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from kinema.media.film import SAMPLE_RATE


def frames(path: Path) -> Iterator[NDArray[np.uint8]]:
    """Every frame as RGB (height, width, 3), in order, holding one at a time."""
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            picture: NDArray[Any] = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
            yield picture


def last_frame(path: Path) -> NDArray[np.uint8]:
    """The last frame as RGB (height, width, 3); what lies before the last key frame is not decoded."""
    with av.open(str(path)) as container:
        if container.duration is not None:
            container.seek(container.duration)
        (frame,) = deque(container.decode(video=0), maxlen=1)
        picture: NDArray[Any] = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
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
