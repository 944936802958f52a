"""Spotting: where in the frames of a film its subject may be, by what moves in it or by what stands out."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster

_FEWEST = 4
"""Frames that it takes to tell motion from stillness."""


def motion(samples: list[Raster]) -> list[Raster] | None:
    """For each frame how much each pixel differs from what is usually there, 0 to 255, whatever the camera
    does; None where everything moves, or nothing."""
    if len(samples) < _FEWEST:
        return None
    middle = samples[len(samples) // 2]
    ways = [_way(sample, middle) for sample in samples]
    size = (middle.shape[1], middle.shape[0])
    steady = [
        cv2.warpAffine(sample, way, size, borderMode=cv2.BORDER_REPLICATE)
        for sample, way in zip(samples, ways, strict=True)
    ]
    usual = np.median(np.stack(steady), axis=0).astype(np.uint8)
    soft = max(size) / 250
    behind = cv2.GaussianBlur(usual, (0, 0), soft)
    found = []
    for frame, way in zip(steady, ways, strict=True):
        # Light that rises and falls over the whole frame is no motion.
        level = float(usual.mean()) / max(float(frame.mean()), 1.0)
        even = cv2.convertScaleAbs(frame, alpha=min(max(level, 0.5), 2.0))
        difference = cv2.absdiff(cv2.GaussianBlur(even, (0, 0), soft), behind).max(axis=2)
        found.append(cv2.warpAffine(difference, cv2.invertAffineTransform(way), size))
    moved = [float((difference > 28).mean()) for difference in found]
    return found if 0.003 < float(np.median(moved)) < 0.45 else None


def _way(frame: Raster, to: Raster) -> Raster:
    """The shift, turn and zoom that lays a frame over another by their backgrounds: a 2 × 3 matrix."""
    still = np.eye(2, 3)
    first, second = (cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for picture in (frame, to))
    points: Raster | None = cv2.goodFeaturesToTrack(first, 300, 0.01, max(min(first.shape) / 60, 3))
    if points is None:
        return still
    moved, tracked, _ = cv2.calcOpticalFlowPyrLK(first, second, points, np.zeros_like(points))
    kept = tracked.ravel() == 1
    if kept.sum() < 12:
        return still
    cv2.setRNGSeed(1)
    way, agree = cv2.estimateAffinePartial2D(points[kept], moved[kept], ransacReprojThreshold=1.5)
    return still if way is None or agree.mean() < 0.3 else np.asarray(way)


def salience(frame: Raster) -> Raster:
    """How far each pixel's colour is from every colour of the frame's border, 0 to 255, favouring the
    middle."""
    height, width = frame.shape[:2]
    lab = cv2.cvtColor(cv2.GaussianBlur(frame, (0, 0), 3), cv2.COLOR_RGB2LAB).astype(np.float32)
    edge = max(min(height, width) // 16, 2)
    border = np.concatenate([
        lab[:edge].reshape(-1, 3), lab[:, :edge].reshape(-1, 3), lab[:, -edge:].reshape(-1, 3),
    ])  # fmt: skip
    cv2.setRNGSeed(1)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    _, _, centres = cv2.kmeans(border, 6, np.empty(0), criteria, 1, cv2.KMEANS_PP_CENTERS)
    far = np.min([np.linalg.norm(lab - centre, axis=2) for centre in centres], axis=0)
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    near = np.exp(-1.2 * (x**2 + 0.7 * y**2))
    return np.asarray(np.clip(far * 2.4 * near, 0, 255).astype(np.uint8))
