"""Developing: the one pass that turns a drawn frame into a finished one. Runs beside the drawing."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.darkroom.grade import Grade
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
        self._table = grade.table()
        self._matrix = grade.matrix()
        surface = grade.texture
        self._texture = surface(width, height, rng, border=fades and not reveal) if surface else None
        self._vignette = self._corners(width, height, grade.vignette)
        self._grains = self._grain_tiles(width, height, rng)

    def _corners(self, width: int, height: int, strength: float) -> Raster | None:
        if strength <= 0:
            return None
        y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
        shade: Raster = 1 - strength * smooth(np.sqrt(x * x + y * y), 0.55, 1.55)
        return cv2.cvtColor((shade * 255).astype(np.uint8), cv2.COLOR_GRAY2RGB)

    def _grain_tiles(self, width: int, height: int, rng: np.random.Generator) -> tuple[Raster, Raster] | None:
        """Brighter and darker grain, in a sheet larger than the frame that is moved about."""
        if self._grade.grain <= 0:
            return None
        sheet = rng.standard_normal((height + 96, width + 96), dtype=np.float32) * self._grade.grain
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.6) * 1.6
        lighter = cv2.cvtColor(np.clip(sheet, 0, 60).astype(np.uint8), cv2.COLOR_GRAY2RGB)
        darker = cv2.cvtColor(np.clip(-sheet, 0, 60).astype(np.uint8), cv2.COLOR_GRAY2RGB)
        return lighter, darker

    def develop(self, frame: Raster, index: int, t: float) -> Raster:
        """The finished frame number `index` at `t` seconds."""
        share = 0.7 * float(smooth(t, 0, self._reveal)) if self._reveal else 1.0
        if share <= 0:
            return frame
        done = self._look(frame, index, t)
        if share < 1:
            return cv2.addWeighted(frame, 1 - share, done, share, 0)
        return done

    def _look(self, frame: Raster, index: int, t: float) -> Raster:
        picture = self._bloomed(frame)
        if self._matrix is not None:
            picture = cv2.transform(picture, self._matrix)
        picture = cv2.LUT(picture, self._table)
        if self._texture:
            picture = self._texture(picture, t)
        if self._vignette is not None:
            picture = cv2.multiply(picture, self._vignette, scale=1 / 255)
        if self._grains:
            picture = self._grained(picture, index)
        return self._faded(picture, t)

    def _bloomed(self, frame: Raster) -> Raster:
        """Light that spills out of bright places, made at an eighth or a quarter of the size."""
        strength = self._grade.bloom
        if strength <= 0:
            return frame
        height, width = frame.shape[:2]
        shrink = 4
        small = cv2.resize(
            frame, (max(width // shrink, 1), max(height // shrink, 1)), interpolation=cv2.INTER_AREA
        )
        sill = 118 if self._setup.light.lamps > 0.6 else 176
        bright = cv2.subtract(small, np.full_like(small, sill))
        wide = blur(bright, 0.022 * self._setup.unit / shrink)
        if self._setup.fine:
            wide = cv2.addWeighted(wide, 0.75, blur(bright, 0.075 * self._setup.unit / shrink), 0.75, 0)
        light = cv2.convertScaleAbs(wide, alpha=strength)
        return cv2.add(frame, cv2.resize(light, (width, height)))

    def _grained(self, picture: Raster, index: int) -> Raster:
        lighter, darker = self._grains or (picture, picture)
        height, width = picture.shape[:2]
        x, y = (index * 37) % 96, (index * 61) % 96
        picture = cv2.add(picture, lighter[y : y + height, x : x + width])
        return cv2.subtract(picture, darker[y : y + height, x : x + width])

    def _faded(self, picture: Raster, t: float) -> Raster:
        """The shot comes up out of the dark, and sinks a little at its end."""
        if not self._fades:
            return picture
        begins, ends = self._setup.span
        if begins:
            light = _SUNK + (1 - _SUNK) * float(smooth(t - begins, -0.04, 0.7))
        else:
            light = 0.30 + 0.70 * float(smooth(t, -0.02, 0.45))
        light *= _SUNK + (1 - _SUNK) * float(smooth(ends - t, 0.0, 0.5))
        return picture if light > 0.995 else cv2.convertScaleAbs(picture, alpha=light)
