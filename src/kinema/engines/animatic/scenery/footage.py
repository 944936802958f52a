"""A film that somebody brought, as scenery: its frames as they come, and another hour's light over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, mix, smooth, times
from kinema.engines.animatic.stage import Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.errors import EngineFailed
from kinema.media.film import FPS
from kinema.media.reading import frames
from kinema.videos.size import Size


class Footage:
    """The frames of a film, one in memory at a time; its last one stays where the shot is longer."""

    def __init__(self, path: Path, size: Size) -> None:
        self._size = size
        self._frames: Iterator[Raster] = frames(path)
        self._number = -1
        self._frame: Raster | None = None

    def draw(self, shot: Shot) -> None:
        """Fill the frame with what the film shows at this moment, cut to cover it."""
        wanted = round(shot.t * FPS)
        while self._number < wanted and (frame := next(self._frames, None)) is not None:
            self._frame, self._number = frame, self._number + 1
        if self._frame is None:
            raise EngineFailed("The film that should be edited has not one frame.")
        shot.frame[:] = self._fitted(self._frame)

    def _fitted(self, frame: Raster) -> Raster:
        width, height = self._size
        rows, columns = frame.shape[:2]
        if (columns, rows) == (width, height):
            return frame
        scale = max(width / columns, height / rows)
        big = cv2.resize(frame, (max(round(columns * scale), width), max(round(rows * scale), height)))
        top, left = (big.shape[0] - height) // 2, (big.shape[1] - width) // 2
        return big[top : top + height, left : left + width]


class Relight:
    """Daylight footage as it would look at another hour and in another weather.

    The hour is a curve for each channel and a wash that is stronger towards the top, where sky is likely;
    falling weather takes colour and contrast, as an overcast sky does. What of the two was guessed changes
    nothing.
    """

    def __init__(self, setup: Setup) -> None:
        light, scene = setup.light, setup.scene
        hour = "time" not in scene.guessed
        height = setup.size.height
        x = np.arange(256, dtype=np.float32) / 255
        # What is lit by the sky and what is lit by the sun cannot be told apart here: half of each.
        lit = mix(times(light.ambient, 255.0), light.sun, 0.4)
        gain = times(lit, 1 / 255) if hour else (1.0, 1.0, 1.0)
        dim = 0.72 if hour and scene.time == "night" else 1.0
        curves = [255 * dim * g * x ** (1.0 + 0.55 * (1 - dim * g)) for g in gain]
        self._table = np.clip(np.stack(curves, -1), 0, 255).astype(np.uint8)[None]
        grey = 0.0 if "weather" in scene.guessed else vocabulary().weathers[scene.weather].grey
        self._matrix = (
            np.eye(3) * (1 - grey) * (1 - 0.18 * grey) + np.array([[0.21, 0.72, 0.07]] * 3) * grey * 0.92
        )
        self._plain = not hour and not grey
        sky = np.array(light.sky[1], np.float32)
        high = 1 - smooth(np.linspace(0, 1, height, dtype=np.float32), 0.0, 0.75)
        strength = {"dawn": 0.20, "sunset": 0.30, "night": 0.16}.get(scene.time, 0.0) if hour else 0.0
        wash = high[:, None, None] * sky * strength
        self._wash = np.repeat(wash, setup.size.width, axis=1).astype(np.uint8) if strength else None

    def draw(self, shot: Shot) -> None:
        """Change the light of what is drawn so far."""
        if self._plain:
            return
        picture = cv2.LUT(cv2.transform(shot.frame, self._matrix), self._table)
        if self._wash is not None:
            # Light added as a screen: the bright parts of a picture do not burn out.
            rest = cv2.multiply(cv2.bitwise_not(picture), cv2.bitwise_not(self._wash), scale=1 / 255)
            picture = cv2.bitwise_not(rest)
        shot.frame[:] = picture
