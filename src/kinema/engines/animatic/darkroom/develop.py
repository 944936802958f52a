"""Developing: the one pass that turns a drawn frame into a finished one. Runs beside the drawing."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.darkroom.grade import Grade
from kinema.engines.animatic.darkroom.planes import (
    CONTRAST,
    WHITE,
    Wash,
    dimmed,
    in_luma,
    in_planes,
    luma_of,
    split,
    united,
)
from kinema.engines.animatic.darkroom.textures import Texture
from kinema.engines.animatic.darkroom.tones import graded
from kinema.engines.animatic.raster import Raster, blur, smooth
from kinema.engines.animatic.stage import Setup

_MIDDLE = 64
"""What stands for nothing where bytes are added that may be less than that."""
_SUNK = 0.70
"""How bright the end of a film is: low enough to be felt as an end, high enough for another part to
follow."""


class Darkroom:
    """Develops the frames of one film: bloom, grade, surface, vignette, grain, fades.

    With `reveal` the first frame is left exactly as drawn, and the look comes in over that many seconds:
    a reference image must be the film's first frame. With `fades` it comes up out of the dark and sinks a
    little at its end; an extension begins as dim as that end. `grade` overrules the scene's own.
    """

    def __init__(
        self,
        setup: Setup,
        rng: np.random.Generator,
        *,
        reveal: float = 0.0,
        fades: bool = True,
        grade: Grade | None = None,
    ) -> None:
        self._setup = setup
        self._reveal = reveal
        self._fades = fades and not reveal
        width, height = setup.size
        grade = grade or graded(setup.scene)
        self._grade = grade
        self._tables = grade.tables()
        self._greys = luma_of(cv2.merge(self._tables))
        self._lumas = in_luma(self._greys)
        self._matrix = grade.matrix()
        prepare = grade.texture
        self._surface = prepare(width, height, rng, border=fades and not reveal) if prepare else Texture()
        self._wash = self._washed(width, height)
        self._grains = self._grain_tiles(width, height, rng)

    def _washed(self, width: int, height: int) -> Wash | None:
        """The surface's own light and the dark corners."""
        gain, lift = self._surface.gain, self._surface.lift
        if self._grade.vignette > 0:
            y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
            x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
            shade = 1 - self._grade.vignette * smooth(np.sqrt(x * x + y * y), 0.55, 1.55)
            gain, lift = gain * shade, lift * shade
        return Wash(gain, lift) if isinstance(gain, np.ndarray) else None

    def _grain_tiles(self, width: int, height: int, rng: np.random.Generator) -> tuple[Raster, Raster] | None:
        """Brighter and darker grain, in a sheet larger than the frame that is moved about."""
        if self._grade.grain <= 0:
            return None
        sheet = rng.standard_normal((height + 96, width + 96), dtype=np.float32) * self._grade.grain
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.6) * 1.6 * CONTRAST
        return np.clip(sheet, 0, 60).astype(np.uint8), np.clip(-sheet, 0, 60).astype(np.uint8)

    def develop(self, frame: Raster, index: int, t: float) -> Raster:
        """The finished frame number `index` at `t` seconds, in planes."""
        share = 0.7 * float(smooth(t, 0, self._reveal)) if self._reveal else 1.0
        if share <= 0:
            return in_planes(frame, self._setup.size)
        done = self._look(frame, index, t)
        if share < 1:
            return cv2.addWeighted(in_planes(frame, self._setup.size), 1 - share, done, share, 0, dst=done)
        return done

    def _look(self, frame: Raster, index: int, t: float) -> Raster:
        if self._grade.coarse and frame.shape[1] == self._setup.size.width:
            frame = _halved(frame)
        planes = self._graded(frame) if self._surface.brush is None else self._painted(frame, t)
        if self._surface.marks is not None:
            self._surface.marks(planes, t)
        if self._wash is not None:
            self._wash.over(planes)
        if self._grains is not None:
            self._grained(planes, index)
        light = self._light(t)
        if light < 0.995:
            dimmed(planes, light)
        return planes

    def _graded(self, frame: Raster) -> Raster:
        """Colour is graded at half the size, which is all that is seen of it. Luma is graded at full size as
        if it were grey and without the light that spills; how far that is off is found at a quarter."""
        small, luma = _halved(frame), cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
        grey = cv2.LUT(cv2.cvtColor(_halved(small), cv2.COLOR_RGB2GRAY), self._greys)
        spilled = self._spilled(small)
        colour = self._toned(small if spilled is None else _lit(small, spilled))
        more = cv2.addWeighted(luma_of(_halved(colour)), CONTRAST, grey, -CONTRAST, _MIDDLE)
        more = cv2.resize(more, (luma.shape[1], luma.shape[0]))
        luma = cv2.LUT(luma, self._lumas, dst=luma)
        cv2.addWeighted(luma, 1, more, 1, -_MIDDLE, dst=luma)
        return united(np.minimum(luma, WHITE, out=luma), colour)

    def _painted(self, frame: Raster, t: float) -> Raster:
        """All of it at the size that the surface is painted at."""
        assert self._surface.brush is not None
        spilled = self._spilled(_halved(frame))
        picture = self._toned(frame if spilled is None else _lit(frame, spilled))
        return in_planes(self._surface.brush(picture, t), self._setup.size)

    def _toned(self, picture: Raster) -> Raster:
        """A picture with its saturation and tones."""
        if self._matrix is not None:
            picture = cv2.transform(picture, self._matrix)
        channels = zip(cv2.split(picture), self._tables, strict=True)
        return cv2.merge([cv2.LUT(channel, table) for channel, table in channels])

    def _spilled(self, small: Raster) -> Raster | None:
        """Light that spills out of the bright places of a picture at half the size: found at a quarter,
        given at an eighth."""
        # Of a picture nobody knows what in it are lamps, and it has its own glow.
        strength = self._grade.bloom * (0.5 if self._reveal else 1.0)
        lamps = self._setup.light.lamps > 0.6 and not self._reveal
        if strength <= 0:
            return None
        small = _halved(small)
        sill = 118 if lamps else 176
        bright = _halved(cv2.subtract(small, np.full_like(small, sill)))
        unit = min(bright.shape[:2])
        wide = blur(bright, 0.022 * unit)
        if self._setup.fine:
            far = 1.3 if lamps else 0.75
            wide = cv2.addWeighted(wide, 0.75, blur(bright, 0.075 * unit), far, 0)
        return cv2.convertScaleAbs(wide, alpha=strength)

    def _grained(self, planes: Raster, index: int) -> None:
        assert self._grains is not None
        luma = split(planes)[0]
        height, width = luma.shape
        x, y = (index * 37) % 96, (index * 61) % 96
        lighter, darker = (sheet[y : y + height, x : x + width] for sheet in self._grains)
        cv2.add(luma, lighter, dst=luma)
        cv2.subtract(luma, darker, dst=luma)

    def _light(self, t: float) -> float:
        """How bright the shot is: it comes up out of the dark, and sinks a little at its end."""
        if not self._fades:
            return 1.0
        begins, ends = self._setup.span
        if begins:
            light = _SUNK + (1 - _SUNK) * float(smooth(t - begins, -0.04, 0.7))
        else:
            light = 0.30 + 0.70 * float(smooth(t, -0.02, 0.45))
        return light * (_SUNK + (1 - _SUNK) * float(smooth(ends - t, 0.0, 0.5)))


def _lit(picture: Raster, spilled: Raster) -> Raster:
    """A picture with light of any smaller size added."""
    light = cv2.resize(spilled, (picture.shape[1], picture.shape[0]))
    return cv2.add(picture, light, dst=light)


def _halved(picture: Raster) -> Raster:
    """Half the size: OpenCV does this fast, and nothing else that averages."""
    height, width = picture.shape[:2]
    return cv2.resize(picture, (max(width // 2, 1), max(height // 2, 1)), interpolation=cv2.INTER_AREA)
