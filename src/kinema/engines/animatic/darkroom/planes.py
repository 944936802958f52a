"""Finished frames as the encoder takes them: luma and, at half the size, two planes of colour.

A frame in planes is 4:2:0 BT.709 in limited range (ITU-R BT.709-6): (height * 3 / 2, width) uint8, the rows
of luma above those of Cb and Cr. It has half the bytes of an RGB frame, and what is grey touches luma alone.
"""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster
from kinema.videos.size import Size

_RED, _BLUE = 0.2126, 0.0722
_LUMA = np.array([_RED, 1 - _RED - _BLUE, _BLUE])
_CB = (np.array([0, 0, 1]) - _LUMA) / (2 * (1 - _BLUE))
_CR = (np.array([1, 0, 0]) - _LUMA) / (2 * (1 - _RED))
BLACK, WHITE, NEUTRAL = 16, 235, 128
CONTRAST = 219 / 255
"""Steps of luma to one of RGB."""
_INTO = np.column_stack(
    [np.stack([_LUMA * 219, _CB * 224, _CR * 224]) / 255, [BLACK, NEUTRAL, NEUTRAL]]
).astype(np.float32)
_GREY = np.array([_LUMA, _LUMA, _LUMA], np.float32)  # OpenCV is slow at giving one channel
_BACK = np.linalg.inv(np.vstack([_INTO, [0, 0, 0, 1]]))[:3].astype(np.float32)


def in_planes(frame: Raster, size: Size) -> Raster:
    """An RGB frame of an even size, or of half of it, in planes of that size."""
    width, height = size
    half = (width // 2, height // 2)
    full = cv2.transform(frame, _INTO)
    planes = np.empty((height * 3 // 2, width), np.uint8)
    luma, cb, cr = split(planes)
    if frame.shape[1] == width:
        cv2.extractChannel(full, 0, dst=luma)
        full = cv2.resize(full, half, interpolation=cv2.INTER_AREA)
    else:
        cv2.resize(cv2.extractChannel(full, 0), (width, height), dst=luma)
    cv2.extractChannel(full, 1, dst=cb)
    cv2.extractChannel(full, 2, dst=cr)
    return planes


def luma_of(frame: Raster) -> Raster:
    """How bright each pixel of an RGB frame is: 0 to 255."""
    return cv2.extractChannel(cv2.transform(frame, _GREY), 0)


def in_luma(greys: Raster) -> Raster:
    """Grey bytes in the steps of luma."""
    return np.asarray(np.rint(BLACK + CONTRAST * greys.astype(np.float32)).astype(np.uint8))


def united(luma: Raster, colour: Raster) -> Raster:
    """Luma as it is in planes, and the colour of an RGB frame of half the size, in planes."""
    height, width = luma.shape
    planes = np.empty((height * 3 // 2, width), np.uint8)
    bright, cb, cr = split(planes)
    bright[:] = luma
    full = cv2.transform(colour, _INTO)
    cv2.extractChannel(full, 1, dst=cb)
    cv2.extractChannel(full, 2, dst=cr)
    return planes


def in_rgb(planes: Raster) -> Raster:
    """The RGB frame that somebody sees."""
    luma, cb, cr = split(planes)
    size = (luma.shape[1], luma.shape[0])
    return cv2.transform(cv2.merge([luma, cv2.resize(cb, size), cv2.resize(cr, size)]), _BACK)


def split(planes: Raster) -> tuple[Raster, Raster, Raster]:
    """Luma, Cb and Cr of a frame, as views."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    colour = planes[height:].reshape(2, height // 2, width // 2)
    return planes[:height], colour[0], colour[1]


class Wash:
    """A `gain` of light and a `lift`, each a map over the frame: float (height, width), the lift in steps of
    RGB."""

    def __init__(self, gain: Raster, lift: Raster | float = 0.0) -> None:
        self._scale = max(float(gain.max()), 1.0)
        height, width = gain.shape
        self._gain = np.empty((height * 3 // 2, width), np.uint8)
        luma, cb, cr = split(self._gain)
        luma[:] = np.rint(gain * (255 / self._scale))
        cb[:] = cr[:] = cv2.resize(luma, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        # Black stays black, and what has no colour gets none.
        kept = self._gain.astype(np.float32) * (self._scale / 255)
        level = np.where(np.arange(len(kept))[:, None] < height, BLACK, NEUTRAL) * (1 - kept)
        level[:height] += lift * CONTRAST
        level = np.rint(level).clip(-255, 255)
        self._more = level.clip(0, None).astype(np.uint8)
        self._less = (-level).clip(0, None).astype(np.uint8) if level.min() < 0 else None

    def over(self, planes: Raster) -> None:
        """Wash a frame, in place."""
        cv2.multiply(planes, self._gain, dst=planes, scale=self._scale / 255)
        cv2.add(planes, self._more, dst=planes)
        if self._less is not None:
            cv2.subtract(planes, self._less, dst=planes)


def dimmed(planes: Raster, light: float) -> None:
    """Leave only a share of a frame's light, in place."""
    luma, cb, cr = split(planes)
    cv2.convertScaleAbs(luma, dst=luma, alpha=light, beta=BLACK * (1 - light))
    for plane in (cb, cr):
        cv2.convertScaleAbs(plane, dst=plane, alpha=light, beta=NEUTRAL * (1 - light))
