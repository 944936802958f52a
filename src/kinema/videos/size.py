"""Output sizes in pixels, and the aspect ratios that stand for them."""

from __future__ import annotations

import re
from typing import NamedTuple

_PATTERN = re.compile(r"([1-9]\d{0,4})x([1-9]\d{0,4})", re.ASCII)


class Size(NamedTuple):
    """Width × height in pixels; its text form is the one the API speaks, as `1280x720`."""

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> Size:
        """Read `WIDTHxHEIGHT`; raises ValueError for anything else."""
        match = _PATTERN.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no size: write it as 1280x720")
        return cls(int(match[1]), int(match[2]))

    @property
    def is_portrait(self) -> bool:
        """Whether it stands rather than lies."""
        return self.height > self.width

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


PORTRAIT = Size(720, 1280)
LANDSCAPE = Size(1280, 720)
LARGER = (Size(1024, 1792), Size(1792, 1024), Size(1080, 1920), Size(1920, 1080))
"""What OpenAI's pro models draw besides."""

ASPECT_RATIOS = {"9:16": PORTRAIT, "16:9": LANDSCAPE}
"""The ratios of the Sora gateway contract and the sizes they stand for."""
