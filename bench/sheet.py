"""Contact sheets: eight frames of the film that each prompt makes, as one picture."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, Size

FRAMES = 8

Picture = NDArray[np.uint8]


def main() -> None:
    """Draw what each prompt makes, one under the other, and say where the picture is."""
    parser = argparse.ArgumentParser(prog="python -m bench.sheet", description=__doc__)
    parser.add_argument("prompts", nargs="+", metavar="prompt")
    parser.add_argument("-o", "--output", type=Path, default=Path("out/sheet.png"))
    parser.add_argument("--size", type=Size.parse, default=LANDSCAPE)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--quality", type=Quality, choices=list(Quality), default=Quality.HIGH)
    parser.add_argument("--width", type=int, default=1600, help="of the sheet, in pixels")
    asked = parser.parse_args()
    AnimaticEngine().load()
    requests = [request(prompt, asked.size, asked.seconds, asked.quality) for prompt in asked.prompts]
    sheets = [sheet(stills(one, moments(one.seconds)), asked.width) for one in requests]
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(asked.output), cv2.cvtColor(np.vstack(sheets), cv2.COLOR_RGB2BGR))
    print(asked.output)


def request(prompt: str, size: Size, seconds: int, quality: Quality) -> RenderRequest:
    """The request for a prompt's film, with a seed of the prompt's own."""
    seed = int.from_bytes(hashlib.sha256(prompt.encode()).digest()[:8]) >> 1
    return RenderRequest(prompt, size, seconds, quality, seed)


def moments(seconds: float) -> list[float]:
    """When a sheet's frames are taken, in seconds: evenly through the film."""
    return [(n + 0.5) / FRAMES * seconds for n in range(FRAMES)]


def sheet(frames: Sequence[Picture], width: int) -> Picture:
    """The frames as one picture of that width: two rows of four, or one of eight where they are tall."""
    height, breadth = frames[0].shape[:2]
    columns = FRAMES if height > breadth else FRAMES // 2
    inner = width // columns - 4
    cells = [
        cv2.copyMakeBorder(
            cv2.resize(frame, (inner, round(inner * height / breadth)), interpolation=cv2.INTER_AREA),
            2, 2, 2, 2, cv2.BORDER_CONSTANT,
        )
        for frame in frames
    ]  # fmt: skip
    rows = [np.hstack(cells[start : start + columns]) for start in range(0, FRAMES, columns)]
    return np.vstack(rows)


if __name__ == "__main__":
    main()
