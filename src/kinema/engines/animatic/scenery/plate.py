"""A reference image as scenery: the first frame exactly, then seen by a camera that moves into its depth."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.camera import onward
from kinema.engines.animatic.raster import Raster, blur, smooth
from kinema.engines.animatic.stage import Setup, Shot

_PUSH = 0.13
"""How much larger the nearest part is at the end."""

_GRID = (48, 27)


class Plate:
    """The picture on a smooth relief: nearer below and in the middle, and where it is rich in detail.

    Every point is magnified at least as much as the camera has moved aside, so no border is ever seen; the
    relief is smooth, so nothing tears. At t = 0 the frame is the picture, byte for byte.
    """

    def __init__(self, setup: Setup, picture: Raster) -> None:
        self._setup = setup
        self._picture = picture
        self._depth = self._relief(picture)
        width, height = setup.size
        self._columns = np.arange(width, dtype=np.float32)[None, :]
        self._rows = np.arange(height, dtype=np.float32)[:, None]

    def _relief(self, picture: Raster) -> Raster:
        """How near each part is taken to be, 0 to 1, on a coarse grid."""
        columns, rows = _GRID
        small = cv2.resize(
            cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (columns * 4, rows * 4), interpolation=cv2.INTER_AREA
        )
        detail = np.abs(cv2.Laplacian(small.astype(np.float32), cv2.CV_32F))
        detail = cv2.resize(blur(detail, 9), _GRID, interpolation=cv2.INTER_AREA)
        detail = detail / max(float(detail.max()), 1e-6)
        y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
        middle = np.exp(-(x**2) * 2.2 - ((y - 0.6) * 2) ** 2)
        near: Raster = 0.30 * smooth(y, 0.2, 1.0) + 0.40 * middle + 0.30 * detail
        return np.asarray(np.clip(cv2.GaussianBlur(near.astype(np.float32), (0, 0), 2.2), 0, 1))

    def draw(self, shot: Shot) -> None:
        """Fill the frame with the picture as the camera sees it now."""
        if shot.t <= 0:
            shot.frame[:] = self._picture
            return
        width, height = self._setup.size
        share = shot.t / self._setup.seconds
        eased = float(0.35 * share + 0.65 * smooth(share)) if share <= 1 else onward(share, 0.35, 0.3)
        zoom = 1 + eased * (0.55 * _PUSH + 0.45 * _PUSH * self._depth)
        aside = self._aside(eased)
        columns, rows = _GRID
        y, x = np.meshgrid(np.linspace(-1, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
        # The room that the smallest magnification leaves, times how near a part is: that is parallax.
        room = (1 - 1 / (1 + eased * 0.55 * _PUSH)) * (0.35 + 0.65 * self._depth)
        # Only how far points move is made larger: at rest that is nothing, wherever the grid has its own.
        dx = (x / zoom - x + aside[0] * room) / 2 * (width - 1)
        dy = (y / zoom - y + aside[1] * room) / 2 * (height - 1)
        shot.frame[:] = cv2.remap(
            self._picture,
            self._columns + self._full(dx),
            self._rows + self._full(dy),
            cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT_101,
        )

    def _full(self, grid: Raster) -> Raster:
        return cv2.resize(grid.astype(np.float32), tuple(self._setup.size), interpolation=cv2.INTER_CUBIC)

    def _aside(self, eased: float) -> tuple[float, float]:
        """The way the camera goes besides forward, -1 to 1 of the room there is."""
        match self._setup.scene.camera:
            case "pan" | "tracking":
                return (0.9 * eased, 0.0)
            case "pan left":
                return (-0.9 * eased, 0.0)
            case "tilt up":
                return (0.0, -0.9 * eased)
            case "tilt down":
                return (0.0, 0.9 * eased)
            case "orbit":
                return (0.9 * float(np.sin(eased * 6)), 0.0)
        return (0.35 * eased, -0.15 * eased)
