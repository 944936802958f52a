"""Draw contact sheets: eight frames of the film that each prompt makes, as one picture."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import cv2
import numpy as np

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, Size

FRAMES = 8


def main() -> None:
    """Read the command line, draw, and say where the picture is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prompts", nargs="+", metavar="prompt")
    parser.add_argument("-o", "--output", type=Path, default=Path("out/sheet.png"))
    parser.add_argument("--size", type=Size.parse, default=LANDSCAPE)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--quality", type=Quality, choices=list(Quality), default=Quality.HIGH)
    parser.add_argument("--width", type=int, default=1600, help="of the sheet, in pixels")
    asked = parser.parse_args()
    AnimaticEngine().load()
    sheets = [
        sheet(prompt, asked.size, asked.seconds, asked.quality, asked.width) for prompt in asked.prompts
    ]
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(asked.output), cv2.cvtColor(np.vstack(sheets), cv2.COLOR_RGB2BGR))
    print(asked.output)


def sheet(prompt: str, size: Size, seconds: int, quality: Quality, width: int) -> np.ndarray:
    """Eight frames, evenly through the film: two rows of four, or one of eight where they are tall."""
    seed = int.from_bytes(hashlib.sha256(prompt.encode()).digest()[:8]) >> 1
    moments = [(n + 0.5) / FRAMES * seconds for n in range(FRAMES)]
    columns = FRAMES if size.is_portrait else FRAMES // 2
    cell = (width // columns - 4, int((width // columns - 4) * size.height / size.width))
    cells = [
        cv2.copyMakeBorder(
            cv2.resize(frame, cell, interpolation=cv2.INTER_AREA), 2, 2, 2, 2, cv2.BORDER_CONSTANT
        )
        for frame in stills(RenderRequest(prompt, size, seconds, quality, seed), moments)
    ]
    rows = [np.hstack(cells[start : start + columns]) for start in range(0, FRAMES, columns)]
    return np.vstack(rows)


if __name__ == "__main__":
    main()
