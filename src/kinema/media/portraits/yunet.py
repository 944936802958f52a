"""YuNet: a small neural detector, far better than cascades; the operator brings its weights.

Wu, Peng and Yu, "YuNet: A Tiny Millisecond-level Face Detector" (2023); weights are in OpenCV's model zoo
as `face_detection_yunet_2023mar.onnx`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kinema.errors import Misconfigured
from kinema.media.portraits.detector import Face

if TYPE_CHECKING:
    from kinema.media.portraits.detector import Pixels

SURE = 0.8
"""The least score of a face that counts, of 0 to 1."""
LONGEST = 640
"""The longest side, in pixels, at which a picture is looked at."""


class YuNet:
    """`cv2.FaceDetectorYN` on the operator's weights."""

    def __init__(self, model: bytes | None) -> None:
        if model is None:
            raise Misconfigured(
                "The face detector 'yunet' needs its weights: set KINEMA_FACE_MODEL and "
                "KINEMA_FACE_MODEL_SHA256."
            )
        import cv2
        import numpy as np

        try:
            self._network = cv2.FaceDetectorYN.create(
                "onnx", np.frombuffer(model, np.uint8), np.empty(0, np.uint8), (LONGEST, LONGEST), SURE
            )
        except cv2.error as error:
            raise Misconfigured(
                "KINEMA_FACE_MODEL is no YuNet model that OpenCV can read. Take one from its model zoo."
            ) from error

    def faces(self, picture: Pixels) -> Sequence[Face]:
        """Return the faces that the network is sure of."""
        import cv2

        scale = min(1.0, LONGEST / max(picture.shape[:2]))
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        self._network.setInputSize((small.shape[1], small.shape[0]))
        _, found = self._network.detect(cv2.cvtColor(small, cv2.COLOR_RGB2BGR))
        rows = [] if found is None else found
        return [Face.scaled(row[:4], 1 / scale, float(row[14])) for row in rows]
