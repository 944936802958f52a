"""Pictures of a film that an engine made: a thumbnail, and a sheet of frames from all of its length."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import av
from PIL import Image

COLUMNS, ROWS = 4, 4
"""A spritesheet's frames, read in rows, as far apart as the film is long."""

FRAME = 320
"""The longer side of a frame in a spritesheet, in pixels."""


def thumbnail(path: Path) -> bytes:
    """Return the film's middle frame as WebP, in the film's size."""
    with av.open(str(path)) as container:
        return _encoded(_frames(container, [_length(container) / 2])[0], "WEBP", quality=85)


def spritesheet(path: Path) -> bytes:
    """Return 16 frames as one JPEG, 4 × 4, each with a longer side of 320 pixels."""
    with av.open(str(path)) as container:
        count = COLUMNS * ROWS
        length = _length(container)
        frames = _frames(container, [length * number / count for number in range(count)])
    size = frames[0].size
    small = (round(size[0] * FRAME / max(size)), round(size[1] * FRAME / max(size)))
    sheet = Image.new("RGB", (small[0] * COLUMNS, small[1] * ROWS))
    for number, frame in enumerate(frames):
        row, column = divmod(number, COLUMNS)
        sheet.paste(frame.resize(small, Image.Resampling.LANCZOS), (column * small[0], row * small[1]))
    return _encoded(sheet, "JPEG", quality=85)


def _length(container: av.container.InputContainer) -> float:
    stream = container.streams.video[0]
    if stream.duration is None or stream.time_base is None:
        return 0.0
    return float(stream.duration * stream.time_base)


def _frames(container: av.container.InputContainer, moments: list[float]) -> list[Image.Image]:
    """Return the frame that is shown at each of these times, which rise; the last one where there is none."""
    found: list[Image.Image] = []
    last: av.VideoFrame | None = None
    container.streams.video[0].thread_type = "AUTO"
    for frame in container.decode(video=0):
        while len(found) < len(moments) and (frame.time or 0.0) >= moments[len(found)] - 1e-3:
            found.append(_picture(frame))
        last = frame
        if len(found) == len(moments):
            return found
    assert last is not None  # what is stored was measured, and has frames
    return found + [_picture(last)] * (len(moments) - len(found))


def _picture(frame: av.VideoFrame) -> Image.Image:
    rgb = frame.reformat(
        format="rgb24",
        src_colorspace=av.video.reformatter.Colorspace.ITU709,
        src_color_range=av.video.reformatter.ColorRange.MPEG,
    )
    return Image.fromarray(rgb.to_ndarray())


def _encoded(picture: Image.Image, kind: str, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, kind, quality=quality)
    return out.getvalue()
