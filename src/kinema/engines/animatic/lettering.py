"""Writing that a prompt puts in quotes: a sign that stands in its world, or a title over the picture.

The font is Noto Sans CJK (SIL Open Font License 1.1), which writes Latin, Greek, Cyrillic, Chinese, Japanese
and Korean.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any, NamedTuple

import cv2
import numpy as np
import skia

from kinema.engines.animatic.actors.brush import Canvas, Easel, paint, shape, stroke
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, Raster, mix, over, smooth
from kinema.engines.animatic.stage import Element, Floor, Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary

_GROUND = frozenset(("dry", "wet", "grass", "snow", "sand"))
_TUBE: Colour = (255, 64, 140)
_LETTERS: Colour = (120, 226, 255)
_NIGHT: Colour = (10, 8, 24)
_BOARD: Colour = (226, 208, 174)
_WOOD: Colour = (112, 82, 56)
_INK: Colour = (52, 40, 36)
_MOST_LINES = 3
_BOLD = 700.0
_READ = 6.0
"""Seconds of a scene in which its title has come and gone."""


def writable(text: str) -> str:
    """What of a text the font can write, with single spaces between words; "" where it is nothing."""
    face = _face(text)
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(c if c.isspace() or face.unicharToGlyph(ord(c)) else " " for c in composed)
    return " ".join(kept.split())


def sign(setup: Setup, floor: Floor) -> list[Element]:
    """The text as a board on two posts behind the subjects, or in neon tubes on a wall at night; nothing
    where the text is a title, or where nothing can stand."""
    words = _words(setup)
    if not words or _is_title(setup, floor):
        return []
    unit, size = setup.unit, setup.size
    neon = vocabulary().is_at(setup.scene.setting, "city") and setup.light.lamps > 0.6
    block = _block(words, width=(0.62 if size.is_portrait else 0.70) * unit, tall=0.115 * unit)
    pad = 0.045 * unit
    wide, high = block.width + 2 * pad, block.height + 1.5 * pad
    # A margin for the glow around tubes, or for the posts below a board.
    margin, legs = (2 * pad, 2 * pad) if neon else (2.0, 0.34 * unit)
    sheet = Easel((int(wide + 2 * margin), int(high + margin + legs)), oversample=2)

    def tubes(canvas: Canvas) -> None:
        panel = skia.Rect.MakeWH(wide, high)
        canvas.drawRoundRect(panel, pad / 2, pad / 2, paint(_NIGHT, 0.8))
        canvas.drawRoundRect(panel, pad / 2, pad / 2, stroke(_TUBE, 0.007 * unit))
        _write(canvas, block, pad, 0.75 * pad, paint(_LETTERS))

    def board(canvas: Canvas) -> None:
        light = setup.light
        face, edge = light.far(_BOARD, 0.05), light.far(_WOOD, 0.05)
        if light.lamps > 0.6:  # a lamp over it: at night it must be read too
            face = mix(face, (255, 226, 170), 0.45)
        for x in (0.16 * wide, 0.84 * wide):
            post = 0.011 * unit
            canvas.drawPath(shape([(x - post, 0), (x + post, 0), (x + post, high + legs),
                                   (x - post, high + legs)]), paint(edge))  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeWH(wide, high), pad / 4, pad / 4, paint(edge))
        inner = skia.Rect.MakeLTRB(pad / 5, pad / 5, wide - pad / 5, high - pad / 5)
        canvas.drawRoundRect(inner, pad / 6, pad / 6, paint(face))
        _write(canvas, block, pad, 0.75 * pad, paint(light.far(_INK, 0.0)))

    if neon:
        art = _glowing(sheet.draw(tubes, 1.0, (margin, margin)), 0.014 * unit)
    else:
        art = sheet.draw(board, 1.0, (margin, margin))
    x = size.width * (0.5 if size.is_portrait else 0.70) - wide / 2 - margin
    foot = floor.line - 0.05 * unit
    y = foot - 0.66 * unit - high / 2 if neon else foot - art.shape[0]
    if setup.scene.camera == "tracking":
        return [Layer(art, x, y, 0.12, unit)]  # far enough not to be passed before it is read
    return [Layer(art, x, y, 0.8, unit)]


def title(setup: Setup, floor: Floor | None) -> list[Element]:
    """The text over the picture, in and out within the film; nothing where it stands there as a sign. Without
    a `floor`, over a picture whose ground nobody knows, every text is a title."""
    words = _words(setup)
    return [_Title(setup, words)] if words and _is_title(setup, floor) else []


def _words(setup: Setup) -> str:
    return writable(setup.scene.text or "")


def _is_title(setup: Setup, floor: Floor | None) -> bool:
    return setup.scene.titled or floor is None or floor.surface not in _GROUND


class _Title:
    """Words low in the middle of the frame, with a soft shadow; they come 0.6 s after the scene does."""

    def __init__(self, setup: Setup, words: str) -> None:
        unit = setup.unit
        block = _block(words, width=0.86 * setup.size.width, tall=0.085 * unit)
        pad = int(0.04 * unit)
        width, height = int(block.width) + 2 * pad, int(block.height) + 2 * pad
        sheet = Easel((width, height), oversample=2)
        ink = sheet.draw(lambda c: _write(c, block, 0, 0, paint((250, 246, 238))), 1.0, (pad, pad))
        shadow = cv2.GaussianBlur(ink[..., 3], (0, 0), 0.010 * unit)
        art = np.dstack([np.zeros((height, width, 3), np.uint8), cv2.convertScaleAbs(shadow, alpha=0.8)])
        over(art, ink, 0, 0)
        self._art = art
        self._x = (setup.size.width - width) // 2
        self._y = int(setup.size.height * 0.90) - height
        self._begins = setup.begins + 0.6
        self._ends = min(setup.span[1], setup.begins + _READ) - 0.5

    def draw(self, shot: Shot) -> None:
        """Lay it over the frame."""
        there = smooth(shot.t, self._begins, self._begins + 0.7)
        there *= 1 - smooth(shot.t, self._ends - 0.4, self._ends)
        over(shot.frame, self._art, self._x, self._y, float(there))


class _Block(NamedTuple):
    """Lines of text, each centred, with the font that they fit in."""

    lines: tuple[str, ...]
    font: Any
    width: float
    height: float
    leading: float


def _block(text: str, width: float, tall: float) -> _Block:
    """Set a text in as few lines as keep it large: `tall` pixels high where that fits into the `width`."""
    font = skia.Font(_face(text), tall)
    best: _Block | None = None
    for count in range(1, _MOST_LINES + 1):
        lines = _broken(text, count)
        widest = max(font.measureText(line) for line in lines)
        size = min(tall * width / max(widest, 1.0), tall * (1.0 - 0.18 * (count - 1)))
        if best is None or size > best.font.getSize() * 1.15:
            set_in = skia.Font(_face(text), size)
            leading = 1.28 * size
            widest *= size / tall
            best = _Block(lines, set_in, widest, leading * len(lines), leading)
    assert best is not None
    return best


def _broken(text: str, count: int) -> tuple[str, ...]:
    """The text in at most so many lines, about as long as each other: between words where there are any."""
    pieces = text.split(" ") if " " in text else list(text) if not text.isascii() else [text]
    glue = " " if " " in text else ""
    lines = [""]
    for piece in pieces:
        grown = (lines[-1] + glue + piece) if lines[-1] else piece
        if len(lines) < count and len(grown) > len(text) / count + 2 and lines[-1]:
            lines.append(piece)
        else:
            lines[-1] = grown
    return tuple(lines)


def _write(canvas: Canvas, block: _Block, x: float, y: float, pen: Any) -> None:
    metrics = block.font.getMetrics()
    middle = (metrics.fAscent + metrics.fDescent) / 2
    for number, line in enumerate(block.lines):
        left = x + (block.width - block.font.measureText(line)) / 2
        canvas.drawString(line, left, y + (number + 0.5) * block.leading - middle, block.font, pen)


def _glowing(art: Raster, sigma: float) -> Raster:
    """Tubes with their light around them."""
    light = art[..., :3].astype(np.float32)
    lit = np.clip(light + 0.55 * cv2.GaussianBlur(light, (0, 0), sigma), 0, 255)
    alpha = np.maximum(art[..., 3], lit.max(axis=2) * 0.30)
    return np.dstack([lit, alpha]).astype(np.uint8)


def _face(text: str) -> Any:
    """The font in the shapes of a text's language: characters that Chinese and Japanese share differ."""
    number = 0 if any("\u3040" <= c <= "\u30ff" for c in text) else 2
    return _typeface(number)


@lru_cache(maxsize=2)
def _typeface(number: int) -> Any:
    with as_file(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc") as path:
        face = skia.Typeface.MakeFromFile(str(path), number)
    position = skia.FontArguments.VariationPosition
    weight = position.Coordinate(int.from_bytes(b"wght", "big"), _BOLD)
    coordinates = position.Coordinates([weight])
    chosen = position(coordinates)
    bold = skia.FontArguments()
    bold.setVariationDesignPosition(chosen)
    return face.makeClone(bold)
