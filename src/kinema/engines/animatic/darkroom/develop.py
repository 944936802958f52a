"""Developing: the one pass that turns a drawn frame into a finished one. Runs beside the drawing."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.darkroom.grade import Grade
from kinema.engines.animatic.darkroom.planes import CONTRAST, Wash, dimmed, in_planes, split
from kinema.engines.animatic.darkroom.textures import Texture
from kinema.engines.animatic.darkroom.tones import graded
from kinema.engines.animatic.raster import Raster, blur, smooth
from kinema.engines.animatic.stage import Setup

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
        picture = self._bloomed(frame)
        if self._matrix is not None:
            picture = cv2.transform(picture, self._matrix)
        channels = zip(cv2.split(picture), self._tables, strict=True)
        picture = cv2.merge([cv2.LUT(channel, table) for channel, table in channels])
        if self._surface.brush is not None:
            picture = self._surface.brush(picture, t)
        planes = in_planes(picture, self._setup.size)
        if self._wash is not None:
            self._wash.over(planes)
        if self._grains is not None:
            self._grained(planes, index)
        light = self._light(t)
        if light < 0.995:
            dimmed(planes, light)
        return planes

    def _bloomed(self, frame: Raster) -> Raster:
        """Light that spills out of bright places: found at a quarter of the size, spread at an eighth."""
        # Of a picture nobody knows what in it are lamps, and it has its own glow.
        strength = self._grade.bloom * (0.5 if self._reveal else 1.0)
        lamps = self._setup.light.lamps > 0.6 and not self._reveal
        if strength <= 0:
            return frame
        height, width = frame.shape[:2]
        small = _halved(_halved(frame))
        sill = 118 if lamps else 176
        bright = _halved(cv2.subtract(small, np.full_like(small, sill)))
        unit = min(bright.shape[:2])
        wide = blur(bright, 0.022 * unit)
        if self._setup.fine:
            far = 1.3 if lamps else 0.75
            wide = cv2.addWeighted(wide, 0.75, blur(bright, 0.075 * unit), far, 0)
        light = cv2.resize(cv2.convertScaleAbs(wide, alpha=strength), (width, height))
        return cv2.add(frame, light, dst=light)

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


def _halved(picture: Raster) -> Raster:
    """Half the size: OpenCV does this fast, and nothing else that averages."""
    height, width = picture.shape[:2]
    return cv2.resize(picture, (max(width // 2, 1), max(height // 2, 1)), interpolation=cv2.INTER_AREA)
