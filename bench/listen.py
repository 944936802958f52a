"""Soundtracks to look at: frames, waveform and spectrogram of each prompt's film, and its figures."""

from __future__ import annotations

import argparse
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import av.logging
import cv2
import numpy as np
from numpy.typing import NDArray

from bench.sheet import Picture, request
from kinema.engines.animatic import AnimaticEngine
from kinema.media.film import FPS, SAMPLE_RATE
from kinema.videos.model import Quality
from kinema.videos.size import Size

WIDTH = 1600
FRAMES = 16
_BLOCK = 2048
_LOWEST = 40.0
_FLOOR = 80.0
"""How many dB below the loudest moment the spectrogram is black."""
_SUMMARY = re.compile(r"(I|Peak): +(-?[\d.]+|-?inf)")


def main() -> None:
    """Render what each prompt makes, draw it, one under the other, and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.listen", description=__doc__)
    parser.add_argument("prompts", nargs="+", metavar="prompt")
    parser.add_argument("-o", "--output", type=Path, default=Path("out/listen.png"))
    parser.add_argument("--size", type=Size.parse, default=Size(640, 360))
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--quality", type=Quality, choices=list(Quality), default=Quality.STANDARD)
    asked = parser.parse_args()
    engine = AnimaticEngine()
    engine.load()
    drawn = []
    for prompt in asked.prompts:
        with tempfile.TemporaryDirectory() as folder:
            film = engine.render(
                request(prompt, asked.size, asked.seconds, asked.quality), Path(folder), lambda _: None
            ).path
            frames, track = read(film)
            heard = measured(film)
        print(
            f"{heard.loudness:6.1f} LUFS  {heard.peak:5.1f} dBTP  step {largest_step(track):.2f}  "
            f"balance {balance(track):+.2f}  {len(track) / SAMPLE_RATE - len(frames) / FPS:+.3f} s  {prompt}"
        )
        drawn.append(score(frames, track))
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(asked.output), cv2.cvtColor(np.vstack(drawn), cv2.COLOR_RGB2BGR))
    print(asked.output)


@dataclass(frozen=True)
class Heard:
    """Integrated loudness in LUFS and true peak in dB, as FFmpeg's ebur128 measures them."""

    loudness: float
    peak: float


def measured(film: Path) -> Heard:
    """The loudness of a film's sound."""
    graph = av.filter.Graph()
    with av.open(str(film)) as container:
        stream = container.streams.audio[0]
        nodes = [graph.add_abuffer(template=stream), graph.add("ebur128", "peak=true:framelog=quiet")]
        nodes.append(graph.add("abuffersink"))
        graph.link_nodes(*nodes).configure()
        for frame in container.decode(stream):
            graph.push(frame)
            with suppress(av.FFmpegError):  # it holds the first back
                graph.pull()
    level = av.logging.get_level()
    av.logging.set_level(av.logging.INFO)
    try:
        with av.logging.Capture() as lines:  # the filter says what it found when it is freed
            nodes.clear()
            del graph
    finally:
        av.logging.set_level(level)
    found = dict(_SUMMARY.findall("".join(line for _, _, line in lines)))
    return Heard(float(found["I"]), float(found["Peak"]))


def read(film: Path) -> tuple[list[Picture], NDArray[np.float32]]:
    """A film's frames (RGB), and its sound as (samples, 2)."""
    with av.open(str(film)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    with av.open(str(film)) as container:
        sound = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    return cast("list[Picture]", frames), sound.T.astype(np.float32)


def largest_step(track: NDArray[np.float32]) -> float:
    """The largest difference of two samples that follow each other, and of the ends from silence."""
    return float(np.abs(np.diff(track, axis=0, prepend=0, append=0)).max())


def balance(track: NDArray[np.float32]) -> float:
    """How much louder the right is: -1 where all is left, 1 where all is right."""
    left, right = np.sqrt(np.mean(track**2, axis=0)) + 1e-9
    return float((right - left) / (right + left))


def score(frames: list[Picture], track: NDArray[np.float32]) -> Picture:
    """Frames over the waveforms, left over right, over the spectrogram of both, all in one time."""
    wide = WIDTH // FRAMES
    high = round(wide * frames[0].shape[0] / frames[0].shape[1])
    strip = [
        cv2.resize(frames[int((n + 0.5) / FRAMES * len(frames))], (wide, high), interpolation=cv2.INTER_AREA)
        for n in range(FRAMES)
    ]
    sides = [waveform(track[:, side], 44) for side in (0, 1)]
    return np.vstack([np.hstack(strip), *sides, spectrogram(track.mean(axis=1), 200)]).astype(np.uint8)


def waveform(track: NDArray[np.float32], high: int) -> Picture:
    """Lowest to highest sample of each column."""
    picture: Picture = np.full((high, WIDTH, 3), 16, np.uint8)
    for column, part in enumerate(np.array_split(track, WIDTH)):
        top, bottom = (int((0.5 - 0.48 * value) * high) for value in (part.max(), part.min()))
        picture[top : bottom + 1, column] = (130, 210, 160)
    return picture


def spectrogram(track: NDArray[np.float32], high: int) -> Picture:
    """Loudness over time and pitch, on a log scale from 40 Hz to 20 kHz; a line at each decade."""
    starts = np.linspace(0, max(len(track) - _BLOCK, 0), WIDTH).astype(int)
    blocks = np.stack([track[start : start + _BLOCK] for start in starts]) * np.hanning(_BLOCK)
    power = 20 * np.log10(np.abs(np.fft.rfft(blocks, axis=1)) + 1e-6)
    hertz = _LOWEST * (20_000 / _LOWEST) ** np.linspace(1, 0, high)
    rows = np.clip(hertz / SAMPLE_RATE * _BLOCK, 0, power.shape[1] - 1)
    image = np.stack([np.interp(rows, np.arange(power.shape[1]), column) for column in power], axis=1)
    grey = np.clip((image - image.max() + _FLOOR) / _FLOOR * 255, 0, 255).astype(np.uint8)
    picture = cv2.cvtColor(cv2.applyColorMap(grey, cv2.COLORMAP_INFERNO), cv2.COLOR_BGR2RGB)
    for decade in (100, 1000, 10_000):
        picture[int(np.argmin(np.abs(hertz - decade)))] //= 2
    return cast("Picture", picture)


if __name__ == "__main__":
    main()
