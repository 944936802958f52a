"""The detector that needs nothing brought along: OpenCV's Haar cascades, and a look at what they found.

Viola and Jones (2001); the cascades are those in the wheel of opencv-python-headless 4.x. Alone they take
every tenth drawing for a face, so two of them must agree, and the place must look photographed: skin's
chroma, and grain rather than flat paint. Thresholds are from `bench/portraits.py`; docs/portraits.md has
what they come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kinema.media.portraits.detector import Face

if TYPE_CHECKING:
    import cv2

    from kinema.media.portraits.detector import Pixels

LONGEST = 480
"""The longest side, in pixels, at which a picture is looked at: it decides what a look costs."""
SMALLEST = 0.09
"""The least size of a face, as a fraction of the picture's shorter side."""
TURNS = (0, -30, 30)
"""Degrees by which the picture is turned, as cascades know upright faces alone."""

FRONTAL_VOTES, AGREEING_VOTES = 3, 2
"""How many overlapping windows each of the two frontal cascades must see."""
PROFILE_VOTES = {0: 5, -30: 8, 30: 8}
"""How many the profile cascade must see, which no other confirms."""
OVERLAP = 0.4
"""Intersection over union at which two cascades mean the same face."""

SKIN_CR, SKIN_CB = (133, 178), (77, 127)
"""Chroma of skin of any tone: Chai and Ngan (1999), a little wider in red."""
FLATTEST = 0.42
"""The largest share of neighbours that are all but equal in a photographed face; paint has more."""
FLATTEST_GREY = 0.32
"""The same where there is no colour to go by."""

Box = tuple[int, int, int, int]


class Haar:
    """Frontal and profile cascades, profiles mirrored too, upright and turned by 30 degrees either way."""

    def __init__(self, model: bytes | None = None) -> None:
        import cv2.data

        del model  # the cascades are OpenCV's own
        self._frontal, self._agreeing, self._profile = (
            self._cascade(cv2.data.haarcascades + f"haarcascade_{name}.xml")
            for name in ("frontalface_alt2", "frontalface_default", "profileface")
        )

    def faces(self, picture: Pixels) -> Sequence[Face]:
        """Return the faces of the first turn at which there are any; places are those of the turned picture.

        Looking stops there: for refusing a picture, where else there are faces does not matter.
        """
        import cv2

        height, width = picture.shape[:2]
        scale = min(1.0, LONGEST / max(height, width))
        small: Pixels = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        for turn in TURNS:
            turned = _turned(small, turn)
            found = [*self._fronts(turned), *self._profiles(turned, PROFILE_VOTES[turn])]
            if found:
                return [Face.scaled(box, 1 / scale, score) for box, score in _distinct(found)]
        return []

    @staticmethod
    def _cascade(path: str) -> cv2.CascadeClassifier:
        import cv2

        cascade = cv2.CascadeClassifier(path)
        if cascade.empty():
            raise RuntimeError(f"OpenCV has no cascade {path}: 5.x carries none, install 4.x")
        return cascade

    def _fronts(self, picture: Pixels) -> Iterator[tuple[Box, float]]:
        grey = _grey(picture)
        seen = [one for one in _boxes(self._frontal, grey, FRONTAL_VOTES) if _photographed(picture, one[0])]
        if not seen:
            return
        agreeing = [box for box, _ in _boxes(self._agreeing, grey, AGREEING_VOTES)]
        for box, votes in seen:
            if any(_overlap(box, other) > OVERLAP for other in agreeing):
                yield box, votes

    def _profiles(self, picture: Pixels, votes: int) -> Iterator[tuple[Box, float]]:
        for flipped in (False, True):
            image = picture[:, ::-1] if flipped else picture
            for box, seen in _boxes(self._profile, _grey(image), votes):
                if _photographed(image, box):
                    x = picture.shape[1] - box[0] - box[2] if flipped else box[0]
                    yield (x, *box[1:]), seen


def _boxes(cascade: cv2.CascadeClassifier, grey: Pixels, votes: int) -> list[tuple[Box, float]]:
    least = max(20, int(min(grey.shape) * SMALLEST))
    boxes, seen = cascade.detectMultiScale2(grey, 1.15, minNeighbors=votes, minSize=(least, least))
    return [((int(x), int(y), int(w), int(h)), float(n)) for (x, y, w, h), n in zip(boxes, seen, strict=True)]


def _photographed(picture: Pixels, box: Box) -> bool:
    """Whether a place looks like skin before a lens rather than paint."""
    import cv2
    import numpy as np

    x, y, width, height = box
    patch = cv2.resize(picture[y : y + height, x : x + width], (64, 64), interpolation=cv2.INTER_AREA)
    steps = np.abs(np.diff(patch.astype(np.int16), axis=1)).max(axis=2)
    flat = float((steps <= 2).mean())
    middle = patch[16:56, 12:52]
    _, cr, cb = np.median(cv2.cvtColor(middle, cv2.COLOR_RGB2YCrCb).reshape(-1, 3), axis=0)
    if abs(cr - 128) <= 6 and abs(cb - 128) <= 8:
        return flat <= FLATTEST_GREY
    return SKIN_CR[0] <= cr <= SKIN_CR[1] and SKIN_CB[0] <= cb <= SKIN_CB[1] and flat <= FLATTEST


def _turned(picture: Pixels, degrees: int) -> Pixels:
    import cv2

    if not degrees:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turned: Pixels = cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)  # type: ignore[assignment]
    return turned


def _grey(picture: Pixels) -> Pixels:
    import cv2

    grey: Pixels = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)  # type: ignore[assignment]
    return grey


def _distinct(found: list[tuple[Box, float]]) -> Iterator[tuple[Box, float]]:
    """Each face once, however many cascades saw it."""
    kept: list[Box] = []
    for box, score in sorted(found, key=lambda one: -one[1]):
        if all(_overlap(box, other) <= 0.2 for other in kept):
            kept.append(box)
            yield box, score


def _overlap(one: Box, other: Box) -> float:
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    shared = max(0, width) * max(0, height)
    return shared / (one[2] * one[3] + other[2] * other[3] - shared)
