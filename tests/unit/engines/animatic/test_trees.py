"""Trees: what a season leaves on them."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.scenery.trees import broadleaf
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

LEAF, WOOD = (80, 160, 60), (96, 70, 54)


def cover(leafy: float) -> float:
    """How much of the square about a tree it fills, 0 to 1."""
    art = np.zeros((240, 240, 4), np.uint8)
    broadleaf(LEAF, WOOD, leafy=leafy)(art, 120, 236, 200, np.random.default_rng(3))
    return float(np.mean(art[..., 3] > 127))


def test_a_tree_loses_its_leaves_not_its_boughs() -> None:
    """The fewer leaves, the less of the sky is hidden; a bare tree is still there."""
    full, thin, bare = cover(1.0), cover(0.3), cover(0.0)
    assert full > 1.5 * thin > 1.5 * bare > 0.04


@pytest.mark.parametrize(("prompt", "hue"), [("A meadow in falling snow", "white"), ("A meadow", "green")])
def test_snow_lies_on_a_meadow(prompt: str, hue: str) -> None:
    """Where it snows the meadow is white; else it is green."""
    (frame,) = stills(RenderRequest(prompt, Size(320, 180), 4, Quality.STANDARD, seed=5), [2.0])
    ground = frame[130:170].reshape(-1, 3).astype(int)
    greener = np.mean(ground[:, 1] - ground[:, 2] > 20)
    assert greener < 0.1 if hue == "white" else greener > 0.6
